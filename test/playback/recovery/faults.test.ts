/**
 * Tests every fault of the ladder with the real ladder and the real stream player over a simulated hls.js:
 * the count never stands still for long, and no fault floods a server.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bufferRoom } from '../../../src/playback/players/bufferRoom';
import { ClockPlayer } from '../../../src/playback/players/clockPlayer';
import type { HlsLibrary } from '../../../src/playback/players/hlsLibrary';
import type { Stream } from '../../../src/playback/players/stream';
import { StreamPlayer } from '../../../src/playback/players/streamPlayer';
import type { Fault } from '../../../src/playback/recovery/ladder';
import { RecoveringPlayer } from '../../../src/playback/recovery/recoveringPlayer';
import { RequestBudget, requestBudget } from '../../../src/playback/requestBudget';
import { compileTimeline } from '../../../src/timeline/compile';
import { FPS } from '../../../src/timeline/types';
import { bridge } from '../../support/exercises';
import {
  type Answer,
  FakeElement,
  FakeWorld,
  fakeHlsLibrary,
  type Sent,
} from '../../support/fakeHls';

let world: FakeWorld;

vi.mock('../../../src/playback/players/hlsLibrary', () => ({
  loadHls: async () => fakeHlsLibrary(world) as unknown as HlsLibrary,
}));

const timeline = compileTimeline(bridge({ sets: 3, reps: 15 }), { preparationSeconds: 2 });
const LONG_SECONDS = 180;
/** A clip of every repetition. */
const ONE = /lower/;
const MINUTE_MS = 60_000;

let element: FakeElement;
let player: RecoveringPlayer;
let told: { time: number; at: number }[];
let log: string[];
let stream: Partial<Stream>;

/** Lets time pass, promises included. */
const run = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
const press = () => window.dispatchEvent(new Event('keydown'));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('MediaSource', class {});
  Object.assign(requestBudget, new RequestBudget());
  Object.assign(bufferRoom, { limit: undefined });
  world = new FakeWorld();
  world.fragments = timeline.segments.map(({ clip, frames, startFrame }) => ({
    url: `media/${clip}.m4s`,
    start: startFrame / FPS,
    duration: frames / FPS,
  }));
  element = new FakeElement(world);
  told = [];
  log = [];
  stream = {};
  const video = element as unknown as HTMLVideoElement;
  player = new RecoveringPlayer(
    {
      video: (events) =>
        new StreamPlayer(
          video,
          async () => ({
            address: 'list.m3u8',
            sound: false,
            length: timeline.frames / FPS,
            check: () => undefined,
            ...stream,
          }),
          events,
        ),
      clock: (events) =>
        new ClockPlayer(events, {
          now: () => performance.now(),
          request: (then) => setTimeout(then, 1000 / FPS) as unknown as number,
          cancel: (handle) => clearTimeout(handle),
        }),
      log: (sentence) => log.push(sentence),
    },
    {
      frame: (time) => {
        if (time !== told[told.length - 1]?.time) told.push({ time, at: performance.now() });
      },
      state: () => undefined,
      failed: () => expect.unreachable('there is always the clock'),
    },
  );
});

afterEach(() => {
  player.close();
  element.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Most requests within a minute, among those that `which` gives the same name. */
function busiest(sent: readonly Sent[], which: (one: Sent) => string): number {
  const times = new Map<string, number[]>();
  for (const one of sent) times.set(which(one), [...(times.get(which(one)) ?? []), one.at]);
  let most = 0;
  for (const all of times.values()) {
    all.forEach((at, n) => {
      const within = all.slice(n).filter((other) => other < at + MINUTE_MS).length;
      most = Math.max(most, within);
    });
  }
  return most;
}

/** Longest time without a new frame, seconds; the first frame may take longer. */
function longestStill() {
  const gaps = told.slice(1).map(({ at }, n) => (at - (told[n]?.at ?? 0)) / 1000);
  return { first: (told[0]?.at ?? 0) - began, later: Math.max(...gaps) };
}
let began = 0;

const only =
  (which: RegExp, answer: Answer) =>
  (url: string): Answer =>
    which.test(url) ? answer : { status: 200 };

/** A world for each fault of the ladder. A fault without a world is a type error. */
const WORLDS: Record<Exclude<Fault, 'network' | 'starved'>, () => void> = {
  refused: () => {
    world.answer = only(ONE, { status: 404 });
  },
  server: () => {
    world.answer = only(ONE, { status: 500 });
  },
  garbled: () => {
    world.answer = only(ONE, { status: 200, bytes: 'noise' });
  },
  media: () => {
    world.answer = only(ONE, { status: 200, bytes: 'undecodable' });
  },
  full: () => {
    world.room = 2;
  },
  forbidden: () => {
    world.mayPlay = () => false;
  },
  plan: () => {
    stream = { check: () => ({ wrong: 'fragment 3 starts late', until: 10 }) };
  },
  missing: () => {
    world.answer = only(/m3u8/, { status: 404 });
  },
  stuck: () => {
    world.isStuck = () => performance.now() - began > 8000;
  },
};

const openIt = () => {
  began = performance.now();
  player.open(timeline);
};

describe.each(Object.entries(WORLDS))('%s', (_, happens) => {
  it('asks for nothing more than five times a minute, and the count goes on', async () => {
    happens();
    openIt();
    await run(LONG_SECONDS);
    // In one place of the playlist, and at one address beyond what a browser has cached.
    expect(busiest(world.sent, ({ start, url }) => `${url} at ${start}`)).toBeLessThanOrEqual(5);
    const unkept = world.sent.filter(({ isKept }) => !isKept);
    expect(busiest(unkept, ({ url }) => url)).toBeLessThanOrEqual(5);
    const { first, later } = longestStill();
    expect(first).toBeLessThanOrEqual(5000);
    expect(later).toBeLessThan(2.7);
    expect(player.mediaTime).toBeGreaterThan(LONG_SECONDS - 12);
  });

  it('all clips broken: no more than that either', async () => {
    happens();
    const one = world.answer;
    world.answer = (url) => one(url.endsWith('.m4s') ? 'media/lower.m4s' : url);
    openIt();
    await run(LONG_SECONDS);
    const unkept = world.sent.filter(({ isKept }) => !isKept);
    expect(busiest(unkept, ({ url }) => url)).toBeLessThanOrEqual(5);
    expect(player.mediaTime).toBeGreaterThan(LONG_SECONDS - 12);
  });
});

describe('network', () => {
  it('is asked 120 times, half a second apart, then six times a minute; and is found again', async () => {
    let isGone = false;
    // The set itself makes the playlist.
    world.answer = (url) => ({ status: isGone && url.endsWith('.m4s') ? 0 : 200 });
    openIt();
    await run(5);
    isGone = true;
    const before = world.sent.length;
    await run(100);
    const tries = world.sent.length - before;
    expect(tries).toBeGreaterThan(110);
    expect(tries).toBeLessThan(130);
    const late = performance.now();
    await run(60);
    const clips = world.sent.filter(({ at, start }) => at >= late && start !== undefined);
    expect(clips.length).toBeGreaterThanOrEqual(5);
    expect(clips.length).toBeLessThanOrEqual(6);
    expect(longestStill().later).toBeLessThan(2.7);
    isGone = false;
    await run(13);
    expect(player.picture).toBe('video');
  });

  it('too slow (starved): what is on its way is waited for', async () => {
    world.answer = (url) => ({ status: 200, after: url.endsWith('.m4s') ? 4000 : 20 });
    openIt();
    await run(LONG_SECONDS);
    expect(busiest(world.sent, ({ start, url }) => `${url} at ${start}`)).toBeLessThanOrEqual(5);
    expect(longestStill().later).toBeLessThan(2.7);
  });
});

describe('a set that lets nothing play before a key (NotAllowedError)', () => {
  it('the clock goes on at once, and the next key brings video back', async () => {
    let isGesture = false;
    world.mayPlay = () => isGesture;
    openIt();
    await run(1);
    expect(player).toMatchObject({ picture: 'poster', isStandingIn: true, isCutOff: false });
    expect(player.mediaTime).toBeGreaterThan(0.7);
    await run(20);
    expect(player.picture).toBe('poster');
    expect(element.plays).toBe(1);
    isGesture = true;
    press();
    await run(2);
    expect(player.picture).toBe('video');
    expect(longestStill().later).toBeLessThan(0.3);
  });

  it('in mid-exercise too, where a set grants one play and not the next', async () => {
    openIt();
    await run(5);
    expect(player.picture).toBe('video');
    player.pause();
    world.mayPlay = () => false;
    player.play();
    await run(0.2);
    expect(player.picture).toBe('poster');
    const at = player.mediaTime;
    await run(1);
    expect(player.mediaTime).toBeCloseTo(at + 1, 1);
  });

  it('a key in vain costs one try, and no more', async () => {
    openIt();
    await run(5);
    world.mayPlay = () => false;
    player.pause();
    player.play();
    await run(5);
    press();
    await run(5);
    expect(log.filter((sentence) => sentence.includes('refused'))).toHaveLength(2);
    expect(player.picture).toBe('poster');
    expect(longestStill().later).toBeLessThan(0.3);
  });

  it('three keys in vain, and it is left alone until the next exercise', async () => {
    world.mayPlay = () => false;
    openIt();
    for (let n = 0; n < 8; n += 1) {
      await run(3);
      press();
    }
    const { plays } = element;
    const sent = world.sent.length;
    await run(60);
    expect(element.plays).toBe(plays);
    expect(world.sent).toHaveLength(sent);
    world.mayPlay = () => true;
    openIt();
    await run(1);
    expect(player.picture).toBe('video');
  });
});

describe('a set without room (QuotaExceededError)', () => {
  it.each([4, 7, 12])('%s s: it is asked to hold less, and plays', async (room) => {
    world.room = room;
    openIt();
    await run(60);
    expect(player.picture, log.join('\n')).toBe('video');
    const posters = log.filter((sentence) => sentence.includes('poster'));
    expect(posters, log.join()).toEqual([]);
    expect(longestStill().later).toBeLessThan(2.7);
  });
});
