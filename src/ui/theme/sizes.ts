/** The three text sizes: every type style at each, px at 1920 × 1080. */
import type { TextSize } from '../../session/preferences/displayPreferences';

/** A text style: family, size and line height. */
export interface TypeStyle {
  fontFace: string;
  fontSize: number;
  lineHeight: number;
}

/** Names of the two font faces. */
export const REGULAR = 'Lexend';
export const BOLD = 'LexendSemiBold';

/** Share of the font size that a capital of Lexend is high. */
export const CAPITAL = 0.7;

/** Face, then size and line height at each text size. */
type Row = readonly [string, ...[number, number][]];

/** Small print grows most: by a third. What is read from the mat ends at capitals of 74 px. */
const ROWS = {
  count: [BOLD, [150, 166], [150, 166], [160, 176]],
  phase: [BOLD, [90, 96], [98, 104], [106, 112]],
  /** A caption's cue and the instruction read with it. */
  cue: [BOLD, [44, 56], [64, 76], [106, 116]],
  reading: [REGULAR, [34, 46], [42, 54], [56, 70]],
  display: [BOLD, [68, 78], [72, 82], [76, 86]],
  title: [BOLD, [52, 62], [56, 66], [60, 70]],
  heading: [BOLD, [40, 50], [44, 54], [48, 58]],
  label: [BOLD, [32, 42], [36, 46], [40, 50]],
  lead: [REGULAR, [40, 54], [44, 58], [50, 64]],
  body: [REGULAR, [32, 46], [37, 51], [42, 56]],
  small: [REGULAR, [28, 38], [32, 43], [37, 49]],
  smallBold: [BOLD, [28, 38], [32, 43], [37, 49]],
  caption: [REGULAR, [26, 36], [30, 40], [34, 45]],
} satisfies Record<string, Row>;

export type Type = Record<keyof typeof ROWS, TypeStyle>;

const columnOf: Record<TextSize, 1 | 2 | 3> = { normal: 1, large: 2, largest: 3 };

function make(size: TextSize): Type {
  const made = {} as Type;
  for (const name of Object.keys(ROWS) as (keyof Type)[]) {
    const row: Row = ROWS[name] as never;
    const [fontSize = 0, lineHeight = 0] = (row[columnOf[size]] ?? []) as number[];
    made[name] = { fontFace: row[0], fontSize, lineHeight };
  }
  return made;
}

const made: Record<TextSize, Type> = {
  normal: make('normal'),
  large: make('large'),
  largest: make('largest'),
};

/** Every style at a text size: always the same objects, since digits are drawn once per style. */
export const typeAt = (size: TextSize): Type => made[size];
