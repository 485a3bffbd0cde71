/** Changing a dose within sane bounds. */
import type { Dose, Exercise } from '../catalogue/types';

/** Bounds of what may be asked for (ours): the schema's own. */
export const BOUNDS = {
  sets: { min: 1, max: 5 },
  reps: { min: 1, max: 60 },
  hold: { min: 1, max: 60 },
} as const;

/** A centre's own film shows one dose: there is nothing to change. */
export const hasFixedDose = (exercise: Exercise): boolean => exercise.recorded !== undefined;

export interface DoseWish {
  sets?: number;
  /** Per set (`each`: per side; `alternate`: in all). Means nothing to a timed effort. */
  reps?: number;
  /** Counts or seconds, whichever the exercise holds in. */
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
 * The exercise's doses with a wish applied to every part that knows the wished-for number.
 * @throws RangeError when a number is out of bounds, no part of the exercise knows it, or a film
 *   fixes it
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

/** Seconds in the starting position before a preview moves: enough to lift legs that begin in the air. */
export const PREVIEW_WAIT_SECONDS = 3;

/** Most of each number in a demonstration (ours). */
const BRIEF = { reps: 1, hold: 3, effortSeconds: 6, waitSeconds: 2 } as const;

const atMost = (value: number | undefined, most: number): number | undefined =>
  value === undefined ? undefined : Math.min(value, most);

/**
 * The doses of a short demonstration: every part once, every side once, holds and efforts of a
 * few seconds. For previews.
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
