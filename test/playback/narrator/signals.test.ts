/** Signals against a player whose true media time the test knows. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SLEEP_AFTER } from '../../../src/playback/narrator/sound/output';
import { compileTimeline } from '../../../src/timeline/compile';
import { sameMoment } from '../../../src/timeline/position';
import { FPS } from '../../../src/timeline/types';
import { bridge, cycling, inTurns, sidePlank } from '../../support/exercises';
import {
  audio,
  clock,
  forgetTruth,
  LATE,
  make,
  narrator,
  open,
  play,
  set,
  signals,
  startFresh,
  tell,
  useNewAudio,
  wait,
  wrong,
} from './narrating';

beforeEach(startFresh);

describe('signals', () => {
  it.each([
    ['held repetitions', bridge({ sets: 1, reps: 4 })],
    ['both sides', sidePlank()],
    ['sides in turns', inTurns(4)],
    ['two timed parts', cycling()],
  ])('are all heard on their moment: %s', (_, exercise) => {
    open(exercise);
    const seconds = set.timeline.frames / FPS;
    play(seconds - 0.1);
    expect(wrong(set.timeline, 0, seconds - 0.5)).toEqual([]);
    expect(narrator.log.filter(({ outcome }) => outcome === 'dropped')).toEqual([]);
    expect(Math.max(...narrator.log.map(({ late }) => Math.abs(late)))).toBeLessThan(LATE);
  });

  it.each([
    ['few frames', { fps: 6 }],
    ['callbacks that come up to 150 ms late', { late: 0.15 }],
  ])('are on their moment with %s', (_, how) => {
    open(bridge({ sets: 1, reps: 4 }));
    play(30, how);
    expect(wrong(set.timeline, 0.5, 29)).toEqual([]);
  });

  it('stop with a pause, and go on where it stood', () => {
    open(bridge());
    play(7.8);
    tell(false);
    const before = audio.heard.length;
    // No scheduled signal sounds during the pause.
    wait(3);
    expect(audio.heard).toHaveLength(before);
    expect(audio.alive).toEqual([]);
    play(8);
    expect(wrong(set.timeline, 0.5, 15.5)).toEqual([]);
    expect(signals().filter(({ media }) => Math.abs(media - 8) < LATE)).toHaveLength(1);
  });

  it('wait for the picture when the network stalls, told or not', () => {
    for (const isTold of [true, false]) {
      clock.now = 100;
      forgetTruth();
      useNewAudio();
      make();
      open(bridge());
      // A tick is due at 8 s; the picture stops at 7.2.
      play(7.2);
      if (isTold) tell(false);
      const before = audio.heard.length;
      wait(2);
      expect(audio.heard, String(isTold)).toHaveLength(before);
      play(8);
      expect(wrong(set.timeline, 0.5, 14.5), String(isTold)).toEqual([]);
    }
  });

  it('follow a short stall that only the frames show', () => {
    open(bridge());
    play(7.2);
    wait(0.3);
    play(8);
    // One tick that was already due may be early by the stall. After the next frame all are right.
    expect(wrong(set.timeline, 7.3, 14.5)).toEqual([]);
  });

  it('follow another pace, without one of the old timeline', () => {
    open(bridge());
    play(13.5);
    const old = set.timeline;
    const slow = compileTimeline(bridge(), { pace: 0.75 });
    const from = sameMoment(old, slow, set.media);
    expect(wrong(old, 0.5, 13.4)).toEqual([]);
    set.timeline = slow;
    set.media = from;
    forgetTruth();
    const before = audio.heard.length;
    tell(false);
    wait(0.4);
    expect(audio.heard).toHaveLength(before);
    const fresh = clock.now;
    play(12);
    expect(wrong(slow, from + 0.2, from + 11.5)).toEqual([]);
    expect(audio.heard.filter(({ at }) => at > fresh).length).toBeGreaterThan(5);
  });

  it('follow a jump, and say nothing of what was skipped', () => {
    open(bridge());
    play(2.4);
    // OK ends the preparation: the narrator receives the new time, and the next frame comes a little later.
    set.media = 5;
    tell(true);
    forgetTruth();
    wait(0.4);
    play(8);
    expect(wrong(set.timeline, 5.05, 12.5)).toEqual([]);
    expect(narrator.log.filter(({ mediaTime }) => mediaTime === 3 || mediaTime === 4)).toEqual([]);
  });

  it('are silent after Back: nothing sounds, nothing is waiting, the context sleeps', () => {
    vi.useFakeTimers();
    for (const at of [6.98, 7.02, 7.2, 9.7]) {
      clock.now = 100;
      useNewAudio();
      make();
      open(bridge());
      play(at);
      narrator.stopped();
      expect(audio.alive, String(at)).toEqual([]);
      // The context stays awake until it has released the stopped sounds.
      expect(audio.state).toBe('running');
      vi.advanceTimersByTime(SLEEP_AFTER);
      expect(audio.state).toBe('suspended');
      const heard = audio.heard.length;
      wait(5);
      expect(audio.heard).toHaveLength(heard);
    }
    // The next session begins before the context sleeps.
    open(bridge());
    narrator.stopped();
    open(bridge());
    vi.advanceTimersByTime(SLEEP_AFTER * 2);
    expect(audio.state).toBe('running');
    vi.useRealTimers();
  });

  it('an example is heard while no session plays, and then the set may rest again', async () => {
    vi.useFakeTimers();
    narrator.sample();
    await vi.advanceTimersByTimeAsync(10);
    expect(audio.heard).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(SLEEP_AFTER * 2);
    expect(audio.state).toBe('suspended');
    vi.useRealTimers();
  });

  it('do without Web Audio, and without permission; the first key gives it', () => {
    make({}, null);
    open(bridge());
    play(8);
    expect(narrator.log.every(({ outcome }) => outcome === 'dropped')).toBe(true);

    audio.mayResume = false;
    make();
    open(bridge());
    play(8);
    expect(audio.sources).toEqual([]);
    audio.mayResume = true;
    window.dispatchEvent(new Event('keydown'));
    play(4);
    expect(signals().map(({ media }) => Math.round(media))).toEqual(
      expect.arrayContaining([9, 10]),
    );
  });

  it('survive a set that hands out no context', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    make({}, () => {
      throw new Error('no more contexts');
    });
    open(bridge());
    play(8);
    expect(warned).toHaveBeenCalled();
    warned.mockRestore();
  });

  it('keep a bounded log', () => {
    open(cycling());
    for (let n = 0; n < 30; n++) {
      set.media = 0;
      tell(true);
      play(40, { fps: 8 });
    }
    expect(narrator.log.length).toBeLessThanOrEqual(600);
    expect(narrator.log.length).toBeGreaterThan(400);
  });
});

describe('signals handed over after the frame', () => {
  it('sound when they should, though the frame never waits for them', () => {
    const later: (() => void)[] = [];
    make({ after: (then) => void later.push(then) });
    open(bridge());
    const from = set.media;
    for (let n = 0; n < 30 * 20; n += 1) {
      play(1 / 30);
      // At most one task waits, however many frames came before it.
      expect(later.length).toBeLessThanOrEqual(1);
      if (n % 3 === 0) later.shift()?.();
    }
    later.shift()?.();
    expect(signals().length).toBeGreaterThan(5);
    expect(wrong(set.timeline, from, set.media - 0.2)).toEqual([]);
  });

  it('hand over nothing where it was left or paused meanwhile', () => {
    const later: (() => void)[] = [];
    make({ after: (then) => void later.push(then) });
    open(bridge());
    play(0.5);
    tell(false);
    later.splice(0).forEach((then) => {
      then();
    });
    expect(audio.heard).toEqual([]);
    play(0.5);
    narrator.stopped();
    later.splice(0).forEach((then) => {
      then();
    });
    expect(audio.heard).toEqual([]);
  });
});
