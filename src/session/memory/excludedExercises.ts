/** The shelf "weggelaten": what the app no longer chooses, until one brings it back. */
import type { Day, ExcludedExercise, Memory } from './memory';

export const isExcluded = (memory: Memory, exerciseId: string): boolean =>
  memory.shelf.some((one) => one.exercise === exerciseId);

/** Puts an exercise on the shelf. One that is there keeps its day; pain outweighs a mere wish. */
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

/** Takes an exercise off the shelf: it may be chosen again. */
export const bringBackExercise = (memory: Memory, exerciseId: string): Memory =>
  isExcluded(memory, exerciseId)
    ? { ...memory, shelf: memory.shelf.filter((one) => one.exercise !== exerciseId) }
    : memory;
