/** Where things stand in the waiting room, px: the code is as large as the room asks, the picture takes the rest. */

import type { Box } from '../../../app/stage';
import { chipH } from '../../components/Chip';
import { screen, type } from '../../theme';
import { textWidth, wrapLines } from '../../theme/measure';
import type { TypeStyle } from '../../theme/sizes';

const TOP = 126;
const GAP = 48;
/** Narrowest column beside the picture. */
const COLUMN = 488;
/** Room above the code that name and dose need, where they stand there. */
const HEAD = 260;
/** The largest code: the picture is then half as wide as the screen. */
export const MOST_QR = 780;

/** On the plate of an advice: around its words, and down to them. */
export const ADVICE_PAD = 64;
export const ADVICE_TEXT_Y = 92;
/** After a page of a text that has another one. */
const GOES_ON = ' …';

export interface RoomPlaces {
  picture: Box;
  /** Name and dose: beside the picture, or below it where the code leaves no room for them. */
  head: { x: number; y: number; w: number; h: number };
  /** They stand below the picture: the text follows them. */
  isBelow: boolean;
  /** Upper edge of the text that stands right below the picture. */
  textY: number;
}

/**
 * A sentence right above the code, as large as there is room for; where there is none, nothing.
 * @param side of the code, px
 */
export function aboveCode(text: string, side: number) {
  const bottom = screen.bottom - side - GAP / 2;
  for (const style of [type.heading, type.label, type.small]) {
    const lines = wrapLines(text, style, side);
    const y = bottom - lines.length * style.lineHeight;
    if (y < TOP) continue;
    return { visible: true, x: screen.right - side, y, text: { ...style, text: lines.join('\n') } };
  }
  return { visible: false };
}

/** @param qr side of the code, its quiet zone included; 0 where there is none */
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

/** An advice as large as there is room for: how high its plate is, px, and its words. */
export function adviceIn({ isBelow, picture }: RoomPlaces, advice: string) {
  const most = isBelow ? screen.bottom - picture.y : picture.h;
  const laid = (style: TypeStyle) => {
    const lines = wrapLines(advice, style, picture.w - ADVICE_PAD * 2);
    const h = ADVICE_PAD * 2 + ADVICE_TEXT_Y + lines.length * style.lineHeight;
    return { h, text: { ...style, text: lines.join('\n') } };
  };
  const large = laid(type.lead);
  const one = large.h <= most ? large : laid(type.body);
  return { h: Math.min(most, Math.max(picture.h, one.h)), text: one.text };
}

/**
 * An instruction in pages of the lines there is room for, all about as long.
 * @param y of its first line, px @param w of its lines, px
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
