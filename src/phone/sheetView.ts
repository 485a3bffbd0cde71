/** A routine on paper: each exercise with picture, dose and words, and the code that opens the routine. */
import { encode } from 'uqr';
import type { Exercise } from '../catalogue/types';
import { spacedCode } from '../session/code/codeSymbols';
import type { Day } from '../session/memory/memory';
import type { RoutineItem } from '../session/routine/routine';
import { fullDateText, weekdayHeads } from '../texts/days';
import { doseLines } from '../texts/dose';
import type { Translate } from '../texts/translate';
import { longTitle, needsOf, shortName, translationNote } from '../texts/words';
import { el } from './dom';
import type { PhoneServices } from './load';
import { exerciseOfItem, posterOf } from './words';

/** Id of the brochure's advice about pain, which the patient needs beside the exercises. */
const PAIN_ADVICE = 'luisteren';
/** Width of the light border around a code, modules (ISO/IEC 18004). */
const QUIET = 4;
const SVG = 'http://www.w3.org/2000/svg';

/** Draws a QR code as one path, which is sharp at any printer's resolution. */
function qrOf(text: string): SVGElement {
  const { data } = encode(text, { border: 0, ecc: 'M' });
  const side = data.length + 2 * QUIET;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('aria-hidden', 'true');
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', String(side));
  ground.setAttribute('height', String(side));
  ground.setAttribute('fill', '#fff');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute(
    'd',
    data
      .flatMap((row, y) =>
        row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
      )
      .join(''),
  );
  path.setAttribute('fill', '#000');
  path.setAttribute('shape-rendering', 'crispEdges');
  svg.append(ground, path);
  return svg;
}

/** A box to tick for each day of a week. They are for a pen, so a screen reader passes over them. */
const weekOf = (t: Translate): HTMLElement =>
  el(
    'div',
    { className: 'week', attributes: { 'aria-hidden': 'true' } },
    ...weekdayHeads(t).map((head) =>
      el('span', { className: 'day' }, el('span', {}, head), el('i', {})),
    ),
  );

function exerciseOn(exercise: Exercise, services: PhoneServices): HTMLElement {
  const { t } = services;
  const { caution, instruction, parts } = exercise;
  const long = longTitle(exercise);
  const doses = parts.map((part, at) => {
    const lines = doseLines(t, part, at === parts.length - 1).map(({ ours, text }) =>
      ours ? `${text} *` : text,
    );
    const title =
      part.title && (part.optional ? `${part.title} (${t('dose.optional')})` : part.title);
    return [...(title ? [`${title}:`] : []), lines.join(' · ')].join(' ');
  });
  const needs = needsOf(t, exercise)
    .map(({ label, ours, text }) => `${label}: ${text}${ours ? ' *' : ''}`)
    .join(' · ');
  const translation = translationNote(t, exercise);
  return el(
    'li',
    {},
    el('div', { className: 'side' }, posterOf(exercise, services, 'poster'), weekOf(t)),
    el(
      'div',
      {},
      el('h2', {}, shortName(exercise)),
      long === undefined ? undefined : el('p', { className: 'soft' }, long),
      ...doses.map((text) => el('p', { className: 'dose' }, text)),
      el('p', { className: 'soft' }, needs),
      ...instruction.map((text) => el('p', {}, text)),
      caution
        ? el('p', { className: 'caution' }, `${t('exercise.caution')}: ${caution}`)
        : undefined,
      translation ? el('p', { className: 'soft' }, translation) : undefined,
    ),
  );
}

/**
 * Makes the sheet.
 * @param made the routine's code, which the QR code opens on a phone, and the day of the sheet
 */
export function sheetView(
  items: readonly RoutineItem[],
  { code, day }: { code: string; day: Day },
  services: PhoneServices,
): HTMLElement {
  const { centreName, library, phoneAddress, t } = services;
  const exercises = items.flatMap((item) => exerciseOfItem(item, services) ?? []);
  const rule = library.advice.find(({ id }) => id === PAIN_ADVICE);
  return el(
    'main',
    { className: exercises.length > 4 ? 'many' : '' },
    el(
      'header',
      {},
      el('h1', {}, t('sheet.title')),
      el(
        'p',
        { className: 'made' },
        centreName ? el('b', {}, centreName) : undefined,
        el('span', {}, fullDateText(t, day)),
      ),
    ),
    el('ol', {}, ...exercises.map((one) => exerciseOn(one, services))),
    rule ? el('p', { className: 'rule' }, rule.text) : undefined,
    el(
      'footer',
      {},
      phoneAddress ? qrOf(`${phoneAddress}#${code}`) : undefined,
      el(
        'div',
        {},
        phoneAddress ? el('p', {}, t('sheet.scan')) : undefined,
        el('p', { className: 'code' }, spacedCode(code)),
        el('p', { className: 'soft' }, `* ${t('dose.legend')}`),
      ),
    ),
  );
}
