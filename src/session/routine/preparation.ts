/** The time to get into place. All three numbers are ours (brochure-reading: open). */
import type { Position } from '../../catalogue/types';

/** Seconds to get into place, by the change of position. */
export const PREPARATION_SECONDS = { same: 5, otherPosition: 12, upOrDown: 20 } as const;

/** Positions on the floor. Getting there from standing, or back up, takes longest. */
const ON_THE_FLOOR: readonly Position[] = [
  'supine',
  'prone',
  'sideLying',
  'handsAndKnees',
  'kneeling',
  'halfKneeling',
];

/** Whether the position is on the floor. */
export const isOnTheFloor = (position: Position): boolean => ON_THE_FLOOR.includes(position);

/**
 * Seconds before the first count.
 * @param before the position before it; undefined before the first exercise, when the patient
 *   stands or sits
 */
export function preparationSeconds(before: Position | undefined, next: Position): number {
  const from = before ?? 'standing';
  if (isOnTheFloor(from) !== isOnTheFloor(next)) return PREPARATION_SECONDS.upOrDown;
  return from === next ? PREPARATION_SECONDS.same : PREPARATION_SECONDS.otherPosition;
}
