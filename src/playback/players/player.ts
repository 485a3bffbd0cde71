/**
 * The interface of all players: composed video, a centre's own film, and a clock over a poster where there is
 * no video. In all of them, media time is the only clock.
 */
import type { Timeline } from '../../timeline/types';
import type { PlaybackTrouble, Rung } from '../recovery/ladder';

/** State of a player. `ended`: the timeline's last frame was shown. `failed`: see `failed` of `PlayerEvents`. */
export type PlayerState =
  | 'closed'
  | 'opening'
  | 'playing'
  | 'paused'
  | 'buffering'
  | 'ended'
  | 'failed';

/** Events of a player. Each may be called often; none may throw. */
export interface PlayerEvents {
  /**
   * A frame is on screen.
   * @param mediaTime media time of that frame on the timeline, seconds
   * @param shownAt when it came on screen, ms since the page began; absent: at the time of the call
   */
  frame(mediaTime: number, shownAt?: number): void;
  state(state: PlayerState): void;
  /**
   * Something went wrong. The answer is the rung to take (`ladder.ts`). The player takes a rung that stays
   * within its stream, and fails for any other. Without an answer it waits for a network, and fails for any
   * other fault.
   */
  trouble?(trouble: PlaybackTrouble): Rung;
  /** Video can't go on; `reason` is one sentence for the log. The page falls back to the clock. */
  failed(reason: string): void;
}

/** Options of `open`. */
export interface OpenOptions {
  /** Media time to begin at, seconds; 0 when absent. */
  from?: number;
  /** Shows the first frame and waits. */
  paused?: boolean;
  /** Starts again from 0 at the end (a preview). */
  loop?: boolean;
  /** As in `setSpeed`, for players that have it; 1 when absent. */
  speed?: number;
}

/** Plays one timeline at a time. No call throws. */
export interface Player {
  readonly state: PlayerState;
  /** Seconds on the timeline, of the frame last shown. */
  readonly mediaTime: number;
  /**
   * Plays a timeline. It may be called at any moment and any number of times. The last call counts, and the
   * earlier timeline stops.
   */
  open(timeline: Timeline, options?: OpenOptions): void;
  play(): void;
  pause(): void;
  /** @param mediaTime seconds on the timeline; clamped to it. */
  seek(mediaTime: number): void;
  /** Stops and frees the decoder. No event of the closed timeline follows. */
  close(): void;
  /** Seconds of buffered video after the last shown frame; absent where there is no video. */
  readonly ahead?: number;
  /** The most that `ahead` can be on this set, seconds; absent where no limit is known. */
  readonly mostAhead?: number | undefined;
  /** Call it inside the handler of a key or click: it gets the set's permission to play later. */
  allow?(): void;
  /**
   * Plays the timeline, its waits too, faster or slower. Only a player of a film has it; for the others, pace
   * is part of the timeline. It takes effect as soon as `canChangeSpeed` is true.
   */
  setSpeed?(speed: number): void;
  /** True once a measurement has shown that the set changes speed. */
  readonly canChangeSpeed?: boolean;
}
