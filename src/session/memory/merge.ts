/**
 * Merges what two windows of the app changed in one memory. Each window began with the same memory (`base`). A
 * change of one window is kept; where both changed the same thing, this window's change (`mine`) is kept. What
 * one window changed and the other deleted stays. Pure.
 */

import type { Routine, RoutineItem } from '../routine/routine';
import { MAX_ITEMS, MAX_KEPT_ROUTINES, nextId } from '../routine/routines';
import {
  type ExcludedExercise,
  MAX_CHECKPOINTS,
  type Memory,
  type PainNote,
  type SavedCheckpoint,
  type SessionRecord,
} from './memory';

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The value that one window changed. Where both changed it, `both` decides. */
function merged<T>(base: T, mine: T, theirs: T, both: () => T): T {
  if (isSame(theirs, base)) return mine;
  return isSame(mine, base) || isSame(mine, theirs) ? theirs : both();
}

/** How the entries of a list are merged. */
interface ListRules<T> {
  keyOf(entry: T): string;
  /** The entry that both windows changed. `base` is undefined where both added it. */
  both(mine: T, theirs: T, base: T | undefined): T;
  /** What this window added is first in the list. */
  newestFirst?: boolean;
}

/** Merges two lists, entry by entry, in the order of the other window's list. */
function mergedList<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  { both, keyOf, newestFirst }: ListRules<T>,
): T[] {
  const byKey = (list: readonly T[]) => new Map(list.map((entry) => [keyOf(entry), entry]));
  const before = byKey(base);
  const own = byKey(mine);
  const other = byKey(theirs);
  const kept = theirs.flatMap((entry) => {
    const key = keyOf(entry);
    const was = before.get(key);
    const here = own.get(key);
    if (here === undefined) return was !== undefined && isSame(was, entry) ? [] : [entry];
    return [merged<T | undefined>(was, here, entry, () => both(here, entry, was)) as T];
  });
  const added = mine.filter((entry) => {
    const was = before.get(keyOf(entry));
    return !other.has(keyOf(entry)) && !(was !== undefined && isSame(was, entry));
  });
  return newestFirst ? [...added, ...kept] : [...kept, ...added];
}

/** The items of a routine that both windows changed: this window's, and those that the other one added. */
function mergedItems(base: Routine, mine: Routine, theirs: Routine): RoutineItem[] {
  return merged(base.items, mine.items, theirs.items, () => {
    const has = (items: readonly RoutineItem[], item: RoutineItem) =>
      items.some((one) => isSame(one, item));
    const added = theirs.items.filter((item) => !has(base.items, item) && !has(mine.items, item));
    return [...mine.items, ...added].slice(0, MAX_ITEMS);
  });
}

const ROUTINES: ListRules<Routine> = {
  keyOf: ({ id }) => id,
  both: (mine, theirs, base) =>
    base
      ? {
          ...mine,
          title: merged(base.title, mine.title, theirs.title, () => mine.title),
          items: mergedItems(base, mine, theirs),
        }
      : mine,
};

/** A routine that both windows made under one id is two routines: this window's gets another id. */
function apart(base: Memory, mine: Memory, theirs: Memory): Memory {
  let now = mine;
  for (const routine of mine.routines) {
    const isOther = theirs.routines.some((one) => one.id === routine.id && !isSame(one, routine));
    if (!isOther || base.routines.some(({ id }) => id === routine.id)) continue;
    const id = nextId({ ...now, routines: [...now.routines, ...theirs.routines] });
    const rename = (one: string) => (one === routine.id ? id : one);
    now = {
      ...now,
      routines: now.routines.map((one) => (one === routine ? { ...one, id } : one)),
      history: now.history.map((one) =>
        base.history.some((old) => isSame(old, one))
          ? one
          : { ...one, routine: rename(one.routine) },
      ),
      checkpoints: now.checkpoints.map((one) => ({
        ...one,
        routine: { ...one.routine, id: rename(one.routine.id) },
        at: { ...one.at, routine: rename(one.at.routine) },
      })),
    };
  }
  return now;
}

const ADJUSTED: ListRules<RoutineItem> = {
  keyOf: ({ exercise }) => exercise,
  both: (mine) => mine,
};

const SHELF: ListRules<ExcludedExercise> = {
  keyOf: ({ exercise }) => exercise,
  // Pain is the stronger reason.
  both: (mine, theirs) => (mine.reason === 'own' ? theirs : mine),
};

const PAIN: ListRules<PainNote> = {
  keyOf: ({ day, exercise }) => `${day} ${exercise}`,
  both: (mine, theirs) => ({ ...theirs, ...mine }),
};

const RECORDS: ListRules<SessionRecord> = {
  keyOf: ({ day, exercises, routine, walk }) =>
    walk === undefined ? JSON.stringify([day, routine, exercises]) : `${walk} ${day} ${routine}`,
  both: (mine) => mine,
};

const CHECKPOINTS: ListRules<SavedCheckpoint> = {
  keyOf: ({ routine }) => routine.id,
  both: (mine) => mine,
  newestFirst: true,
};

/** Each field of an object by itself. */
function mergedFields<T extends object>(base: T, mine: T, theirs: T): T {
  const result: Partial<T> = {};
  const names = [...Object.keys(theirs), ...Object.keys(mine)] as (keyof T)[];
  for (const name of names) {
    const value = merged(base[name], mine[name], theirs[name], () => mine[name]);
    if (value !== undefined) result[name] = value;
  }
  return result as T;
}

/** "Another choice" of the later day; on one day the higher number. */
function laterAnother({ another: mine }: Memory, { another: theirs }: Memory): Memory['another'] {
  if (!mine || !theirs) return mine ?? theirs;
  if (mine.day !== theirs.day) return mine.day > theirs.day ? mine : theirs;
  return mine.times > theirs.times ? mine : theirs;
}

/**
 * The memory with the changes of both windows.
 * @param base what both windows began with
 * @param mine the memory of this window
 * @param theirs what the other window wrote
 */
export function mergeMemories(base: Memory, mine: Memory, theirs: Memory): Memory {
  const own = apart(base, mine, theirs);
  const list = <T>(of: (memory: Memory) => readonly T[], rules: ListRules<T>): T[] => [
    ...merged(of(base), of(own), of(theirs), () =>
      mergedList(of(base), of(own), of(theirs), rules),
    ),
  ];
  return {
    version: theirs.version,
    seed: merged(base.seed, own.seed, theirs.seed, () => own.seed),
    settings: mergedFields(base.settings, own.settings, theirs.settings),
    another: merged(base.another, own.another, theirs.another, () => laterAnother(own, theirs)),
    routines: list(({ routines }) => routines, ROUTINES).slice(0, MAX_KEPT_ROUTINES),
    adjusted: list(({ adjusted }) => adjusted, ADJUSTED),
    shelf: list(({ shelf }) => shelf, SHELF),
    pain: list(({ pain }) => pain, PAIN),
    history: list(({ history }) => history, RECORDS),
    checkpoints: list(({ checkpoints }) => checkpoints, CHECKPOINTS).slice(0, MAX_CHECKPOINTS),
  };
}
