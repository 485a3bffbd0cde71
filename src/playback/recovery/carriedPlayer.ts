/** Plays an exercise on video or on a clock. One of the two is the carrier at any moment: its frames count. */
import type { Timeline } from '../../timeline/types';
import type { OpenOptions, Player, PlayerEvents, PlayerState } from '../players/player';
import { VideoHolder } from './videoHolder';

/** The players for one exercise. */
export interface RecoveringDeps {
  /** Makes a new player with video for each try; undefined where there is none. */
  video(events: PlayerEvents): Player | undefined;
  clock(events: PlayerEvents): Player;
  log?(sentence: string): void;
}

export const seconds = () => performance.now() / 1000;

/** The part that video and clock have in common. The subclass decides which one is the carrier. */
export abstract class CarriedPlayer implements Player {
  protected timeline: Timeline | undefined;
  protected options: OpenOptions = {};
  protected shownTime = 0;
  protected wantsToPlay = false;
  protected carrier: 'video' | 'clock' = 'clock';
  protected readonly holder: VideoHolder;
  /** When the last new frame came or was requested; seconds. */
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
  /** Called when the clock is the carrier and shows another frame. */
  protected abstract clockMoved(): void;
  /** Called when the clock is the carrier and reaches the end of the timeline. */
  protected abstract clockEnded(): void;

  get state() {
    return this.current;
  }

  get mediaTime() {
    return this.shownTime;
  }

  /** The carrier: video, or the poster with the clock. */
  get picture(): 'video' | 'poster' {
    return this.carrier === 'video' ? 'video' : 'poster';
  }

  get canChangeSpeed(): boolean {
    return this.carrier === 'video' && this.video?.canChangeSpeed === true;
  }

  /** `setSpeed` of the video player, if it has one, while the video is the carrier. */
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
    // A clock always opens paused. While it should play, that state is not reported.
    if (state !== 'paused' || !this.wantsToPlay) this.become(state);
  }

  /** Makes the clock the carrier from the last shown frame. The video stays open behind it, if it works. */
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
