import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { initFacts, segmentFacts } from '../../../tools/instructor/media/mp4';
import type { MediaIndex } from '../../../tools/instructor/media/produce';
import { movements } from '../../../tools/instructor/movements/index';

const STATIC = fileURLToPath(new URL('../../../static/', import.meta.url));
const index = JSON.parse(readFileSync(`${STATIC}media/index.json`, 'utf8')) as MediaIndex;
const read = (file: string): Uint8Array => readFileSync(STATIC + file);

/** Most bytes of all films together. */
const BUDGET = 60e6;

it('holds films of known movements only', () => {
  expect(index.format).toBe(1);
  const known = movements.map(({ id }) => id);
  for (const id of Object.keys(index.exercises)) expect(known).toContain(id);
});

it('stays within the budget', () => {
  const files = new Map<string, number>();
  for (const media of Object.values(index.exercises)) {
    for (const file of [media.init, media.poster, media.tile])
      files.set(file, statSync(STATIC + file).size);
    for (const { file, bytes } of Object.values(media.clips)) files.set(file, bytes);
  }
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
  expect(total).toBeLessThan(BUDGET);
});

describe.each(Object.entries(index.exercises))('%s', (id, media) => {
  it('begins with one silent H.264 track that every clip shares', () => {
    const init = initFacts(read(media.init));
    expect(init).toEqual({
      tracks: 1,
      handler: 'vide',
      timescale: 90000,
      width: media.width,
      height: media.height,
      profile: 100,
      edited: false,
    });
  });

  it('has every clip of its movement, whole frames long, without B-frames', () => {
    const movement = movements.find((one) => one.id === id);
    const named = Object.keys(media.clips).sort();
    expect(named).toEqual(movement?.clips.map(({ name }) => name).sort());
    for (const clip of movement?.clips ?? []) {
      const entry = media.clips[clip.name];
      const bytes = read(entry.file);
      expect(bytes.length, clip.name).toBe(entry.bytes);
      const facts = segmentFacts(bytes);
      expect(facts.frames, clip.name).toBe(clip.shots.length);
      expect(entry.frames, clip.name).toBe(clip.shots.length);
      expect(facts.fragments, clip.name).toBe(1);
      expect(facts.start, clip.name).toBe(0);
      expect(facts.reordered, clip.name).toBe(false);
      expect(new Set(facts.durations), clip.name).toEqual(new Set([90000 / media.fps]));
      expect(facts.keyframes[0], clip.name).toBe(true);
    }
  });

  it('has a poster and a tile', () => {
    for (const file of [media.poster, media.tile]) {
      expect(existsSync(STATIC + file), file).toBe(true);
      expect([...read(file).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    }
  });
});
