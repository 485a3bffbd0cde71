/**
 * Plays a routine: one timeline and one player at a time. The walk (`session/walk/walk.ts`) decides what a
 * command of the remote does; this class carries it out. It knows no screen: the player page draws its view.
 */
import type { Exercise } from '../../catalogue/types';
import { changePace } from '../../session/routine/pace';
import { type PlannedExercise, timelineOf } from '../../session/routine/plan';
import type { Routine } from '../../session/routine/routine';
import type { Checkpoint } from '../../session/walk/checkpoint';
import { type WorkStep, workStep } from '../../session/walk/group';
import { checkpointOf, doneOf } from '../../session/walk/session';
import {
  isInterrupted,
  isRunning,
  stageOf,
  step,
  type Walk,
  type WalkEvent,
} from '../../session/walk/walk';
import { hasFixedDose } from '../../timeline/dose';
import { type OverlayState, overlayAfter, overlayAt } from '../../timeline/overlay';
import { repetitionAt, sameMoment, timeOfRepetition } from '../../timeline/position';
import { FPS, type Timeline } from '../../timeline/types';
import type { PlaybackListener } from '../narrator/narrator';
import { type Adjustment, adjusted, goingOn } from './adjustment';
import { beginningOf } from './beginning';
import type { SessionControls, SessionEvents } from './controller';
import { ExercisePlayer, type ExercisePlayerDeps } from './exercisePlayer';
import { countedIn, hasRunOut, lastOfPreparation, moreTime } from './preparation';
import { summaryOf, viewOf } from './sessionView';

/** The dependencies of a session controller. */
export interface SessionControllerDeps extends ExercisePlayerDeps {
  routine: Routine;
  exercises: ReadonlyMap<string, Exercise>;
  /** The checkpoint to begin at. */
  from?: Checkpoint;
  /** It stands still at the checkpoint until OK, since nobody asked to go on. */
  paused?: boolean;
  /** At the end of a preparation, the session waits for OK. */
  waitForMe?: boolean;
  /** Seconds of count-in after OK in the preparation, so that a group begins together. Default: no count-in. */
  countIn?: number;
  /** Counts of a second each before an exercise goes on in its middle. Default: it goes on at once. */
  resumeCounts?: number;
  /** The pace to begin at. Default: the brochure's pace. */
  pace?: number;
  /** Plays sounds, voice and captions. It is called before the view is shown. */
  listener?: PlaybackListener;
}

/** Length of a count of the count-in, ms. */
const COUNT_MS = 1000;

/** Identifies one repetition, so that a power cut loses at most one repetition. */
type MarkedPlace = Pick<Checkpoint, 'part' | 'repetition' | 'set' | 'side'>;

/** One session of a routine, from its first preparation to its end. */
export class SessionController implements SessionControls {
  private walk: Walk;
  private timeline: Timeline;
  private readonly player: ExercisePlayer;
  private pace: number;
  private extraPreparation = 0;
  /** Until the next count of the count-in. */
  private counting: ReturnType<typeof setTimeout> | undefined;
  /** The repetition of the last checkpoint event, as text. */
  private marked = '';
  /** Length of each item at normal pace, seconds: the widths of the stretches along the bottom. */
  private readonly seconds: number[];

  /** @throws Error, one sentence, when the routine holds no exercise that exists */
  constructor(
    private readonly deps: SessionControllerDeps,
    private readonly events: SessionEvents,
  ) {
    const { pace, planned, time, timeline, walk } = beginningOf(deps);
    this.seconds = planned.map((one) => timelineOf(one, 1).frames / FPS);
    this.pace = pace;
    this.walk = walk;
    this.timeline = timeline;
    this.player = new ExercisePlayer(deps, {
      isOver: () => this.walk.isLeft || this.walk.stage === 'done',
      frame: (at, shownAt) => {
        this.reach(at);
        this.show(at, shownAt);
      },
      changed: () => this.show(),
      ended: () => void this.apply({ kind: 'ended' }),
    });
    this.open(timeline, time);
    this.countIn();
  }

  ok() {
    const wasPreparing = this.walk.stage === 'preparation';
    if (!this.apply({ kind: 'ok' })) return;
    if (wasPreparing && this.walk.stage === 'exercise') {
      this.player.seek(countedIn(this.timeline, this.time, this.deps.countIn ?? 0));
    }
    if (this.walk.pause === 'paused') this.tell();
    this.show();
  }

  arrow(by: -1 | 1) {
    if (!this.player.isOpen || isInterrupted(this.walk)) return;
    if (this.walk.stage === 'preparation') {
      const longer = moreTime(this.planned.preparationSeconds, this.extraPreparation);
      if (longer === undefined) return;
      this.extraPreparation = longer;
      this.walk = step(this.walk, { kind: 'moreTime' });
    } else {
      if (!this.canChangePace) return;
      const pace = changePace(this.pace, by);
      if (pace === this.pace) return;
      this.pace = pace;
      if (this.player.setSpeed(pace)) {
        this.show();
        return;
      }
    }
    const timeline = timelineOf(this.planned, this.pace, this.extraPreparation);
    this.open(timeline, sameMoment(this.timeline, timeline, this.time));
  }

  adjust(what: Adjustment, by: -1 | 1) {
    if (!this.player.isOpen || isInterrupted(this.walk)) return;
    const { planned } = this;
    const changed = adjusted(planned, this.timeline, this.time, what, by);
    if (changed === planned) return;
    this.walk = step(this.walk, { kind: 'change', planned: changed });
    const timeline = timelineOf(changed, this.pace, this.extraPreparation);
    this.seconds[this.walk.session.index] = timelineOf(changed, 1).frames / FPS;
    this.open(timeline, goingOn(this.timeline, timeline, this.time));
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
    // Skipping opens the next exercise, which sends its own checkpoint event.
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
    if (!this.player.isOpen) return;
    this.apply({ kind: 'halt' });
    this.tell();
    this.show();
    // After standby the patient must get into position again, so the repetition starts again.
    this.player.close(timeOfRepetition(this.timeline, repetitionAt(this.timeline, this.time)));
    this.deps.listener?.stopped();
  }

  wake() {
    const { sleepsAt: at } = this.player;
    if (at === undefined || this.walk.isLeft || this.walk.stage === 'done') return;
    this.open(this.timeline, at);
  }

  leave(): Checkpoint {
    const { checkpoint } = this;
    this.tell();
    this.apply({ kind: 'leave' });
    this.player.close();
    this.deps.listener?.stopped();
    return checkpoint;
  }

  private get planned(): PlannedExercise {
    // After the end of the session, the last exercise, so that a late caller still gets an exercise.
    const { index, planned } = this.walk.session;
    return planned[Math.min(index, planned.length - 1)] as PlannedExercise;
  }

  private get time() {
    return this.player.time;
  }

  /** Reports the seconds played since the last report to the walk. */
  private note() {
    const seconds = this.player.takePlayed();
    if (seconds > 0) this.walk = step(this.walk, { kind: 'played', seconds });
  }

  /** A film has no other timeline, so its pace changes only on a set that can play it slower. */
  private get canChangePace() {
    return !hasFixedDose(this.planned.exercise) || this.player.canChangeSpeed;
  }

  /**
   * Makes one step of the walk and carries out what changed.
   * @returns false where the event changed nothing
   */
  private apply(event: WalkEvent): boolean {
    this.note();
    const before = this.walk;
    this.walk = step(before, event, this.deps);
    if (this.walk === before) return false;
    if (this.walk.countIn !== before.countIn) this.countIn();
    if (this.walk.stage === 'done') this.end();
    else if (this.walk.begun !== before.begun) this.begin();
    else if (isRunning(this.walk) && !isRunning(before)) this.player.play();
    else if (!isRunning(this.walk) && isRunning(before)) this.player.pause();
    return true;
  }

  /** Counts one further after a second, while counts remain. */
  private countIn() {
    clearTimeout(this.counting);
    if (this.walk.countIn === 0) return;
    this.deps.listener?.counted?.();
    this.counting = setTimeout(() => {
      this.apply({ kind: 'counted' });
      this.show();
    }, COUNT_MS);
  }

  private end() {
    const { session } = this.walk;
    this.player.close();
    this.deps.listener?.stopped();
    this.events.ended(summaryOf(session));
  }

  private begin() {
    this.extraPreparation = 0;
    this.open(timelineOf(this.planned, this.pace), 0);
  }

  /** @param from media time, seconds */
  private open(timeline: Timeline, from: number) {
    const { pace, planned, walk } = this;
    this.timeline = timeline;
    this.player.open(planned.exercise, timeline, { from, paused: !isRunning(walk), speed: pace });
    this.show();
  }

  /** Reports to the walk that the player has reached a media time: another stage, or the end of the preparation. */
  private reach(time: number) {
    const { atEase, phase } = overlayAt(this.timeline, time);
    const stage = stageOf(phase, atEase);
    const runsOut = stage === 'preparation' && hasRunOut(this.timeline, time);
    const { waiting } = this.walk;
    if (stage !== this.walk.stage || runsOut) this.apply({ kind: 'reached', stage, runsOut });
    if (this.walk.waiting && !waiting && stage !== 'preparation')
      this.player.seek(lastOfPreparation(this.timeline));
  }

  /** Sends a checkpoint event at each new repetition, so that a power cut loses at most one repetition. */
  private tell() {
    if (!this.player.isOpen) return;
    const { checkpoint } = this;
    this.marked = this.mark(checkpoint);
    this.events.checkpoint?.(checkpoint, doneOf(this.walk.session));
  }

  private mark({ part, repetition, set, side }: MarkedPlace) {
    return [this.walk.begun, part, set, side, repetition].join();
  }

  private show(time = this.time, shownAt?: number) {
    const { shown: carrier } = this.player;
    if (this.walk.isLeft || !carrier) return;
    // While the session waits, the overlay must not show a frame of the movement.
    const shown = this.walk.waiting ? Math.min(time, lastOfPreparation(this.timeline)) : time;
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
      running: carrier.state === 'playing' && isRunning(this.walk),
    });
    const { canChangePace, seconds, walk } = this;
    const pace = canChangePace ? this.pace : 1;
    this.events.view(viewOf({ ...carrier, walk, overlay, pace, canChangePace, seconds }));
  }
}
