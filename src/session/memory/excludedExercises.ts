/** The excluded exercises ("weggelaten"): the app does not choose them until the patient brings them back. */
import type { Day, ExcludedExercise, Memory } from './memory';

export const isExcluded = (memory: Memory, exerciseId: string): boolean =>
  memory.shelf.some((one) => one.exercise === exerciseId);

/** Excludes an exercise. One that is excluded already keeps its day; pain replaces a mere wish as the reason. */
export function excludeExercise(
  memory: Memory,
  exerciseId: string,
  reason: ExcludedExercise['reason'],
  day: Day,
): Memory {
  const there = memory.shelf.find((one) => one.exercise === exerciseId);
  if (!there) {
    return { ...memory, shelf: [...memory.shelf, { exercise: exerciseId, since: day, reason }] };
  }
  if (there.reason !== 'own' || reason === 'own') return memory;
  const shelf = memory.shelf.map((one) => (one === there ? { ...one, reason } : one));
  return { ...memory, shelf };
}

/** Ends the exclusion of an exercise: the app may choose it again. */
export const bringBackExercise = (memory: Memory, exerciseId: string): Memory =>
  isExcluded(memory, exerciseId)
    ? { ...memory, shelf: memory.shelf.filter((one) => one.exercise !== exerciseId) }
    : memory;
