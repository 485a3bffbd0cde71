/**
 * Where the media is on a steady clock, from the frames that are shown: so that a sound can be
 * scheduled for a frame that is yet to come.
 */

/** Frames looked back on; where frames carry no time, late callbacks are outvoted by the others. */
const FRAMES = 8;
/** The media lagging behind the clock by more, within one step, is a stall, seconds. */
const STALL_SECONDS = 0.1;
/** A step further than the clock's by more is a jump, seconds. */
const JUMP_SECONDS = 0.3;
/**
 * Without a frame for so long the media may be standing still, seconds. Longer than a weak set's
 * pause for breath: a stall is told by the player long before.
 */
const FRESH_SECONDS = 0.45;

/** `same`: no new frame; `advanced`: it plays on; `jumped`: it is somewhere else. */
export type ClockStep = 'same' | 'advanced' | 'jumped';

/** Follows one player; seconds throughout. */
export class MediaClock {
  private lastMedia: number | undefined;
  private lastShown = 0;
  private lastHeard = 0;
  /** Clock minus media time of the last frames; the least is the callback that came soonest. */
  private offsets: number[] = [];

  /** @param now a steady clock, seconds */
  constructor(private readonly now: () => number) {}

  /**
   * A frame is on screen.
   * @param shownAt since when, on the clock; absent: now
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

  /** The media stands still; where it stood is remembered, so that going on is no jump. */
  pause(): void {
    this.offsets = [];
  }

  /** Another timeline: nothing is known. */
  reset(): void {
    this.pause();
    this.lastMedia = undefined;
  }

  /** Frames are coming: what is scheduled may be trusted. */
  get isRunning(): boolean {
    return this.offsets.length > 0 && this.now() - this.lastHeard < FRESH_SECONDS;
  }

  /** Clock time at which a media time will be reached; undefined while it stands still. */
  whenIs(mediaTime: number): number | undefined {
    return this.offsets.length ? mediaTime + Math.min(...this.offsets) : undefined;
  }

  /** Media time at a clock time; undefined while it stands still. */
  mediaAt(clock: number): number | undefined {
    return this.offsets.length ? clock - Math.min(...this.offsets) : undefined;
  }
}
