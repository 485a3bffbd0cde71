/**
 * Colours, type and measures of every screen, in pixels at 1920 × 1080. They follow what the patient
 * chose: `colours`, `type` and `motion` are filled anew when that changes, and the app then makes
 * its pages anew. So what depends on them is worked out when it is drawn, never when a file loads.
 */
import { STAGE } from '../../app/stage';
import type { DisplayPreferences, TextSize } from '../../session/preferences/displayPreferences';
import { type Colours, PALETTES } from './palettes';
import { CAPITAL, type Type, type TypeStyle, typeAt } from './sizes';

/** ARGB. */
export const colours: Colours = { ...PALETTES.usual };

/** Lexend's capitals are 0.7 of its size: `phase` stands 63 px high, `count` 105 px. */
export const type: Type = { ...typeAt('normal') };

const MOVING = { focus: 0.16, scroll: 0.24, fade: 0.2 };
/** Nothing moves; what appears may still fade in, shortly. */
const STILL: typeof MOVING = { focus: 0, scroll: 0, fade: 0.1 };

/** Seconds; 0 is at once. Short, so that a fast remote never waits for the picture. */
export const motion = { ...MOVING };

let size: TextSize = 'normal';
let drawn = 'normal false';

/**
 * From now on everything is drawn like this.
 * @returns whether what is drawn already must be made anew
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

/** Names the theme of now. */
export const themeNow = (): string => drawn;

/** A measure that the text size decides, px. */
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

/** Corners, px. */
export const radius = { small: 12, medium: 18, large: 28 } as const;

/** Focus: a ring this thick, this far from what it surrounds. */
export const focusRing = { width: 6, gap: 6 } as const;

/** A colour as CSS writes it, without its transparency. */
export const cssColour = (argb: number): string =>
  `#${(argb & 0xffffff).toString(16).padStart(6, '0')}`;

/** Y of a line of text whose capitals stand in the middle of a box. */
export const centredY = (boxHeight: number, of: TypeStyle): number =>
  Math.round((boxHeight + CAPITAL * of.fontSize) / 2 - of.fontSize);
