/**
 * Places on the player's screen at the current text size, px at 1080p. The counter keeps the lower left corner. Hints
 * and cards stand beside it or above it, whichever leaves the body the larger picture.
 */
import {
  moved,
  type Placed,
  placePicture,
  type Share,
  withoutSliver,
} from '../../../app/picturePlace';
import { type Box, STAGE } from '../../../app/stage';
import { screen } from '../../theme';
import { PANEL } from './overlay/PhasePanel';

const LINE_Y = screen.bottom - 12;
/** The ground of the progress line reaches this far above and below it, px. */
const LINE_EDGE = 9;
const LINE_H = 12;
/** Lower edge of the counter's panel and of what stands beside it, px. */
const BOTTOM = LINE_Y - 24;
export const GAP = 16;
/** Gap between the panel and the parts on its right, px. */
const BESIDE_PANEL = 24;
/** Upper edge of what stands above the panel, px: below the exercise's name. */
const TOP = screen.top + 72 + 14;

/** Where the hints, and the cards and captions, are: beside the panel or above it. */
export interface Arrangement {
  hints: 'beside' | 'above';
  slot: 'beside' | 'above';
}

/** The first ones are taken where another one gains nothing. */
const ARRANGEMENTS: readonly Arrangement[] = [
  { hints: 'beside', slot: 'beside' },
  { hints: 'above', slot: 'above' },
  { hints: 'beside', slot: 'above' },
  { hints: 'above', slot: 'beside' },
];
/** A picture that gains less than this by another arrangement isn't worth it. */
const WORTH = 0.03;

/** How good a picture's place is: its size, less a little for a picture that is far from the middle. */
export const worthOf = (placed: Placed): number => placed.scale - (0.15 * moved(placed)) / STAGE.w;

/** Place of the hints, in the form that their element takes: lower right corner and largest width. */
export interface HintsPlace {
  x: number;
  y: number;
  room: number;
}

/** Room for the card of what comes next, the captions or the pause: `y` is its lower edge. */
export interface Slot {
  x: number;
  y: number;
  w: number;
  /** Largest height. */
  h: number;
}

/** Measures of what is drawn, px. */
export interface Measures {
  /** Width and height of the exercise's name and place, in the upper left corner. */
  head: { w: number; h: number };
  /** The largest size of the hints in a room of this width. */
  hints(room: number): { w: number; h: number };
  /** The largest height that cards, captions and the pause need in this width and height; 0 for none. */
  slot(w: number, h: number): number;
}

export interface PlayerPlaces extends Placed {
  arrangement: Arrangement;
  hints: HintsPlace;
  slot: Slot;
  /** Room for the captions. */
  captions: Slot;
  /** Height that cards, captions and pause take of the slot at most, px. */
  reserved: number;
  /** All boxes that something may be drawn in, at this exercise. */
  covered: Box[];
}

export const linePlace = { x: screen.left, y: LINE_Y };

export const lineBox: Box = {
  x: screen.left,
  y: LINE_Y - LINE_EDGE,
  w: screen.right - screen.left,
  h: LINE_H + 2 * LINE_EDGE,
};

export const panelPlace = () => ({ x: screen.left, y: BOTTOM - PANEL.h });

/** The column above the panel and the one beside it, with their lower edges. */
const columns = () => ({
  above: { x: screen.left, w: PANEL.w, y: panelPlace().y - GAP },
  beside: {
    x: screen.left + PANEL.w + BESIDE_PANEL,
    w: screen.right - screen.left - PANEL.w - BESIDE_PANEL,
    y: BOTTOM,
  },
});

/** What an arrangement gives: its places, the boxes it covers, and the picture that remains. */
function arrange(body: Share, arrangement: Arrangement, measures: Measures): PlayerPlaces {
  const all = columns();
  const hinted = all[arrangement.hints];
  const hints = measures.hints(hinted.w);
  const right = hinted.x + hinted.w;
  const at = all[arrangement.slot];
  const isShared = arrangement.hints === arrangement.slot;
  const y = at.y - (isShared && hints.h ? hints.h + GAP : 0);
  const slot = { x: at.x, y, w: at.w, h: y - TOP };
  const tall = measures.slot(slot.w, slot.h);
  const covered = [
    { x: screen.left, y: screen.top, ...measures.head },
    { ...panelPlace(), w: PANEL.w, h: PANEL.h },
    lineBox,
    { x: right - hints.w, y: hinted.y - hints.h, ...hints },
    { x: slot.x, y: slot.y - tall, w: slot.w, h: tall },
  ].filter(({ h }) => h > 0);
  const placed = withoutSliver(placePicture(body, covered), body, BOTTOM);
  // What doesn't fit under the exercise's name is no choice while another arrangement is.
  const scale = tall > slot.h ? slot.h - tall : placed.scale;
  return {
    picture: placed.picture,
    scale,
    arrangement,
    hints: { x: right, y: hinted.y, room: hinted.w },
    slot,
    captions: slot,
    reserved: tall,
    covered,
  };
}

/**
 * Places of everything for one exercise, and its picture.
 * @param kept the arrangement to keep; absent: the one with the largest picture
 */
export function playerPlaces(body: Share, measures: Measures, kept?: Arrangement): PlayerPlaces {
  let best: PlayerPlaces | undefined;
  for (const one of kept ? [kept] : ARRANGEMENTS) {
    const places = arrange(body, one, measures);
    if (!best || worthOf(places) > worthOf(best) + WORTH) best = places;
  }
  return best as PlayerPlaces;
}
