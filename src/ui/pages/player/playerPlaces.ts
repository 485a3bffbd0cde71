/** Places on the player's screen at the current text size, px at 1080p. */

import { atSize, screen } from '../../theme';
import { CAPTIONS } from './overlay/Captions';
import { hintLineH } from './overlay/KeyHints';
import { NEXT } from './overlay/NextCard';
import { PANEL } from './overlay/PhasePanel';

const LINE_Y = screen.bottom - 12;
/** Lower edge of the hints, px. More hints take more room upwards. */
const HINTS_BOTTOM = 994;
const GAP = 16;
/** Upper edge of captions above the panel, px: below the exercise's name. */
const CAPTIONS_TOP = screen.top + 72 + 14;
/** Gap between the panel and the parts on its right, px. */
const BESIDE_PANEL = 24;

const besidePanel = (): number => screen.right - screen.left - PANEL.w - BESIDE_PANEL;

/** Lower edge of the parts above the hints, px: two lines of hints, three at the largest text size. */
const aboveHints = (): number => HINTS_BOTTOM - atSize(2, 2, 3) * hintLineH() - GAP;

/** Place of each part, in the form that its element takes. */
export const playerPlaces = () => ({
  line: { x: screen.left, y: LINE_Y },
  panel: { x: screen.left, y: LINE_Y - 24 - PANEL.h },
  next: { x: screen.right - NEXT.w },
  captions: {
    x: screen.right - CAPTIONS.w / 2,
    y: CAPTIONS.isAbove ? CAPTIONS_TOP : aboveHints(),
  },
  hints: {
    x: screen.right,
    y: HINTS_BOTTOM,
    room: besidePanel(),
  },
  pauseBottom: aboveHints(),
});

/** Current heights, px; 0 for a part that is hidden. */
export interface LowHeights {
  captions: number;
  /** Height of the card of the next exercise. */
  card: number;
  /** Height of the key hints. In some languages they need one line more than usual. */
  hints: number;
}

/**
 * Y of the captions (the lower edge, or the upper edge when they are above the panel), and lower edge
 * of the next card, px.
 */
export interface LowPlaces {
  captions: number;
  next: { y: number; alpha: number };
}

/**
 * Places captions and the next card above the key hints, however many lines those have. When the
 * captions are at the bottom, the card is above them. Captions at the top come first: when they leave
 * too little room, the card is hidden.
 */
export function overHints({ captions, card, hints }: LowHeights): LowPlaces {
  const bottom = Math.min(aboveHints(), HINTS_BOTTOM - hints - GAP);
  if (!CAPTIONS.isAbove) {
    const y = captions ? bottom - captions - GAP : bottom;
    return { captions: bottom, next: { y, alpha: 1 } };
  }
  const isCovered = captions > 0 && CAPTIONS_TOP + captions + GAP > bottom - card;
  return { captions: CAPTIONS_TOP, next: { y: bottom, alpha: isCovered ? 0 : 1 } };
}
