/** A video that fails as the test says, beside the real clock player. The test moves the time. */
import { expect, vi } from 'vitest';
import { ClockPlayer } from '../../../src/playback/players/clockPlayer';
import type {
  OpenOptions,
  Player,
  PlayerEvents,
  PlayerState,
} from '../../../src/playback/players/player';
import type { PlaybackTrouble, Rung } from '../../../src/playback/recovery/ladder';
import { RecoveringPlayer } from '../../../src/playback/recovery/recoveringPlayer';
import { compileTimeline } from '../../../src/timeline/compile';
import { FPS, type Timeline } from '../../../src/timeline/types';
import { bridge } from '../../support/exercises';

const FRAME_MS = 1000 / FPS;
export const timeline = compileTimeline(bridge({ sets: 1, reps: 6 }), { preparationSeconds: 2 });

/** Plays while it has video ahead. */
class FakeVideo implements Player {
  state: PlayerState = 'closed';
  mediaTime = 0;
  ahead = 0;
  wants = false;
  constructor(readonly events: PlayerEvents) {}
  open(_: Timeline, { from = 0, paused = false }: OpenOptions = {}) {
    this.mediaTime = from;
    this.wants = !paused;
    this.become('opening');
  }
  /** Loads the current frame and this many seconds ahead. */
  load(ahead: number) {
    this.ahead = ahead;
    this.events.frame(this.mediaTime);
    this.become(this.wants ? 'playing' : 'paused');
  }
  play() {
    this.wants = true;
    if (this.ahead > 0) this.become('playing');
  }
  pause() {
    this.wants = false;
    if (this.state !== 'opening') this.become('paused');
  }
  seek(time: number) {
    this.mediaTime = time;
  }
  close() {
    this.become('closed');
  }
  advance() {
    if (this.state !== 'playing') return;
    if (this.ahead < 1 / FPS) {
      this.become('buffering');
      return;
    }
    this.ahead -= 1 / FPS;
    this.mediaTime += 1 / FPS;
    this.events.frame(this.mediaTime);
  }
  /** Reports a trouble as the players do, and fails unless it may try again. */
  meet(trouble: PlaybackTrouble): Rung | undefined {
    const rung = this.events.trouble?.(trouble);
    if (rung === 'retry' || rung === 'recover') return rung;
    this.become('failed');
    this.events.failed(trouble.reason);
    return rung;
  }
  become(state: PlayerState) {
    if (state === this.state) return;
    this.state = state;
    this.events.state(state);
  }
}

export let videos: FakeVideo[];
export let told: { time: number; picture: string }[];
export let states: PlayerState[];
export let log: string[];
export let player: RecoveringPlayer;
export const video = () => videos[videos.length - 1] as FakeVideo;

const make = (hasVideo = true) =>
  new RecoveringPlayer(
    {
      video: (events) => {
        if (!hasVideo) return undefined;
        videos.push(new FakeVideo(events));
        return video();
      },
      clock: (events) =>
        new ClockPlayer(events, {
          now: () => performance.now(),
          request: (then) => setTimeout(then, FRAME_MS) as unknown as number,
          cancel: (handle) => clearTimeout(handle),
        }),
      log: (sentence) => log.push(sentence),
    },
    {
      frame: (time) => told.push({ time, picture: player.picture }),
      state: (state) => states.push(state),
      failed: () => expect.unreachable('there is always the clock'),
    },
  );

/** Lets time pass; a playing video shows its frames. */
export function run(seconds: number) {
  for (let n = 0; n < Math.round(seconds * FPS); n += 1) {
    video()?.advance();
    vi.advanceTimersByTime(FRAME_MS);
  }
}

export const REFUSED: PlaybackTrouble = { fault: 'refused', reason: 'brug: no lower.m4s' };

/** Replaces the player by one without video. */
export function useNoVideo() {
  player = make(false);
}

export function begin() {
  vi.useFakeTimers();
  videos = [];
  told = [];
  states = [];
  log = [];
  player = make();
}

export function end() {
  player.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
}

/** Checks that the time never jumps back by more than two frames, and leaves nothing out. */
export const expectSteady = () => {
  const jumps = told.slice(1).map(({ time }, at) => time - (told[at]?.time ?? 0));
  expect(Math.min(...jumps)).toBeGreaterThan(-2.5 / FPS);
  expect(Math.max(...jumps)).toBeLessThan(5 / FPS);
};
