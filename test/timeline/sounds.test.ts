import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWait } from '../../src/catalogue/phases';
import { compileTimeline } from '../../src/timeline/compile';
import { type SoundKind, soundsOf } from '../../src/timeline/sounds';
import { FPS, type Timeline } from '../../src/timeline/types';
import { anyExercise, anyPace, bridge, cycling, inTurns, sidePlank } from '../support/exercises';

const of = (timeline: Timeline, ...kinds: SoundKind[]) =>
  soundsOf(timeline).filter(({ kind }) => kinds.includes(kind));

it('opens, counts and closes a hold, and knocks at every repetition', () => {
  const timeline = compileTimeline(bridge({ sets: 1, reps: 2 }));
  expect(soundsOf(timeline).map(({ kind, time }) => [time, kind])).toEqual([
    [2, 'tick'],
    [3, 'tick'],
    [4, 'tick'],
    [5, 'repetition'],
    [7, 'holdStart'],
    [8, 'tick'],
    [9, 'tick'],
    [10, 'holdEnd'],
    [13, 'repetition'],
    [15, 'holdStart'],
    [16, 'tick'],
    [17, 'tick'],
    [18, 'holdEnd'],
    [20, 'end'],
  ]);
});

it('tells the sides apart, and when they change', () => {
  const plank = compileTimeline(sidePlank());
  expect(of(plank, 'repetition', 'switch').map(({ kind, side }) => [kind, side])).toEqual([
    ['repetition', 'left'],
    ['switch', 'right'],
    ['repetition', 'right'],
  ]);
  const turns = of(compileTimeline(inTurns(4)), 'repetition');
  expect(turns.map(({ side }) => side)).toEqual(['left', 'right', 'left', 'right']);
});

it('opens and closes a timed effort as a hold', () => {
  const timeline = compileTimeline(cycling());
  const signals = of(timeline, 'holdStart', 'holdEnd', 'rest', 'end');
  expect(signals.map(({ kind, time }) => [time, kind])).toEqual([
    [5, 'holdStart'],
    [35, 'holdEnd'],
    [35, 'rest'],
    [45, 'holdStart'],
    [75, 'holdEnd'],
    [75, 'end'],
  ]);
});

it('signals each repetition, hold, change and end once, on its frame, for any dose and pace', () => {
  fc.assert(
    fc.property(anyExercise, anyPace, (exercise, pace) => {
      const timeline = compileTimeline(exercise, { pace });
      const sounds = soundsOf(timeline);
      const at = (kind: SoundKind) =>
        sounds.filter((one) => one.kind === kind).map(({ time }) => Math.round(time * FPS));
      const runs = timeline.segments.filter((one) => one.startFrame === one.runStart);
      const kept = runs.filter((one) => one.phase === 'hold' || one.timed);
      expect(at('holdStart')).toEqual(kept.map((one) => one.startFrame));
      expect(at('holdEnd')).toEqual(kept.map((one) => one.runStart + one.runFrames));
      const waits = (phase: string) =>
        runs.filter((one) => isWait(one) && one.phase === phase).map((one) => one.startFrame);
      expect(at('switch')).toEqual(waits('switch'));
      expect(at('rest')).toEqual(waits('rest'));
      expect(at('end')).toEqual(waits('done'));
      const names = timeline.segments
        .filter((one) => !isWait(one) && !one.atEase)
        .map((one) => `${one.part} ${one.set} ${one.side} ${one.repetition}`);
      expect(at('repetition')).toHaveLength(new Set(names).size);
      // A signal replaces a tick of the same moment, and each kind occurs at most once at a moment.
      const moments = sounds.map(({ kind, time }) => `${time} ${kind}`);
      expect(new Set(moments).size).toBe(moments.length);
      const signals = new Set(sounds.filter((one) => one.kind !== 'tick').map((one) => one.time));
      expect(sounds.filter((one) => one.kind === 'tick' && signals.has(one.time))).toEqual([]);
      expect([...sounds].sort((a, b) => a.time - b.time)).toEqual(sounds);
    }),
    { numRuns: 150 },
  );
});
