/** Players that move when the test says so. */
import type {
  OpenOptions,
  Player,
  PlayerEvents,
  PlayerState,
} from '../../src/playback/players/player';
import { FPS, type Timeline } from '../../src/timeline/types';

/** A player that sends its events at once, and moves only when the test says so. */
export class FakePlayer implements Player {
  state: PlayerState = 'closed';
  mediaTime = 0;
  timeline!: Timeline;
  /** The options of the last opening. */
  opened: OpenOptions = {};
  running = false;
  constructor(
    readonly kind: 'video' | 'clock',
    readonly events: PlayerEvents,
  ) {}
  open(timeline: Timeline, options: OpenOptions = {}) {
    const { from = 0, paused = false } = options;
    this.timeline = timeline;
    this.opened = options;
    this.running = !paused;
    this.go(from);
    this.become(paused ? 'paused' : 'playing');
  }
  play() {
    this.running = true;
    this.become('playing');
  }
  pause() {
    this.running = false;
    this.become('paused');
  }
  seek(time: number) {
    this.go(time);
  }
  close() {
    this.running = false;
    this.become('closed');
  }
  /** Shows the frame at a media time, seconds. */
  go(time: number) {
    this.mediaTime = time;
    this.events.frame(time);
  }
  /** Shows the timeline's last frame. */
  end() {
    this.go((this.timeline.frames - 1) / FPS);
    this.become('ended');
  }
  become(state: PlayerState) {
    this.state = state;
    this.events.state(state);
  }
}

/** A player of a film: the pace is its speed. */
export class FakeFilm extends FakePlayer {
  canChangeSpeed = false;
  speed = 1;
  override open(timeline: Timeline, options: OpenOptions = {}) {
    this.speed = options.speed ?? 1;
    super.open(timeline, options);
  }
  setSpeed(speed: number) {
    this.speed = speed;
  }
}
