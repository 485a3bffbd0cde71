/**
 * Places in the waiting room, px at 1080p: two columns. The left one is as wide as the code must be; above
 * the code it says what the code is for. The right one has the film, and below it name and instruction. The
 * film goes to the right and upper edges of the screen, as large as the text below it allows.
 */

import type { Box } from '../../../app/stage';
import { everySentenceFits, instructionPages } from '../../../session/centre/instructionPages';
import { screen, type } from '../../theme';
import { textWidth, wrapLines, wrapWords } from '../../theme/measure';
import type { TypeStyle } from '../../theme/sizes';
import { boxed } from '../../theme/textBox';

const GAP = 32;
/** Smallest width of the left column, px. */
const COLUMN = 560;
/** Largest side of the code, px: the film then has just over half of the screen's width. */
export const MOST_QR = 780;

/**
 * Share of the film's width, at its left, that no instructor enters (measured on the clips' posters; the
 * outstretched arm of `superman` begins at 0.22). The left column may cover it.
 */
const FREE_LEFT = 0.16;
/** Height for name, dose and four lines of instruction below the film, px. */
const BELOW = 262;
/** Largest shifts against burn-in, px: the window to the film has this room around it. */
const SHIFT = { x: 29, y: 16 } as const;
const RATIO = 16 / 9;

/** Upper edge of the words above the code, px: below brand and staff's sign. */
const INVITE_TOP = 168;

export interface RoomPlaces {
  /** The film, px. Its left part is covered. */
  film: Box;
  /** The window through which the film is seen, px. */
  window: Box;
  /** Width of the left column, px. */
  column: number;
  /** Left edge and width of all texts in the right column, px. */
  text: { x: number; w: number };
  /** Upper edge of the name, px. */
  headY: number;
}

/** @param qr side of the code with its quiet zone, px; 0 without a code */
export function roomPlaces(qr: number): RoomPlaces {
  const column = Math.max(COLUMN, qr);
  const x = screen.left + column + GAP;
  const seen = screen.w - x;
  const mostH = screen.bottom - BELOW - GAP / 2 + SHIFT.y;
  const w = Math.floor(Math.max(seen + SHIFT.x, Math.min(seen / (1 - FREE_LEFT), mostH * RATIO)));
  const film = { x: screen.w - w, y: 0, w, h: Math.round(w / RATIO) };
  const window = { x, y: 0, w: seen, h: film.h - SHIFT.y };
  return {
    film,
    window,
    column,
    text: { x, w: screen.right - x },
    headY: window.h + GAP / 2,
  };
}

/** The whole window's box, for a film whose left part must not be covered: a centre's own. */
export function wholeFilm({ window }: RoomPlaces): Box {
  return { x: window.x, y: 0, w: window.w, h: Math.round(window.w / RATIO) };
}

/**
 * The part of a film that is seen.
 * @param shift shift of the texts, px; the edges beside them move along
 */
export function windowOf(film: Box, { window }: RoomPlaces, shift: { x: number; y: number }): Box {
  const x = Math.max(film.x, window.x + shift.x);
  return { x, y: 0, w: screen.w - x, h: Math.min(film.h, window.h + shift.y) };
}

interface Laid {
  y: number;
  text: TypeStyle & { text: string };
}

/** The words above the code: what to do, and what the code is for. A part without room is absent. */
export interface Invitation {
  look: Laid | undefined;
  take: Laid | undefined;
}

/**
 * Lays the words above the code in the largest letters that fit.
 * @param look never empty
 * @param take may be empty: then it is absent
 * @param side side of the code, px; 0 without a code
 */
export function invitation(look: string, take: string, column: number, side: number): Invitation {
  const bottom = screen.bottom - (side ? side + GAP / 2 : 0);
  const laid = (parts: readonly (readonly [string, TypeStyle])[]) => {
    const said = parts
      .filter(([text]) => text)
      .map(([text, style]) => ({ style, lines: wrapWords(text, style, column) }));
    const h = said.reduce((sum, { lines, style }) => sum + lines.length * style.lineHeight, 0);
    const isWide = said.some(({ lines, style }) =>
      lines.some((line) => textWidth(line, style) > column),
    );
    let y = bottom - h;
    const places = said.map(({ lines, style }) => {
      const at = { y, text: boxed(style, lines, column) };
      y += lines.length * style.lineHeight;
      return at;
    });
    return { places, fits: bottom - h >= INVITE_TOP && !isWide };
  };
  const sizes = [
    [type.title, type.lead],
    [type.heading, type.body],
  ] as const;
  for (const [large, small] of sizes) {
    const { fits, places } = laid([
      [look, large],
      [take, small],
    ]);
    if (fits) return { look: places[0], take: places[1] };
  }
  for (const style of [type.lead, type.body, type.small]) {
    const { fits, places } = laid([[take, style]]);
    if (fits) return { look: undefined, take: places[0] };
  }
  return { look: undefined, take: undefined };
}

/** Size of the panel for an advice, px; it fills the right column. */
export const adviceBox = ({ text }: RoomPlaces): Box => ({
  x: text.x,
  y: screen.top,
  w: text.w,
  h: screen.bottom - screen.top,
});

export const ADVICE_PAD = 64;
/** Height of an advice's heading with the gap below it, px. */
export const ADVICE_HEAD = 92;

/** An advice in the largest letters that fit: the upper edge of its heading in the panel, px, and its text. */
export function adviceIn({ h, w }: Box, advice: string): Laid {
  const inner = w - ADVICE_PAD * 2;
  const laid = (style: TypeStyle) => {
    const lines = wrapLines(advice, style, inner);
    return { style, lines, used: ADVICE_HEAD + lines.length * style.lineHeight };
  };
  const all = [type.title, type.lead, type.body, type.small].map(laid);
  const { style, used } =
    all.find((one) => one.used <= h - ADVICE_PAD * 2) ?? (all[all.length - 1] as (typeof all)[0]);
  const most = (h - ADVICE_PAD * 2 - ADVICE_HEAD) / style.lineHeight;
  const cut = wrapLines(advice, style, inner, most);
  return {
    y: Math.max(ADVICE_PAD, Math.round((h - used) / 2)),
    text: boxed(style, cut, inner),
  };
}

/** An instruction in pages, each with its lines, in one style. */
export interface Instruction {
  style: TypeStyle;
  pages: string[];
}

/**
 * Divides an instruction into pages that fit below the name, in the largest letters in which each sentence
 * fits a page.
 * @param y upper edge of its first line, px
 * @param w width of its lines, px
 */
export function instructionIn(text: string, y: number, w: number): Instruction {
  const fitsIn = (style: TypeStyle) => {
    const most = Math.max(1, Math.floor((screen.bottom - y) / style.lineHeight));
    return (page: string) => wrapLines(page, style, w).length <= most;
  };
  const style =
    [type.lead, type.body].find((one) => everySentenceFits(text, fitsIn(one))) ?? type.small;
  const pages = instructionPages(text, fitsIn(style));
  return { style, pages: pages.map((page) => wrapLines(page, style, w).join('\n')) };
}
