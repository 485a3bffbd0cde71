import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTimeline } from '../../src/timeline/compile';
import { overlayAt } from '../../src/timeline/overlay';
import { afterWait, repetitionAt, sameMoment, timeOfRepetition } from '../../src/timeline/position';
import { FPS, type Segment } from '../../src/timeline/types';
import { anyExercise, anyPace, bridge, cycling, inTurns, sidePlank } from '../support/exercises';

describe('a change of pace', () => {
  it('stays in the same repetition, phase, side and count, for any dose', () => {
    fc.assert(
      fc.property(
        anyExercise,
        anyPace,
        anyPace,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (exercise, one, other, share) => {
          const from = compileTimeline(exercise, { pace: one });
          const to = compileTimeline(exercise, { pace: other });
          const time = (share * (from.frames - 1)) / FPS;
          const before = overlayAt(from, time);
          const after = overlayAt(to, sameMoment(from, to, time));
          expect(after.phase === before.phase || before.timed).toBe(true);
          expect([after.part, after.set]).toEqual([before.part, before.set]);
          if (!before.timed) {
            expect([after.repetition, after.side]).toEqual([before.repetition, before.side]);
          }
          expect(after.number).toBe(before.number);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('adds ten seconds to the preparation that is running', () => {
    const five = compileTimeline(bridge());
    const fifteen = compileTimeline(bridge(), { preparationSeconds: 15 });
    expect(sameMoment(five, fifteen, 2)).toBe(2);
    expect(overlayAt(fifteen, 2).number).toBe(13);
  });
});

describe('a checkpoint', () => {
  it.each([
    ['the bridge', bridge()],
    ['the side plank', sidePlank()],
    ['cycling', cycling()],
    ['in turns', inTurns()],
  ])('leads back into the same repetition from every segment: %s', (_, exercise) => {
    const timeline = compileTimeline(exercise);
    for (const segment of timeline.segments) {
      const saved = repetitionAt(timeline, segment.startFrame / FPS);
      const back = timeOfRepetition(timeline, saved);
      expect(repetitionAt(timeline, back)).toEqual(saved);
      expect(back).toBeLessThanOrEqual(segment.startFrame / FPS);
    }
  });

  it('of a repetition that is gone leads to the last before it', () => {
    const short = compileTimeline(bridge({ reps: 5 }));
    const time = timeOfRepetition(short, { part: 'main', set: 1, repetition: 12 });
    expect(repetitionAt(short, time)).toEqual({ part: 'main', set: 1, repetition: 5 });
    expect(timeOfRepetition(short, { part: 'gone', set: 1, repetition: 1 })).toBe(0);
  });
});

it('a wait can be cut short, anything else goes on', () => {
  const timeline = compileTimeline(bridge());
  expect(afterWait(timeline, 1)).toBe(5);
  expect(afterWait(timeline, 6)).toBe(6);
  const ease = timeline.segments.find((one) => one.atEase) as Segment;
  expect(afterWait(timeline, ease.startFrame / FPS)).toBe(ease.startFrame / FPS);
});
