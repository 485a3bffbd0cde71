/**
 * Reads a translation file. Pure. The reading keeps every sound entry. It leaves a broken one out
 * and names it, and the source's texts remain there.
 */
import * as v from 'valibot';
import { type Head, headProblems } from './headProblems';
import { isObject, readObject } from './json';
import type { CatalogueProblem } from './problems';
import { problemOf, problemsOf } from './problems';
import {
  adviceTextSchema,
  categoryTextsSchema,
  exerciseTextsSchema,
  type Translation,
  translationHeadSchema,
  translationSchema,
} from './translationSchema';

export interface TranslationReading {
  /** Absent when nothing of the file can be used. */
  translation?: Translation;
  problems: CatalogueProblem[];
}

/** Fields allowed at the top of a file. */
const FIELDS: readonly string[] = Object.keys(translationSchema.entries);
const HEAD: Head = {
  schema: translationHeadSchema,
  names: ['categories', 'advice', 'exercises'],
  isCollection: isObject,
  complaint: 'expected an object in braces, got something else',
};

/** The sound entries of one group, by id. */
const readGroup = <T>(
  file: string,
  kind: string,
  group: unknown,
  schema: v.GenericSchema<unknown, T>,
  problems: CatalogueProblem[],
): Record<string, T> => {
  const sound: Record<string, T> = {};
  if (!isObject(group)) return sound;
  for (const [id, raw] of Object.entries(group)) {
    const entry = `${kind} ${JSON.stringify(id)}`;
    const result = v.safeParse(schema, raw, { abortPipeEarly: true });
    if (result.success) sound[id] = result.output;
    else if (schema.type === 'strict_object' && !isObject(raw)) {
      problems.push(problemOf(file, entry, undefined, 'should be an object in braces'));
    } else problems.push(...problemsOf(file, entry, result.issues));
  }
  return sound;
};

/**
 * Reads one translation file.
 * @param text the file's text
 * @param file name of the file; the sentences show it
 * @returns the usable part of the translation, and one problem for each unusable entry; never
 *   throws
 */
export const readTranslation = (text: string, file: string): TranslationReading => {
  const read = readObject(text, file, '"format", "translationOf", "language" and "exercises"');
  if ('problem' in read) return { problems: [read.problem] };
  const { raw } = read;
  const problems = headProblems(file, raw, HEAD);
  if (problems.length > 0) return { problems };
  for (const key of Object.keys(raw)) {
    if (!FIELDS.includes(key)) {
      problems.push(problemOf(file, undefined, key, 'is not a field of this format'));
    }
  }
  return {
    translation: {
      ...v.parse(translationHeadSchema, raw),
      categories: readGroup(file, 'category', raw.categories, categoryTextsSchema, problems),
      advice: readGroup(file, 'advice', raw.advice, adviceTextSchema, problems),
      exercises: readGroup(file, 'exercise', raw.exercises, exerciseTextsSchema, problems),
    },
    problems,
  };
};
