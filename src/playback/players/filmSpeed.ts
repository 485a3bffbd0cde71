/**
 * Playing a film faster or slower, where the set really does. Some say yes to any `playbackRate`
 * and play on as before, or stall: so the first film on an element is measured once, for about a
 * second, at a pace that is offered anyway.
 */

const PROBE_RATE = 0.75;
/** What was decoded before the rate changed is shown first. */
const SETTLE_MS = 200;
const MEASURE_MS = 800;
/** A set that shows no frames at another rate is stalled by it. */
const PATIENCE_MS = 3000;
/** Measured speed may be so far off: halfway between 0.75 and 1 lies 0.125 away. */
const TOLERANCE = 0.08;
/** A measurement that fits neither speed is repeated so often. */
const TRIES = 3;

/** LG documents speeds other than 1 as unsupported for HLS. */
const REFUSES = /Web0S|webOS/;

/** What the first film on an element showed, for all later ones. */
const measured = new WeakMap<HTMLVideoElement, boolean>();

/** What this depends on; a test brings its own. */
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

  /** True once it was seen that the set does. */
  get canChange(): boolean {
    return measured.get(this.video) === true;
  }

  /** @param speed 1 is normal; takes effect if and as soon as the set can */
  want(speed: number) {
    this.wanted = speed;
    if (this.canChange) this.set(speed);
  }

  /** To be told of every frame of a film that plays. */
  frame() {
    if (measured.has(this.video)) {
      // An element forgets its rate when another film is loaded.
      if (this.canChange && this.video.playbackRate !== this.wanted) this.set(this.wanted);
      return;
    }
    const now = this.deps.now();
    // The media clock itself: a frame's own time is of when it was shown, this call is later.
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

  /** The film stands still, or jumped: what was measured so far means nothing. */
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
    // A set that stalled at the other rate goes on.
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
      // NotSupportedError: the measurement will say so too.
    }
  }
}
