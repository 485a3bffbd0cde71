/**
 * Tests the contrast of the overlay on the brightest picture of each exercise, and that no film flashes. It
 * decodes and measures every frame of every clip.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { PALETTES, PAUSE_SCRIM } from '../../src/ui/theme/palettes';
import { realMedia } from '../support/catalogue';
import { eachPicture, filmOfClips } from '../support/clips';
import { blend, contrast, luminance, type Rgb } from '../support/colour';

/** Each measured pixel is 8 × 8 px of the clip, or 12 × 12 on the screen: about a thick stroke. */
const SMALL = [160, 90] as const;
const PIXELS = SMALL[0] * SMALL[1];

/** Colours in which the overlay writes: text, phases, captions, hints. */
const INKS = ['text', 'soft', 'accent', 'mint', 'sky', 'coral', 'sand'] as const;
/** Themes: colours of text and of its grounds. */
const THEMES = [
  ...Object.entries(PALETTES).map(([theme, palette]) => ({
    theme,
    inks: INKS.map((name) => palette[name]),
    ground: palette.overlay,
  })),
];

const AA = 4.5;

/** Linear light of each of the 256 values, by WCAG. */
const LIGHT = Float64Array.from({ length: 256 }, (_, v) => luminance([v, v, v]));
const lightAt = (pixels: Uint8Array, at: number): number =>
  0.2126 * (LIGHT[pixels[at] as number] as number) +
  0.7152 * (LIGHT[pixels[at + 1] as number] as number) +
  0.0722 * (LIGHT[pixels[at + 2] as number] as number);

/** WCAG's general flash: a change of a tenth of the greatest luminance, where the darker one is below 0.8. */
const FLASH = 0.1;
const BRIGHT = 0.8;

interface Measured {
  frames: number;
  brightest: Rgb;
  /** The largest share of the picture whose change between two frames is a flash by that rule. */
  flashing: number;
}

async function measure(film: Buffer): Promise<Measured> {
  const before = new Float64Array(PIXELS).fill(-1);
  let frames = 0;
  let most = -1;
  let brightest: Rgb = [0, 0, 0];
  let flashing = 0;
  await eachPicture(film, SMALL, (pixels) => {
    frames += 1;
    let changed = 0;
    for (let n = 0; n < PIXELS; n += 1) {
      const now = lightAt(pixels, n * 3);
      const then = before[n] as number;
      before[n] = now;
      if (now > most) {
        most = now;
        const [r, g, b] = pixels.subarray(n * 3, n * 3 + 3);
        brightest = [r ?? 0, g ?? 0, b ?? 0];
      }
      if (then >= 0 && Math.abs(now - then) >= FLASH && Math.min(now, then) < BRIGHT) changed += 1;
    }
    flashing = Math.max(flashing, changed / PIXELS);
  });
  return { frames, brightest, flashing };
}

const all = Object.entries(realMedia().exercises);

it('there is video of all 23 exercises, and of their variants', () => {
  expect(all.filter(([id]) => !id.includes('--'))).toHaveLength(23);
});

/** The results, for the figures in `docs/decisions/013`. */
const said: { brightest: number; least: number; flashing: number }[] = [];

afterAll(() => {
  const [brightest, flashing] = (['brightest', 'flashing'] as const).map((name) =>
    Math.max(...said.map((one) => one[name])),
  );
  const least = Math.min(...said.map((one) => one.least));
  console.log(
    `brightest ${brightest?.toFixed(2)}, least contrast ${least.toFixed(1)}, ` +
      `at most ${((flashing ?? 0) * 100).toFixed(1)} % of a picture changes at once`,
  );
});

// Several decoders at once, since they take most of the time.
describe.concurrent.each(all)('%s', (id, media) => {
  it('is never too bright for its overlay, and does not flash', async () => {
    if (!media) throw new Error(id);
    const { film, frames } = filmOfClips(media);
    const found = await measure(film);
    expect(found.frames).toBe(frames);
    // A dark result would mean that the decoder failed.
    expect(luminance(found.brightest)).toBeGreaterThan(0.2);
    for (const { ground, inks, theme } of THEMES) {
      const under = blend(found.brightest, ground);
      const least = Math.min(...inks.map((ink) => contrast(blend(under, ink), under)));
      said.push({ brightest: luminance(found.brightest), flashing: found.flashing, least });
      expect(least, theme).toBeGreaterThanOrEqual(AA);
    }
    // A pause darkens the picture below the overlay, so the contrast is even greater.
    const paused = blend(found.brightest, PAUSE_SCRIM);
    expect(luminance(paused)).toBeLessThan(0.7 * luminance(found.brightest));
    // WCAG: only changes of a quarter of the visible area are flashes.
    expect(found.flashing).toBeLessThan(0.25);
  });
});
