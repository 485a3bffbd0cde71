/** Saves the progress of a walk in the memory: its record, and its checkpoint. */

import { record } from '../memory/history';
import {
  type Day,
  type DoneExercise,
  MAX_CHECKPOINTS,
  type Memory,
  type SavedCheckpoint,
} from '../memory/memory';
import type { Routine } from '../routine/routine';
import type { Checkpoint } from './checkpoint';

/** The progress of a walk. */
export interface Progress {
  routine: Routine;
  /** The number of the walk, from `nextWalk` at its beginning. */
  walk: number;
  /** The exercises done in this walk so far (`doneOf`). */
  done: DoneExercise[];
}

/** Removes the checkpoint of a routine that has ended or starts again. Checkpoints of other routines stay. */
export function dropCheckpoint(memory: Memory, routineId: string): Memory {
  const checkpoints = memory.checkpoints.filter(({ routine }) => routine.id !== routineId);
  return checkpoints.length === memory.checkpoints.length ? memory : { ...memory, checkpoints };
}

/** Undoes that a checkpoint was removed: it is the latest again, and the only one of its routine. */
export function restoreCheckpoint(memory: Memory, saved: SavedCheckpoint): Memory {
  const { checkpoints } = dropCheckpoint(memory, saved.routine.id);
  return { ...memory, checkpoints: [saved, ...checkpoints].slice(0, MAX_CHECKPOINTS) };
}

/**
 * Saves a walk at a repetition, so that a power cut loses little. The start of a routine gets no checkpoint.
 * Checkpoints of other routines stay, after this one.
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

/** Saves a walk that reached its end. */
export const noteEnd = (memory: Memory, { done, routine, walk }: Progress, day: Day): Memory =>
  dropCheckpoint(record(memory, { day, routine: routine.id, walk, exercises: done }), routine.id);
