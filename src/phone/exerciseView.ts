/** The view of one exercise: its picture, instruction and dose. */
import type { Exercise } from '../catalogue/types';
import { doseLines } from '../texts/dose';
import { longTitle, needsOf, shortName, translationNote } from '../texts/words';
import { button, el } from './dom';
import type { PhoneServices } from './load';
import { posterOf } from './words';

/** The actions that the view passes to the page. */
export interface ExerciseWishes {
  play(): void;
  add(): void;
  back(): void;
}

export function exerciseView(
  exercise: Exercise,
  services: PhoneServices,
  { add, back, play }: ExerciseWishes,
): HTMLElement {
  const { t } = services;
  const { caution, instruction, parts, variants } = exercise;
  const name = shortName(exercise);
  const long = longTitle(exercise);
  const translation = translationNote(t, exercise);
  return el(
    'article',
    {},
    button(t('phone.back'), back),
    el('h2', {}, name),
    long === undefined ? undefined : el('p', { className: 'soft' }, long),
    posterOf(exercise, services, 'poster'),
    el(
      'div',
      { className: 'buttons' },
      button(t('phone.play'), play, 'primary'),
      button(t('phone.add', { exercise: name }), add),
    ),
    caution
      ? el('div', { className: 'card caution' }, el('h3', {}, t('exercise.caution')), caution)
      : undefined,
    el('h3', {}, t('exercise.how')),
    ...instruction.map((text) => el('p', {}, text)),
    ...variants.flatMap(({ kind, text, title: variant }) => [
      el('h3', {}, t(`exercise.${kind}`, { title: variant })),
      el('p', {}, text),
    ]),
    el('h3', {}, t('exercise.dose')),
    el(
      'ul',
      {},
      ...parts.flatMap((part, at) => [
        ...(part.title ? [el('li', {}, part.title)] : []),
        ...doseLines(t, part, at === parts.length - 1).map(({ ours, text }) =>
          el('li', {}, ours ? `${text} *` : text),
        ),
      ]),
    ),
    el('p', { className: 'soft' }, `* ${t('dose.legend')}`),
    ...needsOf(t, exercise).map(({ label, text }) => el('p', {}, `${label}: ${text}`)),
    translation ? el('p', { className: 'soft' }, translation) : undefined,
  );
}
