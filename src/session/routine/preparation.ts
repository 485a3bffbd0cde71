/** How long it takes to get into place. All three numbers are ours (brochure-reading: open). */
import type { Position } from '../../catalogue/types';

/** Seconds to get into place, by how far one has to go. */
export const PREPARATION_SECONDS = { same: 5, otherPosition: 12, upOrDown: 20 } as const;

/** Positions on the floor: getting there from standing, or back up, takes longest. */
const ON_THE_FLOOR: readonly Position[] = [
  'supine',
  'prone',
  'sideLying',
  'handsAndKnees',
  'kneeling',
  'halfKneeling',
];

/** One has to get down to be there, and up again. */
export const isOnTheFloor = (position: Position): boolean => ON_THE_FLOOR.includes(position);

/**
 * Seconds before the first count.
 * @param before the position one comes from; before the first exercise one stands or sits
 */
export function preparationSeconds(before: Position | undefined, next: Position): number {
  const from = before ?? 'standing';
  if (isOnTheFloor(from) !== isOnTheFloor(next)) return PREPARATION_SECONDS.upOrDown;
  return from === next ? PREPARATION_SECONDS.same : PREPARATION_SECONDS.otherPosition;
}
