/** One walk through a routine: where we are, what was done, skipped, or hurt. Pure. */
import type { PlannedExercise } from './plan';

/** How an exercise of the session ended. */
export type Outcome = 'done' | 'skipped' | 'hurt';

/** A walk through a routine, at one moment of it. */
export interface Session {
  routine: string;
  planned: readonly PlannedExercise[];
  /** Place in the routine, from 0; `planned.length` when it is over. */
  index: number;
  /** By place; absent while to do, or when one went back to do it again. */
  outcomes: readonly (Outcome | undefined)[];
  /** By place: carried on to its end, hurt or not. */
  finished: readonly boolean[];
}

/** A walk at its beginning, or at a later place. */
export const beginSession = (
  routine: string,
  planned: readonly PlannedExercise[],
  index = 0,
): Session => ({
  routine,
  planned,
  index,
  outcomes: planned.map(() => undefined),
  finished: planned.map(() => false),
});

/** Nothing is left to do. */
export const isOver = (session: Session): boolean => session.index >= session.planned.length;

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

/** One back, to be done again; at the first one it begins again. A note that it hurt stays. */
export function previousExercise(session: Session): Session {
  const index = Math.max(0, session.index - 1);
  const outcomes = session.outcomes.map((one, place) =>
    place === index && one !== 'hurt' ? undefined : one,
  );
  return { ...session, index, outcomes, finished: finish(session, index, false) };
}
