/**
 * What a page knows of playing an exercise. Three players obey it: composed video, a centre's own
 * film, and a clock over a poster when there is no video. Behind all, media time is the only clock.
 */
import type { Timeline } from '../../timeline/types';
import type { PlaybackTrouble, Rung } from '../recovery/ladder';

/** Where a player is. `ended`: the timeline's last frame was shown. `failed`: see `onFailed`. */
export type PlayerState =
  | 'closed'
  | 'opening'
  | 'playing'
  | 'paused'
  | 'buffering'
  | 'ended'
  | 'failed';

/** What happened, for whoever shows it. Each may be called often; none may throw. */
export interface PlayerEvents {
  /**
   * A frame is on screen.
   * @param mediaTime seconds on the timeline, of that very frame.
   * @param shownAt when, ms since the page began; absent: now
   */
  frame(mediaTime: number, shownAt?: number): void;
  state(state: PlayerState): void;
  /**
   * Something went wrong. The answer is the rung to take (`ladder.ts`); the player takes those that
   * stay within its stream, and fails for any other. Without an answer it waits for a network and
   * fails for all else.
   */
  trouble?(trouble: PlaybackTrouble): Rung;
  /** Video can't go on; `reason` is one sentence for the log. The page falls back to the clock. */
  failed(reason: string): void;
}

/** How to begin. */
export interface OpenOptions {
  /** Media time to begin at, seconds; 0 when absent. */
  from?: number;
  /** Show the first frame and wait. */
  paused?: boolean;
  /** Start again from 0 at the end (a preview). */
  loop?: boolean;
  /** As `setSpeed`, for players that have it; 1 when absent. */
  speed?: number;
}

/** Plays one timeline at a time. No call throws. */
export interface Player {
  readonly state: PlayerState;
  /** Seconds on the timeline, of the frame last shown. */
  readonly mediaTime: number;
  /**
   * Plays a timeline. May be called at any moment and any number of times: the last wish wins,
   * and nothing of an earlier one plays on.
   */
  open(timeline: Timeline, options?: OpenOptions): void;
  play(): void;
  pause(): void;
  /** @param mediaTime seconds on the timeline; clamped to it. */
  seek(mediaTime: number): void;
  /** Stops, frees the decoder. No event of the closed timeline comes after. */
  close(): void;
  /** Seconds of video that lie ready after the frame last shown; absent where there is no video. */
  readonly ahead?: number;
  /** What `ahead` can come to on this set, seconds; absent where nobody knows of a limit. */
  readonly mostAhead?: number | undefined;
  /** To be called inside what a person does: gets the set's leave to play later. */
  allow?(): void;
  /**
   * Plays the timeline itself faster or slower, its waits too. Only players of what can't be laid
   * out anew have it; for the others pace is part of the timeline. Takes effect if and as soon as
   * `canChangeSpeed`.
   */
  setSpeed?(speed: number): void;
  /** It was seen that the set really changes speed. */
  readonly canChangeSpeed?: boolean;
}
