/** Finds the thing under a pointer: the uppermost one that can have the focus or be clicked. */

import type { Box } from '../../app/stage';
import { type Drawn, type Place, restingPlace, within } from '../access/gather';
import type { ClickSpot, Spoken } from '../access/spoken';
import { screen } from '../theme';
import { settled } from '../theme/motion';

/** One thing under a point. */
export interface Hit {
  element: Drawn;
  /** For a component with several things in it, the one under the point. */
  part?: Spoken;
  /** A place that can only be clicked. */
  spot?: ClickSpot;
}

const SEEN_ALPHA = 0.01;
const STAGE: Place = { left: 0, top: 0, right: screen.w, bottom: screen.h };

const holds = ({ bottom, left, right, top }: Place, x: number, y: number): boolean =>
  x >= left && x < right && y >= top && y < bottom;

/** Place of a part on the stage, px. */
const placed = ({ h, w, x, y }: Box, { left, top }: Place): Place => ({
  left: left + x,
  top: top + y,
  right: left + x + w,
  bottom: top + y + h,
});

/**
 * A thing that sends a key of its own can't have the focus. The element that draws that key gives the
 * place to click.
 */
const canFocus = ({ key, role }: Spoken): boolean =>
  (role === 'button' || role === 'value') && key === undefined;

/** A thing that fades in or out counts as visible. */
const isSeen = (element: Drawn): boolean =>
  element.visible && Math.max(element.alpha, settled(element, 'alpha')) >= SEEN_ALPHA;

/** The uppermost thing within `from` at a point of the stage, px; undefined when there is none. */
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
