/** The two sets of colours, ARGB. */

/** Dark green and warm white. The contrast of text on `ground` and `card` is at least 7 : 1. */
const usual = {
  ground: 0xff12201f,
  /** The home screen's ground changes from the first colour to the second. */
  groundTop: 0xff182b29,
  groundBottom: 0xff0e1918,
  card: 0xff1c312f,
  cardHigh: 0xff28433f,
  line: 0xff35524d,
  text: 0xfff8f4ea,
  soft: 0xffbccbc5,
  accent: 0xfff6bb4f,
  onAccent: 0xff16211f,
  mint: 0xff94dcc4,
  sky: 0xff9fcdf3,
  coral: 0xfff6a391,
  sand: 0xffe3d9c4,
  white: 0xffffffff,
  /** The ring around what has the focus. */
  focus: 0xffffffff,
  /** Behind dialogs and the pause card. */
  scrim: 0xb30a1413,
  /** Ground of the overlay. Its contrast is sufficient on any picture. */
  overlay: 0xf0132321,
};

export type Colours = typeof usual;

/**
 * Black, white and yellow. The contrast of all text is at least 7 : 1; that of buttons (`cardHigh`) on
 * black is 3 : 1. The overlay's ground is opaque.
 */
const high: Colours = {
  ground: 0xff000000,
  groundTop: 0xff000000,
  groundBottom: 0xff000000,
  card: 0xff1a1a1a,
  cardHigh: 0xff595959,
  line: 0xff7a7a7a,
  text: 0xffffffff,
  soft: 0xfff0f0f0,
  accent: 0xffffd800,
  onAccent: 0xff000000,
  mint: 0xffa6ffdb,
  sky: 0xffb3e0ff,
  coral: 0xffffb8a8,
  sand: 0xfffff0cc,
  white: 0xffffffff,
  focus: 0xffffd800,
  scrim: 0xd9000000,
  overlay: 0xff000000,
};

export const PALETTES = { usual, high } as const;

/** Dims the video during a pause, and no text, in every palette. */
export const PAUSE_SCRIM = 0x660a1413;
