/** A checkpoint: the place in a routine, to the repetition, that must survive a power cut. Plain data. */
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
  /** The pace, where it is not the usual one, so that the session resumes at the same pace. */
  pace?: number;
  /** The place is the very start of the routine, so it is not worth resuming. */
  isStart?: true;
  /** The notes of the session up to this place, for the end screen. */
  noted?: {
    /** By place in the routine; undefined for an exercise that is still to do. */
    outcomes: readonly (Outcome | undefined)[];
    /** By place in the routine: true if the exercise was completed. */
    finished: readonly boolean[];
    /** Media seconds played in all. */
    seconds: number;
    /** Media seconds played, by place in the routine. */
    played?: readonly number[];
  };
}
