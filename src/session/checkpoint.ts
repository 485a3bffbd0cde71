/** What must survive a power cut: where in a routine someone is, to the repetition. Pure data. */
import type { Side } from '../timeline/types';
import type { Session } from './session';

export interface Checkpoint {
  routine: string;
  /** Place in the routine, from 0. */
  index: number;
  exercise: string;
  part: string;
  set: number;
  repetition: number;
  side?: Side;
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
