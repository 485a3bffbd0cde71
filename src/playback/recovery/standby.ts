/** A video that is made ready behind the clock, paused, to take over at one of its frames. */
import { FPS, type Timeline } from '../../timeline/types';
import type { Player } from '../players/player';

/** For less that is left of an exercise it isn't worth a change of picture, seconds. */
const LEAST_LEFT_SECONDS = 1;
/** Clock and waiting video so far apart won't meet: one went back, or the other is too slow. */
const FAR_SECONDS = 12;

/** Media times are seconds; `now` is the clock's. */
export class Standby {
  /** What was asked for at `target` failed: nothing is on its way. */
  private hasFailed = false;

  /** @param isShown its frame at `target` is there already */
  constructor(
    private readonly video: Player,
    private readonly timeline: Timeline,
    /** Where it is to take over. */
    public target: number,
    private isShown = false,
  ) {}

  /** A frame of it came. */
  frame(time: number): void {
    if (Math.abs(time - this.target) < 1 / FPS) this.isShown = true;
  }

  /** A clip that it asked for didn't come. */
  fails(): void {
    this.hasFailed = true;
  }

  /** The clock has come to where it stands ready. @param needed seconds that must lie ready */
  canTakeOver(now: number, needed: number): boolean {
    // A frame before its turn, so that the clock doesn't come to show the frame after it.
    return this.isReady(needed) && Math.abs(this.target - now) < 1.5 / FPS;
  }

  /**
   * It should stand elsewhere. While it loads it is left alone, so that a slow load isn't begun anew.
   * What fails goes along with the clock: a network that returns brings what comes next, not what was.
   * @param isRunning the clock runs; one that stands wants the video right where it is
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
