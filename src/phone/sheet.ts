/** The printable sheet of a routine, `sheet/#CODE`: the same exercises, doses and words on paper. */

import { tidyCode } from '../session/code/codeSymbols';
import { type CodeProblem, codeInFragment, readCode } from '../session/code/routineCode';
import { problemText } from '../texts/code';
import { dayOf } from '../tv/calendar';
import { centreNotice } from './centreNotice';
import { codeForm } from './codeForm';
import { button, el, fill, iconOf } from './dom';
import type { PhoneServices } from './load';
import { openPage } from './openPage';
import { sheetView } from './sheetView';

/** Opens a typed code as the page's address, so that it can be loaded again and passed on. */
function openCode(typed: string, { book }: PhoneServices): CodeProblem | undefined {
  const reading = readCode(typed, book);
  if ('problem' in reading) return reading.problem;
  location.hash = tidyCode(typed);
  return undefined;
}

/** Draws the routine of the address as a sheet, or the problem with its code. */
function draw(services: PhoneServices): void {
  const { book, language, t } = services;
  document.documentElement.lang = language;
  document.title = `${t('app.name')}: ${t('sheet.title')}`;
  const code = codeInFragment(location.hash);
  const reading = readCode(code, book);
  // The phone page beside this one; the printed address is the one that the centre's phones can reach.
  const phone = new URL(`../phone/#${code}`, location.href.split('#')[0]).href;
  fill(
    document.body,
    el(
      'nav',
      { className: 'buttons' },
      'items' in reading
        ? button(t('sheet.print'), () => window.print(), { className: 'primary', icon: 'printer' })
        : undefined,
      el(
        'a',
        { className: 'button', attributes: { href: phone } },
        iconOf('arrow-left'),
        el('span', { className: 'word' }, t('phone.back')),
      ),
      centreNotice(services),
    ),
    'items' in reading
      ? sheetView(reading.items, { code, day: dayOf(new Date()) }, services)
      : el(
          'main',
          {},
          el('h1', {}, t('sheet.title')),
          // Who opens the page without a code has made no mistake.
          code
            ? el(
                'p',
                { className: 'told', attributes: { role: 'alert' } },
                problemText(t, reading.problem),
              )
            : undefined,
          codeForm(services, (typed) => openCode(typed, services)),
        ),
  );
}

void openPage((services) => {
  draw(services);
  window.addEventListener('hashchange', () => draw(services));
});
