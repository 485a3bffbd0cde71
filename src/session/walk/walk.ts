/**
 * A session as a machine of states: what the remote wishes and what the player reports lead from
 * one to the next. It knows no screen, no player and no clock; the session controller carries out what
 * changed.
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
 * Where an exercise is: getting into place, being done, a rest or change of sides within it, coming
 * to rest with the next one announced; `done` when nothing is left.
 */
export type Stage = 'preparation' | 'exercise' | 'rest' | 'next' | 'done';

/** Who has the say: `running`, or why everything stands still. */
export type Pause = 'running' | 'paused' | 'hurts' | 'leaving' | 'menu';

export interface Walk {
  session: Session;
  stage: Stage;
  pause: Pause;
  /** What `pause` was before a dialog or the menu stood everything still. */
  before: 'running' | 'paused';
  /** The preparation has run out and waits for OK ("wacht op mij"). */
  waiting: boolean;
  /** OK was pressed in this preparation: nothing to wait for any more. */
  started: boolean;
  /** How many exercises were begun: another number is another beginning. */
  begun: number;
  /** Given up; no event means anything any more. */
  isLeft: boolean;
}

export type WalkEvent =
  /** What the player shows now; `runsOut` at the very end of the preparation. */
  | { kind: 'reached'; stage: Exclude<Stage, 'done'>; runsOut?: boolean }
  /** Media seconds that were played since the last time. */
  | { kind: 'played'; seconds: number }
  /** The exercise's timeline came to its end. */
  | { kind: 'ended' }
  /** In the preparation: start. Running: pause. Paused: resume. */
  | { kind: 'ok' }
  /** The preparation was made longer. */
  | { kind: 'moreTime' }
  /** Its dose was changed while it is done. */
  | { kind: 'change'; planned: PlannedExercise }
  | { kind: 'interrupt'; reason: 'hurts' | 'leaving' | 'menu' }
  | { kind: 'resume' }
  /** The set goes to standby, or shows something else. */
  | { kind: 'halt' }
  | { kind: 'hurts'; skip: boolean }
  | { kind: 'next' | 'previous' | 'repeat' | 'leave' };

/** @param stage where one goes on; the preparation unless it goes on within an exercise */
export const beginWalk = (
  session: Session,
  { paused = false, stage = 'preparation' as Stage } = {},
): Walk => ({
  session,
  stage,
  pause: paused ? 'paused' : 'running',
  before: paused ? 'paused' : 'running',
  waiting: false,
  started: false,
  begun: 1,
  isLeft: false,
});

/** The player runs. */
export const isRunning = ({ isLeft: left, pause, stage, waiting }: Walk): boolean =>
  pause === 'running' && !waiting && !left && stage !== 'done';

/** A dialog or the menu is open: only it has a say. */
export const isInterrupted = ({ pause }: Walk): boolean =>
  pause !== 'running' && pause !== 'paused';

/** Where an exercise is while this phase plays. @param atEase a pause within a set */
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

/** Another exercise, or the same from its preparation; nothing when all are through. */
const turnTo = (walk: Walk, session: Session): Walk => ({
  ...walk,
  session,
  stage: isOver(session) ? 'done' : 'preparation',
  pause: 'running',
  waiting: false,
  started: false,
  begun: walk.begun + 1,
});

function reach(
  walk: Walk,
  { runsOut = false, stage }: Extract<WalkEvent, { kind: 'reached' }>,
  waitForMe: boolean,
): Walk {
  if (walk.waiting) return walk;
  // A player may show the first frame of the movement before it stands.
  const isOut = walk.stage === 'preparation' && (runsOut || stage !== 'preparation');
  if (waitForMe && !walk.started && isOut) return { ...walk, waiting: true };
  return walk.stage === stage ? walk : { ...walk, stage };
}

function ok(walk: Walk): Walk {
  if (isInterrupted(walk)) return walk;
  if (walk.pause === 'paused') return { ...walk, pause: 'running' };
  if (walk.stage === 'preparation') {
    return { ...walk, stage: 'exercise', waiting: false, started: true };
  }
  return { ...walk, pause: 'paused' };
}

const resume = (walk: Walk): Walk => (isInterrupted(walk) ? { ...walk, pause: walk.before } : walk);

/** Stands still until OK. A dialog that is open stays so; after it everything still stands. */
const halt = (walk: Walk): Walk =>
  isInterrupted(walk) ? { ...walk, before: 'paused' } : { ...walk, pause: 'paused' };

/**
 * One step.
 * @param waitForMe a preparation that has run out stands still until OK
 * @returns the same walk where the event changes nothing
 */
export function step(walk: Walk, event: WalkEvent, waitForMe = false): Walk {
  if (walk.isLeft || walk.stage === 'done') return walk;
  const { session } = walk;
  switch (event.kind) {
    case 'reached':
      return reach(walk, event, waitForMe);
    case 'played':
      return { ...walk, session: notePlayed(session, event.seconds) };
    case 'ended':
      return turnTo(walk, finishExercise(session, 'done'));
    case 'ok':
      return ok(walk);
    case 'moreTime':
      return { ...walk, waiting: false };
    case 'change':
      return { ...walk, session: changeExercise(session, event.planned) };
    case 'interrupt': {
      const before = walk.pause === 'paused' || walk.pause === 'running' ? walk.pause : walk.before;
      return { ...walk, pause: event.reason, before };
    }
    case 'resume':
      return resume(walk);
    case 'halt':
      return halt({ ...walk, waiting: false, started: false });
    case 'hurts': {
      const hurt = noteHurt(session);
      return event.skip
        ? turnTo(walk, finishExercise(hurt, 'hurt'))
        : resume({ ...walk, session: hurt });
    }
    case 'next':
      return turnTo(walk, finishExercise(session, 'skipped'));
    case 'previous':
      return turnTo(walk, previousExercise(session));
    case 'repeat':
      return turnTo(walk, session);
    case 'leave':
      return { ...walk, isLeft: true };
  }
}
