/** Changes a routine's doses by remote, one number at a time, within bounds. */
import { DOSE_FIELDS } from '../../catalogue/convert';
import type { Dose, Exercise, Part, Variant } from '../../catalogue/types';
import { withVariant } from '../../catalogue/variant';
import { BOUNDS, hasFixedDose } from '../../timeline/dose';
import type { RoutineItem } from './routine';

/**
 * Bounds of a timed effort, seconds, from the catalogue's schema, and its step (ours): 10 s is
 * noticeable.
 */
const EFFORT = { min: 5, max: 600, step: 10 } as const;

/** Highest values a patient can set, if twice the catalogue's number is less (ours). */
const ROOM = { sets: 3, reps: 10, hold: 10, seconds: 60 } as const;

type NumberName = keyof typeof ROOM;

/** A field of a dose that the patient can change. */
export interface DoseField {
  /** Place of the part in the exercise, from 0. */
  part: number;
  /**
   * `hold` is in counts or seconds, `seconds` is the length of a timed effort, `optional` is
   * whether to do the part.
   */
  field: NumberName | 'optional';
  value: number | boolean;
  min: number;
  max: number;
  step: number;
  /** True when the patient has not changed the catalogue's value. */
  isBrochure: boolean;
  /** True when the catalogue's number is ours and not the brochure's. */
  isOurs: boolean;
}

/** The dose's key for a number; undefined where the dose has no such number. */
function keyOf(dose: Dose, name: NumberName): keyof Dose | undefined {
  if (name === 'sets') return 'sets';
  if (name === 'reps') return dose.reps === undefined ? undefined : 'reps';
  if (name === 'seconds') return dose.durationSeconds === undefined ? undefined : 'durationSeconds';
  if (dose.holdCounts !== undefined) return 'holdCounts';
  return dose.holdSeconds === undefined ? undefined : 'holdSeconds';
}

const NUMBERS: readonly NumberName[] = ['sets', 'reps', 'hold', 'seconds'];

/** Whether a dose has the fields that the part needs. A routine may be older than its catalogue. */
const isOfKind = (dose: Dose, { dose: own }: Part): boolean =>
  dose.sides === own.sides && NUMBERS.every((name) => keyOf(dose, name) === keyOf(own, name));

/** Whether the item plays as a centre's own film, which fixes the dose. A variant never does. */
const isFilm = (exercise: Exercise, item: RoutineItem): boolean =>
  hasFixedDose(exercise) && item.variant === undefined;

/**
 * The doses of an item, one per part. Where they do not fit the exercise, the catalogue's doses, so
 * that every kept item can play.
 */
export function dosesOf(exercise: Exercise, item: RoutineItem): (Dose | null)[] {
  const own = exercise.parts.map((part) => part.dose);
  const { doses } = item;
  if (isFilm(exercise, item) || doses?.length !== exercise.parts.length) return own;
  const fitting = exercise.parts.map((part, at) => {
    const dose = doses[at];
    if (dose === null) return part.optional ? null : part.dose;
    return dose && isOfKind(dose, part) ? dose : part.dose;
  });
  return fitting.some((dose) => dose !== null) ? fitting : own;
}

const isSame = (one: Dose | null, other: Dose): boolean =>
  one !== null && DOSE_FIELDS.every((name) => one[name] === other[name]);

/** The item with these doses, or without any where they equal the catalogue's. */
export function withDoses(
  exercise: Exercise,
  item: RoutineItem,
  doses: (Dose | null)[],
): RoutineItem {
  const { doses: _, ...bare } = item;
  const isOwn = doses.every((dose, at) => isSame(dose, (exercise.parts[at] as Part).dose));
  return isOwn ? bare : { ...bare, doses };
}

function bounds(own: Dose, name: NumberName): { min: number; max: number; step: number } {
  const key = keyOf(own, name);
  const brochure = key ? (own[key] as number) : 1;
  const { max, min, step } =
    name === 'seconds' ? EFFORT : { ...BOUNDS[name], step: name === 'reps' ? stepOf(own) : 1 };
  return {
    // The lowest value is one step (for turns: each side once), or the catalogue's number if that
    // is lower.
    min: Math.max(min, Math.min(step, brochure)),
    max: Math.min(max, Math.max(ROOM[name], 2 * brochure)),
    step,
  };
}

/** The step of a number of repetitions: two for turns, so that both sides get the same. */
const stepOf = (dose: Dose): number => (dose.sides === 'alternate' ? 2 : 1);

/**
 * The fields of an item that the patient can change, part by part. A part that is left out has only
 * `optional`.
 */
export function doseFields(exercise: Exercise, item: RoutineItem): DoseField[] {
  if (isFilm(exercise, item)) return [];
  const doses = dosesOf(exercise, item);
  return exercise.parts.flatMap((part, at) => {
    const dose = doses[at] ?? null;
    const fields: DoseField[] = [];
    if (part.optional) {
      fields.push({
        part: at,
        field: 'optional',
        value: dose !== null,
        min: 0,
        max: 1,
        step: 1,
        isBrochure: dose !== null,
        isOurs: false,
      });
    }
    for (const field of dose ? NUMBERS : []) {
      const key = keyOf(part.dose, field);
      if (!key || !dose) continue;
      fields.push({
        part: at,
        field,
        value: dose[key] as number,
        ...bounds(part.dose, field),
        isBrochure: dose[key] === part.dose[key],
        isOurs: part.assumed.includes(key),
      });
    }
    return fields;
  });
}

/**
 * Changes a field by one step, within its bounds; `optional` switches off and on. A field that the
 * exercise lacks changes nothing.
 */
export function stepDose(
  exercise: Exercise,
  item: RoutineItem,
  { field, part: at }: Pick<DoseField, 'part' | 'field'>,
  by: -1 | 1,
): RoutineItem {
  const part = exercise.parts[at];
  if (!part || isFilm(exercise, item)) return item;
  const doses = dosesOf(exercise, item);
  const dose = doses[at] ?? null;
  const put = (one: Dose | null) =>
    withDoses(
      exercise,
      item,
      doses.map((other, place) => (place === at ? one : other)),
    );
  if (field === 'optional') {
    if (!part.optional) return item;
    return put(dose === null ? part.dose : null);
  }
  const key = keyOf(part.dose, field);
  if (!dose || !key) return item;
  const { max, min, step } = bounds(part.dose, field);
  const value = Math.min(Math.max((dose[key] as number) + by * step, min), max);
  return put({ ...dose, [key]: value });
}

/**
 * The ways to do an exercise, from easy to hard: undefined stands for the exercise itself.
 * `at` is the place of the item's way.
 */
export function variantScale(
  { variants }: Exercise,
  item: RoutineItem,
): { ways: readonly (Variant | undefined)[]; at: number } {
  const ways = [
    ...variants.filter(({ kind }) => kind === 'easier'),
    undefined,
    ...variants.filter(({ kind }) => kind === 'harder'),
  ];
  const own = ways.indexOf(undefined);
  const at = ways.findIndex((one) => one !== undefined && one.id === item.variant);
  return { ways, at: at < 0 ? own : at };
}

/**
 * The item as a variant, or as the exercise itself.
 * @throws RangeError, one sentence, when the exercise has no such variant
 */
export function setVariant(
  exercise: Exercise,
  item: RoutineItem,
  variantId: string | undefined,
): RoutineItem {
  const { variant: _, ...plain } = item;
  if (variantId === undefined) return plain;
  withVariant({ ...exercise, variant: undefined }, variantId);
  return { ...plain, variant: variantId };
}

/** The item with the brochure's doses. The variant remains, because the brochure names it too. */
export const toBrochure = (_exercise: Exercise, item: RoutineItem): RoutineItem => {
  const { doses: _, ...bare } = item;
  return bare;
};

/** Whether the doses differ from the catalogue's. */
export const isChanged = (exercise: Exercise, item: RoutineItem): boolean =>
  withDoses(exercise, item, dosesOf(exercise, item)).doses !== undefined;
