/** An exercise that video or a clock carries: one of the two has the say at any moment. */
import type { Timeline } from '../../timeline/types';
import type { OpenOptions, Player, PlayerEvents, PlayerState } from '../players/player';
import { VideoHolder } from './videoHolder';

/** What one exercise is played with. */
export interface RecoveringDeps {
  /** A player with video, made anew for each try; undefined where there is none. */
  video(events: PlayerEvents): Player | undefined;
  clock(events: PlayerEvents): Player;
  log?(sentence: string): void;
}

export const seconds = () => performance.now() / 1000;

/** What both carriers have in common; who has the say is decided by whoever extends it. */
export abstract class CarriedPlayer implements Player {
  protected timeline: Timeline | undefined;
  protected options: OpenOptions = {};
  protected shownTime = 0;
  protected wantsToPlay = false;
  protected carrier: 'video' | 'clock' = 'clock';
  protected readonly holder: VideoHolder;
  /** When a new frame last came, or was last asked for; seconds. */
  protected lastFrame = 0;
  private current: PlayerState = 'closed';
  private clock: Player | undefined;

  constructor(
    protected readonly deps: RecoveringDeps,
    private readonly events: PlayerEvents,
    video: Required<PlayerEvents>,
  ) {
    this.holder = new VideoHolder((own) => deps.video(own), video);
  }

  abstract open(timeline: Timeline, options?: OpenOptions): void;
  abstract close(): void;
  /** The clock, which has the say, has shown another frame. */
  protected abstract clockMoved(): void;
  /** The clock, which has the say, has come to the timeline's end. */
  protected abstract clockEnded(): void;

  get state() {
    return this.current;
  }

  get mediaTime() {
    return this.shownTime;
  }

  /** What carries the exercise. */
  get picture(): 'video' | 'poster' {
    return this.carrier === 'video' ? 'video' : 'poster';
  }

  get canChangeSpeed(): boolean {
    return this.carrier === 'video' && this.video?.canChangeSpeed === true;
  }

  /** Of a player that plays at another speed, as long as it has the say. */
  get setSpeed(): ((speed: number) => void) | undefined {
    const { carrier, video } = this;
    if (carrier !== 'video' || !video?.setSpeed) return undefined;
    return (speed) => {
      this.options = { ...this.options, speed };
      video.setSpeed?.(speed);
    };
  }

  play() {
    this.wantsToPlay = true;
    this.lastFrame = seconds();
    this.carrying?.play();
  }

  pause() {
    this.wantsToPlay = false;
    this.carrying?.pause();
  }

  seek(mediaTime: number) {
    this.lastFrame = seconds();
    this.carrying?.seek(mediaTime);
    this.shownTime = this.carrying?.mediaTime ?? mediaTime;
  }

  protected get video(): Player | undefined {
    return this.holder.player;
  }

  protected get carrying() {
    return this.carrier === 'video' ? this.video : this.clock;
  }

  protected become(state: PlayerState) {
    if (state === this.current) return;
    this.current = state;
    this.events.state(state);
  }

  protected tell(time: number, shownAt?: number) {
    this.shownTime = time;
    this.events.frame(time, shownAt);
  }

  protected openVideo(from: number, paused: boolean) {
    if (this.timeline) this.video?.open(this.timeline, { ...this.options, from, paused });
  }

  protected startClock() {
    const { timeline } = this;
    if (!timeline) return;
    this.clock ??= this.deps.clock({
      frame: (time) => {
        this.tell(time);
        this.clockMoved();
      },
      state: (state) => this.clockBecomes(state),
      failed: () => undefined,
    });
    this.clock.open(timeline, {
      ...this.options,
      from: this.shownTime,
      paused: !this.wantsToPlay,
    });
  }

  private clockBecomes(state: PlayerState) {
    if (this.carrier !== 'clock' || state === 'closed') return;
    if (state === 'ended') this.clockEnded();
    // It begins paused every time: what is wanted is what is told.
    if (state !== 'paused' || !this.wantsToPlay) this.become(state);
  }

  /** The clock takes over at the frame last shown. Video stays behind it, if it lives. */
  protected standIn() {
    if (this.carrier === 'clock') return;
    this.carrier = 'clock';
    this.video?.pause();
    this.startClock();
  }

  protected dropClock() {
    const { clock } = this;
    this.clock = undefined;
    clock?.close();
  }
}
