/** Turns what the schema library found into one clear sentence that names the place. */
import type * as v from 'valibot';

/** One thing wrong in a catalogue file, said in a sentence that names the place. */
export interface CatalogueProblem {
  file: string;
  /** Id of the exercise, or its place ("exercise 4") where it has none; absent for the head. */
  entry?: string;
  /** Path of the field, as `parts[0].dose.reps`. */
  field?: string;
  sentence: string;
  /** Only a film of one's own can't be used: the exercise itself plays, on its clips. */
  isFilm?: boolean;
}

type Issue = v.BaseIssue<unknown>;

/** How much of a wrong value a sentence repeats, characters: enough to find it in the file. */
const SHOWN = 40;

/** What stands in the file, short enough for a sentence; never throws, however deep the value. */
const show = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown;
};

/** `parts[0].dose.reps`: as one would write it in code. Keys that aren't plain words are quoted. */
export const pathOf = (keys: readonly unknown[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    const name = String(key);
    if (!/^[$\w]{1,40}$/.test(name)) return `${path}[${show(name)}]`;
    return path === '' ? name : `${path}.${name}`;
  }, '');

/** The library's own type names in a content editor's words. */
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
  // A message of our own; the library's begin with "Invalid".
  const message = issue.message.startsWith('Invalid ')
    ? `expected ${expectation(issue.expected)}`
    : issue.message;
  return message.startsWith('expected ') ? `${message}, got ${show(issue.input)}` : message;
};

/**
 * One problem out of one finding.
 * @param file  as the catalogue is listed, such as `catalogue/x.json`
 * @param entry who it concerns, such as `exercise "brug"`; undefined for the head
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

/** How many findings about one entry are told: more help nobody, and a list may be endless. */
const TOLD = 20;

/** The findings of the schema library about one entry, each as a problem of its own. */
export const problemsOf = (
  file: string,
  entry: string | undefined,
  issues: readonly Issue[],
): CatalogueProblem[] =>
  issues.slice(0, TOLD).map((issue) => {
    const keys = (issue.path ?? []).map((item) => item.key);
    // `reps: {value, from}` is one number to whoever reads the sentence.
    if (keys.length > 1 && keys[keys.length - 1] === 'value') keys.pop();
    return problemOf(file, entry, pathOf(keys) || undefined, complaintOf(issue));
  });
