/**
 * Reads a catalogue file. Pure: the text comes in, the exercises and the problems come out. The
 * reading keeps every sound exercise. It leaves a broken one out and names it.
 */
import * as v from 'valibot';
import { type CodeNumbers, numberExercises } from './codeNumbers';
import { toExercise } from './convert';
import { checkMarks } from './filmCheck';
import { withFilm } from './filmed';
import { type Head, headProblems } from './headProblems';
import { isObject, readObject } from './json';
import type { CatalogueProblem } from './problems';
import { problemOf, problemsOf } from './problems';
import {
  adviceSchema,
  catalogueHeadSchema,
  catalogueSchema,
  categorySchema,
  type ExerciseEntry,
  exerciseSchema,
} from './schema';
import type { Catalogue, Exercise } from './types';

export interface CatalogueReading {
  /** Absent when nothing of the file can be used. */
  catalogue?: Catalogue;
  problems: CatalogueProblem[];
}

type Item = { id: string };

/**
 * The entry's name in a sentence: `exercise "brug"`, or its place, counted from 1, when it has no
 * usable id.
 */
const nameOf = (kind: string, raw: unknown, at: number): string => {
  const id = isObject(raw) ? raw.id : undefined;
  return typeof id === 'string' && id !== '' && id.length <= 60
    ? `${kind} ${JSON.stringify(id)}`
    : `${kind} ${at + 1}`;
};

/**
 * Makes a function that reads the items of one list, one call per item, from the first. It returns
 * a sound item. It reports a broken item or a repeated id.
 */
const takerOf = <T extends Item>(
  file: string,
  kind: string,
  schema: v.GenericSchema<unknown, T>,
  problems: CatalogueProblem[],
) => {
  // A broken entry keeps its id. Otherwise another entry with this id would play under its code
  // number.
  const claimed = new Set<unknown>();
  return (raw: unknown, at: number): T | undefined => {
    const entry = nameOf(kind, raw, at);
    if (!isObject(raw)) {
      problems.push(problemOf(file, entry, undefined, 'should be an object in braces'));
      return undefined;
    }
    const result = v.safeParse(schema, raw, { abortPipeEarly: true });
    if (!result.success) problems.push(...problemsOf(file, entry, result.issues));
    const isRepeated = claimed.has(raw.id);
    if (isRepeated) {
      problems.push(
        problemOf(file, entry, 'id', `expected an id of its own, but ${kind} ${at + 1} repeats it`),
      );
    }
    if (typeof raw.id === 'string') claimed.add(raw.id);
    return result.success && !isRepeated ? result.output : undefined;
  };
};

/** The sound items of one list. Broken items and repeated ids are reported and left out. */
const readList = <T extends Item>(list: unknown, ...about: Parameters<typeof takerOf<T>>): T[] => {
  if (!Array.isArray(list)) return [];
  const take = takerOf(...about);
  return list.flatMap((raw: unknown, at) => take(raw, at) ?? []);
};

/**
 * Reads one exercise. A film that agrees with the dose is attached to it. A film that does not is
 * reported, and the exercise plays its clips.
 */
const readExercise = (
  file: string,
  entry: ExerciseEntry,
  problems: CatalogueProblem[],
): Exercise => {
  const exercise = toExercise(entry);
  const { recorded } = entry;
  if (!recorded) return exercise;
  const wrong = checkMarks(recorded, exercise.parts);
  if (!wrong) return withFilm(exercise, recorded);
  const place = `recorded.marks[${wrong.mark}]`;
  const complaint = `${wrong.complaint}; its film is not shown`;
  const problem = problemOf(file, `exercise "${entry.id}"`, place, complaint);
  problems.push({ ...problem, isFilm: true });
  return exercise;
};

/** The exercise with the code numbers of itself and its variants. */
const numbered = (exercise: Exercise, catalogue: string, { of }: CodeNumbers): Exercise => {
  const number = of.get(exercise.id);
  const variants = exercise.variants.map(({ number: _, ...variant }) => {
    const own = of.get(`${exercise.id}/${variant.id}`);
    return own === undefined ? variant : { ...variant, number: own };
  });
  return Object.assign(exercise, { variants }, number ? { code: { catalogue, number } } : {});
};

/** Fields allowed at the top of a file. */
const FIELDS: readonly string[] = Object.keys(catalogueSchema.entries);
const HEAD: Head = {
  schema: catalogueHeadSchema,
  names: ['categories', 'advice', 'exercises'],
  isCollection: Array.isArray,
  complaint: 'expected a list in square brackets, got something else',
};

/**
 * A catalogue whose reading has begun. The reading is cut into steps, because a large catalogue
 * read in one go would block a slow set for too long.
 */
export interface BegunReading {
  /** Each step reads one exercise. The caller runs all of them, in order. */
  steps: (() => void)[];
  /** The result. The caller asks for it after the last step. */
  end(): CatalogueReading;
}

/** Begins to read a file, as `readCatalogue` does. Never throws. */
export const beginCatalogue = (text: string, file: string): BegunReading => {
  const failed = (problems: CatalogueProblem[]) => ({ steps: [], end: () => ({ problems }) });
  const read = readObject(text, file, '"format", "id", "categories" and "exercises"');
  if ('problem' in read) return failed([read.problem]);
  const { raw } = read;
  const problems = headProblems(file, raw, HEAD);
  if (problems.length > 0) return failed(problems);
  const head = v.parse(catalogueHeadSchema, raw);
  for (const key of Object.keys(raw)) {
    if (!FIELDS.includes(key)) {
      problems.push(problemOf(file, undefined, key, 'is not a field of this format'));
    }
  }
  const categories = readList(raw.categories, file, 'category', categorySchema, problems);
  const advice = readList(raw.advice, file, 'advice', adviceSchema, problems);
  const known = new Set(categories.map((category) => category.id));
  const list = raw.exercises as unknown[];
  if (!list.length) problems.push(problemOf(file, undefined, 'exercises', 'needs at least one'));
  const numbers = numberExercises(list);
  /** Repeated numbers come last among the problems: their exercises can be read. */
  const more = numbers.repeated.map(({ name, number, owner }) => {
    const complaint = `${number} is "${owner}" already; give it one of its own`;
    return problemOf(file, `exercise "${name}"`, 'number', complaint);
  });
  const exercises: Exercise[] = [];
  const take = takerOf(file, 'exercise', exerciseSchema, problems);
  const steps = list.map((one, at) => () => {
    const entry = take(one, at);
    if (!entry) return;
    if (known.has(entry.category)) {
      exercises.push(numbered(readExercise(file, entry, more), head.id, numbers));
    } else {
      const choices = [...known].map((id) => JSON.stringify(id)).join(', ') || 'a category';
      const complaint = `expected one of ${choices}, got ${JSON.stringify(entry.category)}`;
      more.push(problemOf(file, `exercise "${entry.id}"`, 'category', complaint));
    }
  });
  const { id, title, language, source } = head;
  const catalogue = { id, title, language, source, categories, advice, exercises };
  return { steps, end: () => ({ catalogue, problems: [...problems, ...more] }) };
};

/**
 * Reads one catalogue file.
 * @param text the file's text
 * @param file name of the file as `settings.json` lists it; the sentences show it
 * @returns the usable part of the catalogue, and one problem for each unusable entry; never throws
 */
export const readCatalogue = (text: string, file: string): CatalogueReading => {
  const { end, steps } = beginCatalogue(text, file);
  for (const step of steps) step();
  return end();
};
