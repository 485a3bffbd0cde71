/** Tests the repetitions, marks and counts of voice and captions, with their moments. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Exercise } from '../../src/catalogue/types';
import { compileTimeline } from '../../src/timeline/compile';
import { overlayAt } from '../../src/timeline/overlay';
import { FPS } from '../../src/timeline/types';
import { utterancesOf } from '../../src/timeline/utterances';
import { anyExercise, anyPace, bridge, cycling, sidePlank } from '../support/exercises';

/** The utterances of an exercise at a pace; `n` is the number in their words. */
function announced(exercise: Exercise, pace = 1) {
  const timeline = compileTimeline(exercise, { pace });
  const all = utterancesOf(timeline, { exercise }).map(({ kind, says: [first], time }) => ({
    kind,
    time,
    key: first && 'key' in first ? first.key : undefined,
    n: first && 'key' in first ? first.values?.n : undefined,
  }));
  return { all, timeline };
}

it('numbers every repetition, and counts every second of every hold', () => {
  const { all } = announced(bridge());
  const numbers = all.filter(({ kind }) => kind === 'number').map(({ n }) => n);
  expect(numbers).toEqual([...Array(2)].flatMap(() => Array.from({ length: 15 }, (_, n) => n + 1)));
  expect(all.filter(({ kind }) => kind === 'count')).toHaveLength(90);
});

it('says halfway once a set, and two more before the last two', () => {
  const { all, timeline } = announced(bridge());
  expect(all.filter(({ key }) => key === 'voice.halfway')).toHaveLength(2);
  const two = all.filter(({ key }) => key === 'voice.twoMore');
  expect(two.map(({ time }) => overlayAt(timeline, time).repetition)).toEqual([14, 14]);
});

it('announces the change of sides, and counts down its last three seconds', () => {
  const { all, timeline } = announced(sidePlank());
  const [change] = all.filter(({ key }) => key === 'phase.switch');
  const time = change?.time ?? 0;
  expect(overlayAt(timeline, time)).toMatchObject({ phase: 'switch', side: 'right', number: 12 });
  const last = all.filter((one) => one.kind === 'countdown' && one.time > time);
  expect(last.map((one) => [one.n, one.time - time])).toEqual([
    [3, 9],
    [2, 10],
    [1, 11],
  ]);
});

it('announces a timed effort by its time, not its turns', () => {
  const { all } = announced(cycling());
  expect(all.filter(({ key }) => key === 'phase.effort')).toHaveLength(2);
  expect(all.filter(({ kind }) => kind === 'number' || kind === 'count')).toEqual([]);
  expect(all.filter(({ key }) => key === 'voice.halfway')).toHaveLength(2);
});

it('ends once, is in order and inside the timeline, for any dose and pace', () => {
  fc.assert(
    fc.property(anyExercise, anyPace, (exercise, pace) => {
      const { all, timeline } = announced(exercise, pace);
      expect(all.filter(({ key }) => key === 'phase.done')).toHaveLength(1);
      let before = 0;
      for (const { kind, n, time } of all) {
        expect(time).toBeGreaterThanOrEqual(before);
        expect(time * FPS).toBeLessThan(timeline.frames);
        if (kind === 'count') expect(overlayAt(timeline, time).number).toBe(n);
        if (kind === 'countdown') expect(overlayAt(timeline, time).countdown).toBe(n);
        before = time;
      }
    }),
    { numRuns: 150 },
  );
});
