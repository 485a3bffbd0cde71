/**
 * A session as a state machine: commands of the remote and events of the player lead from one state to the
 * next. It knows no screen, no player and no clock; the session controller carries out the changes.
 */
import { caseOf, type Phase } from '../../catalogue/phases';
import type { PlannedExercise } from '../routine/plan';
import {
  changeExercise,
  finishExercise,
  isOver,
  noteHurt,
  notePlayed,
  previousExercise,
  type Session,
} from './session';

/**
 * The stage of an exercise. `preparation`: getting into position. `exercise`: doing it. `rest`: a rest or a
 * change of sides. `next`: the end, while the next exercise is announced. `done`: nothing remains to do.
 */
export type Stage = 'preparation' | 'exercise' | 'rest' | 'next' | 'done';

/** `running`, or the reason why the session is paused. */
export type Pause = 'running' | 'paused' | 'hurts' | 'leaving' | 'menu';

export interface Walk {
  session: Session;
  stage: Stage;
  pause: Pause;
  /** The value of `pause` before a dialog or the menu paused the session. */
  before: 'running' | 'paused';
  /** The preparation has ended and the session waits for OK ("wacht op mij"). */
  waiting: boolean;
  /** Counts that remain before the exercise goes on after a pause; 0 while none are counted. */
  countIn: number;
  /** OK was pressed in this preparation, so its end needs no wait. */
  started: boolean;
  /** The number of exercises begun. A change of it means that an exercise begins. */
  begun: number;
  /** The session was stopped: further events change nothing. */
  isLeft: boolean;
}

export type WalkEvent =
  /** The player reached a stage; `runsOut` is true at the very end of the preparation. */
  | { kind: 'reached'; stage: Exclude<Stage, 'done'>; runsOut?: boolean }
  /** Media seconds played since the last event of this kind. */
  | { kind: 'played'; seconds: number }
  /** The exercise's timeline came to its end. */
  | { kind: 'ended' }
  /** In the preparation it starts the exercise, while running it pauses, while paused it resumes. */
  | { kind: 'ok' }
  /** The preparation was made longer. */
  | { kind: 'moreTime' }
  /** The dose of the current exercise was changed. */
  | { kind: 'change'; planned: PlannedExercise }
  /** One count of the count-in has passed. */
  | { kind: 'counted' }
  | { kind: 'interrupt'; reason: 'hurts' | 'leaving' | 'menu' }
  | { kind: 'resume' }
  /** The set goes to standby, or hides the app. */
  | { kind: 'halt' }
  | { kind: 'hurts'; skip: boolean }
  | { kind: 'next' | 'previous' | 'repeat' | 'leave' };

/** What the set's and the app's choices say about a walk. */
export interface WalkRules {
  /** The session waits for OK at the end of a preparation. */
  waitForMe?: boolean;
  /** Counts before an exercise goes on in its middle; 0: it goes on at once. */
  resumeCounts?: number;
}

/**
 * The counts before a walk goes on. A preparation, a rest and the time before the next exercise need
 * none: they are counted anyway.
 */
const countsBefore = (stage: Stage, { resumeCounts = 0 }: WalkRules): number =>
  stage === 'exercise' ? resumeCounts : 0;

/**
 * Begins a walk.
 * @param stage the stage to begin at; the preparation unless the walk resumes within an exercise
 */
export const beginWalk = (
  session: Session,
  { paused = false, stage = 'preparation' as Stage } = {},
  rules: WalkRules = {},
): Walk => ({
  session,
  stage,
  pause: paused ? 'paused' : 'running',
  before: paused ? 'paused' : 'running',
  waiting: false,
  countIn: paused ? 0 : countsBefore(stage, rules),
  started: false,
  begun: 1,
  isLeft: false,
});

/** True while the player plays. */
export const isRunning = ({ countIn, isLeft: left, pause, stage, waiting }: Walk): boolean =>
  pause === 'running' && countIn === 0 && !waiting && !left && stage !== 'done';

/** True while a dialog or the menu is open: then only that one takes commands. */
export const isInterrupted = ({ pause }: Walk): boolean =>
  pause !== 'running' && pause !== 'paused';

/**
 * The stage of an exercise during a phase of its timeline.
 * @param atEase true in a pause within a set
 */
export function stageOf(phase: Phase, atEase: boolean): Exclude<Stage, 'done'> {
  switch (caseOf({ phase, atEase })) {
    case 'prepare':
      return 'preparation';
    case 'move':
    case 'hold':
    case 'return':
    case 'effort':
    case 'ease':
      return 'exercise';
    case 'rest':
    case 'switch':
      return 'rest';
    case 'done':
      return 'next';
  }
}

/** Turns to another exercise, or to the start of the same one. After the last one, the walk is done. */
const turnTo = (walk: Walk, session: Session): Walk => ({
  ...walk,
  session,
  stage: isOver(session) ? 'done' : 'preparation',
  pause: 'running',
  waiting: false,
  countIn: 0,
  started: false,
  begun: walk.begun + 1,
});

function reach(
  walk: Walk,
  { runsOut = false, stage }: Extract<WalkEvent, { kind: 'reached' }>,
  { waitForMe = false }: WalkRules,
): Walk {
  if (walk.waiting) return walk;
  // A player may show the first frame of the movement before it has paused.
  const isOut = walk.stage === 'preparation' && (runsOut || stage !== 'preparation');
  if (waitForMe && !walk.started && isOut) return { ...walk, waiting: true };
  return walk.stage === stage ? walk : { ...walk, stage };
}

/** Goes on after a pause, counted in where it was in the middle of an exercise. */
const goOn = (walk: Walk, rules: WalkRules): Walk => ({
  ...walk,
  pause: 'running',
  countIn: countsBefore(walk.stage, rules),
});

function ok(walk: Walk, rules: WalkRules): Walk {
  if (isInterrupted(walk)) return walk;
  if (walk.pause === 'paused') return goOn(walk, rules);
  if (walk.stage === 'preparation') {
    return { ...walk, stage: 'exercise', waiting: false, started: true };
  }
  return { ...walk, pause: 'paused', countIn: 0 };
}

function resume(walk: Walk, rules: WalkRules): Walk {
  if (!isInterrupted(walk)) return walk;
  return walk.before === 'running' ? goOn(walk, rules) : { ...walk, pause: walk.before };
}

/** Pauses until OK. An open dialog stays open, and the session is still paused after it. */
const halt = (walk: Walk): Walk =>
  isInterrupted(walk) ? { ...walk, before: 'paused' } : { ...walk, pause: 'paused' };

/**
 * Applies one event.
 * @returns the same walk where the event changes nothing
 */
export function step(walk: Walk, event: WalkEvent, rules: WalkRules = {}): Walk {
  if (walk.isLeft || walk.stage === 'done') return walk;
  const { session } = walk;
  switch (event.kind) {
    case 'reached':
      return reach(walk, event, rules);
    case 'played':
      return { ...walk, session: notePlayed(session, event.seconds) };
    case 'ended':
      return turnTo(walk, finishExercise(session, 'done'));
    case 'ok':
      return ok(walk, rules);
    case 'counted':
      return walk.countIn > 0 ? { ...walk, countIn: walk.countIn - 1 } : walk;
    case 'moreTime':
      return { ...walk, waiting: false };
    case 'change':
      return { ...walk, session: changeExercise(session, event.planned) };
    case 'interrupt': {
      const before = walk.pause === 'paused' || walk.pause === 'running' ? walk.pause : walk.before;
      return { ...walk, pause: event.reason, before, countIn: 0 };
    }
    case 'resume':
      return resume(walk, rules);
    case 'halt':
      return halt({ ...walk, waiting: false, countIn: 0, started: false });
    case 'hurts': {
      const hurt = noteHurt(session);
      return event.skip
        ? turnTo(walk, finishExercise(hurt, 'hurt'))
        : resume({ ...walk, session: hurt }, rules);
    }
    case 'next':
      return turnTo(walk, finishExercise(session, 'skipped'));
    case 'previous':
      return turnTo(walk, previousExercise(session));
    case 'repeat':
      return turnTo(walk, session);
    case 'leave':
      return { ...walk, countIn: 0, isLeft: true };
  }
}
