/** The exercises that the patient adjusted outside a routine. */
import type { RoutineItem } from '../routine/routine';
import type { Memory } from './memory';

/** Most adjusted exercises to keep, the latest ones (ours): more than a brochure has. */
export const MAX_ADJUSTED = 200;

/** The exercise as the patient adjusted it; undefined where it is the brochure's. */
export const adjustedItem = (memory: Memory, exerciseId: string): RoutineItem | undefined =>
  memory.adjusted.find(({ exercise }) => exercise === exerciseId);

/** The memory with an exercise as the patient adjusted it. The brochure's own variant and doses end that. */
export function adjust(memory: Memory, item: RoutineItem): Memory {
  const others = memory.adjusted.filter(({ exercise }) => exercise !== item.exercise);
  const isOwn = item.variant !== undefined || item.doses !== undefined;
  if (!isOwn && others.length === memory.adjusted.length) return memory;
  return { ...memory, adjusted: isOwn ? [...others, item].slice(-MAX_ADJUSTED) : others };
}
