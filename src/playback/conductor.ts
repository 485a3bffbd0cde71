/**
 * Walks through a routine: one timeline and one player at a time, the session's notes, and the
 * remote's wishes. It knows no screen; the player page draws its view.
 */
import type { Exercise } from '../catalogue/types';
import { changePace } from '../session/pace';
import { type PlannedExercise, planRoutine, timelineOf } from '../session/plan';
import type { Routine } from '../session/routine';
import {
  beginSession,
  finishExercise,
  isOver,
  noteHurt,
  type Outcome,
  previousExercise,
  type Session,
} from '../session/session';
import { overlayAt } from '../timeline/overlay';
import { afterWait, repetitionAt, sameMoment, timeOfRepetition } from '../timeline/position';
import { FPS, type Timeline } from '../timeline/types';
import type { Checkpoint, Conductor, ConductorEvents, ConductorView } from './conductor.types';
import type { PlaybackListener } from './guide.types';
import type { OpenOptions, Player, PlayerEvents, PlayerState } from './player';

/** What an arrow adds to the preparation, seconds (design: the remote). */
const MORE_TIME_SECONDS = 10;
const MOST_PREPARATION_SECONDS = 300;

/** What a conductor works with. */
export interface ConductorDeps {
  routine: Routine;
  exercises: ReadonlyMap<string, Exercise>;
  /** A player with video for this exercise, or undefined where it has none. */
  video(exercise: Exercise, timeline: Timeline, events: PlayerEvents): Player | undefined;
  /** The clock that carries an exercise without video. */
  clock(events: PlayerEvents): Player;
  /** Begin here, paused. */
  from?: Checkpoint;
  /** Accompanies the picture: sounds, voice, captions. Told before the view is shown. */
  listener?: PlaybackListener;
  /** One sentence for the log, when video fails and the clock takes over. */
  log?(sentence: string): void;
}

/** Where a checkpoint's exercise is in the routine now, which may have changed; -1 when it's gone. */
function placeOf(planned: readonly PlannedExercise[], { index, exercise }: Checkpoint): number {
  if (planned[index]?.exercise.id === exercise) return index;
  return planned.findIndex((one) => one.exercise.id === exercise);
}

/** One session of a routine, from its first preparation to its end. */
export class RoutineConductor implements Conductor {
  private session: Session;
  private timeline!: Timeline;
  private player: Player | undefined;
  private picture: 'video' | 'poster' = 'video';
  private state: PlayerState = 'closed';
  private pause: ConductorView['pause'] = 'running';
  /** What `pause` was before a dialog or the menu stood everything still. */
  private before: 'running' | 'paused' = 'running';
  private pace = 1;
  private extraPreparation = 0;
  private playedSeconds = 0;
  private lastTime = 0;
  private left = false;
  /** Seconds of each item at normal pace: the widths along the bottom. */
  private readonly seconds: number[];

  /** @throws Error, one sentence, when the routine holds no exercise that exists */
  constructor(
    private readonly deps: ConductorDeps,
    private readonly events: ConductorEvents,
  ) {
    const planned = planRoutine(deps.routine, deps.exercises);
    if (!planned.length) throw new Error(`routine ${deps.routine.id}: holds no known exercise`);
    this.seconds = planned.map((one) => timelineOf(one, 1).frames / FPS);
    const { from } = deps;
    const at = from ? placeOf(planned, from) : 0;
    this.session = beginSession(deps.routine.id, planned, Math.max(0, at));
    if (from && at >= 0) {
      // What was noted belongs to the routine as it was.
      if (from.noted && at === from.index && from.noted.outcomes.length === planned.length) {
        const { seconds, ...noted } = from.noted;
        this.session = { ...this.session, ...noted };
        this.playedSeconds = seconds;
      }
      this.pause = 'paused';
      this.begin(from);
    } else {
      this.begin();
    }
  }

  ok() {
    if (this.left || this.isStanding()) return;
    if (this.pause === 'paused') {
      this.pause = 'running';
      this.player?.play();
    } else if (this.isPreparing()) {
      this.player?.seek(afterWait(this.timeline, this.time));
    } else {
      this.pause = 'paused';
      this.player?.pause();
    }
    this.show();
  }

  arrow(step: -1 | 1) {
    if (this.left || this.isStanding()) return;
    if (this.isPreparing()) {
      const longer = this.extraPreparation + MORE_TIME_SECONDS;
      if (this.planned.preparationSeconds + longer > MOST_PREPARATION_SECONDS) return;
      this.extraPreparation = longer;
    } else {
      const pace = changePace(this.pace, step);
      if (pace === this.pace) return;
      this.pace = pace;
    }
    const timeline = timelineOf(this.planned, this.pace, this.extraPreparation);
    const from = sameMoment(this.timeline, timeline, this.time);
    this.timeline = timeline;
    this.open(from);
  }

  stand(reason: 'hurts' | 'leaving' | 'menu') {
    if (this.left) return;
    if (this.pause === 'running' || this.pause === 'paused') this.before = this.pause;
    this.pause = reason;
    this.player?.pause();
    this.show();
  }

  resume() {
    if (this.left || !this.isStanding()) return;
    this.pause = this.before;
    if (this.pause === 'running') this.player?.play();
    this.show();
  }

  hurts(skip: boolean) {
    if (this.left) return;
    this.session = noteHurt(this.session);
    if (skip) this.move(finishExercise(this.session, 'hurt'));
    else this.resume();
  }

  next() {
    if (!this.left) this.move(finishExercise(this.session, 'skipped'));
  }

  previous() {
    if (!this.left) this.move(previousExercise(this.session));
  }

  repeat() {
    if (!this.left) this.move(this.session);
  }

  get checkpoint(): Checkpoint {
    return {
      routine: this.session.routine,
      index: this.session.index,
      exercise: this.planned.exercise.id,
      ...repetitionAt(this.timeline, this.time),
      noted: {
        outcomes: this.session.outcomes,
        finished: this.session.finished,
        seconds: this.playedSeconds,
      },
    };
  }

  leave(): Checkpoint {
    const { checkpoint } = this;
    this.left = true;
    this.player?.close();
    this.player = undefined;
    this.deps.listener?.left();
    return checkpoint;
  }

  private get planned(): PlannedExercise {
    // When the session is over, its last exercise: whoever still asks gets an answer.
    const { planned, index } = this.session;
    return planned[Math.min(index, planned.length - 1)] as PlannedExercise;
  }

  private get time() {
    return this.player?.mediaTime ?? 0;
  }

  private isPreparing() {
    return overlayAt(this.timeline, this.time).phase === 'prepare';
  }

  /** A dialog or the menu is open: only it has a say. */
  private isStanding() {
    return this.pause !== 'running' && this.pause !== 'paused';
  }

  private move(session: Session) {
    this.session = session;
    this.pause = 'running';
    this.extraPreparation = 0;
    if (!isOver(session)) {
      this.begin();
      return;
    }
    this.player?.close();
    this.player = undefined;
    this.left = true;
    this.deps.listener?.left();
    this.events.ended({
      routine: session.routine,
      outcomes: session.planned.map(({ exercise }, place) => ({
        exercise,
        outcome: session.outcomes[place] ?? 'skipped',
        finished: session.finished[place] === true,
      })),
      seconds: this.playedSeconds,
    });
  }

  private begin(from?: Checkpoint) {
    this.timeline = timelineOf(this.planned, this.pace);
    this.picture = 'video';
    this.open(from ? timeOfRepetition(this.timeline, from) : 0);
  }

  /** Opens the timeline in a player of the kind that carries this exercise. */
  private open(from: number) {
    const options: OpenOptions = { from, paused: this.pause !== 'running' };
    this.player?.close();
    this.lastTime = from;
    const events = this.playerEvents();
    const video =
      this.picture === 'video'
        ? this.deps.video(this.planned.exercise, this.timeline, events)
        : undefined;
    if (!video) this.picture = 'poster';
    this.player = video ?? this.deps.clock(events);
    this.player.open(this.timeline, options);
    this.show();
  }

  /** Events of one player; of one that is no longer ours nothing is heard. */
  private playerEvents(): PlayerEvents {
    const { timeline } = this;
    const mine = () => timeline === this.timeline && !this.left;
    return {
      frame: (time, shownAt) => {
        if (!mine()) return;
        const step = time - this.lastTime;
        if (step > 0 && step < 1) this.playedSeconds += step;
        this.lastTime = time;
        this.show(time, shownAt);
      },
      state: (state) => {
        if (!mine()) return;
        this.state = state;
        if (state === 'ended') this.move(finishExercise(this.session, 'done'));
        else if (state !== 'closed') this.show();
      },
      failed: (reason) => {
        if (!mine()) return;
        this.deps.log?.(reason);
        this.picture = 'poster';
        this.open(this.lastTime);
      },
    };
  }

  private show(time = this.time, shownAt?: number) {
    if (this.left || !this.player) return;
    const { session } = this;
    const overlay = overlayAt(this.timeline, time);
    const next = session.planned[session.index + 1]?.exercise;
    this.deps.listener?.moment({
      timeline: this.timeline,
      exercise: this.planned.exercise,
      ...(next ? { next } : {}),
      mediaTime: time,
      ...(shownAt === undefined ? {} : { shownAt }),
      running: this.state === 'playing' && this.pause === 'running',
    });
    this.events.view({
      exercise: this.planned.exercise,
      index: session.index,
      count: session.planned.length,
      overlay,
      pace: this.pace,
      state: this.state,
      picture: this.picture,
      pause: this.pause,
      next,
      stretches: session.planned.map(({ exercise }, place) => {
        const outcome: Outcome | undefined = session.outcomes[place];
        const share = place === session.index ? overlay.share : session.finished[place] ? 1 : 0;
        return {
          exercise: exercise.id,
          seconds: this.seconds[place] ?? 0,
          share,
          ...(outcome ? { outcome } : {}),
        };
      }),
    });
  }
}
