/**
 * Reads a file of which the sound part holds: what a schema refuses is taken out and named, until
 * what is left passes.
 */
import * as v from 'valibot';
import { type Fields, isObject } from './json';
import type { CatalogueProblem } from './problems';
import { problemsOf } from './problems';

type Keys = readonly (string | number)[];
type Container = Fields | unknown[];

/** Of unknown fields the library names one an object and round. */
const ROUNDS = 200;

/** For each list of the copy, at which places of the file its items stood. */
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

/** What stands at these keys; undefined where there is no such place. */
function at(raw: unknown, keys: Keys): unknown {
  let value = raw;
  for (const key of keys) value = isContainer(value) ? (value as Fields)[key] : undefined;
  return value;
}

const keysOf = ({ path }: v.BaseIssue<unknown>): Keys =>
  (path ?? []).map(({ key }) => key as string | number);

/** The issue with its places as they stand in the file. */
const placed = (issue: v.BaseIssue<unknown>, keys: Keys): v.BaseIssue<unknown> => ({
  ...issue,
  path: issue.path?.map((item, level) => ({ ...item, key: keys[level] })) as typeof issue.path,
});

/** The same keys as they stand in the file. */
function inFile(sound: unknown, keys: Keys, origins: Origins): Keys {
  return keys.map((key, place) => {
    const parent = at(sound, keys.slice(0, place));
    const places = isContainer(parent) ? origins.get(parent) : undefined;
    return typeof key === 'number' ? (places?.[key] ?? key) : key;
  });
}

/** What is to go for an issue: the entry itself, or the object in which one is missing. */
function placeOf(issue: v.BaseIssue<unknown>): Keys {
  const keys = keysOf(issue);
  const last = issue.path?.[keys.length - 1];
  const isMissing = last?.origin === 'key' && issue.expected !== 'never';
  return isMissing ? keys.slice(0, -1) : keys;
}

/** Of a list the last items first, so that the others keep their places; the innermost first. */
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
 * @param schema every field of it may be absent
 * @param whole how much of a place goes when something in it is wrong: the first so many keys of it
 * @returns what holds, with one sentence for each thing that doesn't, and the places that went
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
      // What lacks something only because it was just taken out has been told of.
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
