/** Where things stand in the waiting room, px: the code is as large as the room asks, the picture takes the rest. */

import { chipH } from '../components/Chip';
import { screen, type } from '../theme';
import { wrapLines } from '../theme/measure';
import type { Box } from '../videoWindow';

const TOP = 126;
const GAP = 48;
/** Narrowest column beside the picture. */
const COLUMN = 488;
/** Room above the code that name and dose need, where they stand there. */
const HEAD = 260;
/** The largest code: the picture is then half as wide as the screen. */
export const MOST_QR = 780;

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
