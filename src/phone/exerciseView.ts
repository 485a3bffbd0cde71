/** The view of one exercise: its picture, instruction and dose, which the visitor may change. */
import type { Exercise } from '../catalogue/types';
import { applyItem } from '../session/routine/applyItem';
import type { RoutineItem } from '../session/routine/routine';
import { doseLines } from '../texts/dose';
import { longTitle, needsOf, shortName, translationNote } from '../texts/words';
import { adjustView } from './adjustView';
import { button, el, focusOn } from './dom';
import type { PhoneServices } from './load';
import { posterOf } from './words';

/** The actions that the view passes to the page. */
export interface ExerciseWishes {
  play(): void;
  /** Absent for an exercise of the routine, which is there already. */
  add?: () => void;
  set(item: RoutineItem): void;
  back(): void;
}

/**
 * @param known the exercise of the catalogue
 * @param item its variant and dose
 * @param leftOut tells that the exercise is left out, and brings it back
 */
export function exerciseView(
  known: Exercise,
  item: RoutineItem,
  services: PhoneServices,
  { add, back, play, set }: ExerciseWishes,
  leftOut: HTMLElement | undefined,
): HTMLElement {
  const { t } = services;
  const exercise = applyItem(known, item);
  const { caution, instruction, parts, variants } = exercise;
  const long = longTitle(exercise);
  const translation = translationNote(t, exercise);
  const adjust = adjustView(known, item, services, set);
  return el(
    'article',
    { className: 'exercise' },
    button(t('phone.back'), back, { className: 'back', icon: 'arrow-left', key: 'back' }),
    el('h2', {}, shortName(exercise)),
    long === undefined ? undefined : el('p', { className: 'soft' }, long),
    posterOf(exercise, services, 'poster'),
    leftOut,
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
        ...(part.title
          ? [el('li', {}, part.optional ? `${part.title} (${t('dose.optional')})` : part.title)]
          : []),
        ...doseLines(t, part, at === parts.length - 1).map(({ ours, text }) =>
          el('li', {}, ours ? `${text} *` : text),
        ),
      ]),
    ),
    el('p', { className: 'soft' }, `* ${t('dose.legend')}`),
    adjust,
    ...needsOf(t, exercise).map(({ label, text }) => el('p', {}, `${label}: ${text}`)),
    translation ? el('p', { className: 'soft' }, translation) : undefined,
    el(
      'div',
      { className: 'dock buttons' },
      button(t('phone.play'), play, { className: 'primary', icon: 'play', key: 'play' }),
      add && button(t('phone.addShort'), add, { icon: 'plus', key: 'add' }),
      adjust &&
        button(t('exercise.adjust'), () => showPanel(adjust), { icon: 'sliders', key: 'toAdjust' }),
    ),
  );
}

function showPanel(panel: HTMLElement): void {
  panel.scrollIntoView?.({ block: 'center' });
  focusOn('adjust');
}
