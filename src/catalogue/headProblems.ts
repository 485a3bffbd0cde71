import * as v from 'valibot';
import type { Fields } from './json';
import { type CatalogueProblem, problemOf, problemsOf } from './problems';

/** What a file must hold at its top. */
export interface Head {
  schema: v.GenericSchema;
  /** Names of the collections; only `advice` may be absent. */
  names: readonly string[];
  isCollection(value: unknown): boolean;
  /** The sentence where a collection is something else. */
  complaint: string;
}

/** Problems with a file as a whole. With any of them nothing of the file can be used. */
export function headProblems(file: string, raw: Fields, head: Head): CatalogueProblem[] {
  const read = v.safeParse(head.schema, raw, { abortPipeEarly: true });
  const problems = read.success ? [] : problemsOf(file, undefined, read.issues);
  for (const name of head.names) {
    if (raw[name] === undefined && name === 'advice') continue;
    if (raw[name] === undefined) problems.push(problemOf(file, undefined, name, 'is missing'));
    else if (!head.isCollection(raw[name])) {
      problems.push(problemOf(file, undefined, name, head.complaint));
    }
  }
  return problems;
}
