/** Colours, type and measures of every screen, in pixels at 1920 × 1080. */

/** Colours, ARGB. Text on `ground` and `card` keeps at least 7 : 1. */
export const colours = {
  ground: 0xff12201f,
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
  /** Behind dialogs and the pause card. */
  scrim: 0xb30a1413,
  /** The overlay's own ground: keeps its contrast on any picture. */
  overlay: 0xf0132321,
} as const;

/** A text style: family, size and line height. */
export interface TypeStyle {
  fontFace: string;
  fontSize: number;
  lineHeight: number;
}

const style = (fontFace: string, fontSize: number, lineHeight: number): TypeStyle => ({
  fontFace,
  fontSize,
  lineHeight,
});

/** Names of the two font faces. */
export const REGULAR = 'Lexend';
export const BOLD = 'LexendSemiBold';

/** Lexend's capitals are 0.7 of its size: `phase` stands 63 px high, `count` 105 px. */
export const type = {
  count: style(BOLD, 150, 166),
  phase: style(BOLD, 90, 96),
  display: style(BOLD, 68, 78),
  title: style(BOLD, 52, 62),
  heading: style(BOLD, 40, 50),
  label: style(BOLD, 32, 42),
  lead: style(REGULAR, 40, 54),
  body: style(REGULAR, 32, 46),
  small: style(REGULAR, 28, 38),
  smallBold: style(BOLD, 28, 38),
  caption: style(REGULAR, 26, 36),
} as const;

/** Share of the font size that a capital is high. */
export const CAPITAL = 0.7;

/** The stage and its safe area, px. */
export const screen = {
  w: 1920,
  h: 1080,
  /** Safe area. */
  left: 96,
  top: 54,
  right: 1824,
  bottom: 1026,
} as const;

/** Corners, px. */
export const radius = { small: 12, medium: 18, large: 28 } as const;

/** Focus: a white ring this thick, this far from what it surrounds. */
export const focusRing = { width: 6, gap: 6 } as const;

/** Seconds. Short, so that a fast remote never waits for the picture. */
export const motion = { focus: 0.16, scroll: 0.24, fade: 0.2 } as const;

/** Y of a line of text whose capitals stand in the middle of a box. */
export const centredY = (boxHeight: number, of: TypeStyle): number =>
  Math.round((boxHeight + CAPITAL * of.fontSize) / 2 - of.fontSize);
