import { describe, expect, it } from 'vitest';
import {
  aheadNeeded,
  climbTime,
  clipEnd,
  type Fault,
  pauseBeforeTry,
  RUNGS,
  type Rung,
  rungFor,
  type Tried,
} from '../../../src/playback/recovery/ladder';
import { compileTimeline } from '../../../src/timeline/compile';
import { FPS } from '../../../src/timeline/types';
import { bridge } from '../../support/exercises';

const timeline = compileTimeline(bridge({ sets: 1, reps: 3 }), { preparationSeconds: 2 });

/** The rungs that the ladder takes when the same fault repeats. */
function way(fault: Fault, until?: number): Rung[] {
  const rungs: Rung[] = [];
  let tried: Tried = {};
  while (rungs.length < 20 && rungs[rungs.length - 1] !== 'poster') {
    const rung = rungFor({ fault, reason: '', ...(until === undefined ? {} : { until }) }, tried);
    tried = { ...tried, [rung]: (tried[rung] ?? 0) + 1 };
    rungs.push(rung);
  }
  return rungs;
}

describe('the way down', () => {
  it.each<[Fault, Rung[]]>([
    ['refused', ['nextClip', 'nextClip', 'poster']],
    ['server', ['retry', 'retry', 'retry', 'nextClip', 'nextClip', 'poster']],
    ['garbled', ['rebuild', 'nextClip', 'nextClip', 'poster']],
    ['media', ['recover', 'rebuild', 'nextClip', 'nextClip', 'poster']],
    ['plan', ['rebuild', 'nextClip', 'nextClip', 'poster']],
    ['stuck', ['rebuild', 'nextClip', 'nextClip', 'poster']],
    ['full', ['retry', 'retry', 'rebuild', 'poster']],
    ['forbidden', ['key', 'key', 'key', 'poster']],
    ['missing', ['poster']],
    ['starved', ['poster']],
  ])('of %s', (fault, rungs) => {
    expect(way(fault, 12)).toEqual(rungs);
  });

  it('a network is waited for, for a minute of tries; not where the stream gave up', () => {
    const away = { fault: 'network', reason: '' } as const;
    expect(rungFor(away, { retry: 119 })).toBe('retry');
    expect(rungFor(away, { retry: 120 })).toBe('poster');
    expect(rungFor({ ...away, isFinal: true }, {})).toBe('poster');
  });

  it('never goes up again, and ends on the poster', () => {
    for (const fault of [
      'refused',
      'server',
      'garbled',
      'media',
      'plan',
      'stuck',
      'full',
      'forbidden',
    ] as const) {
      const places = way(fault, 12).map((rung) => RUNGS.indexOf(rung));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[places.length - 1]).toBe(RUNGS.length - 1);
    }
  });

  it('a clip whose end nobody knows is not left out', () => {
    expect(way('refused')).toEqual(['poster']);
  });
});

describe('the way up', () => {
  it('tries again soon what passes, seldom what is broken, and never gives up', () => {
    const pauses = (fault: Fault) => [0, 1, 2, 3, 4, 9].map((n) => pauseBeforeTry(fault, n));
    expect(pauses('network')).toEqual([1, 2, 4, 8, 10, 10]);
    expect(pauses('missing')).toEqual([3, 6, 12, 24, 24, 24]);
    expect(pauses('refused')).toEqual([25, 50, 60, 60, 60, 60]);
    expect(new Set(pauses('forbidden'))).toEqual(new Set([Number.POSITIVE_INFINITY]));
  });

  it('wants more ready after each time it ran dry', () => {
    expect([0, 1, 2, 3, 4, 9].map(aheadNeeded)).toEqual([3, 3, 6, 12, 15, 15]);
  });

  it('is at a joint that is near, else on the next frame there is time for, never in the past', () => {
    const joints = timeline.segments.map(({ startFrame }) => startFrame);
    for (let frame = 0; frame < timeline.frames; frame += 1) {
      const goal = Math.round(climbTime(timeline, frame / FPS) * FPS);
      if (goal === timeline.frames - 1) continue;
      expect(goal - frame).toBeGreaterThanOrEqual(10);
      expect(goal - frame).toBeLessThanOrEqual(23);
      const near = joints.find((joint) => joint >= frame + 11);
      if (near !== undefined && near - frame <= 22) expect(goal).toBe(near);
    }
  });
});

it('blames the clip that comes next just before a joint, where a decoder stops', () => {
  const lift = timeline.segments.find(({ clip }) => clip === 'lift');
  const start = (lift?.startFrame ?? 0) / FPS;
  expect(clipEnd(timeline, start - 0.2)).toBe(start + 2);
  expect(clipEnd(timeline, start - 0.9)).toBe(start);
  expect(clipEnd(timeline, timeline.frames / FPS)).toBe(timeline.frames / FPS);
});
