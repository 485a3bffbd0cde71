/** A video that is prepared behind the clock, paused, to take over at one of its frames. */
import { FPS, type Timeline } from '../../timeline/types';
import type { Player } from '../players/player';

/** With less remaining time of an exercise, seconds, a change of picture is not worth it. */
const LEAST_LEFT_SECONDS = 1;
/**
 * At this distance, seconds, the clock will not reach the video: the clock jumped back, or the video loads too
 * slowly.
 */
const FAR_SECONDS = 12;

/** Media times are seconds; `now` is the clock's media time. */
export class Standby {
  /** The request at `target` failed: no video is coming. */
  private hasFailed = false;

  /** @param isShown true if the frame at `target` is shown already */
  constructor(
    private readonly video: Player,
    private readonly timeline: Timeline,
    /** Media time at which video takes over, seconds. */
    public target: number,
    private isShown = false,
  ) {}

  /** Notes a frame of the video. */
  frame(time: number): void {
    if (Math.abs(time - this.target) < 1 / FPS) this.isShown = true;
  }

  /** Notes that a requested clip did not come. */
  fails(): void {
    this.hasFailed = true;
  }

  /**
   * True when the clock has reached the prepared video.
   * @param needed seconds of video that must be buffered
   */
  canTakeOver(now: number, needed: number): boolean {
    // A frame early, so that the clock does not show the following frame first.
    return this.isReady(needed) && Math.abs(this.target - now) < 1.5 / FPS;
  }

  /**
   * True when the video should be prepared at another time. A loading video is not moved, so that a slow load
   * does not start again. A failed one follows the clock: a returning network should bring the next video, not
   * past video.
   * @param isRunning true if the clock runs; a paused clock needs the video at its own time
   */
  isMisplaced(now: number, needed: number, isRunning: boolean): boolean {
    const away = this.target - now;
    if (this.hasFailed && away < 0 && !this.isReady(needed)) return true;
    if (!this.isThere) return false;
    const isPast = away < 0 || !isRunning;
    return Math.abs(away) >= FAR_SECONDS || (isPast && this.isReady(needed));
  }

  moveTo(target: number): void {
    this.target = target;
    this.isShown = false;
    this.hasFailed = false;
    this.video.seek(target);
  }

  private get isThere(): boolean {
    return this.isShown && this.video.state === 'paused';
  }

  private isReady(needed: number): boolean {
    const { ahead, mostAhead = needed } = this.video;
    const remaining = this.timeline.frames / FPS - this.target;
    if (!this.isThere || remaining < LEAST_LEFT_SECONDS) return false;
    return ahead === undefined || ahead >= Math.min(needed, mostAhead, remaining - 0.2);
  }
}
