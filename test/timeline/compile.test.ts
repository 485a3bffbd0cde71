import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWait } from '../../src/catalogue/phases';
import type { Exercise } from '../../src/catalogue/types';
import { compileTimeline } from '../../src/timeline/compile';
import { FPS, type Segment, type Timeline } from '../../src/timeline/types';
import { anyExercise, anyPace, bridge, cycling, inTurns, sidePlank } from '../support/exercises';

const preparation = fc.integer({ min: 0, max: 30 });

const total = (segments: Segment[]) => segments.reduce((sum, one) => sum + one.frames, 0);

/** Runs of one part, each as its segments. */
function runs(timeline: Timeline): Segment[][] {
  const all: Segment[][] = [];
  for (const segment of timeline.segments) {
    if (segment.startFrame === segment.runStart) all.push([]);
    all[all.length - 1]?.push(segment);
  }
  return all;
}

/** For each repetition of a part, as `set side repetition`, how often its movement occurs. */
function repetitions(timeline: Timeline, part: string): Map<string, number> {
  const seen = new Map<string, number>();
  for (const one of timeline.segments) {
    if (one.part !== part || one.phase !== 'move') continue;
    const key = `${one.set} ${one.side ?? '-'} ${one.repetition}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return seen;
}

describe('the bridge, as the brochure doses it', () => {
  const timeline = compileTimeline(bridge());

  it('is 2 sets of 15, each lift held three counts', () => {
    const lifts = timeline.segments.filter((one) => one.phase === 'move');
    expect(lifts).toHaveLength(30);
    const counts = timeline.segments.filter((one) => one.phase === 'hold').map((one) => one.count);
    expect(counts).toHaveLength(90);
    expect(counts.slice(0, 4)).toEqual([3, 2, 1, 3]);
  });

  it('prepares 5 s, rests 20 s between the sets and comes to rest at the end', () => {
    const secondsOf = (phase: string) =>
      total(timeline.segments.filter((one) => one.phase === phase && !one.atEase)) / FPS;
    expect(secondsOf('prepare')).toBe(5);
    expect(secondsOf('rest')).toBe(20);
    expect(timeline.segments[timeline.segments.length - 1]?.phase).toBe('done');
  });

  it('is at ease between repetitions, not after the last of a set', () => {
    expect(timeline.segments.filter((one) => one.atEase)).toHaveLength(28);
  });

  it('a wait belongs to what comes after it', () => {
    const rest = timeline.segments.find((one) => one.phase === 'rest' && !one.atEase);
    expect(rest).toMatchObject({ set: 2, repetition: 1, count: 20 });
  });

  it('breathes whole breaths: every hold and wait begins and ends at rest', () => {
    const held = timeline.segments.filter((one) => one.phase === 'hold').slice(0, 3);
    expect(held.map((one) => one.clip)).toEqual(['hold-3-1', 'hold-3-2', 'hold-3-3']);
    const prepare = timeline.segments.filter((one) => one.phase === 'prepare');
    expect(prepare.map((one) => one.clip)).toEqual([1, 2, 3, 4, 5].map((n) => `ready-5-${n}`));
  });
});

describe('sides', () => {
  it('`each` gives the whole dose to the left, a switch, then to the right', () => {
    const phases = compileTimeline(sidePlank()).segments.map((one) => `${one.phase} ${one.side}`);
    const order = phases.filter((one, index) => one !== phases[index - 1]);
    expect(order).toEqual([
      'prepare left',
      'move left',
      'hold left',
      'return left',
      'switch right',
      'move right',
      'hold right',
      'return right',
      'done right',
    ]);
  });

  it('the first second of a change of sides gets there, the rest waits in the new pose', () => {
    const change = compileTimeline(sidePlank()).segments.filter((one) => one.phase === 'switch');
    expect(change.map((one) => one.clip).slice(0, 3)).toEqual([
      'to-ready-right',
      'ready-right-4-1',
      'ready-right-4-2',
    ]);
    expect(change).toHaveLength(12);
  });

  it('`alternate` takes turns, left first, and the number is the total', () => {
    const lifts = compileTimeline(inTurns()).segments.filter((one) => one.phase === 'move');
    expect(lifts).toHaveLength(20);
    expect(lifts.slice(0, 3).map((one) => one.side)).toEqual(['left', 'right', 'left']);
    expect(lifts.filter((one) => one.side === 'left')).toHaveLength(10);
  });
});

describe('a timed effort', () => {
  const turns = (pace: number) =>
    compileTimeline(cycling(), { pace }).segments.filter((one) => one.clip === 'turn');

  it('has as many turns as fit, and lasts its seconds', () => {
    expect(turns(1)).toHaveLength(20);
    expect(turns(0.75)).toHaveLength(15);
    expect(turns(1.25)).toHaveLength(25);
    for (const pace of [0.5, 0.75, 1, 1.25]) expect(total(turns(pace))).toBe(30 * FPS);
  });

  it('lifts the legs in the last seconds of the preparation and lowers them in the rest', () => {
    const timeline = compileTimeline(cycling());
    const clips = timeline.segments.filter(isWait).map((one) => one.clip);
    expect(clips.slice(3, 5)).toEqual(['enter-1', 'enter-2']);
    expect(clips.slice(5, 7)).toEqual(['leave-1', 'leave-2']);
    expect(clips.slice(-2)).toEqual(['leave-1', 'leave-2']);
    expect(total(timeline.segments.filter((one) => one.phase === 'rest'))).toBe(10 * FPS);
  });

  it('leaves out an optional part, and the rest before it', () => {
    const exercise = cycling();
    const timeline = compileTimeline(exercise, { doses: [exercise.parts[0].dose, null] });
    expect(timeline.segments.some((one) => one.part === 'achteruit')).toBe(false);
    expect(timeline.segments.some((one) => one.phase === 'rest')).toBe(false);
  });
});

describe('for any dose and pace', () => {
  const any = (check: (timeline: Timeline, exercise: Exercise, pace: number) => void) =>
    fc.assert(
      fc.property(anyExercise, anyPace, preparation, (exercise, pace, preparationSeconds) => {
        check(compileTimeline(exercise, { pace, preparationSeconds }), exercise, pace);
      }),
      { numRuns: 300 },
    );

  it('segments are contiguous, whole frames long and add up to the duration', () => {
    any((timeline) => {
      let frame = 0;
      for (const segment of timeline.segments) {
        expect(segment.startFrame).toBe(frame);
        expect(Number.isInteger(segment.frames) && segment.frames > 0).toBe(true);
        frame += segment.frames;
      }
      expect(frame).toBe(timeline.frames);
    });
  });

  it('`each` counts every repetition once per side, `alternate` the total once', () => {
    any((timeline, exercise) => {
      for (const { id, dose } of exercise.parts) {
        if (dose.reps === undefined) continue;
        const seen = repetitions(timeline, id);
        const perSet = dose.sides === 'each' ? 2 * dose.reps : dose.reps;
        expect(seen.size).toBe(dose.sets * perSet);
        expect([...seen.values()].every((times) => times === 1)).toBe(true);
      }
    });
  });

  it('a hold, a timed effort and a rest last their seconds at every pace', () => {
    any((timeline, exercise) => {
      for (const { id, dose } of exercise.parts) {
        const mine = runs(timeline).filter((run) => run[0]?.part === id);
        const hold = dose.holdCounts ?? dose.holdSeconds;
        for (const run of mine) {
          const first = run[0] as Segment;
          expect(total(run)).toBe(first.runFrames);
          if (first.phase === 'hold') expect(total(run)).toBe((hold as number) * FPS);
          if (first.timed) expect(total(run)).toBe((dose.durationSeconds as number) * FPS);
          if (first.phase === 'switch') {
            expect(total(run)).toBe((dose.switchSeconds as number) * FPS);
          }
          if (first.phase === 'rest' && first.set > 1 && !first.atEase) {
            expect(total(run)).toBe(dose.restSeconds * FPS);
          }
        }
      }
    });
  });

  it('stretches moves and returns by the pace, to the nearest frame', () => {
    any((timeline, _, pace) => {
      for (const one of timeline.segments) {
        if (one.timed || (one.phase !== 'move' && one.phase !== 'return')) continue;
        expect(Math.abs(one.frames - one.clipFrames / pace)).toBeLessThanOrEqual(0.5);
      }
    });
  });

  it('gives both sides of a timed effort the same number of turns', () => {
    any((timeline, exercise) => {
      for (const { id, dose } of exercise.parts) {
        if (dose.durationSeconds === undefined || dose.sides !== 'alternate') continue;
        const moves = timeline.segments.filter((one) => one.part === id && one.phase === 'move');
        const left = moves.filter((one) => one.side === 'left').length;
        expect(left * 2).toBe(moves.length);
      }
    });
  });
});

describe('refuses, in a sentence that names the exercise', () => {
  it.each([
    [{ pace: 0 }, 'brug: pace must be from 0.25 to 4, got 0'],
    [{ pace: Number.NaN }, 'brug: pace must be from 0.25 to 4, got NaN'],
    [{ preparationSeconds: 1.5 }, 'brug: preparation must be whole seconds from 0 to 600, got 1.5'],
    [{ doses: [] }, 'brug: has 1 parts, got 0 doses'],
    [{ doses: [null] }, 'brug: every part is left out'],
  ])('%o', (options, sentence) => {
    expect(() => compileTimeline(bridge(), options)).toThrow(sentence);
  });
});
