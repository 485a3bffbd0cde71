/** From a file's text to one object of JSON, or to a sentence that says why not. */
import { excessOf, excessOfText } from './bounds';
import type { CatalogueProblem } from './problems';
import { pathOf, problemOf } from './problems';

export type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the engine says of a slip, and the line where it only gives a position. */
const slipOf = (text: string, error: unknown): string => {
  // Some engines quote the file with its line breaks.
  const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  const position = /position (\d+)/.exec(why);
  if (!position || /line \d/.test(why)) return why;
  return `${why}, line ${text.slice(0, Number(position[1])).split('\n').length}`;
};

/** A file's text as JSON within bounds (`bounds.ts`), or what is wrong with it and where. */
export type Read = { raw: unknown } | { place?: string; complaint: string };

/** Reads JSON that may have come from anywhere; some editors add a byte order mark. Never throws. */
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
 * @param file its name, as the sentence calls it
 * @param wanted fields that it should have, for the sentence: `"format" and "id"`
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
