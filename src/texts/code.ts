/** A problem with a code, as a sentence. The television and the phone show the same one. */
import type { CodeProblem } from '../session/code/routineCode';
import type { Translate } from './translate';

const SENTENCES = {
  short: 'code.short',
  mistyped: 'code.mistyped',
  newer: 'code.newer',
  catalogue: 'code.catalogue',
  character: 'code.character',
  exercise: 'code.exercise',
  dose: 'code.dose',
} as const;

export function problemText(t: Translate, problem: CodeProblem): string {
  const sentence = SENTENCES[problem.kind];
  if (problem.kind === 'character') {
    return t(sentence, { character: problem.character, n: problem.place });
  }
  return t(sentence, 'number' in problem ? { n: problem.number } : {});
}
