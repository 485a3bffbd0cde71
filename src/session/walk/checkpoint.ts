/** What must survive a power cut: where in a routine someone is, to the repetition. Pure data. */
import type { Repetition } from '../../timeline/position';
import type { Side } from '../../timeline/types';
import { playedSeconds, type Session } from './session';

export interface Checkpoint {
  routine: string;
  /** Place in the routine, from 0. */
  index: number;
  exercise: string;
  part: string;
  set: number;
  repetition: number;
  side?: Side;
  /** How fast it was done, where that is not the usual pace: it goes on as slowly. */
  pace?: number;
  /** Nothing lies before it: not worth going back to. */
  isStart?: true;
  /** What the session noted until then: the end screen tells of all of it. */
  noted?: Pick<Session, 'outcomes' | 'finished'> & {
    /** Media seconds played in all. */
    seconds: number;
    /** The same by place in the routine. */
    played?: readonly number[];
  };
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
