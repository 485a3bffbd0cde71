/**
 * Places in the waiting room, px at 1080p. The code has the size that the room needs; the picture gets
 * the rest.
 */

import type { Box } from '../../../app/stage';
import { chipH } from '../../components/Chip';
import { screen, type } from '../../theme';
import { textWidth, wrapLines } from '../../theme/measure';
import type { TypeStyle } from '../../theme/sizes';
import { boxed } from '../../theme/textBox';

const TOP = 126;
const GAP = 48;
/** Smallest width of the column beside the picture, px. */
const COLUMN = 488;
/** Height of name and dose above the code, px. */
const HEAD = 260;
/** Largest side of the code, px: the picture is then half as wide as the screen. */
export const MOST_QR = 780;

/** Padding of an advice's plate, px. */
export const ADVICE_PAD = 64;
export const ADVICE_TEXT_Y = 92;
/** Mark at the end of a page that another page follows. */
const GOES_ON = ' …';

export interface RoomPlaces {
  picture: Box;
  /** Box of name and dose, px: beside the picture, or below it when the code leaves too little room. */
  head: { x: number; y: number; w: number; h: number };
  /** True when the box is below the picture; the text is then below the box. */
  isBelow: boolean;
  /** Upper edge of a text right below the picture, px. */
  textY: number;
}

/**
 * The sentence above the code, in the largest letters that fit; nothing if none fit.
 * @param side side of the code, px
 */
export function aboveCode(text: string, side: number) {
  const bottom = screen.bottom - side - GAP / 2;
  for (const style of [type.heading, type.label, type.small]) {
    const lines = wrapLines(text, style, side);
    const y = bottom - lines.length * style.lineHeight;
    if (y < TOP) continue;
    return { visible: true, x: screen.right - side, y, text: boxed(style, lines, side) };
  }
  return { visible: false };
}

/** @param qr side of the code with its quiet zone, px; 0 without a code */
export function roomPlaces(qr: number): RoomPlaces {
  const column = Math.max(COLUMN, qr);
  const w = Math.floor((screen.right - screen.left - GAP - column) / 16) * 16;
  const h = (w * 9) / 16;
  const picture = { x: screen.left, y: TOP, w, h };
  const room = screen.bottom - TOP - (qr ? qr + 20 : 0);
  const isBelow = room < HEAD;
  return {
    picture,
    isBelow,
    head: isBelow
      ? { x: screen.left, y: TOP + h + 24, w, h: 120 + chipH() }
      : { x: screen.right - column, y: TOP, w: column, h: room },
    textY: TOP + h + 30,
  };
}

/** An advice in the largest letters that fit: the height of its plate, px, and its text. */
export function adviceIn({ isBelow, picture }: RoomPlaces, advice: string) {
  const most = isBelow ? screen.bottom - picture.y : picture.h;
  const around = ADVICE_PAD * 2 + ADVICE_TEXT_Y;
  const laid = (style: TypeStyle, least?: true) => {
    const w = picture.w - ADVICE_PAD * 2;
    const lines = wrapLines(advice, style, w, least && (most - around) / style.lineHeight);
    const h = around + lines.length * style.lineHeight;
    return { h, text: boxed(style, lines, w) };
  };
  const large = laid(type.lead);
  const one = large.h <= most ? large : laid(type.body, true);
  return { h: Math.min(most, Math.max(picture.h, one.h)), text: one.text };
}

/**
 * Divides an instruction into pages of about the same length that fit below the picture.
 * @param text the instruction
 * @param y upper edge of its first line, px
 * @param w width of its lines, px
 */
export function pagesBelow(text: string, y: number, w: number): string[] {
  const most = Math.max(1, Math.floor((screen.bottom - y) / type.body.lineHeight));
  const whole = wrapLines(text, type.body, w);
  if (whole.length <= most) return [whole.join('\n')];
  const lines = wrapLines(text, type.body, w - textWidth(GOES_ON, type.body));
  const count = Math.ceil(lines.length / most);
  const each = Math.ceil(lines.length / count);
  return Array.from({ length: count }, (_, at) => {
    const page = lines.slice(at * each, (at + 1) * each).join('\n');
    return at < count - 1 ? page + GOES_ON : page;
  });
}
