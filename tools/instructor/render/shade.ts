import { Owner } from '../figure/owners';
import type { Colour } from '../figure/paint';
import { TO_LIGHT } from './light';

/** Light colours, linear. */
const KEY: Colour = [1.22, 1.13, 1.02];
const SKY: Colour = [0.44, 0.47, 0.5];
const BOUNCE: Colour = [0.26, 0.27, 0.25];
const RIM: Colour = [0.5, 0.55, 0.6];

const TONE_SIZE = 4096;
const TONE = new Uint8ClampedArray(TONE_SIZE + 1);
const FINE_TONE = new Float32Array(TONE_SIZE + 1);
for (let i = 0; i <= TONE_SIZE; i++) {
  const v = (i / TONE_SIZE) * 2;
  // The curve is straight in the middle tones. It bends the brightest ones, so that a pale shirt
  // keeps its folds.
  const bent = v < 0.45 ? v : 0.45 + (1 - Math.exp(-(v - 0.45) / 0.45)) * 0.45;
  const s = bent <= 0.0031308 ? bent * 12.92 : 1.055 * bent ** (1 / 2.4) - 0.055;
  FINE_TONE[i] = Math.min(1, s) * 255;
  TONE[i] = Math.round(FINE_TONE[i]);
}

/** Screen value of linear light, 0 to 255. */
export function tone(v: number): number {
  const i = (v * TONE_SIZE) / 2;
  return TONE[i < 0 ? 0 : i > TONE_SIZE ? TONE_SIZE : i | 0];
}

/** Screen value without rounding to a whole number, for values that are averaged. */
export function fineTone(v: number): number {
  const i = (v * TONE_SIZE) / 2;
  return FINE_TONE[i < 0 ? 0 : i > TONE_SIZE ? TONE_SIZE : i | 0];
}

/** Computes the light of a point of the figure, into `out` as linear RGB. */
export function shade(
  out: Float32Array,
  base: Colour,
  owner: number,
  nx: number,
  ny: number,
  nz: number,
  toEye: readonly [number, number, number],
  open: number,
  lit: number,
): void {
  const facing = nx * TO_LIGHT[0] + ny * TO_LIGHT[1] + nz * TO_LIGHT[2];
  const soft = owner === Owner.Head || owner === Owner.Hand || owner === Owner.Neck ? 0.22 : 0.1;
  const wrapped = (facing + soft) / (1 + soft);
  const key = Math.max(wrapped, 0) * lit;
  const up = 0.5 + 0.5 * ny;
  const view = nx * toEye[0] + ny * toEye[1] + nz * toEye[2];
  const edge = 1 - Math.max(view, 0);
  const rim = edge * edge * edge * 0.35 * open * (0.35 + 0.65 * up);
  let gloss = 0;
  const hx = TO_LIGHT[0] + toEye[0];
  const hy = TO_LIGHT[1] + toEye[1];
  const hz = TO_LIGHT[2] + toEye[2];
  const h = (nx * hx + ny * hy + nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
  if (h > 0) {
    const h2 = h * h;
    const h4 = h2 * h2;
    const amount = owner === Owner.Hair ? 0.03 : owner >= Owner.Hand ? 0.05 : 0.02;
    gloss = (owner === Owner.Hair ? h4 * h2 * h : h4 * h4 * h4 * h4) * amount * lit;
  }
  for (let i = 0; i < 3; i++) {
    const ambient = (SKY[i] * up + BOUNCE[i] * (1 - up)) * open;
    out[i] = base[i] * (ambient + KEY[i] * key + RIM[i] * rim) + gloss * KEY[i];
  }
}
