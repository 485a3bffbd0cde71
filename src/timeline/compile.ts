/** Compiles a movement and a dose into a timeline. Pure: pace and preparation are arguments. */
import type { Dose, Exercise, Part } from '../catalogue/types';
import { Layout, type Place, turn } from './layout';
import { recordedTimeline } from './recorded';
import type { PartPlan, Side, Timeline } from './types';

export interface CompileOptions {
  /** Speed of moves and returns: at 0.75 they take a third longer. From 0.25 to 4; default 1. */
  pace?: number;
  /** Whole seconds before the first count; default 5 (ours: `docs/decisions/002`). */
  preparationSeconds?: number;
  /** One dose per part, in order; null leaves a part out. Default: the exercise's own doses. */
  doses?: readonly (Dose | null)[];
}

/** Whole seconds at the end in which the instructor comes to rest (ours). */
const DONE_SECONDS = 2;

/** The rounds of a set: one for each side that takes its whole dose, else one without a side. */
const rounds = (dose: Dose): (Side | undefined)[] =>
  dose.sides === 'each' ? ['left', 'right'] : [undefined];

/**
 * Checks the arguments of `compileTimeline`.
 * @throws RangeError, one sentence
 */
function check(
  exercise: Exercise,
  pace: number,
  preparation: number,
  doses: readonly (Dose | null)[],
) {
  if (!(pace >= 0.25 && pace <= 4)) {
    throw new RangeError(`${exercise.id}: pace must be from 0.25 to 4, got ${pace}`);
  }
  if (!Number.isInteger(preparation) || preparation < 0 || preparation > 600) {
    throw new RangeError(
      `${exercise.id}: preparation must be whole seconds from 0 to 600, got ${preparation}`,
    );
  }
  if (doses.length !== exercise.parts.length) {
    throw new RangeError(
      `${exercise.id}: has ${exercise.parts.length} parts, got ${doses.length} doses`,
    );
  }
  if (!doses.some((dose) => dose !== null)) {
    throw new RangeError(`${exercise.id}: every part is left out`);
  }
}

/**
 * Lays out an exercise in media time. An exercise with a centre's own film follows the film: pace
 * and doses have no effect.
 * @throws RangeError, one sentence that names the exercise and the argument, for a pace,
 *   preparation or list of doses out of bounds
 */
export function compileTimeline(exercise: Exercise, options: CompileOptions = {}): Timeline {
  const { pace = 1, preparationSeconds = 5 } = options;
  const own = exercise.parts.map((part) => part.dose);
  const doses = exercise.recorded ? own : (options.doses ?? own);
  check(exercise, pace, preparationSeconds, doses);
  if (exercise.recorded) {
    return recordedTimeline(exercise, exercise.recorded, preparationSeconds);
  }
  const layout = new Layout(pace);
  const plans: PartPlan[] = [];
  let previous: { part: Part; dose: Dose } | undefined;
  let place: Place | undefined;

  exercise.parts.forEach((part, index) => {
    const dose = doses[index];
    if (!dose) return;
    let turns = dose.reps ?? 0;
    rounds(dose).forEach((round, roundIndex) => {
      for (let set = 1; set <= dose.sets; set += 1) {
        const first: Place = { part, set, repetition: 1, side: turn(dose, round, 1) };
        if (set > 1) layout.wait('rest', dose.restSeconds, first, dose, part, part);
        else if (roundIndex > 0)
          layout.wait('switch', dose.switchSeconds ?? 5, first, dose, part, part);
        else if (previous)
          layout.wait('rest', previous.dose.restSeconds, first, dose, previous.part, part);
        else layout.wait('prepare', preparationSeconds, first, dose, undefined, part);

        if (dose.durationSeconds !== undefined) {
          turns = layout.effort(
            { part, set, repetition: 1, side: round },
            dose,
            dose.durationSeconds,
          );
        } else {
          for (let repetition = 1; repetition <= turns; repetition += 1) {
            const at: Place = { part, set, repetition, side: turn(dose, round, repetition) };
            layout.repetition(at, dose, repetition === turns);
          }
        }
        place = { part, set, repetition: turns, side: turn(dose, round, turns) };
      }
    });
    plans.push({
      part: part.id,
      ...(part.title ? { title: part.title } : {}),
      sets: dose.sets,
      repetitions: turns,
      sides: dose.sides,
      ...(dose.durationSeconds !== undefined ? { effortSeconds: dose.durationSeconds } : {}),
    });
    previous = { part, dose };
  });
  if (place && previous) layout.wait('done', DONE_SECONDS, place, previous.dose, previous.part);
  return {
    exercise: exercise.id,
    pace,
    segments: layout.segments,
    parts: plans,
    frames: layout.frames,
  };
}
