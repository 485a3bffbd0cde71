/** Where things stand on the player's screen, at the text size of now, px. */

import { atSize, screen } from '../../theme';
import { CAPTIONS } from './overlay/Captions';
import { hintLineH } from './overlay/KeyHints';
import { NEXT } from './overlay/NextCard';
import { PANEL } from './overlay/PhasePanel';

const LINE_Y = screen.bottom - 12;
/** Lower edge of the hints, which grow upwards. */
const HINTS_BOTTOM = 994;
const GAP = 16;
/** Upper edge of captions that stand above the panel: below the exercise's name. */
const CAPTIONS_TOP = screen.top + 72 + 14;
/** Between the panel and what stands to its right. */
const BESIDE_PANEL = 24;

const besidePanel = (): number => screen.right - screen.left - PANEL.w - BESIDE_PANEL;

/** Lower edge of what stands above the hints: of two lines, of three where text is largest. */
const aboveHints = (): number => HINTS_BOTTOM - atSize(2, 2, 3) * hintLineH() - GAP;

/** Each thing's place, as its element takes it. */
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

/** Heights of now, px; 0 for what isn't there. */
export interface LowHeights {
  captions: number;
  /** Of the card of what comes next. */
  card: number;
  /** Of the key hints: in some languages a line more than there usually is. */
  hints: number;
}

/** Lower edge of the captions (upper edge where they stand above), and of what comes next. */
export interface LowPlaces {
  captions: number;
  next: { y: number; alpha: number };
}

/**
 * Captions and the card of what comes next stand above the key hints, however many lines those have.
 * Captions below make room for the card above them; captions above come first, and where they leave
 * the card no room it goes.
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
