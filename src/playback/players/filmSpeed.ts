/**
 * Plays a film faster or slower where the set can do so. Some sets accept any `playbackRate` and play at the
 * same speed, or stall. So the first film on an element is measured once, for about a second, at a pace that
 * the app offers.
 */

const PROBE_RATE = 0.75;
/** Wait before the measurement, ms: frames decoded before the change are shown first. */
const SETTLE_MS = 200;
const MEASURE_MS = 800;
/** A set that shows no frame at another rate for this long, ms, has stalled. */
const PATIENCE_MS = 3000;
/** Allowed error of the measured speed. The limit halfway between 0.75 and 1 would be 0.125. */
const TOLERANCE = 0.08;
/** Number of measurements, where one fits neither speed. */
const TRIES = 3;

/** LG documents speeds other than 1 as unsupported for HLS. */
const REFUSES = /Web0S|webOS/;

/** The result of the measurement, by element, for all later films. */
const measured = new WeakMap<HTMLVideoElement, boolean>();

/** The dependencies, so that a test can replace them. */
export interface SpeedDeps {
  now(): number;
  userAgent: string;
}

/** The speed of one element's films. */
export class FilmSpeed {
  private wanted = 1;
  private tries = 0;
  private begun: number | undefined;
  private from: { now: number; media: number } | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly deps: SpeedDeps = {
      now: () => performance.now(),
      userAgent: navigator.userAgent,
    },
  ) {
    if (REFUSES.test(deps.userAgent)) measured.set(video, false);
  }

  /** True once a measurement has shown that the set changes speed. */
  get canChange(): boolean {
    return measured.get(this.video) === true;
  }

  /**
   * Requests a speed. It takes effect when a measurement has shown that the set can change speed.
   * @param speed 1 is normal
   */
  want(speed: number) {
    this.wanted = speed;
    if (this.canChange) this.set(speed);
  }

  /** Call it at every frame of a playing film. */
  frame() {
    if (measured.has(this.video)) {
      // An element forgets its rate when another film is loaded.
      if (this.canChange && this.video.playbackRate !== this.wanted) this.set(this.wanted);
      return;
    }
    const now = this.deps.now();
    // `currentTime` fits the clock at this call; a frame's own time is that of an earlier moment.
    const media = this.video.currentTime;
    if (this.begun === undefined) {
      this.begun = now;
      this.set(PROBE_RATE);
      this.patience = setTimeout(() => this.conclude(false), PATIENCE_MS);
    } else if (!this.from) {
      if (now - this.begun >= SETTLE_MS) this.from = { now, media };
    } else if (now - this.from.now >= MEASURE_MS) {
      this.judge((1000 * (media - this.from.media)) / (now - this.from.now));
    }
  }

  /** The film paused or jumped: discards the current measurement. */
  interrupt() {
    if (this.begun === undefined) return;
    this.forget();
    this.set(1);
  }

  private judge(speed: number) {
    this.tries += 1;
    const isObeyed = Math.abs(speed - PROBE_RATE) <= TOLERANCE;
    const isIgnored = Math.abs(speed - 1) <= TOLERANCE;
    if (isObeyed || isIgnored || this.tries >= TRIES) this.conclude(isObeyed);
    else this.interrupt();
  }

  private conclude(obeys: boolean) {
    this.forget();
    measured.set(this.video, obeys);
    this.set(obeys ? this.wanted : 1);
    // A set that stalled at the other rate plays on at normal rate.
    if (!obeys && !this.video.paused) this.video.play().catch(() => undefined);
  }

  private forget() {
    clearTimeout(this.patience);
    this.begun = undefined;
    this.from = undefined;
  }

  private set(rate: number) {
    try {
      this.video.playbackRate = rate;
    } catch {
      // `NotSupportedError`: the measurement will show the same.
    }
  }
}
