/** What a walk through a routine leaves behind: its record, and where to go on. */

import { record } from '../memory/history';
import { type Day, type DoneExercise, MAX_CHECKPOINTS, type Memory } from '../memory/memory';
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
export function dropCheckpoint(memory: Memory, routineId: string): Memory {
  const checkpoints = memory.checkpoints.filter(({ routine }) => routine.id !== routineId);
  return checkpoints.length === memory.checkpoints.length ? memory : { ...memory, checkpoints };
}

/**
 * Notes a walk at one of its repetitions: all that a power cut must not take. The beginning of a
 * routine is not worth going back to. Where other routines were left stays, behind it.
 */
export function noteProgress(
  memory: Memory,
  { done, routine, walk }: Progress,
  at: Checkpoint,
  day: Day,
): Memory {
  const noted = record(memory, { day, routine: routine.id, walk, exercises: done });
  const others = dropCheckpoint(noted, routine.id);
  if (at.isStart) return others;
  const checkpoints = [{ routine, at, day }, ...others.checkpoints].slice(0, MAX_CHECKPOINTS);
  return { ...others, checkpoints };
}

/** Notes a walk that came to its end. */
export const noteEnd = (memory: Memory, { done, routine, walk }: Progress, day: Day): Memory =>
  dropCheckpoint(record(memory, { day, routine: routine.id, walk, exercises: done }), routine.id);
