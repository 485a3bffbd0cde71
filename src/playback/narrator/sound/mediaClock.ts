/**
 * Relates media time to a steady clock by the frames that are shown, so that a sound can be scheduled for a
 * later frame.
 */

/**
 * Number of frames used. Where frames carry no time, the earliest callback counts, so late callbacks have no
 * effect.
 */
const FRAMES = 8;
/** If the media falls behind the clock by more than this within one step, seconds, it has stalled. */
const STALL_SECONDS = 0.1;
/** If a step is longer than the clock's by more than this, seconds, it is a jump. */
const JUMP_SECONDS = 0.3;
/**
 * After this long without a frame, seconds, the media may have stopped. It is longer than a weak set's pause
 * between frames; the player reports a stall much earlier.
 */
const FRESH_SECONDS = 0.45;

/** `same`: no new frame. `advanced`: the media plays on. `jumped`: it is at another place. */
export type ClockStep = 'same' | 'advanced' | 'jumped';

/** Follows one player. All times are seconds. */
export class MediaClock {
  private lastMedia: number | undefined;
  private lastShown = 0;
  private lastHeard = 0;
  /** Clock minus media time of the last frames. The least value belongs to the callback with the shortest delay. */
  private offsets: number[] = [];

  /** @param now a steady clock, seconds */
  constructor(private readonly now: () => number) {}

  /**
   * Notes that a frame is on screen.
   * @param shownAt when it came on screen, seconds on the clock; absent: at the time of the call
   */
  note(mediaTime: number, shownAt = this.now()): ClockStep {
    const step = mediaTime - (this.lastMedia ?? Number.POSITIVE_INFINITY);
    const gap = shownAt - this.lastShown;
    if (step === 0) return 'same';
    const isKnown = this.offsets.length > 0;
    this.lastMedia = mediaTime;
    this.lastShown = shownAt;
    this.lastHeard = this.now();
    if (step < 0 || step > (isKnown ? gap : 0) + JUMP_SECONDS) {
      this.offsets = [];
      return 'jumped';
    }
    if (isKnown && gap - step > STALL_SECONDS) this.offsets = [];
    this.offsets.push(shownAt - mediaTime);
    if (this.offsets.length > FRAMES) this.offsets.shift();
    return 'advanced';
  }

  /** Notes that the media is paused. Its place is kept, so that resuming is not a jump. */
  pause(): void {
    this.offsets = [];
  }

  /** Forgets everything, for another timeline. */
  reset(): void {
    this.pause();
    this.lastMedia = undefined;
  }

  /** True while new frames come, so that scheduled times can be trusted. */
  get isRunning(): boolean {
    return this.offsets.length > 0 && this.now() - this.lastHeard < FRESH_SECONDS;
  }

  /** Clock time at which a media time will be reached, seconds; undefined while paused. */
  whenIs(mediaTime: number): number | undefined {
    return this.offsets.length ? mediaTime + Math.min(...this.offsets) : undefined;
  }

  /** Media time at a clock time, seconds; undefined while paused. */
  mediaAt(clock: number): number | undefined {
    return this.offsets.length ? clock - Math.min(...this.offsets) : undefined;
  }
}
