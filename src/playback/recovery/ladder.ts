/**
 * Decides what to do when video fails: a ladder of remedies, from one that the patient does not notice to one
 * that always works. Pure: faults and earlier tries go in, a rung comes out. `recoveringPlayer.ts` takes the
 * rungs (`streamPlayer.ts` takes those that stay within one stream).
 */
import { FPS, type Timeline } from '../../timeline/types';

/** The rungs, from the lightest to the heaviest. */
export const RUNGS = [
  /** Request the same clip again, while the buffered video plays on. */
  'retry',
  /** A new decoder for the same stream (hls.js: recoverMediaError). */
  'recover',
  /** A new player at the same media time. */
  'rebuild',
  /** Play the clock during the broken clip, and video again from the next clip on. */
  'nextClip',
  /** Show poster, voice and count until a key is pressed. Loaded video stays. */
  'key',
  /** Show poster, voice and count, and try video again later. */
  'poster',
] as const;

export type Rung = (typeof RUNGS)[number];

/** What can go wrong. */
export type Fault =
  /** There was no answer, or it was too slow. */
  | 'network'
  /** The server has no such clip (HTTP 4xx). */
  | 'refused'
  /** The server failed (HTTP 5xx). */
  | 'server'
  /** The bytes are not video. */
  | 'garbled'
  /** The set has no room for more video. */
  | 'full'
  /** The set plays no video before a key press or click (`NotAllowedError`). */
  | 'forbidden'
  /** The decoder failed. */
  | 'media'
  /** The stream's times differ from the timeline. */
  | 'plan'
  /** The playlist, the init segment or hls.js is missing. */
  | 'missing'
  /** The buffer is empty, and no video comes. */
  | 'starved'
  /** There is buffered video, but it does not move. */
  | 'stuck';

/** One thing that went wrong. */
export interface PlaybackTrouble {
  fault: Fault;
  /** One sentence for the log. */
  reason: string;
  /** The stream has failed: another request within it can't help. */
  isFinal?: boolean;
  /** Media time at which the broken clip ends, seconds, where one clip is the cause. */
  until?: number;
}

/** Number of retries for a network: about a minute of retries half a second apart (`hlsConfig.ts`). */
export const NETWORK_RETRIES = 120;

/** How often each rung was taken since the video last played well for `FORGIVEN_AFTER_SECONDS`. */
export type Tried = Readonly<Partial<Record<Rung, number>>>;

/**
 * The rungs that can help each fault, in order, and how often each may be taken. A network is awaited, since
 * all other rungs need it too. A missing clip is not requested twice. After three broken clips in a row the
 * exercise counts as broken. A full set gets less video. `poster` is always possible.
 */
const WAYS: Record<Fault, readonly (readonly [Rung, number])[]> = {
  network: [['retry', NETWORK_RETRIES]],
  refused: [['nextClip', 2]],
  server: [
    ['retry', 3],
    ['nextClip', 2],
  ],
  garbled: [
    ['rebuild', 1],
    ['nextClip', 2],
  ],
  full: [
    ['retry', 2],
    ['rebuild', 1],
  ],
  forbidden: [['key', 3]],
  media: [
    ['recover', 1],
    ['rebuild', 1],
    ['nextClip', 2],
  ],
  plan: [
    ['rebuild', 1],
    ['nextClip', 2],
  ],
  missing: [],
  starved: [],
  stuck: [
    ['rebuild', 1],
    ['nextClip', 2],
  ],
};

/** The lightest rung that may still help. `nextClip` needs the end of the broken clip. */
export function rungFor({ fault, isFinal, until }: PlaybackTrouble, tried: Tried): Rung {
  const way = WAYS[fault].find(
    ([rung, times]) =>
      (tried[rung] ?? 0) < times &&
      (rung !== 'nextClip' || until !== undefined) &&
      (rung !== 'retry' || !isFinal),
  );
  return way ? way[0] : 'poster';
}

/** Seconds without a frame before the clock becomes the carrier: during the exercise, and before its first frame. */
export const PATIENCE_SECONDS = { playing: 2.5, opening: 5 } as const;

/** After this long of good video, seconds, earlier faults are forgotten. */
export const FORGIVEN_AFTER_SECONDS = 20;

/** True for a fault that passes by itself and does not depend on the exercise. */
export const isPassing = (fault: Fault): boolean => fault === 'network' || fault === 'starved';

interface Pauses {
  first: number;
  most: number;
}

/**
 * Wait before a try, seconds: the first and the longest. For a network: at most six tries a minute in the long
 * run. For missing or broken video: at most five tries, with those before the poster.
 */
const PAUSES: Record<'passing' | 'missing' | 'broken', Pauses> = {
  passing: { first: 1, most: 10 },
  missing: { first: 3, most: 24 },
  broken: { first: 25, most: 60 },
};

/**
 * Wait before video is tried again, seconds, doubled each time. A network fault is tried again soon, broken
 * video seldom, forbidden video never: it waits for a key.
 * @param times failed tries since the clock became the carrier, from 0
 */
export function pauseBeforeTry(fault: Fault, times: number): number {
  if (fault === 'forbidden') return Number.POSITIVE_INFINITY;
  const kind = isPassing(fault) ? 'passing' : fault === 'missing' ? fault : 'broken';
  const { first, most } = PAUSES[kind];
  return Math.min(first * 2 ** times, most);
}

/** With less buffered video than this, seconds, a change of picture is not worth it. */
export const LEAST_AHEAD_SECONDS = 3;
const MOST_AHEAD_SECONDS = 15;

/**
 * Seconds of buffered video before video becomes the carrier again. It grows each time the buffer was empty, so
 * that a slow network does not make picture and poster alternate.
 * @param ranDry how often the buffer was empty
 */
export const aheadNeeded = (ranDry: number): number =>
  Math.min(LEAST_AHEAD_SECONDS * 2 ** Math.max(0, ranDry - 1), MOST_AHEAD_SECONDS);

/** Time that the set gets to show the frame at which video takes over, seconds. */
const LEAD_SECONDS = 0.35;
/** Within this time, seconds, the joint of two clips is awaited, since the picture changes there anyway. */
const JOINT_WITHIN_SECONDS = 0.4;

/** Media time, on the frame grid, at which video may take over from a clock that is at `now`. */
export function climbTime(timeline: Timeline, now: number): number {
  const earliest = Math.ceil((now + LEAD_SECONDS) * FPS);
  const joint = timeline.segments.find((segment) => segment.startFrame >= earliest)?.startFrame;
  const isNear = joint !== undefined && joint - earliest <= JOINT_WITHIN_SECONDS * FPS;
  return Math.min(isNear ? joint : earliest, timeline.frames - 1) / FPS;
}

/** Media time at which the clip that plays just after `now` ends, seconds. */
export function clipEnd(timeline: Timeline, now: number): number {
  // A decoder stops a few frames before the one that it can't show.
  const frame = Math.round((now + 0.4) * FPS);
  const clip = timeline.segments.find((one) => one.startFrame + one.frames > frame);
  return clip ? (clip.startFrame + clip.frames) / FPS : timeline.frames / FPS;
}
