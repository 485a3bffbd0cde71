/**
 * A routine as a short code, to type with six keys or to carry in an address. It contains exercises
 * and doses, and nothing about a person. Decision 022 defines each character.
 */

import { withDoses } from '../routine/doses';
import type { RoutineItem } from '../routine/routine';
import { MAX_ITEMS } from '../routine/routines';
import { type CodeBook, type CodeEntry, MARKS } from './codeBook';
import { readDoses, type Tape, writeDoses } from './codeDose';
import { BASE, seal, strangeAt, tidyCode, unseal } from './codeSymbols';

/** Numbers 1 to 28 take one character. Its three highest values say what follows. */
const SHORT = 28;
const LONG = 28;
const DOSES = 29;
const CATALOGUE = 30;

/** Length of the shortest code: catalogue, one exercise, check. */
const MIN_LENGTH = 3;
/** Length of the longest code: enough for twenty exercises with every number changed. */
export const MAX_LENGTH = 600;

/** Why a code cannot be read. The language files have a sentence for each kind. */
export type CodeProblem =
  | { kind: 'short' | 'mistyped' | 'newer' | 'catalogue' }
  /** A character that codes do not use, and its place, from 1. */
  | { kind: 'character'; character: string; place: number }
  /** The number of an exercise that no catalogue has, or that has no such dose. */
  | { kind: 'exercise' | 'dose'; number: number };

export type CodeReading = { items: RoutineItem[] } | { problem: CodeProblem };

/** Ends the reading of a code with a problem. */
class Unreadable extends Error {
  constructor(readonly problem: CodeProblem) {
    super(problem.kind);
  }
}

const numberSymbols = (number: number): number[] => {
  if (number <= SHORT) return [number - 1];
  const over = number - SHORT - 1;
  return [LONG, Math.floor(over / BASE), over % BASE];
};

/** Whether a code can name every one of these exercises. */
export const canCode = (items: readonly RoutineItem[], book: CodeBook): boolean =>
  items.length > 0 && items.length <= MAX_ITEMS && items.every((item) => book.entryOf(item));

/**
 * The code of a routine: capitals and digits. Four exercises at the catalogue's doses take six.
 * @throws RangeError, one sentence, when there are no exercises, too many, or one that a code
 *   cannot name (`canCode`)
 */
export function writeCode(items: readonly RoutineItem[], book: CodeBook): string {
  if (items.length < 1 || items.length > MAX_ITEMS) {
    throw new RangeError(`code: holds 1 to ${MAX_ITEMS} exercises, got ${items.length}`);
  }
  const symbols: number[] = [];
  let mark: number | undefined;
  for (const item of items) {
    const entry = book.entryOf(item);
    if (!entry) throw new RangeError(`code: has no number for "${item.exercise}"`);
    if (mark === undefined) symbols.push(entry.mark);
    else if (mark !== entry.mark) symbols.push(CATALOGUE, entry.mark);
    mark = entry.mark;
    symbols.push(...numberSymbols(entry.number));
    const doses = writeDoses(entry.exercise, item);
    if (doses.length) symbols.push(DOSES, ...doses);
  }
  return seal(symbols);
}

function tapeOf(symbols: readonly number[]): Tape & { isAtEnd(): boolean; peek(): number } {
  let at = 0;
  return {
    isAtEnd: () => at >= symbols.length,
    peek: () => symbols[at] ?? -1,
    next() {
      const symbol = symbols[at];
      if (symbol === undefined) throw new Unreadable({ kind: 'mistyped' });
      at += 1;
      return symbol;
    },
  };
}

function readNumber(tape: Tape): number {
  const first = tape.next();
  if (first < LONG) return first + 1;
  // A change of doses cannot come where an exercise must be.
  if (first !== LONG) throw new Unreadable({ kind: 'mistyped' });
  const high = tape.next();
  return SHORT + 1 + high * BASE + tape.next();
}

function readItem({ exercise, number, variant }: CodeEntry, tape: ReturnType<typeof tapeOf>) {
  const item: RoutineItem = { exercise: exercise.id, ...(variant ? { variant } : {}) };
  if (tape.peek() !== DOSES) return item;
  tape.next();
  try {
    return withDoses(exercise, item, readDoses(exercise, tape));
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable({ kind: 'dose', number });
    throw error;
  }
}

function readItems(symbols: readonly number[], book: CodeBook): RoutineItem[] {
  const tape = tapeOf(symbols);
  const items: RoutineItem[] = [];
  let mark = tape.next();
  // Lower values mean version 1 and the mark of its first catalogue. Later versions may use the two
  // higher ones.
  if (mark >= MARKS) throw new Unreadable({ kind: 'newer' });
  while (!tape.isAtEnd()) {
    if (tape.peek() === CATALOGUE && items.length) {
      tape.next();
      mark = tape.next();
    }
    if (!book.knowsCatalogue(mark)) throw new Unreadable({ kind: 'catalogue' });
    const number = readNumber(tape);
    const entry = book.find(mark, number);
    if (!entry) throw new Unreadable({ kind: 'exercise', number });
    items.push(readItem(entry, tape));
  }
  if (items.length > MAX_ITEMS) throw new Unreadable({ kind: 'mistyped' });
  return items;
}

/** Reads a typed code. Small letters, blanks and hyphens are allowed. Never throws. */
export function readCode(text: string, book: CodeBook): CodeReading {
  const code = tidyCode(text);
  const strange = strangeAt(code);
  if (strange !== undefined) {
    const character = code[strange] as string;
    return { problem: { kind: 'character', character, place: strange + 1 } };
  }
  if (code.length < MIN_LENGTH) return { problem: { kind: 'short' } };
  const symbols = code.length <= MAX_LENGTH ? unseal(code) : undefined;
  if (!symbols) return { problem: { kind: 'mistyped' } };
  try {
    return { items: readItems(symbols, book) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem };
    throw error;
  }
}

/** The code in an address, after `#`: `code/K3F7QX` on the set, `K3F7QX` on the phone. */
export const codeInFragment = (fragment: string): string =>
  tidyCode(decodeURIComponentSafe(fragment.replace(/^#?\/?(code\/)?/i, '')));

/** The decoded text of an address. A text that cannot be decoded is returned unchanged. */
function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
