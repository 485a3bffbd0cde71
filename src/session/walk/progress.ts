/** What a walk through a routine leaves behind: its record, and where to go on. */

import { record } from '../memory/history';
import type { Day, DoneExercise, Memory } from '../memory/memory';
import type { Routine } from '../routine/routine';
import type { Checkpoint } from './checkpoint';

/** A walk as far as it came. */
export interface Progress {
  routine: Routine;
  /** By `nextWalk` when it began. */
  walk: number;
  /** What this walk did until now (`doneOf`). */
  done: DoneExercise[];
}

/** Forgets where a routine was left: it was ended, or is begun anew. Any other one stays. */
export const dropCheckpoint = (memory: Memory, routineId: string): Memory =>
  memory.checkpoint?.routine.id === routineId ? { ...memory, checkpoint: undefined } : memory;

/**
 * Notes a walk at one of its repetitions: all that a power cut must not take. The beginning of a
 * routine is not worth going back to.
 */
export function noteProgress(
  memory: Memory,
  { done, routine, walk }: Progress,
  at: Checkpoint,
  day: Day,
): Memory {
  const noted = record(memory, { day, routine: routine.id, walk, exercises: done });
  return at.isStart
    ? dropCheckpoint(noted, routine.id)
    : { ...noted, checkpoint: { routine, at, day } };
}

/** Notes a walk that came to its end. */
export const noteEnd = (memory: Memory, { done, routine, walk }: Progress, day: Day): Memory =>
  dropCheckpoint(record(memory, { day, routine: routine.id, walk, exercises: done }), routine.id);
