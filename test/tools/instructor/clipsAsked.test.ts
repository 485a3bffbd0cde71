import { describe, expect, it } from 'vitest';
import { BREATHS } from '../../../src/timeline/clips';
import { compileTimeline } from '../../../src/timeline/compile';
import { posesOf } from '../../../tools/instructor/media/shots';
import { movements } from '../../../tools/instructor/movements/index';
import { realShown } from '../../support/catalogue';
import { movementOf } from './film';

const exercises = realShown();

it('films every exercise and every variant that the brochure names', () => {
  expect(movements.map(({ id }) => id).sort()).toEqual([...exercises.keys()].sort());
});

/** Most pictures that an exercise may render, with and without sides. */
const PICTURES = { sides: 245, none: 115 };

describe.each(movements.map((movement) => [movement.id, movement] as const))('%s', (id, film) => {
  const exercise = exercises.get(id);
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

  it('has the clips of the exercise that it is a variant of', () => {
    const lengths = (of: string): [string, number][] =>
      movementOf(of).clips.map(({ name, shots }) => [name, shots.length]);
    expect(lengths(id)).toEqual(lengths(exercise.id));
  });

  it('films each name once, and few enough pictures to render', () => {
    expect(frames.size).toBe(film.clips.length);
    const sided = exercise.parts.some((part) => part.dose.sides !== 'none');
    const fromBefore = ['zijplank', 'fietsen'].includes(id);
    const limit = fromBefore ? 320 : PICTURES[sided ? 'sides' : 'none'];
    expect(posesOf(film).size).toBeLessThanOrEqual(limit);
  });
});
