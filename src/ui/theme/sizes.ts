/** The three text sizes: every type style at each of them, px at 1920 × 1080. */
import type { TextSize } from '../../session/preferences/displayPreferences';

/** A text style: font face, font size and line height, px. */
export interface TypeStyle {
  fontFace: string;
  fontSize: number;
  lineHeight: number;
}

/** Names of the two font faces. */
export const REGULAR = 'Lexend';
export const BOLD = 'LexendSemiBold';

/** Height of a capital of Lexend, as a share of the font size. */
export const CAPITAL = 0.7;

/** A font face, and per text size the font size and the line height, px. */
type Row = readonly [string, ...[number, number][]];

/** Small letters grow most, by a third. Words that are read from the mat have capitals of up to 74 px. */
const ROWS = {
  count: [BOLD, [150, 166], [150, 166], [160, 176]],
  phase: [BOLD, [90, 96], [98, 104], [106, 112]],
  /** The cue of a caption, and the instruction above it. */
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

/**
 * Every style at a text size. The objects are always the same ones, since digits are drawn once per
 * style.
 */
export const typeAt = (size: TextSize): Type => made[size];
