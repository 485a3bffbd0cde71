/**
 * What to do when video fails: a ladder, from what the patient doesn't notice to what always works.
 * Pure: what went wrong and what was tried come in, a rung comes out. Who climbs: `recoveringPlayer.ts`
 * (and `streamPlayer.ts`, for the rungs that stay within one stream).
 */
import { FPS, type Timeline } from '../../timeline/types';

/** The rungs, from the lightest on. */
export const RUNGS = [
  /** Ask for the same clip again; what is buffered plays on. */
  'retry',
  /** A new decoder for the same stream (hls.js: recoverMediaError). */
  'recover',
  /** A new player at the same media time. */
  'rebuild',
  /** The clock counts through the broken clip, video goes on with the one after it. */
  'nextClip',
  /** Poster, voice and count until a key is pressed; what is loaded stays. */
  'key',
  /** Poster, voice and count; video is tried again later. */
  'poster',
] as const;

export type Rung = (typeof RUNGS)[number];

/** What can go wrong. */
export type Fault =
  /** No answer, or one that is too slow. */
  | 'network'
  /** The server has no such clip (HTTP 4xx). */
  | 'refused'
  /** The server failed (HTTP 5xx). */
  | 'server'
  /** Bytes that are no video. */
  | 'garbled'
  /** The set has no room for what comes. */
  | 'full'
  /** The set lets no video play before a person does something (`NotAllowedError`). */
  | 'forbidden'
  /** A decoder that gave up. */
  | 'media'
  /** The stream isn't where the timeline says. */
  | 'plan'
  /** There is no playlist, no init segment, no hls.js. */
  | 'missing'
  /** Nothing is left to play, and nothing comes. */
  | 'starved'
  /** There is something to play, and it stands still. */
  | 'stuck';

/** One thing that went wrong. */
export interface PlaybackTrouble {
  fault: Fault;
  /** One sentence for the log. */
  reason: string;
  /** The stream has given up: to ask again within it is no help. */
  isFinal?: boolean;
  /** Media time at which the broken clip ends, seconds, where one is to blame. */
  until?: number;
}

/** About a minute, half a second apart (`hlsConfig.ts`). */
export const NETWORK_RETRIES = 120;

/** How often each rung was taken since video last went well for a while. */
export type Tried = Readonly<Partial<Record<Rung, number>>>;

/**
 * Each fault's way down: the rungs that can help, and how often. A network is waited for, since all
 * else needs it too; a clip that isn't there isn't asked for twice; three broken clips in a row are
 * a broken exercise; a set that is full is asked to hold less. `poster` always holds.
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

/** The lightest rung that may still help. The clip's end must be known to leave it out. */
export function rungFor({ fault, isFinal, until }: PlaybackTrouble, tried: Tried): Rung {
  const way = WAYS[fault].find(
    ([rung, times]) =>
      (tried[rung] ?? 0) < times &&
      (rung !== 'nextClip' || until !== undefined) &&
      (rung !== 'retry' || !isFinal),
  );
  return way ? way[0] : 'poster';
}

/** Seconds without a frame before the clock takes over: mid-exercise, and before its first frame. */
export const PATIENCE_SECONDS = { playing: 2.5, opening: 5 } as const;

/** Video that went well for so long, seconds, has its troubles forgotten. */
export const FORGIVEN_AFTER_SECONDS = 20;

/** What passes by itself, and has nothing to do with the exercise. */
export const isPassing = (fault: Fault): boolean => fault === 'network' || fault === 'starved';

interface Pauses {
  first: number;
  most: number;
}

/**
 * Seconds before a try, the first and the longest. Of a network: at most six in a minute in the long
 * run; of what isn't there or is broken: with the tries before the poster at most five.
 */
const PAUSES: Record<'passing' | 'missing' | 'broken', Pauses> = {
  passing: { first: 1, most: 10 },
  missing: { first: 3, most: 24 },
  broken: { first: 25, most: 60 },
};

/**
 * How long the poster stands before video is tried again, seconds: doubled each time. What passes by
 * itself (a network) is tried again soon, what is broken seldom, what is forbidden never: a key is
 * waited for.
 * @param times tries that failed since the poster took over, from 0
 */
export function pauseBeforeTry(fault: Fault, times: number): number {
  if (fault === 'forbidden') return Number.POSITIVE_INFINITY;
  const kind = isPassing(fault) ? 'passing' : fault === 'missing' ? fault : 'broken';
  const { first, most } = PAUSES[kind];
  return Math.min(first * 2 ** times, most);
}

/** Video with less ready isn't worth a change of picture. */
export const LEAST_AHEAD_SECONDS = 3;
const MOST_AHEAD_SECONDS = 15;

/**
 * Seconds of video that must lie ready before it takes over again: more after each time that it ran
 * dry, so that a slow network doesn't make picture and poster change places all the time.
 */
export const aheadNeeded = (ranDry: number): number =>
  Math.min(LEAST_AHEAD_SECONDS * 2 ** Math.max(0, ranDry - 1), MOST_AHEAD_SECONDS);

/** So much time to show the frame at which video is to take over, seconds. */
const LEAD_SECONDS = 0.35;
/** A joint this near is waited for: there a picture changes anyway. */
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
  // A decoder stops some frames before the one it can't show.
  const frame = Math.round((now + 0.4) * FPS);
  const clip = timeline.segments.find((one) => one.startFrame + one.frames > frame);
  return clip ? (clip.startFrame + clip.frames) / FPS : timeline.frames / FPS;
}
