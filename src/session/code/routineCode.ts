/**
 * A routine as a short code: typed with six keys, or carried in an address. Exercises and doses,
 * nothing about anyone. Decision 022 says what each character means.
 */

import { withDoses } from '../routine/doses';
import type { RoutineItem } from '../routine/routine';
import { MAX_ITEMS } from '../routine/routines';
import { type CodeBook, type CodeEntry, MARKS } from './codeBook';
import { readDoses, type Tape, writeDoses } from './codeDose';
import { BASE, seal, strangeAt, tidyCode, unseal } from './codeSymbols';

/** Numbers 1 to 28 are one character. The three values above say what follows. */
const SHORT = 28;
const LONG = 28;
const DOSES = 29;
const CATALOGUE = 30;

/** Shortest code: catalogue, one exercise, check. */
const MIN_LENGTH = 3;
/** Longest that is read: more than twenty exercises with every number changed never take. */
export const MAX_LENGTH = 600;

/** Why a code can't be read; the language files have a sentence for each kind. */
export type CodeProblem =
  | { kind: 'short' | 'mistyped' | 'newer' | 'catalogue' }
  /** A character that no code has, at this place from 1. */
  | { kind: 'character'; character: string; place: number }
  /** No such exercise here, or none with such a dose: the number it has in the code. */
  | { kind: 'exercise' | 'dose'; number: number };

export type CodeReading = { items: RoutineItem[] } | { problem: CodeProblem };

/** Stops reading. */
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

/** Every exercise of it has a place in a code. */
export const canCode = (items: readonly RoutineItem[], book: CodeBook): boolean =>
  items.length > 0 && items.length <= MAX_ITEMS && items.every((item) => book.entryOf(item));

/**
 * The code of a routine: capitals and digits, six for four exercises at the catalogue's doses.
 * @throws RangeError, one sentence, when there are no exercises, too many, or one that has no
 *   number (`canCode`)
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
  // A change of doses where an exercise should be: no code is written so.
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
  // Below: version 1, and its first catalogue. The two values above are kept for what comes.
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

/**
 * What a code says, as typed: small letters, blanks and hyphens are fine. Never throws.
 */
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

/** Where a code stands in an address, after `#`: `code/K3F7QX` on the set, `K3F7QX` on the phone. */
export const codeInFragment = (fragment: string): string =>
  tidyCode(decodeURIComponentSafe(fragment.replace(/^#?\/?(code\/)?/i, '')));

/** An address may hold anything; what can't be read stays as it is. */
function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
