/**
 * Plays a centre's own film. The app's preparation comes before it: the film's first frame is shown and a clock
 * counts. From the film's first moving frame on, the film's media time is the only clock.
 */
import type { Recorded } from '../../catalogue/recorded';
import { FPS, type Timeline } from '../../timeline/types';
import type { PlaybackTrouble, Rung } from '../recovery/ladder';
import { ClockPlayer, type Ticker } from './clockPlayer';
import { FilmSpeed } from './filmSpeed';
import type { OpenOptions, Player, PlayerEvents, PlayerState } from './player';
import type { Stream } from './stream';
import { StreamPlayer } from './streamPlayer';

/**
 * A film whose beginning or end differs by more than this from its plan, seconds, is not the film that the
 * marks belong to.
 */
const TOLERANCE_SECONDS = 0.1;

/** The film as a stream, with sound unless it is a preview. */
function streamOf(recorded: Recorded, isPreview: boolean): Stream {
  const length = recorded.frames / FPS;
  return {
    address: new URL(`static/${recorded.playlist}`, document.baseURI).href,
    sound: recorded.sound && !isPreview,
    length,
    check: ([start = Number.NaN], end) =>
      Math.abs(start) <= TOLERANCE_SECONDS && Math.abs(end - length) <= TOLERANCE_SECONDS
        ? undefined
        : { wrong: `the film goes from ${start} to ${end} s, its marks say 0 to ${length} s` },
  };
}

/** Plays the timeline of a film; see `Player` for each call. */
export class RecordedPlayer implements Player {
  private current: PlayerState = 'closed';
  private timeline: Timeline | undefined;
  /** Media time at which the film begins, seconds. */
  private offset = 0;
  private shownTime = 0;
  /** True in the preparation: the clock gives the time, and the film waits at its first frame. */
  private isLeading = false;
  /** The film's first frame is loaded, so that the clock may run. */
  private isReady = false;
  private wantsToPlay = false;
  private loop = false;
  private readonly film: StreamPlayer;
  private readonly lead: ClockPlayer;
  private readonly speed: FilmSpeed;

  constructor(
    video: HTMLVideoElement,
    recorded: Recorded,
    private readonly events: PlayerEvents,
    ticker?: Ticker,
  ) {
    this.speed = new FilmSpeed(video);
    this.film = new StreamPlayer(video, async () => streamOf(recorded, this.loop), {
      frame: (time) => this.filmFrame(time),
      state: (state) => this.filmState(state),
      trouble: (trouble) => this.filmTrouble(trouble),
      failed: (reason) => this.events.failed(reason),
    });
    this.lead = new ClockPlayer(
      {
        frame: (time) => this.show(time),
        state: (state) => this.leadState(state),
        failed: () => undefined,
      },
      ticker,
    );
  }

  get state() {
    return this.current;
  }

  get mediaTime() {
    return this.shownTime;
  }

  get ahead() {
    return this.film.ahead;
  }

  get mostAhead() {
    return this.film.mostAhead;
  }

  allow() {
    this.film.allow();
  }

  get canChangeSpeed() {
    return this.speed.canChange;
  }

  setSpeed(speed: number) {
    this.speed.want(speed);
  }

  open(timeline: Timeline, { from = 0, paused, loop, speed = 1 }: OpenOptions = {}) {
    this.lead.close();
    this.timeline = timeline;
    this.offset = (timeline.filmStart ?? 0) / FPS;
    this.wantsToPlay = paused !== true;
    this.loop = loop === true;
    this.shownTime = from;
    this.isReady = false;
    this.isLeading = from < this.offset;
    this.speed.interrupt();
    this.speed.want(speed);
    const film = { ...timeline, frames: timeline.frames - (timeline.filmStart ?? 0) };
    this.film.open(film, {
      from: Math.max(0, from - this.offset),
      paused: this.isLeading || !this.wantsToPlay,
    });
  }

  play() {
    this.wantsToPlay = true;
    if (!this.isLeading) this.film.play();
    else if (this.isReady) this.lead.play();
  }

  pause() {
    this.wantsToPlay = false;
    this.speed.interrupt();
    if (this.isLeading) this.lead.pause();
    else this.film.pause();
  }

  seek(mediaTime: number) {
    const { timeline } = this;
    if (!timeline || this.current === 'closed' || this.current === 'failed') return;
    const time = Math.min(Math.max(mediaTime, 0), (timeline.frames - 1) / FPS);
    const wasLeading = this.isLeading;
    this.shownTime = time;
    this.isLeading = time < this.offset;
    this.speed.interrupt();
    if (!this.isLeading) {
      this.lead.close();
      this.film.seek(time - this.offset);
      if (this.wantsToPlay) this.film.play();
      return;
    }
    if (!wasLeading) {
      this.film.pause();
      this.film.seek(0);
    }
    if (this.isReady) this.startLead();
  }

  close() {
    this.speed.interrupt();
    this.film.close();
  }

  /** Starts the clock for the remaining part of the preparation. */
  private startLead() {
    if (!this.timeline) return;
    const preparation = { ...this.timeline, frames: this.timeline.filmStart ?? 0 };
    this.lead.open(preparation, { from: this.shownTime, paused: !this.wantsToPlay });
  }

  private leadState(state: PlayerState) {
    if (!this.isLeading) return;
    // A clock always opens paused. While it should play, that state is not reported.
    if (state === 'playing' || (state === 'paused' && !this.wantsToPlay)) this.become(state);
    if (state !== 'ended') return;
    this.isLeading = false;
    this.film.play();
  }

  private filmFrame(time: number) {
    if (this.isLeading) return;
    if (this.current === 'playing') this.speed.frame();
    this.show(this.offset + time);
  }

  /** Reports a trouble of the film, with its time converted to the timeline's time. */
  private filmTrouble({ until, ...trouble }: PlaybackTrouble): Rung {
    const told = until === undefined ? trouble : { ...trouble, until: this.offset + until };
    return this.events.trouble?.(told) ?? 'poster';
  }

  private filmState(state: PlayerState) {
    if (state === 'closed' || state === 'failed') {
      this.isLeading = false;
      this.timeline = undefined;
      this.lead.close();
    } else if (state === 'paused' || state === 'playing') {
      const wasReady = this.isReady;
      this.isReady = true;
      if (this.isLeading) {
        if (!wasReady) this.startLead();
        return;
      }
    } else if (state === 'buffering' && this.isLeading) {
      // After a seek back to the preparation, the clock gives the time and the film's event is ignored.
      return;
    } else if (state === 'ended' && this.loop) {
      this.seek(0);
      return;
    }
    if (state !== 'playing') this.speed.interrupt();
    this.become(state);
  }

  private show(time: number) {
    this.shownTime = time;
    this.events.frame(time);
  }

  private become(state: PlayerState) {
    if (state === this.current) return;
    this.current = state;
    this.events.state(state);
  }
}
