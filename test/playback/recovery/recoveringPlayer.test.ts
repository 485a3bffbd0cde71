/** Tests the ladder of recovery, rung by rung. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PATIENCE_SECONDS, type PlaybackTrouble } from '../../../src/playback/recovery/ladder';
import {
  begin,
  end,
  expectSteady,
  log,
  player,
  REFUSED,
  run,
  states,
  timeline,
  told,
  useNoVideo,
  video,
  videos,
} from './recovering';

beforeEach(begin);
afterEach(end);

it('plays video as if it weren’t there', () => {
  player.open(timeline);
  video().load(60);
  run(3);
  expect(player).toMatchObject({ picture: 'video', isStandingIn: false, state: 'playing' });
  expect(player.mediaTime).toBeCloseTo(3, 1);
  expect(states).toEqual(['opening', 'playing']);
});

it('without video runs on the clock, and says nothing of it', () => {
  useNoVideo();
  player.open(timeline);
  run(2);
  expect(player).toMatchObject({ picture: 'poster', isStandingIn: false, isCutOff: false });
  expect(player.mediaTime).toBeCloseTo(2, 1);
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
  // The video shows only the frame at which it takes over.
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
