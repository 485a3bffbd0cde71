/**
 * Walks through a routine: one timeline and one player at a time. What the remote's wishes mean is
 * decided by the walk (`session/walk/walk.ts`); this carries it out. It knows no screen; the player page
 * draws its view.
 */
import type { Exercise } from '../../catalogue/types';
import { changePace } from '../../session/routine/pace';
import { type PlannedExercise, planRoutine, timelineOf } from '../../session/routine/plan';
import type { Routine } from '../../session/routine/routine';
import type { Checkpoint } from '../../session/walk/checkpoint';
import { type WorkStep, workStep } from '../../session/walk/group';
import {
  beginSession,
  checkpointOf,
  doneOf,
  playedSeconds,
  resumeSession,
} from '../../session/walk/session';
import {
  beginWalk,
  isInterrupted,
  isRunning,
  stageOf,
  step,
  type Walk,
  type WalkEvent,
} from '../../session/walk/walk';
import { hasFixedDose } from '../../timeline/dose';
import { type OverlayState, overlayAfter, overlayAt } from '../../timeline/overlay';
import { afterWait, repetitionAt, sameMoment, timeOfRepetition } from '../../timeline/position';
import { FPS, type Timeline } from '../../timeline/types';
import type { PlaybackListener } from '../narrator/narrator';
import type { Player, PlayerEvents, PlayerState } from '../players/player';
import { RecoveringPlayer } from '../recovery/recoveringPlayer';
import { type Adjustment, adjusted, goingOn } from './adjustment';
import type { SessionControls, SessionEvents } from './controller';
import { viewOf } from './sessionView';

/** What an arrow adds to the preparation, seconds (design: the remote). */
const MORE_TIME_SECONDS = 10;
const MOST_PREPARATION_SECONDS = 300;

/** So near its end a preparation has run out: a player may miss a frame. */
const RUN_OUT_FRAMES = 2;

/** What a session controller works with. */
export interface SessionControllerDeps {
  routine: Routine;
  exercises: ReadonlyMap<string, Exercise>;
  /** A player with video for this exercise, or undefined where it has none. */
  video(exercise: Exercise, timeline: Timeline, events: PlayerEvents): Player | undefined;
  /** The clock that carries an exercise without video. */
  clock(events: PlayerEvents): Player;
  /** Begin here, paused. */
  from?: Checkpoint;
  /** A preparation that has run out stands still at its end until OK. */
  waitForMe?: boolean;
  /** OK in the preparation counts in for so many seconds: a group begins together. Default: none. */
  countIn?: number;
  /** Where it begins; default: the brochure's own. */
  pace?: number;
  /** Accompanies the picture: sounds, voice, captions. Told before the view is shown. */
  listener?: PlaybackListener;
  /** One sentence for the log, when video fails and when it is there again. */
  log?(sentence: string): void;
}

/** One session of a routine, from its first preparation to its end. */
export class SessionController implements SessionControls {
  private walk: Walk;
  private timeline!: Timeline;
  private player: RecoveringPlayer | undefined;
  private state: PlayerState = 'closed';
  private pace: number;
  private extraPreparation = 0;
  private lastTime = 0;
  /** Media seconds played that the walk has not been told of. */
  private unnoted = 0;
  /** Where it goes on after standby, seconds; undefined while it is awake. */
  private asleepAt: number | undefined;
  /** The repetition last told of, as text. */
  private marked = '';
  /** Seconds of each item at normal pace: the widths along the bottom. */
  private readonly seconds: number[];

  /** @throws Error, one sentence, when the routine holds no exercise that exists */
  constructor(
    private readonly deps: SessionControllerDeps,
    private readonly events: SessionEvents,
  ) {
    const { from, routine } = deps;
    const planned = planRoutine(routine, deps.exercises);
    if (!planned.length) throw new Error(`routine ${routine.id}: holds no known exercise`);
    this.seconds = planned.map((one) => timelineOf(one, 1).frames / FPS);
    const resumed = from && resumeSession(routine.id, planned, from);
    this.pace = deps.pace ?? (resumed && from.pace) ?? 1;
    this.walk = beginWalk(resumed ?? beginSession(routine.id, planned));
    this.timeline = timelineOf(this.planned, this.pace);
    const time = from && resumed ? timeOfRepetition(this.timeline, from) : 0;
    const { atEase, phase } = overlayAt(this.timeline, time);
    this.walk = beginWalk(this.walk.session, {
      paused: resumed !== undefined,
      stage: stageOf(phase, atEase),
    });
    this.open(time);
  }

  ok() {
    const wasPreparing = this.walk.stage === 'preparation';
    if (!this.apply({ kind: 'ok' })) return;
    if (wasPreparing && this.walk.stage === 'exercise') {
      this.player?.seek(this.countedIn());
    }
    if (this.walk.pause === 'paused') this.tell();
    this.show();
  }

  arrow(by: -1 | 1) {
    if (!this.player || isInterrupted(this.walk)) return;
    if (this.walk.stage === 'preparation') {
      const longer = this.extraPreparation + MORE_TIME_SECONDS;
      if (this.planned.preparationSeconds + longer > MOST_PREPARATION_SECONDS) return;
      this.extraPreparation = longer;
      this.walk = step(this.walk, { kind: 'moreTime' });
    } else {
      if (!this.canChangePace) return;
      const pace = changePace(this.pace, by);
      if (pace === this.pace) return;
      this.pace = pace;
      if (this.player?.setSpeed) {
        this.player.setSpeed(pace);
        this.show();
        return;
      }
    }
    const timeline = timelineOf(this.planned, this.pace, this.extraPreparation);
    const from = sameMoment(this.timeline, timeline, this.time);
    this.timeline = timeline;
    this.open(from);
  }

  adjust(what: Adjustment, by: -1 | 1) {
    if (!this.player || isInterrupted(this.walk)) return;
    const { planned } = this;
    const changed = adjusted(planned, this.timeline, this.time, what, by);
    if (changed === planned) return;
    this.walk = step(this.walk, { kind: 'change', planned: changed });
    const timeline = timelineOf(changed, this.pace, this.extraPreparation);
    const from = goingOn(this.timeline, timeline, this.time);
    this.timeline = timeline;
    this.seconds[this.walk.session.index] = timelineOf(changed, 1).frames / FPS;
    this.open(from);
  }

  get workStep(): WorkStep | undefined {
    return workStep(this.planned, repetitionAt(this.timeline, this.time).part);
  }

  get coming(): OverlayState | undefined {
    return overlayAfter(this.timeline, overlayAt(this.timeline, this.time).segment);
  }

  interrupt(reason: 'hurts' | 'leaving' | 'menu') {
    this.apply({ kind: 'interrupt', reason });
    this.tell();
    this.show();
  }

  resume() {
    this.apply({ kind: 'resume' });
    this.show();
  }

  hurts(skip: boolean) {
    this.apply({ kind: 'hurts', skip });
    // Skipping begins another one, which tells by itself.
    if (skip) return;
    this.tell();
    this.show();
  }

  next() {
    this.apply({ kind: 'next' });
  }

  previous() {
    this.apply({ kind: 'previous' });
  }

  repeat() {
    this.apply({ kind: 'repeat' });
  }

  get checkpoint(): Checkpoint {
    this.note();
    return checkpointOf(this.walk.session, repetitionAt(this.timeline, this.time), this.pace);
  }

  sleep() {
    if (!this.player) return;
    this.apply({ kind: 'halt' });
    this.tell();
    this.show();
    // Nobody is in the position any more in which it was left: the repetition begins anew.
    this.asleepAt = timeOfRepetition(this.timeline, repetitionAt(this.timeline, this.time));
    this.close();
    this.deps.listener?.stopped();
  }

  wake() {
    const { asleepAt: at } = this;
    if (at === undefined || this.walk.isLeft || this.walk.stage === 'done') return;
    this.open(at);
  }

  leave(): Checkpoint {
    const { checkpoint } = this;
    this.tell();
    this.apply({ kind: 'leave' });
    this.close();
    this.deps.listener?.stopped();
    return checkpoint;
  }

  private get planned(): PlannedExercise {
    // When the session is over, its last exercise: whoever still asks gets an answer.
    const { index, planned } = this.walk.session;
    return planned[Math.min(index, planned.length - 1)] as PlannedExercise;
  }

  private get time() {
    return this.player?.mediaTime ?? this.asleepAt ?? 0;
  }

  /** Media time at which the preparation has run out. */
  private get preparationEnd() {
    return afterWait(this.timeline, 0);
  }

  /** Where OK leads from the preparation: its last seconds, counted for all; from those, its end. */
  private countedIn(): number {
    const end = afterWait(this.timeline, this.time);
    const from = end - (this.deps.countIn ?? 0);
    return this.time < from || this.time >= end - 2 / FPS ? Math.max(from, 0) : end;
  }

  /** Tells the walk of the seconds played since the last time. */
  private note() {
    if (this.unnoted > 0) this.walk = step(this.walk, { kind: 'played', seconds: this.unnoted });
    this.unnoted = 0;
  }

  /** A film can't be laid out anew: only a set that really plays it slower changes its pace. */
  private get canChangePace() {
    return !hasFixedDose(this.planned.exercise) || this.player?.canChangeSpeed === true;
  }

  /** One step of the walk, carried out. @returns false where it meant nothing */
  private apply(event: WalkEvent): boolean {
    this.note();
    const before = this.walk;
    this.walk = step(before, event, this.deps.waitForMe === true);
    if (this.walk === before) return false;
    if (this.walk.stage === 'done') this.end();
    else if (this.walk.begun !== before.begun) this.begin();
    else if (isRunning(this.walk) && !isRunning(before)) this.player?.play();
    else if (!isRunning(this.walk) && isRunning(before)) this.player?.pause();
    return true;
  }

  private close() {
    this.player?.close();
    this.player = undefined;
  }

  private end() {
    const { session } = this.walk;
    this.close();
    this.deps.listener?.stopped();
    this.events.ended({
      routine: session.routine,
      outcomes: session.planned.map(({ exercise }, place) => ({
        exercise,
        outcome: session.outcomes[place] ?? 'skipped',
        finished: session.finished[place] === true,
      })),
      seconds: playedSeconds(session),
      done: doneOf(session),
    });
  }

  private begin() {
    this.extraPreparation = 0;
    this.timeline = timelineOf(this.planned, this.pace);
    this.open(0);
  }

  /** Opens the timeline on video or, where that is missing or cut off, on the clock. */
  private open(from: number) {
    const standIn = this.player?.isCutOff === true;
    this.player?.close();
    this.asleepAt = undefined;
    this.lastTime = from;
    const { clock, log, video } = this.deps;
    const { planned, timeline } = this;
    this.player = new RecoveringPlayer(
      {
        clock,
        video: (events) => video(planned.exercise, timeline, events),
        ...(log ? { log } : {}),
      },
      this.playerEvents(),
    );
    this.player.open(timeline, {
      from,
      paused: !isRunning(this.walk),
      speed: this.pace,
      beginsOnClock: standIn,
    });
    this.show();
  }

  /** Events of one player; of one that is no longer ours nothing is heard. */
  private playerEvents(): PlayerEvents {
    const { timeline } = this;
    const mine = () =>
      timeline === this.timeline && !this.walk.isLeft && this.walk.stage !== 'done';
    return {
      frame: (time, shownAt) => {
        if (!mine()) return;
        const gone = time - this.lastTime;
        if (gone > 0 && gone < 1) this.unnoted += gone;
        this.lastTime = time;
        this.reach(time);
        this.show(time, shownAt);
      },
      state: (state) => {
        if (!mine()) return;
        this.state = state;
        if (state === 'ended') this.apply({ kind: 'ended' });
        else if (state !== 'closed') this.show();
      },
      // It never does: there is always the clock.
      failed: () => undefined,
    };
  }

  /** The player has come to this time: another stage, or the end of the preparation. */
  private reach(time: number) {
    const { atEase, phase } = overlayAt(this.timeline, time);
    const stage = stageOf(phase, atEase);
    const end = this.preparationEnd;
    const runsOut = stage === 'preparation' && time >= end - (RUN_OUT_FRAMES + 0.5) / FPS;
    const { waiting } = this.walk;
    if (stage !== this.walk.stage || runsOut) this.apply({ kind: 'reached', stage, runsOut });
    if (this.walk.waiting && !waiting && stage !== 'preparation') this.player?.seek(end - 1 / FPS);
  }

  /** Tells where we are, so that a power cut takes at most one repetition. */
  private tell() {
    if (!this.player) return;
    const { checkpoint } = this;
    this.marked = this.mark(checkpoint);
    this.events.checkpoint?.(checkpoint, doneOf(this.walk.session));
  }

  private mark({
    part,
    repetition,
    set,
    side,
  }: Pick<Checkpoint, 'part' | 'repetition' | 'set' | 'side'>) {
    return [this.walk.begun, part, set, side, repetition].join();
  }

  private show(time = this.time, shownAt?: number) {
    if (this.walk.isLeft || !this.player) return;
    // Not a frame of the movement is shown while it waits.
    const shown = this.walk.waiting ? Math.min(time, this.preparationEnd - 1 / FPS) : time;
    const overlay = overlayAt(this.timeline, shown);
    if (this.marked !== this.mark(overlay)) this.tell();
    const { index, planned } = this.walk.session;
    const next = planned[index + 1]?.exercise;
    this.deps.listener?.moment({
      timeline: this.timeline,
      exercise: this.planned.exercise,
      ...(next ? { next } : {}),
      mediaTime: shown,
      ...(shownAt === undefined ? {} : { shownAt }),
      running: this.state === 'playing' && isRunning(this.walk),
    });
    const { canChangePace, player, seconds, state, walk } = this;
    const { isStandingIn, picture } = player;
    const pace = canChangePace ? this.pace : 1;
    this.events.view(
      viewOf({ walk, overlay, pace, canChangePace, state, picture, isStandingIn, seconds }),
    );
  }
}
