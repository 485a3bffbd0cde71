/**
 * Keeps an exercise going when its video fails: walks down the ladder (`ladder.ts`), lets the clock
 * carry the exercise where video can't, and goes back to video when that lies ready. Only the frames of
 * the one that has the say (`carriedPlayer.ts`) are told: the overlay is always of what is shown.
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

/** How often it is looked at whether video still runs, or is ready again. */
const LOOK_MS = 100;
/** Less is nothing left to play. */
const RAN_DRY_SECONDS = 0.3;

export interface RecoveringOptions extends OpenOptions {
  /** Begin on the clock: video failed a moment ago. */
  beginsOnClock?: boolean;
}

const isHidden = () => typeof document !== 'undefined' && document.visibilityState === 'hidden';

/** Video while it can, the clock while it must; see `Player` for what each call promises. */
export class RecoveringPlayer extends CarriedPlayer {
  private beganCutOff = false;
  private standby: Standby | undefined;
  private recoveryState: RecoveryState;
  /** Video has shown a frame of this exercise. */
  private hasShown = false;
  /** Video must not play before a person does something; stops listening for that. */
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

  /** The clock has the say because video fails: the patient is told. */
  get isStandingIn(): boolean {
    return (
      this.carrier === 'clock' &&
      (this.video !== undefined || this.recoveryState.last !== undefined)
    );
  }

  /** It is the network's fault, so that what comes next would fail too. */
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

  // Video, with the say or behind the clock.

  /** Another player for the video, behind which nothing stands ready yet. @returns false without video */
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
      // The same frame again is no sign of life.
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
    // Where nobody says which clip is to blame, it is the one that plays.
    const trouble =
      timeline && !isPassing(told.fault) ? { until: clipEnd(timeline, shownTime), ...told } : told;
    const rung = this.recoveryState.decide(trouble, seconds());
    if (rung === 'key') this.awaitKey();
    return rung;
  }

  /** The clock goes on at once; the next key gets leave for the video, which takes over as usual. */
  private awaitKey() {
    const { timeline, video } = this;
    if (!timeline || !video) return;
    // First of all: from the clock's first frame on it is looked whether video may take over.
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
    // A picture that has stood still for long enough isn't kept waiting for a new player as well.
    const isStill = seconds() - this.lastFrame >= PATIENCE_SECONDS.playing;
    if (this.wantsToPlay && isStill) this.standIn();
    if (rung === 'rebuild' && this.makeVideo()) {
      if (this.carrier === 'clock') this.prepare();
      else this.openVideo(this.shownTime, !this.wantsToPlay);
      return;
    }
    this.standIn();
    if (rung === 'nextClip' && this.makeVideo()) {
      // hls.js measures a clip's end; the joint is on the frame grid.
      const joint = Math.round((trouble.until ?? 0) * FPS) / FPS;
      this.prepare(Math.max(joint, climbTime(timeline, this.shownTime)));
      return;
    }
    this.dropVideo();
    recoveryState.rest(trouble.fault, seconds());
  }

  // Up again.

  protected clockMoved() {
    this.backToVideo();
  }

  protected clockEnded() {
    clearInterval(this.looking);
    this.dropVideo();
  }

  /** Video is made ready behind the clock, for this media time. */
  private prepare(target = this.goal()) {
    const { timeline, video } = this;
    if (video && timeline) this.standby = new Standby(video, timeline, target);
    this.openVideo(target, true);
  }

  /** Where video may take over from now on: right here while all stands still. */
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

  /** No frame for too long, although one is due. */
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
    // It goes on loading behind the clock.
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

  /** The clock has come to where video stands ready: video takes over. */
  private backToVideo(): boolean {
    const { recoveryState, shownTime, standby } = this;
    if (this.stopAwaitingKey || !standby?.canTakeOver(shownTime, recoveryState.aheadNeeded))
      return false;
    this.climb(standby.target);
    return true;
  }

  /** Video takes over at the frame that it shows. */
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
