/** Words of a marks file: the catalogue's English ones, and Dutch ones. */
import type { Phase } from '../../src/catalogue/phases';

/** Names of each column in the header. */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  time: ['time', 'tijd'],
  phase: ['phase', 'fase'],
  set: ['set', 'reeks'],
  repetition: ['repetition', 'herhaling'],
  side: ['side', 'kant'],
  part: ['part', 'deel'],
  word: ['word', 'woord'],
};

/** Words for each phase. The first is the catalogue's own. */
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

/** The catalogue's word for a written one, in any case; undefined for an unknown word. */
export function meaning(
  words: Readonly<Record<string, readonly string[]>>,
  written: string,
): string | undefined {
  const wanted = written.toLowerCase();
  return Object.keys(words).find((own) => words[own]?.includes(wanted));
}
