/**
 * Changes that a therapist makes for the whole group during an exercise: a few repetitions more or fewer, a
 * longer or shorter rest. Pure; the caller makes a new timeline from the result.
 */
import type { Dose, Exercise, Part } from '../../catalogue/types';
import { withVariant } from '../../catalogue/variant';
import { BOUNDS, hasFixedDose } from '../../timeline/dose';
import { withPartDose } from '../routine/applyItem';
import { dosesOf } from '../routine/doses';
import type { PlannedExercise } from '../routine/plan';
import type { Routine, RoutineItem } from '../routine/routine';

/** Repetitions per press (ours), for each side where sides take turns. */
const REPS = 5;
/** Repetitions that last this long, seconds, are added one by one: five stretches would take a minute. */
const LONG_REPETITION_SECONDS = 10;
/** Change of a timed effort per press, and its limits, seconds. */
const EFFORT = { step: 10, min: 10, max: 600 } as const;
/** Change of a rest per press, and its maximum, seconds: the maximum of the stored document. */
export const REST = { step: 10, max: 120 } as const;

/** The amount that one press adds: repetitions of each side, or seconds of an effort. */
export interface WorkStep {
  kind: 'reps' | 'seconds';
  by: number;
}

/** The progress within a part of an exercise. */
export interface WorkDone {
  part: string;
  /** The current repetition, from 1. */
  repetition: number;
  /** Seconds done of a timed effort. */
  seconds?: number;
}

const secondsOfOne = ({ dose, movement }: Part): number =>
  movement.reduce(
    (sum, step) =>
      sum + ('seconds' in step ? step.seconds : (dose.holdCounts ?? dose.holdSeconds ?? 0)),
    0,
  );

/** The amount that one press changes in a part; undefined for a centre's own film, whose dose is fixed. */
export function workStep({ exercise }: PlannedExercise, part: string): WorkStep | undefined {
  const found = exercise.parts.find(({ id }) => id === part);
  if (!found || hasFixedDose(exercise)) return undefined;
  if (found.dose.durationSeconds !== undefined) return { kind: 'seconds', by: EFFORT.step };
  return { kind: 'reps', by: secondsOfOne(found) >= LONG_REPETITION_SECONDS ? 1 : REPS };
}

const within = (value: number, min: number, max: number): number =>
  Math.min(Math.max(value, min), max);

function workOf(dose: Dose, step: WorkStep, by: -1 | 1, done: WorkDone): Dose {
  if (dose.durationSeconds !== undefined) {
    const least = Math.max(EFFORT.min, Math.ceil((done.seconds ?? 0) / EFFORT.step) * EFFORT.step);
    const seconds = within(dose.durationSeconds + by * step.by, least, EFFORT.max);
    return { ...dose, durationSeconds: seconds };
  }
  const turns = dose.sides === 'alternate' ? 2 : 1;
  // The current repetition stays. Where sides take turns, both sides get the same number.
  const least = Math.ceil(done.repetition / turns) * turns;
  const reps = (dose.reps ?? 1) + by * turns * step.by;
  return { ...dose, reps: within(reps, least, BOUNDS.reps.max) };
}

/** The exercise with one part's dose replaced; the same object where that changes nothing. */
function withDose(planned: PlannedExercise, id: string, change: (dose: Dose) => Dose) {
  let isSame = true;
  const parts = planned.exercise.parts.map((part) => {
    if (part.id !== id) return part;
    const dose = change(part.dose);
    const names = Object.keys(dose) as (keyof Dose)[];
    if (names.every((name) => dose[name] === part.dose[name])) return part;
    isSame = false;
    return withPartDose(part, dose, 'patient');
  }) as typeof planned.exercise.parts;
  return isSame ? planned : { ...planned, exercise: { ...planned.exercise, parts } };
}

/**
 * Changes the work of the current part by one press, in each of its sets. The result is never less than the
 * work already done, and never beyond the limits of a dose.
 * @returns the same object where nothing changes
 */
export function changeWork(planned: PlannedExercise, done: WorkDone, by: -1 | 1): PlannedExercise {
  const step = workStep(planned, done.part);
  if (!step) return planned;
  return withDose(planned, done.part, (dose) => workOf(dose, step, by, done));
}

/**
 * Changes each rest and each change of sides of a part by ten seconds, but never below the time already rested.
 * @param rested seconds done of the current rest
 * @returns the same object where nothing changes
 */
export function changeRest(
  planned: PlannedExercise,
  part: string,
  by: -1 | 1,
  rested = 0,
): PlannedExercise {
  if (hasFixedDose(planned.exercise)) return planned;
  const least = Math.ceil(rested / REST.step) * REST.step;
  const to = (seconds: number) =>
    within(seconds + by * REST.step, Math.min(Math.max(least, 1), REST.max), REST.max);
  // The rest before a part is the dose of the part that it follows.
  const at = planned.exercise.parts.findIndex(({ id }) => id === part);
  const before = planned.exercise.parts[at - 1];
  const changed = withDose(planned, part, (dose) => ({
    ...dose,
    ...(dose.restSeconds > 0 || dose.sets > 1 ? { restSeconds: to(dose.restSeconds) } : {}),
    ...(dose.switchSeconds === undefined
      ? {}
      : { switchSeconds: Math.min(to(dose.switchSeconds), 60) }),
  }));
  if (!before) return changed;
  return withDose(changed, before.id, (dose) =>
    dose.restSeconds > 0 ? { ...dose, restSeconds: to(dose.restSeconds) } : dose,
  );
}

/**
 * A routine with a centre's own rests between sets and parts. A centre's own film does not change.
 * @param seconds 0 to 120; 0 gives one second, since an existing rest can't be removed
 */
export function restingFor(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  seconds: number,
): Routine {
  const items = routine.items.map((item): RoutineItem => {
    const known = exercises.get(item.exercise);
    if (!known || hasFixedDose(known)) return item;
    const names = known.variants.some(({ id }) => id === item.variant);
    const exercise = withVariant(known, names ? item.variant : undefined);
    const doses = dosesOf(exercise, item).map((dose) =>
      dose && (dose.sets > 1 || dose.restSeconds > 0)
        ? { ...dose, restSeconds: Math.max(seconds, 1) }
        : dose,
    );
    return { ...item, doses };
  });
  return { ...routine, items };
}
