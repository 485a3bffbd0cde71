/** Where things stand on the player's screen, at the text size of now, px. */
import { CAPTIONS } from '../overlay/Captions';
import { NEXT } from '../overlay/NextCard';
import { PANEL } from '../overlay/PhasePanel';
import { atSize, screen } from '../theme';

const LINE_Y = screen.bottom - 12;
/** Lower edge of the hints, which grow upwards. */
const HINTS_BOTTOM = 994;
const GAP = 16;
/** Upper edge of captions that stand above the panel: below the exercise's name. */
const CAPTIONS_TOP = screen.top + 72 + 14;
/** Between the panel and what stands to its right. */
const BESIDE_PANEL = 24;

const besidePanel = (): number => screen.right - screen.left - PANEL.w - BESIDE_PANEL;

/** Lower edge of what stands above the hints: of one line, or of two and more where text is large. */
const aboveHints = (): number => HINTS_BOTTOM - atSize(56, 120, 192) - GAP;

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
    // At the usual size one line is room enough, in every language.
    room: atSize(screen.w, besidePanel(), besidePanel()),
  },
  pauseBottom: aboveHints(),
});

/**
 * The card of what comes next: captions below make room for it above them; captions above come
 * first, and where they leave it no room it goes.
 * @param captions their height, px; 0 for none
 * @param card its own height, px
 */
export function besideCaptions(captions: number, card: number): { y: number; alpha: number } {
  const bottom = aboveHints();
  if (!captions) return { y: bottom, alpha: 1 };
  if (!CAPTIONS.isAbove) return { y: bottom - captions - GAP, alpha: 1 };
  return { y: bottom, alpha: CAPTIONS_TOP + captions + GAP > bottom - card ? 0 : 1 };
}
