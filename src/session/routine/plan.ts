/**
 * The plan of a routine: the exercise of each item and its timeline. Each exercise has a timeline
 * of its own, so that a failure affects only one.
 */
import type { Exercise, Position } from '../../catalogue/types';
import { easierWay } from '../../catalogue/variant';
import { compileTimeline } from '../../timeline/compile';
import { FPS, type LongerWait, type Timeline } from '../../timeline/types';
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
 * The same place of the routine in the exercise's easier way, with the doses of its item; undefined
 * where the catalogue names none.
 */
export function easierPlan(
  planned: PlannedExercise,
  exercises: ReadonlyMap<string, Exercise>,
): PlannedExercise | undefined {
  const way = easierWay(planned.exercise);
  const known = exercises.get(planned.item.exercise);
  if (!way || !known) return undefined;
  const { variant: _, ...usual } = planned.item;
  const item = way.variant === undefined ? usual : { ...usual, variant: way.variant };
  return { ...planned, exercise: applyItem(known, item), item };
}

/** The routine with the items that a session plays now; the same object while nothing was replaced. */
export function routineNow(routine: Routine, planned: readonly PlannedExercise[]): Routine {
  const items = planned.map(({ item }) => item);
  return items.every((item) => routine.items.includes(item)) ? routine : { ...routine, items };
}

/** Time that the patient asked for beside the planned waits. */
export interface ExtraTime {
  /** Whole seconds before the first count. */
  preparation: number;
  rests: readonly LongerWait[];
}

export const NO_EXTRA_TIME: ExtraTime = { preparation: 0, rests: [] };

/** The timeline of a planned exercise. */
export const timelineOf = (
  { exercise, preparationSeconds: seconds }: PlannedExercise,
  pace: number,
  extra: ExtraTime = NO_EXTRA_TIME,
): Timeline =>
  compileTimeline(exercise, {
    pace,
    preparationSeconds: seconds + extra.preparation,
    longerWaits: extra.rests,
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
