/** Tests checkpoints: when the controller sends them, and that each leads back to its place. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Checkpoint } from '../../../src/session/walk/checkpoint';
import { repetitionAt, timeOfRepetition } from '../../../src/timeline/position';
import { FPS } from '../../../src/timeline/types';
import { begin, conduct, exercises, player, ROUTINE, summary, told, view } from './running';

beforeEach(begin);
afterEach(() => void vi.useRealTimers());

describe('a checkpoint', () => {
  it('goes on as slowly as it was done', () => {
    const first = conduct();
    first.ok();
    first.arrow(-1);
    const at = first.leave();
    expect(at.pace).toBe(0.75);
    conduct(at);
    expect(view().pace).toBe(0.75);
    expect(player().timeline.pace).toBe(0.75);
  });

  it('says nothing of the usual pace', () => {
    expect(conduct().leave()).not.toHaveProperty('pace');
  });

  it('names the repetition, and leads back to it', () => {
    const first = conduct();
    first.next();
    const right = player().timeline.segments.find(
      (one) => one.side === 'right' && one.phase === 'hold',
    );
    player().go((right?.startFrame ?? 0) / FPS);
    const checkpoint = first.leave();
    expect(checkpoint).toEqual({
      routine: 'today',
      index: 1,
      exercise: 'zijplank',
      part: 'main',
      set: 1,
      repetition: 1,
      side: 'right',
      noted: {
        outcomes: ['skipped', undefined, undefined],
        finished: [false, false, false],
        seconds: expect.any(Number),
        played: [0, 0, 0],
      },
    });
    expect(player().state).toBe('closed');

    conduct(checkpoint);
    expect(view()).toMatchObject({ index: 1, pause: 'running', overlay: { side: 'right' } });
  });

  /** Where the fourth bridge began. */
  const inTheMiddle = (): Checkpoint => {
    const first = conduct();
    first.ok();
    player().go(timeOfRepetition(player().timeline, { part: 'main', set: 1, repetition: 4 }));
    return first.leave();
  };

  it('in the middle of a set goes on by itself, after three counts', () => {
    const checkpoint = inTheMiddle();
    vi.useFakeTimers();
    conduct(checkpoint, ROUTINE, false, exercises, 0, { resumeCounts: 3 });
    const place = { index: 0, pause: 'running', overlay: { repetition: 4 } };
    for (const countIn of [3, 2, 1]) {
      expect(view()).toMatchObject({ ...place, countIn });
      expect(player().running).toBe(false);
      vi.advanceTimersByTime(1000);
    }
    expect(view()).toMatchObject(place);
    expect(view().countIn).toBeUndefined();
    expect(player().running).toBe(true);
  });

  it('waits for OK where the app began anew by itself, and is counted in then', () => {
    const checkpoint = inTheMiddle();
    vi.useFakeTimers();
    const again = conduct(checkpoint, ROUTINE, false, exercises, 0, {
      paused: true,
      resumeCounts: 3,
    });
    expect(view().pause).toBe('paused');
    again.ok();
    expect(view()).toMatchObject({ pause: 'running', countIn: 3 });
    again.leave();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of an exercise that left the routine begins the routine', () => {
    const gone = {
      routine: 'today',
      index: 2,
      exercise: 'gone',
      part: 'main',
      set: 1,
      repetition: 4,
    };
    conduct(gone);
    expect(view()).toMatchObject({ index: 0, pause: 'running' });
  });
});

describe('tells where we are', () => {
  const places = () => told.map(({ at }) => `${at.exercise} ${at.set}.${at.repetition}`);

  it('once at every repetition, whatever frames are missed', () => {
    conduct();
    for (let time = 0; time < player().timeline.frames / FPS; time += 0.7) player().go(time);
    const bridges = Array.from({ length: 30 }, (_, n) => `brug ${n < 15 ? 1 : 2}.${(n % 15) + 1}`);
    expect(places()).toEqual(bridges);
    player().end();
    expect(places().slice(30)).toEqual(['zijplank 1.1']);
    expect(told[0]?.at.isStart).toBe(true);
    expect(told.slice(1).some(({ at }) => at.isStart)).toBe(false);
  });

  it('at a pause, at a note of pain and at leaving, with what was done until then', () => {
    const controller = conduct();
    controller.ok();
    for (let n = 0; n < 60; n += 1) player().go(player().mediaTime + 1 / FPS);
    told.length = 0;
    controller.ok();
    expect(told).toHaveLength(1);
    expect(told[0]?.done[0]?.seconds).toBeCloseTo(2, 1);
    controller.interrupt('hurts');
    controller.hurts(false);
    expect(told[told.length - 1]?.at.noted?.outcomes[0]).toBe('hurt');
    expect(told[told.length - 1]?.done).toEqual([
      { exercise: 'brug', category: 'kracht', ending: 'hurt', seconds: expect.closeTo(2, 1) },
    ]);
    const before = told.length;
    const left = controller.leave();
    expect(told).toHaveLength(before + 1);
    expect(told[before]?.at).toEqual(left);
    controller.leave();
    expect(told).toHaveLength(before + 1);
  });

  it('an exercise that went on in a second walk is told of in both, each its own part', () => {
    const first = conduct();
    player().end();
    for (let n = 0; n < 90; n += 1) player().go(n / FPS);
    const left = first.leave();
    const done = told[told.length - 1]?.done;
    expect(done?.map(({ ending, exercise }) => [exercise, ending])).toEqual([
      ['brug', 'done'],
      ['zijplank', 'skipped'],
    ]);
    conduct(left);
    player().end();
    player().end();
    expect(summary?.outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(summary?.done?.map(({ ending, exercise }) => [exercise, ending])).toEqual([
      ['zijplank', 'done'],
      ['fietsen', 'done'],
    ]);
  });
});

it('from every repetition leads back to that very repetition', () => {
  conduct();
  const seen: Checkpoint[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { timeline } = player();
    for (const { startFrame } of timeline.segments) player().go(startFrame / FPS);
    if (n < 2) player().end();
  }
  seen.push(...told.map(({ at }) => JSON.parse(JSON.stringify(at)) as Checkpoint));
  expect(seen.length).toBeGreaterThan(60);
  for (const at of seen) {
    conduct(at);
    const { exercise, index, pause } = view();
    const back = repetitionAt(player().timeline, player().mediaTime);
    expect({ ...back, index, exercise: exercise.id, pause }).toEqual({
      index: at.index,
      exercise: at.exercise,
      part: at.part,
      set: at.set,
      repetition: at.repetition,
      ...(at.side ? { side: at.side } : {}),
      pause: 'running',
    });
  }
});
