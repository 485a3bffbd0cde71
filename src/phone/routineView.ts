/** The view of the routine: its exercises, their order, and the way to the television. */
import { spacedCode } from '../session/code/codeSymbols';
import { planRoutine, routineSeconds } from '../session/routine/plan';
import type { RoutineItem } from '../session/routine/routine';
import { MAX_ITEMS } from '../session/routine/routines';
import { exerciseDose } from '../texts/dose';
import { minutesText, shortName } from '../texts/words';
import { log } from '../tv/log';
import type { Basket } from './basket';
import { codeForm } from './codeForm';
import { button, el, focusOn, iconOf, signButton, write } from './dom';
import type { PhoneServices } from './load';
import { isPassedOver, passedOverText } from './painView';
import type { PhoneMemory } from './phoneMemory';
import { exerciseOfItem, posterOf } from './words';

/** The actions that the view passes to the page. */
export interface RoutineWishes {
  playAll(): void;
  /** Opens the exercise at a place of the routine. */
  look(place: number): void;
}

/** A button that copies the page's address with the code; undefined where the phone does not allow it. */
function copyButton({ t }: PhoneServices): HTMLElement | undefined {
  const { clipboard } = navigator;
  if (!clipboard) return undefined;
  const copied = () => write(one.querySelector('.word') ?? one, t('phone.copied'));
  const copy = () => {
    clipboard
      .writeText(location.href)
      .then(copied, (error: Error) => log.add('warning', 'phone', error.message));
  };
  const one = button(t('phone.copy'), copy, { icon: 'copy', key: 'copy' });
  return one;
}

function codeBlock(services: PhoneServices, basket: Basket): HTMLElement {
  const { t } = services;
  return el(
    'div',
    { className: 'card' },
    el('h3', {}, t('phone.toTv')),
    el('p', {}, t('phone.toTvHow')),
    // A screen reader spells the code letter by letter.
    el(
      'p',
      {
        className: 'code',
        id: 'code',
        attributes: { role: 'img', 'aria-label': basket.code.split('').join(' ') },
      },
      spacedCode(basket.code),
    ),
    el(
      'div',
      { className: 'buttons' },
      copyButton(services),
      el(
        'a',
        { className: 'button', key: 'print', attributes: { href: `sheet/#${basket.code}` } },
        iconOf('printer'),
        el('span', { className: 'word' }, t('sheet.print')),
      ),
    ),
  );
}

/** The items that play now: those that pain keeps out today are passed over. */
export const playable = (items: readonly RoutineItem[], memory: PhoneMemory): RoutineItem[] =>
  items.filter(({ exercise }) => !isPassedOver(memory, exercise));

export function routineView(
  services: PhoneServices,
  basket: Basket,
  memory: PhoneMemory,
  { look, playAll }: RoutineWishes,
): HTMLElement {
  const { exercises, t } = services;
  const { items } = basket;
  const last = items.length - 1;
  const move = (place: number, by: -1 | 1) => {
    basket.move(place, by);
    // The focus follows the exercise, so that it can be moved on.
    const names = by < 0 ? ['up', 'down'] : ['down', 'up'];
    focusOn(...names.map((name) => `${name}-${place + by}`));
  };
  const remove = (place: number) => {
    basket.remove(place);
    focusOn(`remove-${place}`, `remove-${place - 1}`, 'main');
  };
  const rows = items.flatMap((item, place) => {
    const shown = exerciseOfItem(item, services);
    if (!shown) return [];
    const name = shortName(shown);
    const passed = passedOverText(t, memory, shown.id);
    return [
      el(
        'li',
        { className: 'row' },
        el(
          'button',
          {
            className: 'open',
            key: `item-${place}`,
            press: () => look(place),
            attributes: { type: 'button' },
          },
          posterOf(shown, services, 'tile'),
          el(
            'span',
            { className: 'name' },
            el('b', {}, name),
            el('small', {}, exerciseDose(t, shown).text),
            passed === undefined ? undefined : el('small', { className: 'level' }, passed),
          ),
        ),
        el(
          'span',
          { className: 'signs' },
          signButton('arrow-up', t('phone.up', { exercise: name }), () => move(place, -1), {
            key: `up-${place}`,
            isIdle: !place,
          }),
          signButton('arrow-down', t('phone.down', { exercise: name }), () => move(place, 1), {
            key: `down-${place}`,
            isIdle: place === last,
          }),
          signButton('trash-2', t('phone.remove', { exercise: name }), () => remove(place), {
            key: `remove-${place}`,
          }),
        ),
      ),
    ];
  });
  const routine = { id: 'phone', title: 'phone.routine', items: playable(items, memory) };
  const count = planRoutine(routine, exercises).length;
  const about = rows.length
    ? t('routine.about', {
        exercises: t.count('count.exercises', count),
        minutes: minutesText(t, count ? routineSeconds(routine, exercises) : 0),
      })
    : t('phone.routineEmpty');
  return el(
    'section',
    { className: 'routine', attributes: { 'aria-label': t('phone.routine') } },
    el('h2', {}, t('phone.routine')),
    el('p', { attributes: { role: 'status' } }, about),
    basket.isFull ? el('p', {}, t('phone.full', { n: MAX_ITEMS })) : undefined,
    rows.length ? el('ol', { className: 'rows' }, ...rows) : undefined,
    count
      ? el(
          'div',
          { className: 'dock' },
          button(t('phone.playAll'), playAll, {
            className: 'primary',
            icon: 'play',
            key: 'playAll',
          }),
        )
      : undefined,
    rows.length ? codeBlock(services, basket) : undefined,
    codeForm(services, (code) => basket.open(code)),
  );
}
