/**
 * The player of the exercise of now: on video or, where that is missing or cut off, on the clock. Laying the
 * timeline out anew opens another player; of one that is no longer open nothing is heard.
 */
import type { Exercise } from '../../catalogue/types';
import type { Timeline } from '../../timeline/types';
import type { Player, PlayerEvents, PlayerState } from '../players/player';
import { RecoveringPlayer } from '../recovery/recoveringPlayer';

/** What an exercise is played with. */
export interface ExercisePlayerDeps {
  /** A player with video for this exercise, or undefined where it has none. */
  video(exercise: Exercise, timeline: Timeline, events: PlayerEvents): Player | undefined;
  /** The clock that carries an exercise without video. */
  clock(events: PlayerEvents): Player;
  /** One sentence for the log, when video fails and when it is there again. */
  log?(sentence: string): void;
}

/** What happens to the timeline that is open. */
export interface ExercisePlayerEvents {
  /** True once nothing of it counts any more. */
  isOver(): boolean;
  /** A frame is on screen. @param time media time, seconds @param shownAt ms since the page began */
  frame(time: number, shownAt?: number): void;
  /** It plays, waits, or has failed. */
  changed(): void;
  /** Its last frame was shown. */
  ended(): void;
}

/** A longer step between two frames is a jump, seconds: nothing of it was played. */
const JUMP_SECONDS = 1;

export class ExercisePlayer {
  private player: RecoveringPlayer | undefined;
  private timeline: Timeline | undefined;
  private state: PlayerState = 'closed';
  private lastTime = 0;
  private played = 0;
  /** Where it goes on after standby, seconds; undefined while it is awake. */
  private asleepAt: number | undefined;

  constructor(
    private readonly deps: ExercisePlayerDeps,
    private readonly events: ExercisePlayerEvents,
  ) {}

  get isOpen(): boolean {
    return this.player !== undefined;
  }

  /** It closed for standby, and can be opened where it was. */
  get sleepsAt(): number | undefined {
    return this.asleepAt;
  }

  /** Media time, seconds: of the frame last shown, or where it goes on after standby. */
  get time(): number {
    return this.player?.mediaTime ?? this.asleepAt ?? 0;
  }

  get shown(): Pick<RecoveringPlayer, 'isStandingIn' | 'picture' | 'state'> | undefined {
    const { player, state } = this;
    return player && { isStandingIn: player.isStandingIn, picture: player.picture, state };
  }

  /** A film's speed can be changed here, which was seen. */
  get canChangeSpeed(): boolean {
    return this.player?.canChangeSpeed === true;
  }

  /** Media seconds played since this was asked for. */
  takePlayed(): number {
    const { played } = this;
    this.played = 0;
    return played;
  }

  /** Plays a timeline in place of the one before. @param options where it begins, and how fast */
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

  /** @returns false where what plays can't change its own speed: then the timeline is laid out anew */
  setSpeed(speed: number): boolean {
    if (!this.player?.setSpeed) return false;
    this.player.setSpeed(speed);
    return true;
  }

  /** @param asleepAt where it goes on after standby, seconds; absent: as was said before */
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
      // It never does: there is always the clock.
      failed: () => undefined,
    };
  }
}
