/** The patient's own routines. */
import type { Memory } from '../memory/memory';
import { type Routine, type RoutineItem, TODAY_ID } from './routine';

/**
 * Most own routines, and most exercises in one (ours): longer lists are hard to use on a
 * television.
 */
export const MAX_ROUTINES = 10;
export const MAX_ITEMS = 20;

/** Most own routines that a memory keeps (ours): two windows may each have made the last one. */
export const MAX_KEPT_ROUTINES = 2 * MAX_ROUTINES;

/** Longest name, characters: as much as a tile shows. */
export const MAX_NAME = 60;

/** Names to choose from, as keys of the language files, because typing with a remote is slow. */
export const NAMES: readonly string[] = [
  'routine.name.morning',
  'routine.name.noon',
  'routine.name.evening',
  'routine.name.short',
  'routine.name.calm',
  'routine.name.strong',
  'routine.name.supple',
  'routine.name.weekend',
];

/**
 * The first of a series of names that no routine has: "Avond, kopie", "Avond, kopie 2" and so on.
 * @param taken the names of the routines, as they are shown
 * @param nameAt the name with a number, from 1
 */
export function freeName(taken: readonly string[], nameAt: (n: number) => string): string {
  for (let n = 1; n <= taken.length; n += 1) if (!taken.includes(nameAt(n))) return nameAt(n);
  return nameAt(taken.length + 1);
}

const OWN = 'own-';

/** True for a routine that the patient made. */
export const isOwn = (id: string): boolean => /^own-[1-9]\d{0,8}$/.test(id);

/** True for a routine that the app makes for the patient: today's, and the ones that stand ready. */
export const isMadeForOne = (id: string): boolean => id === TODAY_ID || id.startsWith('preset-');

/** The ids of deleted routines count too: their history and checkpoints do not belong to a new routine. */
export const nextId = ({
  checkpoints,
  history,
  routines,
}: Pick<Memory, 'checkpoints' | 'history' | 'routines'>): string => {
  const ids = [
    ...routines.map(({ id }) => id),
    ...history.map(({ routine }) => routine),
    ...checkpoints.map(({ routine }) => routine.id),
  ];
  const numbers = ids.filter(isOwn).map((id) => +id.slice(OWN.length));
  return `${OWN}${Math.max(0, ...numbers) + 1}`;
};

/** Whether there is no room for another routine. */
export const isFull = (memory: Memory): boolean => memory.routines.length >= MAX_ROUTINES;

const trimmed = (name: string): string => name.trim().slice(0, MAX_NAME).trim();

function insert(memory: Memory, routine: Routine, place: number): Memory {
  if (isFull(memory)) {
    throw new RangeError(`routines: holds ${MAX_ROUTINES} already; delete one first`);
  }
  const routines = [...memory.routines];
  routines.splice(Math.max(0, place), 0, routine);
  return { ...memory, routines };
}

/**
 * The memory with one routine changed; the same memory where there is no such routine, or no
 * change.
 */
function change(memory: Memory, id: string, by: (routine: Routine) => Routine): Memory {
  const routine = memory.routines.find((one) => one.id === id);
  const changed = routine && by(routine);
  if (!changed || changed === routine) return memory;
  return { ...memory, routines: memory.routines.map((one) => (one === routine ? changed : one)) };
}

const changeItems = (
  memory: Memory,
  id: string,
  by: (items: readonly RoutineItem[]) => readonly RoutineItem[],
): Memory =>
  change(memory, id, (routine) => {
    const items = by(routine.items);
    return items === routine.items ? routine : { ...routine, items: [...items] };
  });

/**
 * A new routine without exercises, after the others.
 * @param name a key of the language files (`NAMES`), or a name as the patient gives it
 * @throws RangeError, one sentence, when there is no room (`isFull`)
 */
export function createRoutine(memory: Memory, name: string): { memory: Memory; id: string } {
  const id = nextId(memory);
  const title = trimmed(name) || (NAMES[0] as string);
  return { memory: insert(memory, { id, title, items: [] }, memory.routines.length), id };
}

/** The memory with a new name of a routine; an empty name changes nothing. */
export const rename = (memory: Memory, id: string, name: string): Memory =>
  change(memory, id, (routine) =>
    trimmed(name) === '' || trimmed(name) === routine.title
      ? routine
      : { ...routine, title: trimmed(name) },
  );

/**
 * Adds a copy of a routine, under a new id, right after the original.
 * @param id id of an own routine, or a whole routine such as a preset, whose copy comes last
 * @returns the memory with the copy, and the copy's id
 * @throws RangeError, one sentence, when there is no room or no such routine
 */
export function duplicateRoutine(
  memory: Memory,
  id: string | Routine,
): { memory: Memory; id: string } {
  const at = memory.routines.findIndex((one) => one.id === id);
  const routine = typeof id === 'string' ? memory.routines[at] : id;
  if (!routine) throw new RangeError(`routines: has none with id ${JSON.stringify(id)}`);
  const copy = { ...routine, id: nextId(memory), items: routine.items.slice(0, MAX_ITEMS) };
  const place = at < 0 ? memory.routines.length : at + 1;
  return { memory: insert(memory, copy, place), id: copy.id };
}

export const deleteRoutine = (memory: Memory, id: string): Memory =>
  memory.routines.some((one) => one.id === id)
    ? { ...memory, routines: memory.routines.filter((one) => one.id !== id) }
    : memory;

/**
 * Undoes a deletion: puts the routine back at its place, under a new id where its own is taken.
 * @param place its earlier place, from 0
 * @throws RangeError, one sentence, when there is no room
 */
export function restoreRoutine(memory: Memory, routine: Routine, place: number): Memory {
  const isTaken = memory.routines.some((one) => one.id === routine.id);
  return insert(memory, isTaken ? { ...routine, id: nextId(memory) } : routine, place);
}

/** Adds an item at the end; a full routine (`MAX_ITEMS`) does not change. */
export const addItem = (memory: Memory, id: string, item: RoutineItem): Memory =>
  changeItems(memory, id, (items) => (items.length < MAX_ITEMS ? [...items, item] : items));

/**
 * Removes an item.
 * @param place from 0; an unknown place changes nothing
 */
export const removeItem = (memory: Memory, id: string, place: number): Memory =>
  changeItems(memory, id, (items) =>
    items[place] ? items.filter((_, at) => at !== place) : items,
  );

/**
 * Undoes a removal: puts an item back at its place. A full routine (`MAX_ITEMS`) does not change.
 * @param place its earlier place, from 0
 */
export const restoreItem = (memory: Memory, id: string, place: number, item: RoutineItem): Memory =>
  changeItems(memory, id, (items) =>
    items.length < MAX_ITEMS ? [...items.slice(0, place), item, ...items.slice(place)] : items,
  );

/** Exchanges an item with the one before (-1) or after (1); at the ends nothing changes. */
export const moveItem = (memory: Memory, id: string, place: number, by: -1 | 1): Memory =>
  changeItems(memory, id, (items) => {
    const one = items[place];
    const other = items[place + by];
    if (!one || !other) return items;
    return items.map((item, at) => (at === place ? other : at === place + by ? one : item));
  });

/**
 * Replaces an item.
 * @param place from 0; an unknown place changes nothing
 */
export const setItem = (memory: Memory, id: string, place: number, item: RoutineItem): Memory =>
  changeItems(memory, id, (items) =>
    items[place] ? items.map((one, at) => (at === place ? item : one)) : items,
  );
