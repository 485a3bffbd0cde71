/** What the page's views say of exercises and of codes: wording only. */
import type { Exercise } from '../catalogue/types';
import { mediaKey } from '../catalogue/variant';
import type { RoutineItem } from '../session/routine';
import type { CodeProblem } from '../session/routineCode';
import { shownAs } from '../session/shown';
import type { Translate } from '../ui/texts/translate';
import { el } from './dom';
import type { PhoneServices } from './load';

/** The exercise as a routine's item has it. */
export function shownOf(item: RoutineItem, { exercises }: PhoneServices): Exercise | undefined {
  const known = exercises.get(item.exercise);
  return known && shownAs(known, item);
}

/** What is wrong with a code, in a sentence. */
export function problemText(t: Translate, problem: CodeProblem): string {
  switch (problem.kind) {
    case 'character':
      return t('code.character', { character: problem.character, n: problem.place });
    case 'exercise':
    case 'dose':
      return t(`code.${problem.kind}`, { n: problem.number });
    default:
      return t(`code.${problem.kind}`);
  }
}

/** The exercise's picture; nothing to who can't see it, since its name stands beside it. */
export function pictureOf(
  exercise: Exercise,
  { media }: PhoneServices,
  size: 'tile' | 'poster',
): HTMLElement {
  const file = (exercise.recorded ??
    media.exercises[mediaKey(exercise)] ??
    media.exercises[exercise.id])?.[size];
  const src = file ? `static/${file}` : `static/pictograms/${exercise.position}.svg`;
  const className = file ? 'picture' : 'picture drawn';
  return el('img', { className, attributes: { src, alt: '', loading: 'lazy' } });
}
