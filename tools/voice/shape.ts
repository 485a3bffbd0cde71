/** Prepares a recording: cuts off silence and sets one loudness. Pure. */

/** Highest level that counts as silence, as a share of full scale. */
const SILENCE = 0.01;
/** Silence that remains around the voice, seconds, so that no consonant is cut off. */
const MARGIN = 0.012;
/**
 * Target loudness of the voice's louder half, root mean square, as a share of full scale: about -18
 * dB.
 */
const LOUDNESS = 0.126;
/** Highest sample after amplification, as a share of full scale. */
const PEAK = 0.89;

/** The samples from a little before the first sound to a little after the last. */
export function trim(samples: Float32Array, rate: number): Float32Array {
  let first = samples.findIndex((one) => Math.abs(one) > SILENCE);
  if (first < 0) return samples.slice(0, 0);
  let last = samples.length - 1;
  while (Math.abs(samples[last] as number) <= SILENCE) last -= 1;
  first = Math.max(0, first - Math.round(MARGIN * rate));
  return samples.slice(first, Math.min(samples.length, last + Math.round(MARGIN * rate)));
}

/** Loudness without pauses: that of the louder half of pieces of 20 ms. */
export function loudness(samples: Float32Array, rate: number): number {
  const size = Math.max(1, Math.round(rate * 0.02));
  const pieces: number[] = [];
  for (let at = 0; at < samples.length; at += size) {
    const piece = samples.subarray(at, at + size);
    pieces.push(piece.reduce((sum, one) => sum + one * one, 0) / piece.length);
  }
  const louder = pieces.sort((a, b) => b - a).slice(0, Math.ceil(pieces.length / 2));
  return Math.sqrt(louder.reduce((sum, one) => sum + one, 0) / Math.max(1, louder.length));
}

/** The samples, amplified or lowered to the target loudness. */
export function level(samples: Float32Array, rate: number): Float32Array {
  const is = loudness(samples, rate);
  if (is === 0) return samples;
  const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const gain = Math.min(LOUDNESS / is, PEAK / peak);
  return samples.map((one) => one * gain);
}
