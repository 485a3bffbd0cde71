/** Plays a timeline without video, by the stage's frames and the set's clock. */
import { frameAt } from '../../timeline/overlay';
import { FPS, type Timeline } from '../../timeline/types';
import type { OpenOptions, Player, PlayerEvents, PlayerState } from './player';

/** A longer gap between two frames, seconds, is a hidden page or standby and does not count as played. */
const LONGEST_STEP_SECONDS = 0.25;

/** Frames and a clock, so that a test can replace them. */
export interface Ticker {
  /** Milliseconds on a steady clock. */
  now(): number;
  request(callback: () => void): number;
  cancel(handle: number): void;
}

const stageFrames: Ticker = {
  now: () => performance.now(),
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** The player of exercises without video. */
export class ClockPlayer implements Player {
  private current: PlayerState = 'closed';
  private timeline: Timeline | undefined;
  private loop = false;
  private time = 0;
  private lastTick = 0;
  private lastFrame = -1;
  private handle: number | undefined;

  constructor(
    private readonly events: PlayerEvents,
    private readonly ticker: Ticker = stageFrames,
  ) {}

  get state() {
    return this.current;
  }

  get mediaTime() {
    return this.time;
  }

  open(timeline: Timeline, options: OpenOptions = {}) {
    this.stop();
    this.timeline = timeline;
    this.loop = options.loop === true;
    this.time = options.from ?? 0;
    this.lastFrame = -1;
    this.show();
    this.become('paused');
    if (options.paused !== true) this.play();
  }

  play() {
    if (!this.timeline || this.handle !== undefined || this.current === 'ended') return;
    this.lastTick = this.ticker.now();
    this.handle = this.ticker.request(this.tick);
    this.become('playing');
  }

  pause() {
    if (this.current !== 'playing') return;
    this.stop();
    this.become('paused');
  }

  seek(mediaTime: number) {
    if (!this.timeline) return;
    this.time = Math.min(Math.max(mediaTime, 0), (this.timeline.frames - 1) / FPS);
    this.show();
    if (this.current === 'ended') {
      this.become('paused');
      this.play();
    }
  }

  close() {
    this.stop();
    this.timeline = undefined;
    this.become('closed');
  }

  private stop() {
    if (this.handle !== undefined) this.ticker.cancel(this.handle);
    this.handle = undefined;
  }

  private become(state: PlayerState) {
    if (state === this.current) return;
    this.current = state;
    this.events.state(state);
  }

  private show() {
    if (!this.timeline) return;
    const frame = frameAt(this.timeline, this.time);
    if (frame === this.lastFrame) return;
    this.lastFrame = frame;
    this.events.frame(frame / FPS);
  }

  private readonly tick = () => {
    const { timeline } = this;
    if (!timeline) return;
    const now = this.ticker.now();
    this.time += Math.min((now - this.lastTick) / 1000, LONGEST_STEP_SECONDS);
    this.lastTick = now;
    // Request the next frame first, so that a callback that pauses or closes can cancel it.
    this.handle = this.ticker.request(this.tick);
    const end = timeline.frames / FPS;
    if (this.time >= end && this.loop) this.time -= end;
    if (this.time < end) {
      this.show();
      return;
    }
    this.time = (timeline.frames - 1) / FPS;
    this.stop();
    this.show();
    this.become('ended');
  };
}
