/** Words that a marks file may use: the English ones of the catalogue, and Dutch ones. */
import type { Phase } from '../../src/catalogue/phases';

/** Columns, as their header may be called. */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  time: ['time', 'tijd'],
  phase: ['phase', 'fase'],
  set: ['set', 'reeks'],
  repetition: ['repetition', 'herhaling'],
  side: ['side', 'kant'],
  part: ['part', 'deel'],
  word: ['word', 'woord'],
};

/** What each phase may be called; the first is the catalogue's own word. */
export const PHASE_WORDS: Readonly<Record<Phase, readonly string[]>> = {
  prepare: ['prepare', 'voorbereiding'],
  move: ['move', 'beweeg'],
  hold: ['hold', 'aanhouden'],
  return: ['return', 'terug'],
  rest: ['rest', 'rust'],
  switch: ['switch', 'wissel'],
  done: ['done', 'einde'],
};

export const SIDES: Readonly<Record<string, readonly string[]>> = {
  left: ['left', 'links'],
  right: ['right', 'rechts'],
};

/** The catalogue's own word for what was written, in capitals or not; undefined for none of them. */
export function meaning(
  words: Readonly<Record<string, readonly string[]>>,
  written: string,
): string | undefined {
  const wanted = written.toLowerCase();
  return Object.keys(words).find((own) => words[own]?.includes(wanted));
}
