/** Reads a file's text as one object of JSON, or says in a sentence why it cannot. */
import { excessOf, excessOfText } from './bounds';
import type { CatalogueProblem } from './problems';
import { pathOf, problemOf } from './problems';

export type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The engine's message about a syntax error, with the line where the engine only gives a position.
 */
const slipOf = (text: string, error: unknown): string => {
  // Some engines quote the file with its line breaks.
  const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  const position = /position (\d+)/.exec(why);
  if (!position || /line \d/.test(why)) return why;
  return `${why}, line ${text.slice(0, Number(position[1])).split('\n').length}`;
};

/**
 * The parsed JSON of a file, checked against the limits of `bounds.ts`; or the complaint and its
 * place.
 */
export type Read = { raw: unknown } | { place?: string; complaint: string };

/** Parses JSON of any origin and skips a byte order mark, which some editors add. Never throws. */
export const readJson = (text: string): Read => {
  const tooLong = excessOfText(text);
  if (tooLong !== undefined) return { complaint: tooLong };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { complaint: `is not valid JSON (${slipOf(text, error)})` };
  }
  const excess = excessOf(raw);
  if (!excess) return { raw };
  const { complaint, keys } = excess;
  return keys.length > 0 ? { place: pathOf(keys), complaint } : { complaint };
};

/**
 * Reads a file's text as one object of JSON.
 * @param file name of the file, for the sentence
 * @param wanted fields that the object should have, for the sentence: `"format" and "id"`
 */
export const readObject = (
  text: string,
  file: string,
  wanted: string,
): { raw: Fields } | { problem: CatalogueProblem } => {
  const read = readJson(text);
  if ('complaint' in read) {
    return { problem: problemOf(file, undefined, read.place, read.complaint) };
  }
  const { raw } = read;
  if (isObject(raw)) return { raw };
  return {
    problem: problemOf(file, undefined, undefined, `should hold one object with ${wanted}`),
  };
};
