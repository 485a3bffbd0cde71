/** The panel that changes an exercise's variant and dose, one number at a time, as on the television. */
import type { Exercise } from '../catalogue/types';
import {
  doseFields,
  isChanged,
  setVariant,
  stepDose,
  toBrochure,
  variantScale,
} from '../session/routine/doses';
import type { RoutineItem } from '../session/routine/routine';
import { fieldLabel, fieldValue, variantLabel } from '../texts/adjust';
import { button, el, signButton } from './dom';
import type { PhoneServices } from './load';

interface Row {
  id: string;
  label: string;
  value: string;
  can: { less: boolean; more: boolean };
  step(by: -1 | 1): RoutineItem;
}

function rowsOf(known: Exercise, item: RoutineItem, { t }: PhoneServices): Row[] {
  const { at, ways } = variantScale(known, item);
  const variant: Row = {
    id: 'variant',
    ...variantLabel(t, ways[at]),
    can: { less: at > 0, more: at < ways.length - 1 },
    step: (by) => setVariant(known, item, ways[at + by]?.id),
  };
  const doses = doseFields(known, item).map((field): Row => {
    const value = Number(field.value);
    const star = field.isOurs && field.isBrochure ? ' *' : '';
    return {
      id: `${field.field}-${field.part}`,
      label: fieldLabel(t, known, field),
      value: `${fieldValue(t, known.parts[field.part] ?? known.parts[0], field)}${star}`,
      can: { less: value > field.min, more: value < field.max },
      step: (by) => stepDose(known, item, field, by),
    };
  });
  return ways.length > 1 ? [variant, ...doses] : doses;
}

/**
 * Makes the panel; undefined for an exercise without anything to change, such as a film.
 * @param known the exercise of the catalogue
 * @param set takes the changed item and draws the page again
 */
export function adjustView(
  known: Exercise,
  item: RoutineItem,
  services: PhoneServices,
  set: (item: RoutineItem) => void,
): HTMLElement | undefined {
  const { t } = services;
  const rows = rowsOf(known, item, services);
  if (!rows.length) return undefined;
  return el(
    'section',
    { className: 'card adjust', attributes: { 'aria-label': t('adjust.title') } },
    el('h3', { key: 'adjust', attributes: { tabindex: '-1' } }, t('adjust.title')),
    el(
      'ul',
      { className: 'plain' },
      ...rows.map(({ can, id, label, step, value }) =>
        el(
          'li',
          { className: 'step' },
          el('span', { className: 'name' }, label, el('b', {}, value)),
          signButton('minus', t('phone.less', { what: label }), () => set(step(-1)), {
            key: `less-${id}`,
            isIdle: !can.less,
          }),
          signButton('plus', t('phone.more', { what: label }), () => set(step(1)), {
            key: `more-${id}`,
            isIdle: !can.more,
          }),
        ),
      ),
    ),
    isChanged(known, item)
      ? button(t('adjust.brochure'), () => set(toBrochure(known, item)), {
          icon: 'rotate-ccw',
          key: 'brochure',
        })
      : undefined,
  );
}
