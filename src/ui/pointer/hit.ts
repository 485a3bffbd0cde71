/** What a pointer is over: the uppermost thing that the focus can stand on, or that can be clicked. */

import type { Box } from '../../app/stage';
import { type Drawn, type Place, restingPlace, within } from '../access/gather';
import type { ClickSpot, Spoken } from '../access/spoken';
import { screen } from '../theme';
import { settled } from '../theme/motion';

/** One thing under a point. */
export interface Hit {
  element: Drawn;
  /** Of a component with several things in it: which. */
  part?: Spoken;
  /** Something that can only be clicked. */
  spot?: ClickSpot;
}

const SEEN_ALPHA = 0.01;
const STAGE: Place = { left: 0, top: 0, right: screen.w, bottom: screen.h };

const holds = ({ bottom, left, right, top }: Place, x: number, y: number): boolean =>
  x >= left && x < right && y >= top && y < bottom;

/** Where a part stands on the stage. */
const placed = ({ h, w, x, y }: Box, { left, top }: Place): Place => ({
  left: left + x,
  top: top + y,
  right: left + x + w,
  bottom: top + y + h,
});

/** Something that stands for a key is no thing of its own: what draws that key says where. */
const canFocus = ({ key, role }: Spoken): boolean =>
  (role === 'button' || role === 'value') && key === undefined;

/** Fading in or out, it is still there. */
const isSeen = (element: Drawn): boolean =>
  element.visible && Math.max(element.alpha, settled(element, 'alpha')) >= SEEN_ALPHA;

/** The uppermost thing within `from` at a point of the stage, px. */
export function hitAt(from: Drawn, x: number, y: number): Hit | undefined {
  let hit: Hit | undefined;

  const walk = (element: Drawn, left: number, top: number, clip: Place) => {
    const place = restingPlace(element, left, top);
    const isIn = (box: Box) => holds(within(placed(box, place), clip), x, y);
    const { h, spoken, w } = element;
    const parts: readonly Spoken[] = !spoken ? [] : 'role' in spoken ? [spoken] : spoken;
    for (const part of parts.filter(canFocus)) {
      if (isIn(part.box ?? { x: 0, y: 0, w, h })) hit = { element, part };
    }
    for (const spot of element.spots ?? []) if (isIn(spot.box)) hit = { element, spot };
    const inner = element.clipping ? within(place, clip) : clip;
    for (const child of element.children) {
      if (isSeen(child)) walk(child, place.left, place.top, inner);
    }
  };

  walk(from, 0, 0, STAGE);
  return hit;
}
