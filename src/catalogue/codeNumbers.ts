/**
 * The numbers by which a routine's code names exercises and variants (decision 022). A number never
 * changes its exercise, because a code on a slip of paper must mean the same next year.
 */
import { isObject } from './json';

/** The highest number that a file may give. */
export const MAX_GIVEN = 99;

/**
 * Numbers reserved for each exercise's variants. They begin above the numbers that a file may give.
 */
const VARIANTS = 8;

const given = (raw: unknown): number | undefined => {
  const number = isObject(raw) ? raw.number : undefined;
  const isNumber = typeof number === 'number' && Number.isInteger(number);
  return isNumber && number >= 1 && number <= MAX_GIVEN ? number : undefined;
};

const listOf = (raw: unknown, field: string): unknown[] => {
  const list = isObject(raw) ? raw[field] : undefined;
  return Array.isArray(list) ? list : [];
};

const idOf = (raw: unknown): string | undefined =>
  isObject(raw) && typeof raw.id === 'string' ? raw.id : undefined;

/** Code numbers by exercise id, and by `exercise/variant`. */
export interface CodeNumbers {
  of: ReadonlyMap<string, number>;
  /** Names that asked for a number which another one (`owner`) has. They get a different number. */
  repeated: { name: string; number: number; owner: string }[];
}

/**
 * Numbers a file's exercises. Broken ones get a number too, so that repairing one does not renumber
 * the others. Numbers that the file gives come first. An exercise without one gets the number of
 * its place in the list, from 1, or the next free number. When no number up to `MAX_GIVEN` is free,
 * it gets none.
 */
export function numberExercises(exercises: readonly unknown[]): CodeNumbers {
  const of = new Map<string, number>();
  const owners = new Map<number, string>();
  const repeated: CodeNumbers['repeated'] = [];
  const take = (name: string, number: number) => {
    of.set(name, number);
    owners.set(number, name);
  };
  const ask = (name: string | undefined, raw: unknown) => {
    const number = given(raw);
    if (name === undefined || number === undefined || of.has(name)) return;
    const owner = owners.get(number);
    if (owner === undefined) take(name, number);
    else repeated.push({ name, number, owner });
  };
  for (const raw of exercises) {
    const id = idOf(raw);
    ask(id, raw);
    for (const variant of listOf(raw, 'variants')) {
      if (id !== undefined) ask(`${id}/${idOf(variant)}`, variant);
    }
  }
  exercises.forEach((raw, at) => {
    const id = idOf(raw);
    if (id === undefined) return;
    if (!of.has(id)) {
      let number = at + 1;
      while (owners.has(number)) number += 1;
      if (number <= MAX_GIVEN) take(id, number);
    }
    const own = of.get(id);
    if (own === undefined) return;
    listOf(raw, 'variants').forEach((variant, place) => {
      const name = `${id}/${idOf(variant)}`;
      const number = MAX_GIVEN + 1 + VARIANTS * (own - 1) + place;
      if (place < VARIANTS && !of.has(name) && !owners.has(number)) take(name, number);
    });
  });
  return { of, repeated };
}
