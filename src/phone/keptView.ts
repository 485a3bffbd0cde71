/** Says what the phone remembers, and erases it after a question. */
import { button, el, fill, focusOn } from './dom';
import type { PhoneServices } from './load';
import type { PhoneMemory } from './phoneMemory';

/** Undefined while the phone remembers nothing. @param changed draws the page again */
export function keptView(
  { t }: PhoneServices,
  memory: PhoneMemory,
  changed: () => void,
): HTMLElement | undefined {
  if (memory.isEmpty) return undefined;
  const card = el('footer', { className: 'card kept' });
  const ask = () => {
    const erase = () => {
      memory.erase();
      changed();
    };
    fill(
      card,
      el('h2', {}, t('erase.title')),
      el('p', {}, t('erase.text')),
      el(
        'div',
        { className: 'buttons' },
        button(t('erase.keep'), rest, { className: 'primary', key: 'keep' }),
        button(t('erase.erase'), erase, { icon: 'trash-2', key: 'erase' }),
      ),
    );
    focusOn('keep');
  };
  const show = () =>
    fill(
      card,
      el('p', {}, t('phone.kept')),
      button(t('settings.erase'), ask, { icon: 'trash-2', key: 'askErase' }),
    );
  const rest = () => {
    show();
    focusOn('askErase');
  };
  show();
  return card;
}
