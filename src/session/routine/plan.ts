/** A routine laid out: each item's exercise and timeline. One timeline per exercise, so that a failure stays inside one. */
import type { Exercise, Position } from '../../catalogue/types';
import { compileTimeline } from '../../timeline/compile';
import { FPS, type Timeline } from '../../timeline/types';
import { applyItem } from './applyItem';
import { preparationSeconds } from './preparation';
import type { Routine, RoutineItem } from './routine';

/** An exercise at its place in a routine. */
export interface PlannedExercise {
  /** As its item has it: variant and doses. */
  exercise: Exercise;
  item: RoutineItem;
  preparationSeconds: number;
}

/** The routine's exercises that exist, each with the preparation its change of position takes. */
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
 * @param extraPreparation seconds more than planned, as the patient asked for
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
