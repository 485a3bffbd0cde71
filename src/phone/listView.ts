/** The list of all exercises by category; each can be opened or added to the routine. */
import type { Exercise } from '../catalogue/types';
import { exerciseDose } from '../texts/dose';
import type { Basket } from './basket';
import { el, signButton } from './dom';
import type { PhoneServices } from './load';
import { posterOf } from './words';

/**
 * Makes the list.
 * @param look opens an exercise
 */
export function listView(
  services: PhoneServices,
  basket: Basket,
  look: (exercise: Exercise) => void,
): HTMLElement {
  const { library, t } = services;
  const row = (exercise: Exercise) => {
    const { level, shortTitle } = exercise;
    const isIn = basket.has(exercise.id);
    return el(
      'li',
      { className: 'row' },
      el(
        'button',
        { className: 'open', press: () => look(exercise), attributes: { type: 'button' } },
        posterOf(exercise, services, 'tile'),
        el(
          'span',
          { className: 'name' },
          el('b', {}, shortTitle),
          el('small', {}, exerciseDose(t, exercise).text),
          level === 'basic' ? undefined : el('small', { className: 'level' }, t(`level.${level}`)),
        ),
      ),
      signButton(
        isIn ? '✓' : '+',
        t(isIn ? 'phone.added' : 'phone.add', { exercise: shortTitle }),
        () => basket.add({ exercise: exercise.id }),
        basket.isFull,
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
