/** The list of all exercises by category; each can be opened or added to the routine. */
import type { Exercise } from '../catalogue/types';
import { applyItem } from '../session/routine/applyItem';
import type { RoutineItem } from '../session/routine/routine';
import { exerciseDose } from '../texts/dose';
import type { Basket } from './basket';
import { el, signButton } from './dom';
import type { PhoneServices } from './load';
import { passedOverText } from './painView';
import type { PhoneMemory } from './phoneMemory';
import { posterOf } from './words';

/**
 * Makes the list.
 * @param itemOf the variant and dose that the visitor has given an exercise
 * @param look opens an exercise
 */
export function listView(
  services: PhoneServices,
  basket: Basket,
  memory: PhoneMemory,
  itemOf: (id: string) => RoutineItem,
  look: (exercise: Exercise) => void,
): HTMLElement {
  const { library, t } = services;
  const row = (exercise: Exercise) => {
    const { level, shortTitle } = exercise;
    const passed = passedOverText(t, memory, exercise.id);
    const isIn = basket.has(exercise.id);
    return el(
      'li',
      { className: 'row' },
      el(
        'button',
        {
          className: 'open',
          key: `open-${exercise.id}`,
          press: () => look(exercise),
          attributes: { type: 'button' },
        },
        posterOf(exercise, services, 'tile'),
        el(
          'span',
          { className: 'name' },
          el('b', {}, shortTitle),
          el('small', {}, exerciseDose(t, applyItem(exercise, itemOf(exercise.id))).text),
          level === 'basic' ? undefined : el('small', { className: 'level' }, t(`level.${level}`)),
          passed === undefined ? undefined : el('small', { className: 'level' }, passed),
        ),
      ),
      signButton(
        isIn ? 'check' : 'plus',
        t(isIn ? 'phone.added' : 'phone.add', { exercise: shortTitle }),
        () => basket.add(itemOf(exercise.id)),
        { key: `add-${exercise.id}`, isIdle: basket.isFull },
      ),
    );
  };
  return el(
    'section',
    { attributes: { 'aria-label': t('phone.all') } },
    ...library.categories.flatMap(({ id, title }) => {
      const own = library.exercises.filter(({ category }) => category === id);
      return own.length
        ? [el('h2', {}, title), el('ul', { className: 'rows' }, ...own.map(row))]
        : [];
    }),
  );
}
