/** Turns an issue of the schema library into one clear sentence that names the place. */
import type * as v from 'valibot';

/** One problem with a catalogue file, as a sentence that names the place. */
export interface CatalogueProblem {
  file: string;
  /**
   * Name of the entry, by its id or by its place ("exercise 4"); absent for the head of the file.
   */
  entry?: string;
  /** Path of the field, as `parts[0].dose.reps`. */
  field?: string;
  sentence: string;
  /** True when the problem concerns only a film: the exercise still plays its clips. */
  isFilm?: boolean;
}

type Issue = v.BaseIssue<unknown>;

/**
 * Longest part of a wrong value that a sentence repeats, characters: enough to find it in the file.
 */
const SHOWN = 40;

/** A value of the file, short enough for a sentence. Never throws, however deep the value. */
const show = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown;
};

/** A path such as `parts[0].dose.reps`. Keys that are not plain words are in quotes. */
export const pathOf = (keys: readonly unknown[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    const name = String(key);
    if (!/^[$\w]{1,40}$/.test(name)) return `${path}[${show(name)}]`;
    return path === '' ? name : `${path}.${name}`;
  }, '');

/** The name of an expected type for the author of a catalogue, instead of the library's own. */
const expectation = (expected: string | null): string => {
  switch (expected) {
    case null:
      return 'something else';
    case 'Object':
      return 'an object in braces';
    case 'Array':
      return 'a list in square brackets';
    case 'string':
      return 'text in quotes';
    case 'boolean':
      return 'true or false';
    default: {
      const choices = expected.match(/"[^"]*"/g);
      return choices && choices.length > 1
        ? `one of ${choices.filter((c, at) => choices.indexOf(c) === at).join(', ')}`
        : expected;
    }
  }
};

const complaintOf = (issue: Issue): string => {
  const last = issue.path?.[issue.path.length - 1];
  if (last?.origin === 'key') {
    return issue.expected === 'never' ? 'is not a field of this format' : 'is missing';
  }
  // Messages of the library begin with "Invalid". All others are ours.
  const message = issue.message.startsWith('Invalid ')
    ? `expected ${expectation(issue.expected)}`
    : issue.message;
  return message.startsWith('expected ') ? `${message}, got ${show(issue.input)}` : message;
};

/**
 * Makes one problem.
 * @param file name of the file as the catalogue is listed, such as `catalogue/x.json`
 * @param entry name of the entry, such as `exercise "brug"`; undefined for the head
 */
export const problemOf = (
  file: string,
  entry: string | undefined,
  field: string | undefined,
  complaint: string,
): CatalogueProblem => {
  // Without a field the complaint completes the entry: `exercise "brug" is there twice`.
  const where = [file, entry].filter(Boolean).join(': ');
  const completes = field === undefined && !complaint.startsWith('expected ');
  const joint = entry !== undefined && completes ? ' ' : ': ';
  const what = field === undefined ? complaint : `${field}: ${complaint}`;
  const problem: CatalogueProblem = { file, sentence: `${where}${joint}${what}` };
  if (entry !== undefined) problem.entry = entry;
  if (field !== undefined) problem.field = field;
  return problem;
};

/** Most problems that are reported for one entry. A broken list could have thousands. */
const TOLD = 20;

/** Turns the schema library's issues about one entry into problems, one each. */
export const problemsOf = (
  file: string,
  entry: string | undefined,
  issues: readonly Issue[],
): CatalogueProblem[] =>
  issues.slice(0, TOLD).map((issue) => {
    const keys = (issue.path ?? []).map((item) => item.key);
    // For the reader `reps: {value, from}` is one number, so the sentence names `reps`.
    if (keys.length > 1 && keys[keys.length - 1] === 'value') keys.pop();
    return problemOf(file, entry, pathOf(keys) || undefined, complaintOf(issue));
  });
