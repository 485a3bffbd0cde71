/** Tests video that runs dry: the clock takes over, and later the video again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE_SECONDS } from '../../../src/playback/recovery/ladder';
import { FPS } from '../../../src/timeline/types';
import {
  begin,
  end,
  expectSteady,
  player,
  run,
  states,
  timeline,
  told,
  video,
  videos,
} from './recovering';

beforeEach(begin);
afterEach(end);

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
