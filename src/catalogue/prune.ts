/**
 * Reads a file and keeps its sound part: it removes and reports what a schema refuses, until the
 * remainder passes.
 */
import * as v from 'valibot';
import { type Fields, isObject } from './json';
import type { CatalogueProblem } from './problems';
import { problemsOf } from './problems';

type Keys = readonly (string | number)[];
type Container = Fields | unknown[];

/**
 * Most rounds of removal. The schema library reports only one unknown field of an object in each
 * round.
 */
const ROUNDS = 200;

/** For each list of the copy, the places that its items have in the file. */
type Origins = WeakMap<object, number[]>;

function copy(raw: unknown, origins: Origins): unknown {
  if (Array.isArray(raw)) {
    const list = raw.map((item) => copy(item, origins));
    origins.set(list, [...raw.keys()]);
    return list;
  }
  if (!isObject(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, copy(value, origins)]));
}

const isContainer = (value: unknown): value is Container => Array.isArray(value) || isObject(value);

/** The value at a path; undefined where there is no such place. */
function at(raw: unknown, keys: Keys): unknown {
  let value = raw;
  for (const key of keys) value = isContainer(value) ? (value as Fields)[key] : undefined;
  return value;
}

const keysOf = ({ path }: v.BaseIssue<unknown>): Keys =>
  (path ?? []).map(({ key }) => key as string | number);

/** The issue, with its path as in the file. */
const placed = (issue: v.BaseIssue<unknown>, keys: Keys): v.BaseIssue<unknown> => ({
  ...issue,
  path: issue.path?.map((item, level) => ({ ...item, key: keys[level] })) as typeof issue.path,
});

/** A path of the copy as a path of the file. */
function inFile(sound: unknown, keys: Keys, origins: Origins): Keys {
  return keys.map((key, place) => {
    const parent = at(sound, keys.slice(0, place));
    const places = isContainer(parent) ? origins.get(parent) : undefined;
    return typeof key === 'number' ? (places?.[key] ?? key) : key;
  });
}

/** The path to remove for an issue: the entry itself, or the object that lacks a field. */
function placeOf(issue: v.BaseIssue<unknown>): Keys {
  const keys = keysOf(issue);
  const last = issue.path?.[keys.length - 1];
  const isMissing = last?.origin === 'key' && issue.expected !== 'never';
  return isMissing ? keys.slice(0, -1) : keys;
}

/**
 * Sorts the last items of a list first, so that the others keep their places, and inner places
 * before outer ones.
 */
function lastFirst(one: Keys, other: Keys): number {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const [here, there] = [one[at], other[at]];
    if (here === there) continue;
    if (typeof here === 'number' && typeof there === 'number') return there - here;
    return String(here) < String(there) ? -1 : 1;
  }
  return other.length - one.length;
}

function takeOut(raw: Fields, places: readonly Keys[], origins: Origins): void {
  const inOrder = [...places].sort(lastFirst);
  for (const keys of inOrder) {
    const parent = at(raw, keys.slice(0, -1));
    const key = keys[keys.length - 1];
    if (Array.isArray(parent)) {
      parent.splice(key as number, 1);
      origins.get(parent)?.splice(key as number, 1);
    }
    if (isObject(parent)) delete parent[key as string];
  }
}

/**
 * Removes from a value all that the schema refuses.
 * @param schema a schema in which every field is optional
 * @param whole number of leading keys of a refused place: everything below them is removed together
 * @returns the sound part, one sentence for each problem, and the removed places
 */
export function prune<T>(
  schema: v.GenericSchema<unknown, T>,
  file: string,
  raw: Fields,
  whole: (keys: Keys) => number = (keys) => keys.length,
): { output: T | undefined; problems: CatalogueProblem[]; gone: Keys[] } {
  const origins: Origins = new WeakMap();
  const sound = copy(raw, origins) as Fields;
  const problems: CatalogueProblem[] = [];
  const gone: Keys[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = v.safeParse(schema, sound, { abortPipeEarly: true });
    if (result.success) return { output: result.output, problems, gone };
    const places = new Map<string, Keys>();
    const told: v.BaseIssue<unknown>[] = [];
    for (const issue of result.issues) {
      const full = placeOf(issue);
      const keys = full.slice(0, whole(full));
      const place = inFile(sound, keys, origins);
      // An object that lacks a field only because the field was just removed is already reported.
      const isNew = !gone.some((other) => place.every((key, level) => key === other[level]));
      if (isNew) told.push(placed(issue, inFile(sound, keysOf(issue), origins)));
      places.set(JSON.stringify(keys), keys);
    }
    problems.push(...problemsOf(file, undefined, told));
    const list = [...places.values()];
    if (list.some((keys) => keys.length === 0)) break;
    gone.push(...list.map((keys) => inFile(sound, keys, origins)));
    takeOut(sound, list, origins);
  }
  return { output: undefined, problems, gone };
}
