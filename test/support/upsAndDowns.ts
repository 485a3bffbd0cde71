import type { Position } from '../../src/catalogue/types';
import { isOnTheFloor } from '../../src/session/routine/preparation';

/** How often the patient gets down to the floor or up from it, from standing to standing again. */
export const upsAndDowns = (positions: readonly Position[]): number =>
  [...positions, 'standing' as const].filter(
    (one, at) => isOnTheFloor(one) !== isOnTheFloor(positions[at - 1] ?? 'standing'),
  ).length;
