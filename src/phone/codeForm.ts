/** A form for a code from elsewhere: from the television, from paper, or from a therapist. */
import type { CodeProblem } from '../session/code/routineCode';
import { problemText } from '../texts/code';
import { button, el } from './dom';
import type { PhoneServices } from './load';

/** @param open opens the code; it returns the problem with a code that is not right */
export function codeForm(
  { t }: PhoneServices,
  open: (code: string) => CodeProblem | undefined,
): HTMLElement {
  const field = el('input', {
    id: 'typed',
    attributes: { autocapitalize: 'characters', autocomplete: 'off', spellcheck: 'false' },
  });
  const told = el('p', { className: 'told', attributes: { role: 'alert' } });
  const send = button(t('phone.open'), () => {});
  send.type = 'submit';
  const form = el(
    'form',
    { className: 'card' },
    el('label', { attributes: { for: 'typed' } }, t('phone.haveCode')),
    el('div', { className: 'field' }, field, send),
    told,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const problem = open(field.value);
    if (problem) told.textContent = problemText(t, problem);
  });
  return form;
}
