/** Plays one HLS stream on one video element, with hls.js or by the set itself. Times are the stream's own. */
import type Hls from 'hls.js';
import { FPS, type Timeline } from '../../timeline/types';
import { LEAST_AHEAD_SECONDS, type PlaybackTrouble } from '../recovery/ladder';
import { aheadOf, bufferRoom } from './bufferRoom';
import { watchFrames } from './frames';
import { type HlsLibrary, loadHls } from './hlsLibrary';
import { attachHls } from './hlsStream';
import { attachNative, isNativeOnly } from './nativeHls';
import type { OpenOptions, Player, PlayerEvents, PlayerState } from './player';
import { type Stream, Unreachable } from './stream';

/** With less remaining video than this, seconds, the next frame may be missing. */
const RAN_OUT_SECONDS = 0.1;

/** The player of each element: a second player for the same element silences the first. */
const owners = new WeakMap<HTMLVideoElement, StreamPlayer>();

/** A time inside a frame and not at its edge, where rounding might show the frame before. */
const into = (time: number) => Math.max(0, time) + 0.25 / FPS;

/** Plays the stream that `find` gives for a timeline; see `Player` for each call. */
export class StreamPlayer implements Player {
  private current: PlayerState = 'closed';
  private shownTime = 0;
  private exercise = '';
  /** Undoes the set-up of the open timeline; undefined when nothing is open. */
  private tearDown: (() => void) | undefined;
  private wantsToPlay = false;
  private wantsSound = false;
  /** The trouble that ends this stream once the buffered video has been played. */
  private doom: PlaybackTrouble | undefined;

  /** @param find gives the stream; rejects or throws with one sentence when there is none */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly find: (timeline: Timeline) => Promise<Stream>,
    private readonly events: PlayerEvents,
  ) {}

  get state() {
    return this.current;
  }

  get mediaTime() {
    return this.shownTime;
  }

  get ahead() {
    return aheadOf(this.video);
  }

  get mostAhead() {
    return bufferRoom.most;
  }

  allow() {
    this.video.play().catch(ignoreAbort);
    if (!this.wantsToPlay) this.video.pause();
  }

  open(timeline: Timeline, options: OpenOptions = {}) {
    this.release();
    const other = owners.get(this.video);
    if (other !== this) other?.close();
    owners.set(this.video, this);
    this.wantsToPlay = options.paused !== true;
    this.shownTime = options.from ?? 0;
    this.exercise = timeline.exercise;
    let open = true;
    const cleanUps: (() => void)[] = [];
    this.tearDown = () => {
      open = false;
      for (const cleanUp of cleanUps.splice(0)) cleanUp();
    };
    this.become('opening');
    this.findWithLibrary(timeline).then(
      ({ stream, library }) => {
        if (open) this.start(library, timeline, stream, options, cleanUps);
        else stream.free?.();
      },
      (error: Error) => {
        if (!open) return;
        const fault = error instanceof Unreachable ? 'network' : 'missing';
        const reason = `${timeline.exercise}: ${error.message}`;
        this.report({ fault, reason, isFinal: true });
      },
    );
  }

  play() {
    this.wantsToPlay = true;
    // Also while the stream opens, so that a `play` before the first frame takes effect.
    if (this.tearDown && this.current !== 'ended') this.run();
  }

  pause() {
    this.wantsToPlay = false;
    this.video.pause();
  }

  seek(mediaTime: number) {
    if (this.current === 'closed' || this.current === 'failed') return;
    this.shownTime = mediaTime;
    this.video.currentTime = into(mediaTime);
    if (this.current === 'ended') this.become('paused');
    if (this.wantsToPlay) this.run();
  }

  close() {
    this.release();
    this.become('closed');
  }

  /**
   * Finds the stream and loads hls.js at the same time. If hls.js fails, the stream is released. A set that
   * plays HLS by itself needs no library.
   */
  private async findWithLibrary(timeline: Timeline) {
    if (isNativeOnly(this.video)) return { stream: await this.find(timeline), library: undefined };
    const loading = loadHls();
    // It is awaited below; this avoids a warning about an unhandled rejection.
    loading.catch(() => {});
    const stream = await this.find(timeline);
    try {
      return { stream, library: await loading };
    } catch (error) {
      stream.free?.();
      throw error;
    }
  }

  private release() {
    this.tearDown?.();
    this.tearDown = undefined;
    this.doom = undefined;
  }

  private become(state: PlayerState) {
    if (state === this.current) return;
    this.current = state;
    this.events.state(state);
  }

  /** Takes the rung that this trouble needs, or ends the stream after the buffered video. */
  private report(trouble: PlaybackTrouble, hls?: Hls) {
    if (this.doom) return;
    const ownWay = trouble.fault === 'network' && !trouble.isFinal ? 'retry' : 'poster';
    const rung = this.events.trouble?.(trouble) ?? ownWay;
    // The loaded video stays as it is.
    if (rung === 'key' || (hls && rung === 'retry')) return;
    if (hls && rung === 'recover') {
      hls.recoverMediaError();
      if (this.wantsToPlay) this.run();
      return;
    }
    this.doom = trouble;
    hls?.stopLoad();
    const enough = this.current === 'playing' ? RAN_OUT_SECONDS : LEAST_AHEAD_SECONDS;
    const isStill = trouble.fault === 'forbidden' || this.video.error !== null;
    if (isStill || this.ahead < enough) this.fail();
  }

  private fail() {
    const reason = this.doom?.reason ?? '';
    this.release();
    this.become('failed');
    this.events.failed(reason);
  }

  /** Starts the element, without sound where the set allows no sound before a key press. */
  private run(muted = !this.wantsSound) {
    const { tearDown, video } = this;
    video.muted = muted;
    video.play().catch((error: Error) => {
      // Any other error is a `play()` interrupted by a pause or a close, or it shows as missing frames.
      if (error.name !== 'NotAllowedError' || tearDown !== this.tearDown) return;
      if (!tearDown || !this.wantsToPlay) return;
      if (!muted) this.run(true);
      else this.report({ fault: 'forbidden', reason: `${this.exercise}: play() was refused` });
    });
  }

  private start(
    library: HlsLibrary | undefined,
    timeline: Timeline,
    stream: Stream,
    { from = 0, loop }: OpenOptions,
    cleanUps: (() => void)[],
  ) {
    const { video } = this;
    cleanUps.push(() => stream.free?.());
    this.listen(timeline, loop === true, cleanUps);
    cleanUps.push(
      watchFrames(video, (mediaTime) => {
        this.shownTime = mediaTime;
        if (this.current === 'opening') this.become(this.wantsToPlay ? 'playing' : 'paused');
        this.events.frame(mediaTime);
      }),
    );
    this.wantsSound = stream.sound;
    video.muted = !stream.sound;
    video.playbackRate = 1;
    const meet = (trouble: PlaybackTrouble, hls?: Hls) => this.report(trouble, hls);
    if (library) {
      attachHls(video, library, stream, timeline, from > 0 ? into(from) : 0, meet, cleanUps);
    } else attachNative(video, stream, timeline.exercise, from, meet, cleanUps);
    if (this.wantsToPlay) this.run();
  }

  private listen(timeline: Timeline, loop: boolean, cleanUps: (() => void)[]) {
    const on = (name: string, then: () => void) => {
      this.video.addEventListener(name, then);
      cleanUps.push(() => this.video.removeEventListener(name, then));
    };
    on('playing', () => {
      if (this.current !== 'opening') this.become('playing');
    });
    on('pause', () => {
      // An element reports a pause at its end, just before it reports the end.
      if (this.video.ended) return;
      if (this.current === 'playing' || this.current === 'buffering') this.become('paused');
    });
    on('waiting', () => {
      if (this.doom) this.fail();
      else if (this.current === 'playing') this.become('buffering');
    });
    on('ended', () => {
      if (loop) {
        this.seek(0);
        return;
      }
      this.shownTime = (timeline.frames - 1) / FPS;
      this.become('ended');
    });
  }
}

/** A `play()` interrupted by a pause or a close is no failure. Any other error shows as missing frames. */
function ignoreAbort() {
  // Nothing to do: the state follows the events of the element.
}
