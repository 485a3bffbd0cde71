import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../src/catalogue/load';
import { BREATHS } from '../../../src/timeline/clips';
import { compileTimeline } from '../../../src/timeline/compile';
import { posesOf } from '../../../tools/instructor/media/shots';
import { movements } from '../../../tools/instructor/movements/index';

const FILE = 'static/catalogue/thuisoefeningen-rug.json';
const { catalogue } = readCatalogue(
  readFileSync(fileURLToPath(new URL(`../../../${FILE}`, import.meta.url)), 'utf8'),
  FILE,
);
const exercises = catalogue?.exercises ?? [];
/** Pictures rendered one by one: what one exercise may take, with and without sides. */
const PICTURES = { sides: 245, none: 115 };

describe.each(movements.map((movement) => [movement.id, movement] as const))('%s', (id, film) => {
  const exercise = exercises.find((one) => one.id === id);
  if (!exercise) throw new Error(`the catalogue has no ${id}`);
  const frames = new Map(film.clips.map(({ name, shots }) => [name, shots.length]));

  it('has every clip that its timeline asks for, frame for frame', () => {
    for (const preparationSeconds of [1, 2, 3, 4, 5, 12, 20])
      for (const { clip, clipFrames } of compileTimeline(exercise, { preparationSeconds }).segments)
        expect(frames.get(clip), clip).toBe(clipFrames);
  });

  it('has waits and holds of every length', () => {
    const { segments } = compileTimeline(exercise);
    const groups = segments.flatMap(({ clip }) => /^(.*)-\d-\d$/.exec(clip)?.[1] ?? []);
    for (const group of new Set(groups))
      for (const length of BREATHS)
        for (let second = 1; second <= length; second++)
          expect(frames.get(`${group}-${length}-${second}`), group).toBe(30);
  });

  it('films each name once, and few enough pictures to render', () => {
    expect(frames.size).toBe(film.clips.length);
    const sided = exercise.parts.some((part) => part.dose.sides !== 'none');
    const fromBefore = ['brug', 'zijplank', 'fietsen'].includes(id);
    const limit = fromBefore ? 320 : PICTURES[sided ? 'sides' : 'none'];
    expect(posesOf(film).size).toBeLessThanOrEqual(limit);
  });
});
