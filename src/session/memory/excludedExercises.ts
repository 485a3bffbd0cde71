/** The shelf "weggelaten": what the app no longer chooses, until one brings it back. */
import type { Day, Memory, ShelfEntry } from './memory';

export const isLeftOut = (memory: Memory, exerciseId: string): boolean =>
  memory.shelf.some((one) => one.exercise === exerciseId);

/** Puts an exercise on the shelf. One that is there keeps its day; pain outweighs a mere wish. */
export function leaveOut(
  memory: Memory,
  exerciseId: string,
  reason: ShelfEntry['reason'],
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
export const bringBack = (memory: Memory, exerciseId: string): Memory =>
  isLeftOut(memory, exerciseId)
    ? { ...memory, shelf: memory.shelf.filter((one) => one.exercise !== exerciseId) }
    : memory;
