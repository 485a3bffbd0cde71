/**
 * Limits on the size of a JSON file, checked before its contents are. Pure. All numbers are ours:
 * far above what any brochure needs, far below what makes a television's browser run out of memory.
 */

/**
 * Longest text of a file, characters. 10,000 exercises with all their media take about 15 million.
 */
export const MAX_FILE_CHARACTERS = 20_000_000;
/** Most entries in one list, or fields in one object. */
export const MAX_ENTRIES = 10_000;
/** Deepest nesting, levels. A catalogue has 8. */
export const MAX_DEPTH = 32;

/** Names of fields that every object inherits. A file that sets one could change all objects. */
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** What exceeds a limit, and where: the keys that lead there, outermost first. */
export interface Excess {
  keys: (string | number)[];
  complaint: string;
}

/** A list or an object that is still to be checked, and the path to it. */
interface Place {
  value: object;
  key: string | number;
  parent: Place | undefined;
  depth: number;
}

function keysTo(place: Place | undefined, last: string | number): (string | number)[] {
  const keys = [last];
  for (let at = place; at?.parent; at = at.parent) keys.unshift(at.key);
  return keys;
}

const isContainer = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

/** The number as a sentence shows it: `20,000,000`. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * The end of a sentence that says what is wrong with a text's length; undefined when the length is
 * fine.
 */
export const excessOfText = (text: string): string | undefined =>
  text.length > MAX_FILE_CHARACTERS
    ? `is longer than ${grouped(MAX_FILE_CHARACTERS)} characters, and so isn't read`
    : undefined;

/** @param names of the object's fields; undefined for a list */
function excessAt(place: Place, count: number, names: readonly string[] | undefined) {
  // Only a sentence needs the path. Building it for each place took half the time of checking 2,300
  // exercises.
  const wayThere = () => (place.parent ? keysTo(place.parent, place.key) : []);
  if (count > MAX_ENTRIES) {
    const most = `at most ${grouped(MAX_ENTRIES)} are read`;
    return { keys: wayThere(), complaint: `holds ${grouped(count)} entries, and ${most}` };
  }
  if (place.depth > MAX_DEPTH) {
    // A sentence shows two keys. All thirty of them would help nobody.
    const complaint = `is nested deeper than ${MAX_DEPTH} levels, and so isn't read`;
    return { keys: wayThere().slice(0, 2), complaint };
  }
  const forbidden = names?.find((name) => FORBIDDEN.includes(name));
  if (forbidden === undefined) return undefined;
  const complaint = 'is a name that no field may have, and so nothing of the file is read';
  return { keys: place.parent ? keysTo(place, forbidden) : [forbidden], complaint };
}

/**
 * The first place in parsed JSON that exceeds a limit; undefined when there is none. The check uses
 * no recursion, so deep nesting cannot overflow the stack.
 * @param value result of `JSON.parse`
 */
export function excessOf(value: unknown): Excess | undefined {
  if (!isContainer(value)) return undefined;
  const waiting: Place[] = [{ value, key: '', parent: undefined, depth: 1 }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const fields = place.value as Record<string | number, unknown>;
    const names = Array.isArray(fields) ? undefined : Object.keys(fields);
    const count = names ? names.length : (place.value as unknown[]).length;
    const excess = excessAt(place, count, names);
    if (excess) return excess;
    // The list is filled backwards, because its last place is checked first.
    for (let at = count - 1; at >= 0; at -= 1) {
      const key = names ? (names[at] as string) : at;
      const inner = fields[key];
      if (!isContainer(inner)) continue;
      waiting.push({ value: inner, key, parent: place, depth: place.depth + 1 });
    }
  }
  return undefined;
}
