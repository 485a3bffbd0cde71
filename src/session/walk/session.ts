/** The notes of one walk through a routine: where we are, what was done, skipped, or hurt. Pure. */

import type { Repetition } from '../../timeline/position';
import type { DoneExercise } from '../memory/memory';
import type { PlannedExercise } from '../routine/plan';
import type { Checkpoint } from './checkpoint';
import { endingOf, type Outcome } from './summary';

/** What is noted of each exercise, by place in the routine. */
interface Notes {
  /** Absent while to do, or when one went back to do it again. */
  outcomes: readonly (Outcome | undefined)[];
  /** Carried on to its end, hurt or not. */
  finished: readonly boolean[];
  /** Media seconds played. */
  played: readonly number[];
}

/** A walk through a routine, at one moment of it. */
export interface Session extends Notes {
  routine: string;
  planned: readonly PlannedExercise[];
  /** Place in the routine, from 0; `planned.length` when it is over. */
  index: number;
  /** What stood there when this walk began: an earlier one has told the history of it. */
  earlier: Notes;
}

/** A walk at its beginning, or at a later place. */
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

/** Where a checkpoint's exercise is in the routine now, which may have changed; -1 when it's gone. */
function placeOf(planned: readonly PlannedExercise[], { exercise, index }: Checkpoint): number {
  if (planned[index]?.exercise.id === exercise) return index;
  return planned.findIndex((one) => one.exercise.id === exercise);
}

/**
 * A walk that goes on where it was left, with what was noted until then; undefined when the
 * routine no longer holds that exercise.
 */
export function resumeSession(
  routine: string,
  planned: readonly PlannedExercise[],
  from: Checkpoint,
): Session | undefined {
  const index = placeOf(planned, from);
  if (index < 0) return undefined;
  const session = beginSession(routine, planned, index);
  const { noted } = from;
  // What was noted belongs to the routine as it was.
  if (!noted || index !== from.index || noted.outcomes.length !== planned.length) return session;
  const { finished, outcomes, seconds } = noted;
  const played = noted.played ?? planned.map((_, place) => (place === index ? seconds : 0));
  const notes: Notes = { outcomes, finished, played };
  return { ...session, ...notes, earlier: notes };
}

/** Nothing is left to do. */
export const isOver = (session: Session): boolean => session.index >= session.planned.length;

/** Media seconds played in all. */
export const playedSeconds = ({ played }: Session): number =>
  played.reduce((sum, seconds) => sum + seconds, 0);

const finish = (session: Session, at: number, isFinished: boolean): Session['finished'] =>
  session.finished.map((one, place) => (place === at ? isFinished : one));

const note = (session: Session, outcome: Outcome | undefined): Session['outcomes'] =>
  session.outcomes.map((one, place) => (place === session.index ? outcome : one));

/** The exercise ended; on to the next. One that hurt stays noted as that. */
export function finishExercise(session: Session, outcome: Outcome): Session {
  const before = session.outcomes[session.index];
  return {
    ...session,
    outcomes: note(session, before === 'hurt' ? 'hurt' : outcome),
    finished: finish(session, session.index, outcome === 'done'),
    index: session.index + 1,
  };
}

/** Notes that the exercise hurts, and stays at it. */
export const noteHurt = (session: Session): Session => ({
  ...session,
  outcomes: note(session, 'hurt'),
});

/** Notes media seconds of the exercise that plays. */
export const notePlayed = (session: Session, seconds: number): Session => ({
  ...session,
  played: session.played.map((one, place) => (place === session.index ? one + seconds : one)),
});

/** The exercise at hand as another dose has it. */
export const changeExercise = (session: Session, changed: PlannedExercise): Session => ({
  ...session,
  planned: session.planned.map((one, place) => (place === session.index ? changed : one)),
});

/** One back, to be done again; at the first one it begins again. A note that it hurt stays. */
export function previousExercise(session: Session): Session {
  const index = Math.max(0, session.index - 1);
  const outcomes = session.outcomes.map((one, place) =>
    place === index && one !== 'hurt' ? undefined : one,
  );
  return { ...session, index, outcomes, finished: finish(session, index, false) };
}

/**
 * What this walk did, for the history: what was played or ended in it. One that is still going on
 * counts as not carried to its end.
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
 * @param at the repetition that plays, or comes after the wait that plays
 * @param pace at which the session is done, 1 is the usual
 */
export function checkpointOf(session: Session, at: Repetition, pace = 1): Checkpoint {
  const { finished, outcomes, planned, played, routine } = session;
  // When it is over, its last exercise: whoever still asks gets an answer.
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
