/**
 * The numbers under which a routine's code names exercises and variants (decision 022). A number
 * once given stays: a code on a slip of paper must mean the same exercise next year.
 */
import { isObject } from './json';

/** Numbers a file may give, and the highest that a code can hold. */
export const MAX_GIVEN = 99;
export const MAX_NUMBER = 989;

/** A variant without a number of its own gets one above all given ones, by its exercise's. */
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

/** Numbers by exercise id, and by `exercise/variant`. */
export interface CodeNumbers {
  of: ReadonlyMap<string, number>;
  /** Names that asked for a number which another one has, and what they got is another. */
  repeated: { name: string; number: number; owner: string }[];
}

/**
 * Numbers a file's exercises, broken ones included: repairing one must not renumber the others.
 * The given numbers first; who has none takes the number of its place, or the next that is free.
 * An exercise for which none is left has none.
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
