/** The ladder climbed: a video that fails as the test says, the real clock, time by hand. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClockPlayer } from '../../../src/playback/players/clockPlayer';
import type {
  OpenOptions,
  Player,
  PlayerEvents,
  PlayerState,
} from '../../../src/playback/players/player';
import {
  PATIENCE_SECONDS,
  type PlaybackTrouble,
  type Rung,
} from '../../../src/playback/recovery/ladder';
import { RecoveringPlayer } from '../../../src/playback/recovery/recoveringPlayer';
import { compileTimeline } from '../../../src/timeline/compile';
import { FPS, type Timeline } from '../../../src/timeline/types';
import { bridge } from '../../support/exercises';

const FRAME_MS = 1000 / FPS;
const timeline = compileTimeline(bridge({ sets: 1, reps: 6 }), { preparationSeconds: 2 });

/** Plays while the test lets it. */
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
  /** The frame it stands at is there, and so many seconds behind it. */
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
  /** As the players do: asks, and ends unless it can help itself. */
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

let videos: FakeVideo[];
let told: { time: number; picture: string }[];
let states: PlayerState[];
let log: string[];
let player: RecoveringPlayer;
const video = () => videos[videos.length - 1] as FakeVideo;

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

/** Lets time go by; a video that plays shows its frames. */
function run(seconds: number) {
  for (let n = 0; n < Math.round(seconds * FPS); n += 1) {
    video()?.advance();
    vi.advanceTimersByTime(FRAME_MS);
  }
}

const REFUSED: PlaybackTrouble = { fault: 'refused', reason: 'brug: no lower.m4s' };

beforeEach(() => {
  vi.useFakeTimers();
  videos = [];
  told = [];
  states = [];
  log = [];
  player = make();
});

afterEach(() => {
  player.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** Nothing goes back by more than the two frames that a clock may be ahead, nothing is left out. */
const expectSteady = () => {
  const jumps = told.slice(1).map(({ time }, at) => time - (told[at]?.time ?? 0));
  expect(Math.min(...jumps)).toBeGreaterThan(-2.5 / FPS);
  expect(Math.max(...jumps)).toBeLessThan(5 / FPS);
};

it('plays video as if it weren’t there', () => {
  player.open(timeline);
  video().load(60);
  run(3);
  expect(player).toMatchObject({ picture: 'video', isStandingIn: false, state: 'playing' });
  expect(player.mediaTime).toBeCloseTo(3, 1);
  expect(states).toEqual(['opening', 'playing']);
});

it('without video runs on the clock, and says nothing of it', () => {
  player = make(false);
  player.open(timeline);
  run(2);
  expect(player).toMatchObject({ picture: 'poster', isStandingIn: false, isCutOff: false });
  expect(player.mediaTime).toBeCloseTo(2, 1);
});

describe('video that runs dry', () => {
  const dry = () => {
    player.open(timeline);
    video().load(3);
    run(5);
    expect(player.picture).toBe('video');
    run(1);
  };

  it('is waited for, then the clock goes on where it stood', () => {
    dry();
    expect(player).toMatchObject({ picture: 'poster', isStandingIn: true, isCutOff: true });
    expect(player.mediaTime).toBeGreaterThan(3);
    expect(player.mediaTime).toBeLessThan(4);
    expectSteady();
    expect(videos).toHaveLength(1);
  });

  it('is waited for two and a half seconds, and no longer', () => {
    player.open(timeline);
    video().load(3);
    run(3 + PATIENCE_SECONDS.playing - 0.1);
    expect(player).toMatchObject({ picture: 'video', state: 'buffering' });
    run(0.3);
    expect(player).toMatchObject({ picture: 'poster', state: 'playing' });
  });

  it('after 15 s without a network is back within a second and a half of its clips', () => {
    dry();
    for (let n = 0; n < 30; n += 1) {
      video().meet({ fault: 'network', reason: 'brug: no answer' });
      run(0.5);
    }
    expect(player.picture).toBe('poster');
    let waited = 0;
    for (; player.picture !== 'video' && waited < 10; waited += 0.1) {
      video().load(8);
      run(0.1);
    }
    expect(waited).toBeLessThanOrEqual(1.5);
    expectSteady();
  });

  it('takes over again as soon as enough lies ready, on the very frame', () => {
    dry();
    run(5);
    video().load(2);
    run(2);
    expect(player.picture).toBe('poster');
    video().load(6);
    run(0.2);
    const goal = video().mediaTime;
    expect(goal).toBeGreaterThan(player.mediaTime);
    video().load(6);
    run(1);
    expect(player).toMatchObject({ picture: 'video', isStandingIn: false, state: 'playing' });
    const first = told.find(({ picture, time }) => picture === 'video' && time > 4);
    expect(first?.time).toBe(goal);
    expectSteady();
  });

  it('goes along with the clock while its clips fail, and is left alone while they come', () => {
    dry();
    run(3);
    const stood = video().mediaTime;
    expect(stood).toBeLessThan(player.mediaTime);
    video().meet({ fault: 'network', reason: 'brug: no answer' });
    run(0.2);
    const goal = video().mediaTime;
    expect(goal).toBeGreaterThan(player.mediaTime);
    run(3);
    expect(video().mediaTime).toBe(goal);
    expect(videos).toHaveLength(1);
  });

  it('must have more ready the second time', () => {
    dry();
    video().load(3);
    run(0.2);
    video().load(3.2);
    run(1);
    expect(player.picture).toBe('video');
    run(6);
    expect(player.picture).toBe('poster');
    video().load(4);
    run(2);
    expect(player.picture).toBe('poster');
    video().load(7);
    run(0.2);
    video().load(7);
    run(1);
    expect(player.picture).toBe('video');
  });

  it('while paused stays paused, takes over at once, and goes on by a key', () => {
    dry();
    player.pause();
    const at = player.mediaTime;
    run(2);
    expect(player.mediaTime).toBe(at);
    video().load(8);
    run(0.2);
    video().load(8);
    run(0.2);
    expect(player).toMatchObject({ picture: 'video', state: 'paused' });
    expect(Math.abs(player.mediaTime - at)).toBeLessThan(1 / FPS);
    player.play();
    run(1);
    expect(player.mediaTime).toBeCloseTo(at + 1, 1);
  });

  it('is found where one went back to', () => {
    dry();
    run(15);
    player.seek(1);
    expect(player.mediaTime).toBe(1);
    video().load(8);
    run(0.2);
    video().load(8);
    run(1);
    expect(player.picture).toBe('video');
    expect(player.mediaTime).toBeLessThan(3);
  });

  it('to the end: the clock ends the exercise', () => {
    dry();
    run(60);
    expect(player.state).toBe('ended');
    expect(states.filter((state) => state === 'ended')).toHaveLength(1);
    expect(video().state).toBe('closed');
    expectSteady();
  });
});

it('a video that does not open is waited for five seconds, then the clock begins', () => {
  player.open(timeline);
  run(PATIENCE_SECONDS.opening - 0.1);
  expect(player).toMatchObject({ picture: 'video', state: 'opening', mediaTime: 0 });
  run(0.3);
  expect(player).toMatchObject({ picture: 'poster', isStandingIn: true, state: 'playing' });
});

it('a paused video is not waited for', () => {
  player.open(timeline);
  video().load(20);
  run(1);
  player.pause();
  run(30);
  expect(player).toMatchObject({ picture: 'video', state: 'paused' });
});

it('a broken clip: the clock counts through it, video goes on with the next', () => {
  player.open(timeline);
  video().load(20);
  run(4);
  const until = 8;
  expect(video().meet({ ...REFUSED, until })).toBe('nextClip');
  expect(player).toMatchObject({ picture: 'poster', isStandingIn: true, isCutOff: false });
  expect(videos).toHaveLength(2);
  expect(video().mediaTime).toBe(until);
  video().load(10);
  run(3.8);
  expect(player.picture).toBe('poster');
  run(1);
  expect(player.picture).toBe('video');
  expect(told.find(({ picture, time }) => picture === 'video' && time > 5)?.time).toBe(until);
  expectSteady();
});

it('three broken clips in a row, then the poster; it is tried again, seldom, and is let back when it works', () => {
  player.open(timeline);
  video().load(20);
  run(2);
  for (let n = 0; n < 2; n += 1) video().meet({ ...REFUSED, until: 6 + 2 * n });
  expect(video().meet({ ...REFUSED, until: 12 })).toBe('poster');
  const made = videos.length;
  run(24.5);
  expect(videos).toHaveLength(made);
  run(1);
  expect(videos).toHaveLength(made + 1);
  video().load(9);
  run(0.2);
  video().load(9);
  run(1);
  expect(player.picture).toBe('video');
});

it('a decoder that gives up: recovered, then rebuilt at the same media time', () => {
  player.open(timeline);
  video().load(20);
  run(4);
  const broken: PlaybackTrouble = { fault: 'media', reason: 'brug: decoder' };
  expect(video().meet(broken)).toBe('recover');
  expect(videos).toHaveLength(1);
  const at = player.mediaTime;
  expect(video().meet(broken)).toBe('rebuild');
  expect(videos).toHaveLength(2);
  expect(video().mediaTime).toBe(at);
  expect(player).toMatchObject({ picture: 'video', isStandingIn: false });
  video().load(20);
  run(1);
  expect(player.mediaTime).toBeCloseTo(at + 1, 1);
});

it('a video that stands still without a word is rebuilt behind the clock', () => {
  player.open(timeline);
  video().load(20);
  run(4);
  video().state = 'paused';
  const at = player.mediaTime;
  run(2.7);
  expect(videos).toHaveLength(2);
  expect(player.picture).toBe('poster');
  expect(video().mediaTime).toBeGreaterThan(at);
  run(2);
  expect(player.mediaTime).toBeGreaterThan(at + 1.9);
});

it('a new player that shows nothing either is not waited for again', () => {
  player.open(timeline);
  video().load(20);
  run(4);
  const at = player.mediaTime;
  video().meet({ fault: 'media', reason: 'brug: decoder' });
  video().meet({ fault: 'media', reason: 'brug: decoder' });
  expect(player.picture).toBe('video');
  run(3.5);
  expect(player.picture).toBe('poster');
  expect(player.mediaTime).toBeGreaterThan(at + 0.8);
});

it('troubles are forgiven after a while', () => {
  player.open(timeline);
  video().load(60);
  run(1);
  video().meet({ fault: 'media', reason: 'x' });
  run(21);
  expect(video().meet({ fault: 'media', reason: 'x' })).toBe('recover');
});

it('a network that stays away is told of once, and each clip is asked for again', () => {
  player.open(timeline);
  video().load(20);
  const away: PlaybackTrouble = { fault: 'network', reason: 'brug: no answer' };
  for (let n = 0; n < 50; n += 1) expect(video().meet(away)).toBe('retry');
  expect(log).toEqual(['brug: no answer: retry']);
});

it('nothing to play at all: the clock at once, tried again after 3, 6, 12 s', () => {
  player.open(timeline);
  const missing: PlaybackTrouble = { fault: 'missing', reason: 'brug: no init' };
  for (const pause of [3, 6, 12]) {
    const made = videos.length;
    video().meet(missing);
    expect(player.picture).toBe('poster');
    run(pause - 0.3);
    expect(videos).toHaveLength(made);
    run(0.6);
    expect(videos).toHaveLength(made + 1);
  }
  expect(player.mediaTime).toBeGreaterThan(20);
});

it('cut off, the next exercise begins on the clock at once', () => {
  player.open(timeline, { beginsOnClock: true });
  expect(player).toMatchObject({ picture: 'poster', isStandingIn: true, isCutOff: true });
  run(1);
  expect(player.mediaTime).toBeCloseTo(1, 1);
});

it('video that takes over for the first time, and then stands still, is waited for no longer', () => {
  player.open(timeline, { beginsOnClock: true });
  run(1);
  video().load(8);
  run(0.2);
  video().load(8);
  // The frame that it takes over at is its only one.
  video().play = () => {};
  run(0.6);
  expect(player.picture).toBe('video');
  const at = player.mediaTime;
  run(3.5);
  expect(player.picture).toBe('poster');
  expect(player.mediaTime).toBeGreaterThan(at + 0.8);
});

it('a clip’s end as hls.js measures it, a hair before the joint, is the joint', () => {
  player.open(timeline);
  video().load(20);
  run(4);
  video().meet({ ...REFUSED, until: 8 - 1e-5 });
  expect(video().mediaTime).toBe(8);
});

it('hears nothing of a player it has given up', () => {
  player.open(timeline);
  video().load(20);
  const old = video();
  old.meet({ ...REFUSED, until: 4 });
  const count = told.length;
  old.events.frame(30);
  old.events.state('ended');
  old.events.failed('late');
  expect(old.events.trouble?.(REFUSED)).toBe('poster');
  expect(told).toHaveLength(count);
  expect(player.state).toBe('playing');
});
