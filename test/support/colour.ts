/** Colours of the stage: mixing, contrast, difference. */
import { type Rgb as CulorRgb, wcagContrast, wcagLuminance } from 'culori';

/** Red, green, blue: 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The colour of 0xAARRGGBB, without its alpha. */
export const rgbOf = (argb: number): Rgb => [(argb >> 16) & 255, (argb >> 8) & 255, argb & 255];

/** The visible colour of one colour over another. @param alpha an extra factor on the colour's own, 0 to 1 */
export function blend(under: Rgb, argb: number, alpha = 1): Rgb {
  const share = ((argb >>> 24) / 255) * alpha;
  const over = rgbOf(argb);
  return [0, 1, 2].map((at) => {
    const below = under[at as 0 | 1 | 2];
    return below + (over[at as 0 | 1 | 2] - below) * share;
  }) as unknown as Rgb;
}

/** The same colour in the form that culori takes. */
export const culorOf = ([r, g, b]: Rgb): CulorRgb => ({
  mode: 'rgb',
  r: r / 255,
  g: g / 255,
  b: b / 255,
});

/** WCAG 2 contrast, 1 to 21. */
export const contrast = (one: Rgb, other: Rgb): number =>
  wcagContrast(culorOf(one), culorOf(other));

/** WCAG 2 relative luminance, 0 to 1. */
export const luminance = (one: Rgb): number => wcagLuminance(culorOf(one));
