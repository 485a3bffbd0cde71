import { beforeEach, describe, expect, it } from 'vitest';
import { ClockPlayer, type Ticker } from '../../../src/playback/players/clockPlayer';
import type { PlayerState } from '../../../src/playback/players/player';
import { compileTimeline } from '../../../src/timeline/compile';
import { FPS } from '../../../src/timeline/types';
import { sidePlank } from '../../support/exercises';

const timeline = compileTimeline(sidePlank());
const length = timeline.frames / FPS;

let time: number;
let pending: (() => void) | undefined;
let frames: number[];
let states: PlayerState[];
let player: ClockPlayer;

const ticker: Ticker = {
  now: () => time,
  request(callback) {
    pending = callback;
    return 1;
  },
  cancel() {
    pending = undefined;
  },
};

/** Draws this many frames of 20 ms. */
function run(count: number) {
  for (let n = 0; n < count && pending; n += 1) {
    time += 20;
    const callback = pending;
    pending = undefined;
    callback();
  }
}

beforeEach(() => {
  time = 1000;
  pending = undefined;
  frames = [];
  states = [];
  player = new ClockPlayer(
    { frame: (at) => frames.push(at), state: (state) => states.push(state), failed: () => {} },
    ticker,
  );
});

it('shows every frame once, in order, to the end', () => {
  player.open(timeline);
  run(10_000);
  expect(frames).toHaveLength(timeline.frames);
  expect(frames.every((at, index) => Math.round(at * FPS) === index)).toBe(true);
  expect(states).toEqual(['paused', 'playing', 'ended']);
});

it('stands still while paused, and goes on where it stood', () => {
  player.open(timeline);
  run(50);
  player.pause();
  const stood = player.mediaTime;
  time += 60_000;
  run(50);
  expect(player.mediaTime).toBe(stood);
  player.play();
  run(50);
  expect(player.mediaTime).toBeCloseTo(stood + 1, 2);
});

it('does not count the time of a hidden page', () => {
  player.open(timeline);
  run(50);
  time += 3_600_000;
  run(1);
  expect(player.mediaTime).toBeLessThan(1.5);
});

it('opens paused at a moment, and shows its frame', () => {
  player.open(timeline, { from: 7, paused: true });
  expect(frames).toEqual([7]);
  expect(pending).toBeUndefined();
});

it('begins again when it loops', () => {
  player.open(timeline, { from: length - 0.2, loop: true });
  run(30);
  expect(player.mediaTime).toBeLessThan(1);
  expect(states).not.toContain('ended');
});

describe('seek', () => {
  it('stays inside the timeline', () => {
    player.open(timeline, { paused: true });
    player.seek(-5);
    expect(player.mediaTime).toBe(0);
    player.seek(1e9);
    expect(player.mediaTime).toBeCloseTo(length - 1 / FPS);
  });
});

it('is silent once closed', () => {
  player.open(timeline);
  run(5);
  player.close();
  const before = frames.length;
  run(50);
  expect(frames).toHaveLength(before);
  expect(states.pop()).toBe('closed');
});
