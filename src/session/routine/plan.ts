/**
 * The plan of a routine: the exercise of each item and its timeline. Each exercise has a timeline
 * of its own, so that a failure affects only one.
 */
import type { Exercise, Position } from '../../catalogue/types';
import { compileTimeline } from '../../timeline/compile';
import { FPS, type Timeline } from '../../timeline/types';
import { applyItem } from './applyItem';
import { preparationSeconds } from './preparation';
import type { Routine, RoutineItem } from './routine';

/** An exercise at its place in a routine. */
export interface PlannedExercise {
  /** The exercise with the item's variant and doses. */
  exercise: Exercise;
  item: RoutineItem;
  preparationSeconds: number;
}

/**
 * The exercises of the routine that the catalogues have. Each has the preparation for its change of
 * position.
 */
export function planRoutine(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
): PlannedExercise[] {
  const planned: PlannedExercise[] = [];
  let before: Position | undefined;
  for (const item of routine.items) {
    const known = exercises.get(item.exercise);
    if (!known) continue;
    const exercise = applyItem(known, item);
    planned.push({
      exercise,
      item,
      preparationSeconds: preparationSeconds(before, exercise.position),
    });
    before = exercise.position;
  }
  return planned;
}

/**
 * The timeline of a planned exercise.
 * @param extraPreparation additional seconds of preparation that the patient asked for
 */
export const timelineOf = (
  { exercise, preparationSeconds: seconds }: PlannedExercise,
  pace: number,
  extraPreparation = 0,
): Timeline =>
  compileTimeline(exercise, {
    pace,
    preparationSeconds: seconds + extraPreparation,
  });

/** Seconds of a routine at normal pace, preparations and rests included. */
export const routineSeconds = (
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
): number =>
  planRoutine(routine, exercises).reduce(
    (sum, planned) => sum + timelineOf(planned, 1).frames / FPS,
    0,
  );
