/** Tests whether the app finds out that a set changes speed, by its media clock. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FilmSpeed } from '../../../src/playback/players/filmSpeed';

/** A video element with a speed for each rate. */
class FakeVideo {
  playbackRate = 1;
  currentTime = 0;
  paused = false;
  played = 0;
  play() {
    this.played += 1;
    return Promise.resolve();
  }
}

let now: number;
let video: FakeVideo;
let speed: FilmSpeed;

const begin = (userAgent = 'Chrome') =>
  new FilmSpeed(video as unknown as HTMLVideoElement, { now: () => now, userAgent });

/** Plays on with a frame every 100 ms. @param at the speed at a rate */
function play(seconds: number, at: (rate: number) => number, seen: number[] = []) {
  for (let n = 0; n < seconds * 10; n += 1) {
    now += 100;
    video.currentTime += 0.1 * at(video.playbackRate);
    speed.frame();
    seen.push(video.playbackRate);
  }
  return seen;
}

beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
  video = new FakeVideo();
  speed = begin();
});
afterEach(() => vi.useRealTimers());

describe('a set that does as it is told', () => {
  it('is measured for about a second, at a pace that is offered, then plays as before', () => {
    expect(speed.canChange).toBe(false);
    const rates = play(2, (rate) => rate);
    expect(rates.filter((rate) => rate === 0.75).length).toBeLessThan(13);
    expect(speed.canChange).toBe(true);
    expect(video.playbackRate).toBe(1);
  });

  it('plays at the pace that was wanted meanwhile, and at any wanted later', () => {
    speed.want(1.25);
    play(2, (rate) => rate);
    expect(video.playbackRate).toBe(1.25);
    speed.want(0.5);
    expect(video.playbackRate).toBe(0.5);
  });

  it('is known from then on: the next film is not measured, and has the pace at once', () => {
    play(2, (rate) => rate);
    video.playbackRate = 1;
    speed = begin();
    speed.want(1.25);
    expect(play(1, (rate) => rate)).toEqual(Array(10).fill(1.25));
  });

  it('is measured anew after a pause', () => {
    play(0.8, (rate) => rate);
    speed.interrupt();
    expect(video.playbackRate).toBe(1);
    now += 60_000;
    play(2, (rate) => rate);
    expect(speed.canChange).toBe(true);
  });
});

describe('a set that does not', () => {
  it.each([
    ['plays on as before', () => 1],
    ['knows only whole speeds', (rate: number) => Math.round(rate)],
  ])('%s', (_, at) => {
    play(2, at);
    expect(speed.canChange).toBe(false);
    expect(video.playbackRate).toBe(1);
    speed.want(0.5);
    expect(play(1, at)).toEqual(Array(10).fill(1));
  });

  it('stalls: it is set going again', () => {
    play(0.1, (rate) => rate);
    expect(video.playbackRate).toBe(0.75);
    vi.advanceTimersByTime(3500);
    expect([video.playbackRate, video.played, speed.canChange]).toEqual([1, 1, false]);
  });

  it('jumps about: judged three times, then left alone', () => {
    let n = 0;
    const rates = play(10, () => {
      n += 1;
      return n % 20 === 0 ? 30 : 0.3;
    });
    expect(speed.canChange).toBe(false);
    expect(rates.slice(-30)).toEqual(Array(30).fill(1));
  });

  it('refuses by throwing', () => {
    Object.defineProperty(video, 'playbackRate', {
      get: () => 1,
      set() {
        throw new DOMException('', 'NotSupportedError');
      },
    });
    play(2, (rate) => rate);
    expect(speed.canChange).toBe(false);
  });

  it('is documented not to: it is not even tried', () => {
    speed = begin('Mozilla/5.0 (Web0S; Linux/SmartTV) Chrome/94');
    expect(play(2, (rate) => rate)).toEqual(Array(20).fill(1));
    expect(speed.canChange).toBe(false);
  });
});
