/**
 * Keeps an exercise going when its video fails. It takes the rungs of the ladder (`ladder.ts`), plays the clock
 * where video can't play, and returns to video when enough is buffered. Only frames of the carrier
 * (`carriedPlayer.ts`) are reported, so the overlay always fits the picture.
 */
import { FPS, type Timeline } from '../../timeline/types';
import { onGesture } from '../../tv/gesture';
import type { OpenOptions, PlayerEvents, PlayerState } from '../players/player';
import { CarriedPlayer, type RecoveringDeps, seconds } from './carriedPlayer';
import {
  climbTime,
  clipEnd,
  isPassing,
  PATIENCE_SECONDS,
  type PlaybackTrouble,
  type Rung,
} from './ladder';
import { RecoveryState } from './recoveryState';
import { Standby } from './standby';

/** Interval between two checks whether video runs or is ready again, ms. */
const LOOK_MS = 100;
/** A buffer with less video than this, seconds, counts as empty. */
const RAN_DRY_SECONDS = 0.3;

export interface RecoveringOptions extends OpenOptions {
  /** Begins on the clock, because video failed a moment ago. */
  beginsOnClock?: boolean;
}

const isHidden = () => typeof document !== 'undefined' && document.visibilityState === 'hidden';

/** Plays video while it can, else the clock; see `Player` for each call. */
export class RecoveringPlayer extends CarriedPlayer {
  private beganCutOff = false;
  private standby: Standby | undefined;
  private recoveryState: RecoveryState;
  /** Video has shown a frame of this exercise. */
  private hasShown = false;
  /** Stops listening for a key; defined while video may not play before a key press or click. */
  private stopAwaitingKey: (() => void) | undefined;
  private looking: ReturnType<typeof setInterval> | undefined;

  constructor(deps: RecoveringDeps, events: PlayerEvents) {
    super(deps, events, {
      frame: (time, shownAt) => this.videoFrame(time, shownAt),
      state: (state) => this.videoBecomes(state),
      trouble: (trouble) => this.decide(trouble),
      failed: (reason) => this.videoFailed(reason),
    });
    this.recoveryState = new RecoveryState(deps.log);
  }

  /** True while the clock replaces a failed video, which the screen tells the patient. */
  get isStandingIn(): boolean {
    return (
      this.carrier === 'clock' &&
      (this.video !== undefined || this.recoveryState.last !== undefined)
    );
  }

  /** True when the network is the cause, so that the next exercise would fail too. */
  get isCutOff(): boolean {
    const { last } = this.recoveryState;
    return this.isStandingIn && (last ? isPassing(last.trouble.fault) : this.beganCutOff);
  }

  open(
    timeline: Timeline,
    { beginsOnClock: takeOverByClock = false, ...options }: RecoveringOptions = {},
  ) {
    this.release();
    this.beganCutOff = takeOverByClock;
    this.timeline = timeline;
    this.options = options;
    this.shownTime = options.from ?? 0;
    this.wantsToPlay = options.paused !== true;
    this.hasShown = false;
    this.lastFrame = seconds();
    this.recoveryState = new RecoveryState(this.deps.log);
    const hasVideo = this.makeVideo();
    this.carrier = hasVideo && !takeOverByClock ? 'video' : 'clock';
    if (!hasVideo) {
      this.startClock();
      return;
    }
    this.looking = setInterval(() => this.look(), LOOK_MS);
    if (this.carrier === 'video') this.openVideo(this.shownTime, !this.wantsToPlay);
    else {
      this.startClock();
      this.prepare();
    }
  }

  close() {
    this.release();
    this.timeline = undefined;
    this.become('closed');
  }

  private release() {
    clearInterval(this.looking);
    this.dropVideo();
    this.dropClock();
  }

  // Video, as the carrier or behind the clock.

  /**
   * Makes a new player for the video, with nothing prepared yet.
   * @returns false without video
   */
  private makeVideo(): boolean {
    this.standby = undefined;
    return this.holder.make();
  }

  private dropVideo() {
    this.endAwaitingKey();
    this.standby = undefined;
    this.holder.drop();
  }

  private videoFrame(time: number, shownAt?: number) {
    if (this.carrier === 'video') {
      this.hasShown = true;
      // A repeated frame does not show that the video plays.
      if (time !== this.shownTime) this.lastFrame = seconds();
      this.tell(time, shownAt);
      return;
    }
    this.standby?.frame(time);
  }

  private videoBecomes(state: PlayerState) {
    if (this.carrier !== 'video' || state === 'failed') return;
    if (state === 'ended') clearInterval(this.looking);
    this.become(state);
  }

  private decide(told: PlaybackTrouble): Rung {
    const { shownTime, timeline } = this;
    if (told.fault === 'network') this.standby?.fails();
    // Where the trouble names no clip, the playing clip is the cause.
    const trouble =
      timeline && !isPassing(told.fault) ? { until: clipEnd(timeline, shownTime), ...told } : told;
    const rung = this.recoveryState.decide(trouble, seconds());
    if (rung === 'key') this.awaitKey();
    return rung;
  }

  /** The clock plays on at once. The next key gives permission for the video, which then takes over as usual. */
  private awaitKey() {
    const { timeline, video } = this;
    if (!timeline || !video) return;
    // This comes first: from the clock's first frame on, the player checks whether video may take over.
    this.stopAwaitingKey ??= onGesture(() => {
      this.endAwaitingKey();
      this.video?.allow?.();
      this.standby?.moveTo(this.goal());
    });
    const isShown = this.holder.state !== 'opening';
    this.standby ??= new Standby(video, timeline, this.shownTime, isShown);
    this.standIn();
  }

  private endAwaitingKey() {
    this.stopAwaitingKey?.();
    this.stopAwaitingKey = undefined;
  }

  private videoFailed(reason: string) {
    this.recoveryState.unasked(reason);
    this.take();
  }

  /** Takes the rung that the last trouble led to. */
  private take() {
    const { recoveryState, timeline } = this;
    if (!timeline || !recoveryState.last) return;
    const { rung, trouble } = recoveryState.last;
    // A picture without movement for this long must not also wait for a new player.
    const isStill = seconds() - this.lastFrame >= PATIENCE_SECONDS.playing;
    if (this.wantsToPlay && isStill) this.standIn();
    if (rung === 'rebuild' && this.makeVideo()) {
      if (this.carrier === 'clock') this.prepare();
      else this.openVideo(this.shownTime, !this.wantsToPlay);
      return;
    }
    this.standIn();
    if (rung === 'nextClip' && this.makeVideo()) {
      // hls.js reports a measured end of a clip; the joint is on the frame grid.
      const joint = Math.round((trouble.until ?? 0) * FPS) / FPS;
      this.prepare(Math.max(joint, climbTime(timeline, this.shownTime)));
      return;
    }
    this.dropVideo();
    recoveryState.rest(trouble.fault, seconds());
  }

  // Return to video.

  protected clockMoved() {
    this.backToVideo();
  }

  protected clockEnded() {
    clearInterval(this.looking);
    this.dropVideo();
  }

  /** Prepares the video behind the clock, for this media time. */
  private prepare(target = this.goal()) {
    const { timeline, video } = this;
    if (video && timeline) this.standby = new Standby(video, timeline, target);
    this.openVideo(target, true);
  }

  /** Media time at which video may take over: the current one while paused. */
  private goal(): number {
    const { shownTime, timeline } = this;
    if (!timeline) return shownTime;
    return this.wantsToPlay ? climbTime(timeline, shownTime) : Math.round(shownTime * FPS) / FPS;
  }

  private look() {
    if (isHidden()) this.lastFrame = seconds();
    if (this.carrier === 'clock') this.lookForVideo();
    else this.lookAtVideo();
  }

  /** Makes the clock the carrier when a video frame is due and none came for too long. */
  private lookAtVideo() {
    const { timeline, video } = this;
    if (!timeline || !video) return;
    const { state: videoState } = this.holder;
    const now = seconds();
    if (!this.wantsToPlay || videoState === 'ended') return;
    const patience = PATIENCE_SECONDS[this.hasShown ? 'playing' : 'opening'];
    if (now - this.lastFrame < patience) {
      this.recoveryState.goesWell(now);
      return;
    }
    const isDry = videoState === 'opening' || (video.ahead ?? 0) < RAN_DRY_SECONDS;
    this.decide({
      fault: isDry ? 'starved' : 'stuck',
      reason: `${timeline.exercise}: no frame for ${patience} s at ${this.shownTime} s`,
    });
    if (!isDry) {
      this.take();
      return;
    }
    // The video goes on loading behind the clock.
    this.standby = new Standby(video, timeline, this.shownTime, videoState !== 'opening');
    this.standIn();
  }

  private lookForVideo() {
    const { standby, timeline, video } = this;
    if (!timeline) return;
    if (!video) {
      if (this.recoveryState.isDue(seconds()) && this.makeVideo()) this.prepare();
      return;
    }
    if (this.stopAwaitingKey || this.backToVideo()) return;
    const needed = this.recoveryState.aheadNeeded;
    if (standby?.isMisplaced(this.shownTime, needed, this.wantsToPlay)) {
      standby.moveTo(this.goal());
    }
  }

  /** Makes video the carrier when the clock reaches the time for which it was prepared. */
  private backToVideo(): boolean {
    const { recoveryState, shownTime, standby } = this;
    if (this.stopAwaitingKey || !standby?.canTakeOver(shownTime, recoveryState.aheadNeeded))
      return false;
    this.climb(standby.target);
    return true;
  }

  /** Makes video the carrier at the frame that it shows. */
  private climb(target: number) {
    this.carrier = 'video';
    this.dropClock();
    this.standby = undefined;
    this.hasShown = true;
    this.lastFrame = seconds();
    this.recoveryState.begins(this.lastFrame);
    this.deps.log?.(`${this.timeline?.exercise}: video again at ${target} s`);
    this.tell(target);
    if (this.wantsToPlay) this.video?.play();
  }
}
