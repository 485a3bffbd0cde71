/** The view of the routine: its exercises, their order, and the way to the television. */
import { spacedCode } from '../session/code/codeSymbols';
import { planRoutine, routineSeconds } from '../session/routine/plan';
import { MAX_ITEMS } from '../session/routine/routines';
import { problemText } from '../texts/code';
import { exerciseDose } from '../texts/dose';
import { minutesText, shortName } from '../texts/words';
import { log } from '../tv/log';
import type { Basket } from './basket';
import { button, el, signButton } from './dom';
import type { PhoneServices } from './load';
import { exerciseOfItem } from './words';

/** The actions that the view passes to the page. */
export interface RoutineWishes {
  playAll(): void;
}

/** A button that copies the page's address with the code; undefined where the phone does not allow it. */
function copyButton({ t }: PhoneServices): HTMLElement | undefined {
  const { clipboard } = navigator;
  if (!clipboard) return undefined;
  const one = button(t('phone.copy'), () => {
    clipboard.writeText(location.href).then(
      () => {
        one.textContent = t('phone.copied');
      },
      (error: Error) => log.add('warning', 'phone', error.message),
    );
  });
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
    copyButton(services),
    el('p', {}, el('a', { attributes: { href: `sheet/#${basket.code}` } }, t('sheet.print'))),
  );
}

/** A form for a code from elsewhere, which replaces the routine. */
function codeForm({ t }: PhoneServices, basket: Basket): HTMLElement {
  const field = el('input', {
    id: 'typed',
    attributes: { autocapitalize: 'characters', autocomplete: 'off', spellcheck: 'false' },
  });
  const told = el('p', { className: 'told', attributes: { role: 'alert' } });
  const form = el(
    'form',
    { className: 'card' },
    el('label', { attributes: { for: 'typed' } }, t('phone.haveCode')),
    el(
      'div',
      { className: 'field' },
      field,
      el('button', { attributes: { type: 'submit' } }, t('phone.open')),
    ),
    told,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const problem = basket.open(field.value);
    if (problem) told.textContent = problemText(t, problem);
  });
  return form;
}

export function routineView(
  services: PhoneServices,
  basket: Basket,
  { playAll }: RoutineWishes,
): HTMLElement {
  const { exercises, t } = services;
  const { items } = basket;
  const rows = items.flatMap((item, place) => {
    const shown = exerciseOfItem(item, services);
    if (!shown) return [];
    const name = shortName(shown);
    return [
      el(
        'li',
        { className: 'row' },
        el(
          'span',
          { className: 'name' },
          el('b', {}, name),
          el('small', {}, exerciseDose(t, shown).text),
        ),
        signButton('↑', t('phone.up', { exercise: name }), () => basket.move(place, -1), !place),
        signButton(
          '↓',
          t('phone.down', { exercise: name }),
          () => basket.move(place, 1),
          place === items.length - 1,
        ),
        signButton('×', t('phone.remove', { exercise: name }), () => basket.remove(place)),
      ),
    ];
  });
  const routine = { id: 'phone', title: 'phone.routine', items: [...items] };
  const count = planRoutine(routine, exercises).length;
  const about = count
    ? t('routine.about', {
        exercises: t.count('count.exercises', count),
        minutes: minutesText(t, routineSeconds(routine, exercises)),
      })
    : t('phone.routineEmpty');
  return el(
    'section',
    { className: 'routine', attributes: { 'aria-label': t('phone.routine') } },
    el('h2', {}, t('phone.routine')),
    el('p', { attributes: { role: 'status' } }, about),
    basket.isFull ? el('p', {}, t('phone.full', { n: MAX_ITEMS })) : undefined,
    count ? el('ol', { className: 'rows' }, ...rows) : undefined,
    count ? button(t('phone.playAll'), playAll, 'primary') : undefined,
    count ? codeBlock(services, basket) : undefined,
    codeForm(services, basket),
  );
}
