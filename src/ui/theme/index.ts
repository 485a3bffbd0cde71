/**
 * Colours, type styles and measures of all screens, in pixels at 1920 × 1080. They depend on the
 * patient's choices: `colours`, `type` and `motion` get other values when a choice changes, and the app
 * then makes its pages again. So code must read them when it draws, never when its file loads.
 */
import { STAGE } from '../../app/stage';
import type { DisplayPreferences, TextSize } from '../../session/preferences/displayPreferences';
import { type Colours, PALETTES } from './palettes';
import { CAPITAL, type Type, type TypeStyle, typeAt } from './sizes';

/** The current colours, ARGB. */
export const colours: Colours = { ...PALETTES.usual };

/**
 * The current type styles. Lexend's capitals are 0.7 of the font size: those of `phase` are 63 px high,
 * of `count` 105 px.
 */
export const type: Type = { ...typeAt('normal') };

const MOVING = { focus: 0.16, scroll: 0.24, fade: 0.2 };
/** Durations for a patient who wants no motion, seconds. A part that appears may still fade in briefly. */
const STILL: typeof MOVING = { focus: 0, scroll: 0, fade: 0.1 };

/**
 * Current durations, seconds; 0 is at once. They are short, so that the picture keeps up with fast
 * presses.
 */
export const motion = { ...MOVING };

let size: TextSize = 'normal';
let drawn = 'normal false';

/**
 * Sets the theme.
 * @returns true when the parts that are drawn already must be made again
 */
export function setTheme({ highContrast, reducedMotion, textSize }: DisplayPreferences): boolean {
  Object.assign(motion, reducedMotion ? STILL : MOVING);
  const wanted = `${textSize} ${highContrast}`;
  if (wanted === drawn) return false;
  drawn = wanted;
  size = textSize;
  Object.assign(colours, highContrast ? PALETTES.high : PALETTES.usual);
  Object.assign(type, typeAt(textSize));
  return true;
}

/** Name of the current theme. */
export const themeNow = (): string => drawn;

/** A measure that depends on the text size, px. */
export const atSize = <T>(normal: T, large: T, largest: T): T => ({ normal, large, largest })[size];

/** The stage and its safe area, px. */
export const screen = {
  ...STAGE,
  /** Safe area. */
  left: 96,
  top: 54,
  right: 1824,
  bottom: 1026,
} as const;

/** Radii of round corners, px. */
export const radius = { small: 12, medium: 18, large: 28 } as const;

/** Focus ring: its thickness, and its distance from the box that it surrounds, px. */
export const focusRing = { width: 6, gap: 6 } as const;

/**
 * A colour in CSS notation, without its transparency.
 * @param argb colour, ARGB
 */
export const cssColour = (argb: number): string =>
  `#${(argb & 0xffffff).toString(16).padStart(6, '0')}`;

/**
 * Y of a line of text whose capitals are in the middle of a box, px.
 * @param boxHeight px
 */
export const centredY = (boxHeight: number, of: TypeStyle): number =>
  Math.round((boxHeight + CAPITAL * of.fontSize) / 2 - of.fontSize);
