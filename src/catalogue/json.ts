/** From a file's text to one object of JSON, or to a sentence that says why not. */
import { problemOf } from './problems';
import type { CatalogueProblem } from './types';

export type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The one key that could reach behind the data, as it is or with any of its letters escaped. */
const MAY_REACH_BEHIND = /__proto__|\\u/;

/** JSON without that key; some editors add a byte order mark. */
export function parse(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  // Looking at every key takes five times as long as reading.
  if (!MAY_REACH_BEHIND.test(json)) return JSON.parse(json);
  return JSON.parse(json, (key, value) => (key === '__proto__' ? undefined : value));
}

/** What the engine says of a slip, and the line where it only gives a position. */
export const slipOf = (text: string, error: unknown): string => {
  // Some engines quote the file with its line breaks.
  const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  const position = /position (\d+)/.exec(why);
  if (!position || /line \d/.test(why)) return why;
  return `${why}, line ${text.slice(0, Number(position[1])).split('\n').length}`;
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
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    const complaint = `is not valid JSON (${slipOf(text, error)})`;
    return { problem: problemOf(file, undefined, undefined, complaint) };
  }
  if (isObject(raw)) return { raw };
  return {
    problem: problemOf(file, undefined, undefined, `should hold one object with ${wanted}`),
  };
};
