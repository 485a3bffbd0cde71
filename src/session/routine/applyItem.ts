/**
 * An exercise with the variant and doses of its item in a routine. All words, pictures and video of
 * the exercise come from this result, so a changed dose changes them all. Pure.
 */
import type { Dose, Exercise, Part } from '../../catalogue/types';
import { withVariant } from '../../catalogue/variant';
import { dosesOf } from './doses';
import type { RoutineItem } from './routine';

/** Author of a change: the app, to fit the time (the number is ours then), or the patient. */
export type ChangedBy = 'app' | 'patient';

/**
 * The part with another dose. A number that changed does not count as the brochure's, nor as
 * "ongeveer".
 */
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

/** Each part with its dose, without the parts that the item leaves out. */
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
 * The exercise with the item's variant and doses, without the parts that the item leaves out. An
 * unknown variant is ignored.
 */
export function applyItem(known: Exercise, item: RoutineItem, by: ChangedBy = 'patient'): Exercise {
  const names = known.variants.some(({ id }) => id === item.variant);
  const exercise = withVariant(known, names ? item.variant : undefined);
  return { ...exercise, parts: withDoses(exercise, dosesOf(exercise, item), by) };
}
