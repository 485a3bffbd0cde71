import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileTimeline } from '../../src/timeline/compile';
import { cuesOf } from '../../src/timeline/cues';
import { overlayAt } from '../../src/timeline/overlay';
import { anyExercise, anyPace, bridge, cycling, sidePlank } from '../support/exercises';

const kinds = (exercise = bridge()) => cuesOf(compileTimeline(exercise));

it('counts every repetition, and every count of every hold', () => {
  const cues = kinds();
  const numbers = cues.filter((one) => one.kind === 'repetition').map((one) => one.number);
  expect(numbers).toEqual([...Array(2)].flatMap(() => Array.from({ length: 15 }, (_, n) => n + 1)));
  expect(cues.filter((one) => one.kind === 'count')).toHaveLength(90);
});

it('says halfway once a set, and two more before the last two', () => {
  const cues = kinds();
  expect(cues.filter((one) => one.kind === 'halfway')).toHaveLength(2);
  const two = cues.filter((one) => one.kind === 'twoMore');
  expect(two).toHaveLength(2);
  const timeline = compileTimeline(bridge());
  expect(two.map((one) => overlayAt(timeline, one.time).repetition)).toEqual([14, 14]);
});

it('announces the change of sides with the coming side, and its last three seconds', () => {
  const cues = kinds(sidePlank());
  expect(cues.find((one) => one.kind === 'switch')).toMatchObject({ side: 'right', number: 12 });
  const change = cues.find((one) => one.kind === 'switch')?.time ?? 0;
  const last = cues.filter((one) => one.kind === 'countdown' && one.time > change);
  expect(last.map((one) => [one.number, one.time - change])).toEqual([
    [3, 9],
    [2, 10],
    [1, 11],
  ]);
});

it('counts a timed effort by its time, not its turns', () => {
  const cues = kinds(cycling());
  expect(cues.filter((one) => one.kind === 'move')).toHaveLength(2);
  expect(cues.filter((one) => one.kind === 'repetition')).toHaveLength(0);
  expect(cues.filter((one) => one.kind === 'halfway')).toHaveLength(2);
});

it('ends once, is in order and inside the timeline, for any dose and pace', () => {
  fc.assert(
    fc.property(anyExercise, anyPace, (exercise, pace) => {
      const timeline = compileTimeline(exercise, { pace });
      const cues = cuesOf(timeline);
      expect(cues.filter((one) => one.kind === 'end')).toHaveLength(1);
      let before = 0;
      for (const { time, kind, number } of cues) {
        expect(time).toBeGreaterThanOrEqual(before);
        expect(time * 30).toBeLessThan(timeline.frames);
        if (kind === 'count') expect(overlayAt(timeline, time).number).toBe(number);
        if (kind === 'countdown') expect(overlayAt(timeline, time).countdown).toBe(number);
        before = time;
      }
    }),
    { numRuns: 150 },
  );
});
