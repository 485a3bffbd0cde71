/** The printable sheet of a routine, `sheet/#CODE`: the same exercises, doses and words on paper. */
import { codeInFragment, readCode } from '../session/code/routineCode';
import { problemText } from '../texts/code';
import { centreNotice } from './centreNotice';
import { button, el, fill } from './dom';
import type { PhoneServices } from './load';
import { openPage } from './openPage';
import { sheetView } from './sheetView';

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
      'items' in reading ? button(t('sheet.print'), () => window.print(), 'primary') : undefined,
      el('a', { attributes: { href: phone } }, t('phone.back')),
      centreNotice(services),
    ),
    'items' in reading
      ? sheetView(reading.items, code, services)
      : el(
          'p',
          { className: 'told', attributes: { role: 'alert' } },
          problemText(t, reading.problem),
        ),
  );
}

void openPage((services) => {
  draw(services);
  window.addEventListener('hashchange', () => draw(services));
});
