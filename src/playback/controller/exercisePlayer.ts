/**
 * Plays the current exercise on video or, where video is missing or the network is cut off, on the clock. A new
 * timeline for the same exercise opens a new player. Events of a closed player are ignored.
 */
import type { Exercise } from '../../catalogue/types';
import type { Timeline } from '../../timeline/types';
import type { Player, PlayerEvents, PlayerState } from '../players/player';
import { RecoveringPlayer } from '../recovery/recoveringPlayer';

/** The players that an exercise can use. */
export interface ExercisePlayerDeps {
  /** A player with video for this exercise, or undefined where it has none. */
  video(exercise: Exercise, timeline: Timeline, events: PlayerEvents): Player | undefined;
  /** A clock player, for an exercise without video. */
  clock(events: PlayerEvents): Player;
  /** Receives one sentence for the log when video fails and when it returns. */
  log?(sentence: string): void;
}

/** Events of the open timeline. */
export interface ExercisePlayerEvents {
  /** True once events of this timeline must be ignored. */
  isOver(): boolean;
  /**
   * A frame is on screen.
   * @param time media time, seconds
   * @param shownAt when it came on screen, ms since the page began
   */
  frame(time: number, shownAt?: number): void;
  /** The player's state changed: it plays, waits or has failed. */
  changed(): void;
  /** The last frame of the timeline was shown. */
  ended(): void;
}

/** A longer step between two frames, seconds, is a jump: it does not count as played time. */
const JUMP_SECONDS = 1;

export class ExercisePlayer {
  private player: RecoveringPlayer | undefined;
  private timeline: Timeline | undefined;
  private state: PlayerState = 'closed';
  private lastTime = 0;
  private played = 0;
  /** Media time at which playback resumes after standby, seconds; undefined while not in standby. */
  private asleepAt: number | undefined;

  constructor(
    private readonly deps: ExercisePlayerDeps,
    private readonly events: ExercisePlayerEvents,
  ) {}

  get isOpen(): boolean {
    return this.player !== undefined;
  }

  /** Media time at which playback resumes after standby, seconds; undefined while not in standby. */
  get sleepsAt(): number | undefined {
    return this.asleepAt;
  }

  /** Media time, seconds: that of the last shown frame or, in standby, that of the point to resume at. */
  get time(): number {
    return this.player?.mediaTime ?? this.asleepAt ?? 0;
  }

  get shown(): Pick<RecoveringPlayer, 'isStandingIn' | 'picture' | 'state'> | undefined {
    const { player, state } = this;
    return player && { isStandingIn: player.isStandingIn, picture: player.picture, state };
  }

  /** True once a measurement has shown that the set can change the film's speed. */
  get canChangeSpeed(): boolean {
    return this.player?.canChangeSpeed === true;
  }

  /** Media seconds played since the last call. */
  takePlayed(): number {
    const { played } = this;
    this.played = 0;
    return played;
  }

  /**
   * Plays a timeline and closes the one before.
   * @param options where it begins, and how fast
   */
  open(
    exercise: Exercise,
    timeline: Timeline,
    options: { from: number; paused: boolean; speed: number },
  ): void {
    const { clock, log, video } = this.deps;
    const beginsOnClock = this.player?.isCutOff === true;
    this.timeline = timeline;
    this.player?.close();
    this.asleepAt = undefined;
    this.lastTime = options.from;
    this.player = new RecoveringPlayer(
      {
        clock,
        video: (events) => video(exercise, timeline, events),
        ...(log ? { log } : {}),
      },
      this.eventsOf(timeline),
    );
    this.player.open(timeline, { ...options, beginsOnClock });
  }

  play(): void {
    this.player?.play();
  }

  pause(): void {
    this.player?.pause();
  }

  /** @param time media time, seconds */
  seek(time: number): void {
    this.player?.seek(time);
  }

  /** @returns false where the player can't change its own speed: the caller must lay out a new timeline */
  setSpeed(speed: number): boolean {
    if (!this.player?.setSpeed) return false;
    this.player.setSpeed(speed);
    return true;
  }

  /** @param asleepAt media time to resume at after standby, seconds; absent: keeps the earlier value */
  close(asleepAt: number | undefined = this.asleepAt): void {
    this.asleepAt = asleepAt;
    this.player?.close();
    this.player = undefined;
  }

  private eventsOf(timeline: Timeline): PlayerEvents {
    const { events } = this;
    const isHeard = () => timeline === this.timeline && !events.isOver();
    return {
      frame: (time, shownAt) => {
        if (!isHeard()) return;
        const gone = time - this.lastTime;
        if (gone > 0 && gone < JUMP_SECONDS) this.played += gone;
        this.lastTime = time;
        events.frame(time, shownAt);
      },
      state: (state) => {
        if (!isHeard()) return;
        this.state = state;
        if (state === 'ended') events.ended();
        else if (state !== 'closed') events.changed();
      },
      // A `RecoveringPlayer` never fails: the clock can always play.
      failed: () => undefined,
    };
  }
}
