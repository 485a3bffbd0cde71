/**
 * An exercise as an item of a routine has it: whatever is said, drawn or played of it comes from
 * here, so that a changed dose changes everything. Pure.
 */
import type { Dose, Exercise, Part } from '../../catalogue/types';
import { withVariant } from '../../catalogue/variant';
import { dosesOf } from './doses';
import type { RoutineItem } from './routine';

/** Who changed a number: the app, to fit the time (then it is ours), or the patient. */
export type ChangedBy = 'app' | 'patient';

/** The part with another dose; a number that changed is the brochure's no more, nor "ongeveer". */
export function withPartDose(part: Part, dose: Dose, by: ChangedBy): Part {
  const names = [...new Set([...Object.keys(part.dose), ...Object.keys(dose)])] as (keyof Dose)[];
  const changed = names.filter((name) => part.dose[name] !== dose[name]);
  const unchanged = (name: string) => !changed.some((one) => one === name);
  return {
    ...part,
    dose,
    assumed: [...part.assumed.filter(unchanged), ...(by === 'app' ? changed : [])],
    about: part.about.filter(unchanged),
  };
}

/** Each part with its dose, without those left out. */
function withDoses(
  exercise: Exercise,
  doses: readonly (Dose | null)[],
  by: ChangedBy,
): Exercise['parts'] {
  const [first, ...rest] = exercise.parts.flatMap((part, at) => {
    const dose = doses[at];
    return dose ? [withPartDose(part, dose, by)] : [];
  });
  return first ? [first, ...rest] : exercise.parts;
}

/**
 * The exercise with the item's variant and doses, without the parts that are left out. A variant
 * that its catalogue no longer names is done the plain way.
 */
export function applyItem(known: Exercise, item: RoutineItem, by: ChangedBy = 'patient'): Exercise {
  const names = known.variants.some(({ id }) => id === item.variant);
  const exercise = withVariant(known, names ? item.variant : undefined);
  return { ...exercise, parts: withDoses(exercise, dosesOf(exercise, item), by) };
}
