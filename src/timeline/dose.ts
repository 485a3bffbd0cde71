/** Changes a dose within bounds. */
import type { Dose, Exercise } from '../catalogue/types';

/** Bounds of the numbers that a caller may ask for: those of the catalogue's schema (ours). */
export const BOUNDS = {
  sets: { min: 1, max: 5 },
  reps: { min: 1, max: 60 },
  hold: { min: 1, max: 60 },
} as const;

/** Whether the dose cannot change, because a centre's own film shows it. */
export const hasFixedDose = (exercise: Exercise): boolean => exercise.recorded !== undefined;

export interface DoseWish {
  sets?: number;
  /**
   * Repetitions per set; with `each` per side, with `alternate` both sides together. No effect on a
   * timed effort.
   */
  reps?: number;
  /** Counts or seconds, as the exercise gives its hold. */
  hold?: number;
}

function within(exercise: Exercise, name: keyof typeof BOUNDS, value: number): number {
  const { min, max } = BOUNDS[name];
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new RangeError(
      `${exercise.id}: ${name} must be a whole number from ${min} to ${max}, got ${value}`,
    );
  }
  return value;
}

/**
 * The exercise's doses, with the wished-for numbers in every part that has them.
 * @throws RangeError when a number is out of bounds, when no part of the exercise has it, or when a
 *   film fixes the dose
 */
export function withDose(exercise: Exercise, wish: DoseWish): Dose[] {
  if (hasFixedDose(exercise) && Object.values(wish).some((number) => number !== undefined)) {
    throw new RangeError(`${exercise.id}: shows its own film, so its dose can't be changed`);
  }
  const doses = exercise.parts.map((part) => ({ ...part.dose }));
  if (wish.sets !== undefined) {
    const sets = within(exercise, 'sets', wish.sets);
    for (const dose of doses) dose.sets = sets;
  }
  if (wish.reps !== undefined) {
    const reps = within(exercise, 'reps', wish.reps);
    const counted = doses.filter((dose) => dose.reps !== undefined);
    if (!counted.length)
      throw new RangeError(`${exercise.id}: is timed, so it has no reps to change`);
    for (const dose of counted) dose.reps = reps;
  }
  if (wish.hold !== undefined) {
    const hold = within(exercise, 'hold', wish.hold);
    const held = doses.filter(
      (dose) => dose.holdCounts !== undefined || dose.holdSeconds !== undefined,
    );
    if (!held.length) throw new RangeError(`${exercise.id}: has no hold to change`);
    for (const dose of held) {
      if (dose.holdCounts !== undefined) dose.holdCounts = hold;
      else dose.holdSeconds = hold;
    }
  }
  return doses;
}

/**
 * Seconds in the starting position before a preview moves: enough to lift the legs for exercises
 * that begin with legs in the air.
 */
export const PREVIEW_WAIT_SECONDS = 3;

/**
 * Upper limits in a short demonstration (ours): repetitions, counts or seconds of a hold, seconds.
 */
const BRIEF = { reps: 1, hold: 3, effortSeconds: 6, waitSeconds: 2 } as const;

const atMost = (value: number | undefined, most: number): number | undefined =>
  value === undefined ? undefined : Math.min(value, most);

/**
 * The doses of a short demonstration, for previews: every part and every side once, with holds and
 * efforts of a few seconds.
 */
export const briefDoses = (exercise: Exercise): Dose[] =>
  exercise.parts.map(({ dose }) => ({
    ...dose,
    sets: 1,
    reps: atMost(dose.reps, dose.sides === 'alternate' ? 2 * BRIEF.reps : BRIEF.reps),
    holdCounts: atMost(dose.holdCounts, BRIEF.hold),
    holdSeconds: atMost(dose.holdSeconds, BRIEF.hold),
    durationSeconds: atMost(dose.durationSeconds, BRIEF.effortSeconds),
    restSeconds: Math.min(dose.restSeconds, 2 * BRIEF.waitSeconds),
    switchSeconds: atMost(dose.switchSeconds, BRIEF.waitSeconds),
  }));
