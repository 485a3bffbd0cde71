/** What must survive a power cut: where in a routine someone is, to the repetition. Pure data. */
import type { Side } from '../../timeline/types';
import type { Outcome } from './summary';

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
  noted?: {
    /** By place in the routine; undefined while to do. */
    outcomes: readonly (Outcome | undefined)[];
    /** By place in the routine: carried on to its end. */
    finished: readonly boolean[];
    /** Media seconds played in all. */
    seconds: number;
    /** The same by place in the routine. */
    played?: readonly number[];
  };
}
