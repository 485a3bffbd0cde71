/**
 * The notes of one walk through a routine: the current place, and which exercises were done, skipped, or hurt.
 * Pure.
 */

import type { Repetition } from '../../timeline/position';
import type { DoneExercise } from '../memory/memory';
import type { PlannedExercise } from '../routine/plan';
import type { Checkpoint } from './checkpoint';
import { endingOf, type Outcome } from './summary';

/** The notes of each exercise, by place in the routine. */
interface Notes {
  /** Undefined for an exercise that is still to do, or that the patient went back to. */
  outcomes: readonly (Outcome | undefined)[];
  /** True if the exercise was completed, with or without pain. */
  finished: readonly boolean[];
  /** Media seconds played. */
  played: readonly number[];
}

/** A walk through a routine, at one moment of it. */
export interface Session extends Notes {
  routine: string;
  planned: readonly PlannedExercise[];
  /** Place in the routine, from 0; `planned.length` when the session is over. */
  index: number;
  /** The notes at the beginning of this walk. An earlier walk has recorded them in the history. */
  earlier: Notes;
}

/** Begins a walk at the first place, or at a later one. */
export function beginSession(
  routine: string,
  planned: readonly PlannedExercise[],
  index = 0,
): Session {
  const notes: Notes = {
    outcomes: planned.map(() => undefined),
    finished: planned.map(() => false),
    played: planned.map(() => 0),
  };
  return { routine, planned, index, ...notes, earlier: notes };
}

/** Place of a checkpoint's exercise in the routine, which may have changed since; -1 when it is not in it. */
function placeOf(planned: readonly PlannedExercise[], { exercise, index }: Checkpoint): number {
  if (planned[index]?.exercise.id === exercise) return index;
  return planned.findIndex((one) => one.exercise.id === exercise);
}

/** Resumes a walk at its checkpoint, with its notes; undefined when the routine does not hold that exercise. */
export function resumeSession(
  routine: string,
  planned: readonly PlannedExercise[],
  from: Checkpoint,
): Session | undefined {
  const index = placeOf(planned, from);
  if (index < 0) return undefined;
  const session = beginSession(routine, planned, index);
  const { noted } = from;
  // The notes apply only while the routine is unchanged.
  if (!noted || index !== from.index || noted.outcomes.length !== planned.length) return session;
  const { finished, outcomes, seconds } = noted;
  const played = noted.played ?? planned.map((_, place) => (place === index ? seconds : 0));
  const notes: Notes = { outcomes, finished, played };
  return { ...session, ...notes, earlier: notes };
}

/** True when nothing remains to do. */
export const isOver = (session: Session): boolean => session.index >= session.planned.length;

/** Media seconds played in the whole session. */
export const playedSeconds = ({ played }: Session): number =>
  played.reduce((sum, seconds) => sum + seconds, 0);

const finish = (session: Session, at: number, isFinished: boolean): Session['finished'] =>
  session.finished.map((one, place) => (place === at ? isFinished : one));

const note = (session: Session, outcome: Outcome | undefined): Session['outcomes'] =>
  session.outcomes.map((one, place) => (place === session.index ? outcome : one));

/** Ends the exercise and moves to the next one. An exercise that hurt keeps that outcome. */
export function finishExercise(session: Session, outcome: Outcome): Session {
  const before = session.outcomes[session.index];
  return {
    ...session,
    outcomes: note(session, before === 'hurt' ? 'hurt' : outcome),
    finished: finish(session, session.index, outcome === 'done'),
    index: session.index + 1,
  };
}

/** Notes that the exercise hurts; the place stays the same. */
export const noteHurt = (session: Session): Session => ({
  ...session,
  outcomes: note(session, 'hurt'),
});

/** Adds played media seconds to the current exercise. */
export const notePlayed = (session: Session, seconds: number): Session => ({
  ...session,
  played: session.played.map((one, place) => (place === session.index ? one + seconds : one)),
});

/** Replaces the current exercise by one with another dose. */
export const changeExercise = (session: Session, changed: PlannedExercise): Session => ({
  ...session,
  planned: session.planned.map((one, place) => (place === session.index ? changed : one)),
});

/** Goes back one exercise, to do it again; at the first one, it starts again. A note of pain stays. */
export function previousExercise(session: Session): Session {
  const index = Math.max(0, session.index - 1);
  const outcomes = session.outcomes.map((one, place) =>
    place === index && one !== 'hurt' ? undefined : one,
  );
  return { ...session, index, outcomes, finished: finish(session, index, false) };
}

/**
 * The exercises that were played or ended in this walk, for the history. The current exercise counts as not
 * completed.
 */
export function doneOf({ earlier, finished, outcomes, planned, played }: Session): DoneExercise[] {
  const done: DoneExercise[] = [];
  for (const [place, { exercise }] of planned.entries()) {
    const seconds = (played[place] ?? 0) - (earlier.played[place] ?? 0);
    const outcome = outcomes[place];
    const isNew = outcome !== undefined && outcome !== earlier.outcomes[place];
    if (seconds <= 0 && !isNew) continue;
    done.push({
      exercise: exercise.id,
      ...(exercise.variant === undefined ? {} : { variant: exercise.variant }),
      category: exercise.category,
      ending: endingOf({ outcome: outcome ?? 'skipped', finished: finished[place] === true }),
      seconds,
    });
  }
  return done;
}

/**
 * The checkpoint of a session.
 * @param at the repetition that plays, or that follows the current wait
 * @param pace the pace of the session, 1 is the usual one
 */
export function checkpointOf(session: Session, at: Repetition, pace = 1): Checkpoint {
  const { finished, outcomes, planned, played, routine } = session;
  // After the end, the last exercise, so that a late caller still gets a checkpoint.
  const index = Math.min(session.index, planned.length - 1);
  const exercise = planned[index]?.exercise;
  const isFirst = at.set === 1 && at.repetition === 1 && at.side !== 'right';
  const isUntouched = index === 0 && outcomes.every((one) => one === undefined);
  return {
    routine,
    index,
    exercise: exercise?.id ?? '',
    ...at,
    ...(pace === 1 ? {} : { pace }),
    ...(isUntouched && isFirst && at.part === exercise?.parts[0].id ? { isStart: true } : {}),
    noted: { outcomes, finished, seconds: playedSeconds(session), played },
  };
}
