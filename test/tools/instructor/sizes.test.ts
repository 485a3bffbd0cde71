import { describe, expect, it } from 'vitest';
import { compileTimeline } from '../../../src/timeline/compile';
import type { ExerciseMedia } from '../../../tools/instructor/media/produce';
import { filesOf, sizesReport, weigh } from '../../../tools/instructor/media/sizes';
import { realShown } from '../../support/catalogue';
import { movementOf } from './film';

const shown = realShown();
const exercise = (key: string) => {
  const found = shown.get(key);
  if (!found) throw new Error(`the catalogue has no ${key}`);
  return found;
};

/** Media of the bridge with 100,000 bytes for each clip; lowering and lifting share a file. */
function mediaOf(key: string): ExerciseMedia {
  const folder = `media/${key}`;
  const names = movementOf('brug').clips.map(({ name }) => name);
  const clip = (name: string) => ({
    file: `${folder}/${name === 'lower' ? 'lift' : name}.m4s`,
    frames: 30,
    bytes: 100_000,
  });
  return {
    ...{ fps: 30, width: 1280, height: 720 },
    init: `${folder}/init.mp4`,
    poster: `${folder}/poster.jpg`,
    tile: `${folder}/tile.jpg`,
    clips: Object.fromEntries(names.map((name) => [name, clip(name)])),
  };
}

describe('weigh', () => {
  const brug = exercise('brug');
  const asked = new Set(compileTimeline(brug).segments.map(({ clip }) => clip));

  it('counts each file that the timeline shows once, over the minutes it lasts', () => {
    const { key, bytes, minutes } = weigh(brug, mediaOf('brug'));
    expect(key).toBe('brug');
    // Two names share one file. Breaths of other lengths than this dose needs do not count.
    expect(bytes).toBe((asked.size - 1) * 100_000);
    expect(bytes).toBeLessThan(3_100_000);
    // 5 s of preparation, twice 15 x (2 + 3 + 2) with 14 s of pauses, a rest of 20 s, 2 s at the end.
    expect(minutes * 60).toBeCloseTo(5 + 2 * (15 * 7 + 14) + 20 + 2, 9);
  });
  it('names the clip that is not filmed', () => {
    const media = mediaOf('brug');
    const { lift: _, ...clips } = media.clips;
    expect(() => weigh(brug, { ...media, clips })).toThrow('brug: the clip lift is not filmed');
  });
});

it('reports exercises, variants, the catalogue without its variants, and all files', () => {
  const index = {
    format: 1 as const,
    exercises: {
      brug: mediaOf('brug'),
      'brug--armen-gekruist': mediaOf('brug--armen-gekruist'),
    },
  };
  const lines = sizesReport(index, [exercise('brug'), exercise('fietsen')], () => 50_000);
  expect(lines).toHaveLength(4);
  const [plain, variant, catalogue, all] = lines;
  const { bytes, minutes } = weigh(exercise('brug'), mediaOf('brug'));
  const [mega, perMinute] = [(bytes / 1e6).toFixed(2), Math.round(bytes / minutes)];
  const weight = `${mega} MB for 4.4 min, ${perMinute} bytes a routine minute`;
  expect(plain).toBe(`brug: ${weight}`);
  expect(variant).toBe(`brug--armen-gekruist: ${weight}`);
  expect(catalogue).toBe(`catalogue (1 exercises): ${weight}`);
  // 31 files for 32 clips, an init segment, a poster and a tile; each twice.
  expect(filesOf(index).size).toBe(2 * 34);
  expect(all).toBe('all media: 3.40 MB in 68 files');
});
