import { describe, expect, it } from 'vitest';
import { compileTimeline } from '../../src/timeline/compile';
import { briefDoses, withDose } from '../../src/timeline/dose';
import { FPS } from '../../src/timeline/types';
import { bridge, cycling, inTurns, sidePlank } from '../support/exercises';

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

it.each([
  ['the bridge', bridge(), 13],
  ['the side plank, both sides', sidePlank(), 21],
  ['cycling, both ways', cycling(), 22],
  ['in turns, once each', inTurns(), 20],
])('a demonstration is short and shows every part and side: %s', (_, exercise, most) => {
  const whole = compileTimeline(exercise);
  const brief = compileTimeline(exercise, { preparationSeconds: 3, doses: briefDoses(exercise) });
  expect(brief.frames / FPS).toBeLessThanOrEqual(most);
  const shown = (timeline: typeof whole) =>
    [...new Set(timeline.segments.map((one) => `${one.part} ${one.phase} ${one.side}`))]
      .filter((one) => !one.includes(' rest '))
      .sort();
  expect(shown(brief)).toEqual(shown(whole));
});
