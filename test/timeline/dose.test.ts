import { describe, expect, it } from 'vitest';
import { withDose } from '../../src/timeline/dose';
import { bridge, cycling, sidePlank } from '../support/exercises';

it('changes what is wished for and leaves the rest, and the exercise itself', () => {
  const exercise = bridge();
  expect(withDose(exercise, { sets: 1, reps: 10, hold: 5 })).toEqual([
    { sets: 1, reps: 10, holdCounts: 5, sides: 'none', restSeconds: 20 },
  ]);
  expect(exercise.parts[0].dose.reps).toBe(15);
});

describe('refuses', () => {
  it.each([
    [bridge(), { sets: 0 }, 'brug: sets must be a whole number from 1 to 5, got 0'],
    [bridge(), { reps: 61 }, 'brug: reps must be a whole number from 1 to 60, got 61'],
    [sidePlank(), { hold: 2.5 }, 'zijplank: hold must be a whole number from 1 to 60, got 2.5'],
    [cycling(), { reps: 3 }, 'fietsen: is timed, so it has no reps to change'],
    [cycling(), { hold: 3 }, 'fietsen: has no hold to change'],
  ])('%#', (exercise, wish, sentence) => {
    expect(() => withDose(exercise, wish)).toThrow(sentence);
  });
});
