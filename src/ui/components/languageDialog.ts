/**
 * The dialog that chooses the language. Each language is written in itself, and the choice takes effect
 * at once.
 */

import { LANGUAGES } from '../../texts/languages';
import type { Shell } from '../shell';
import type { DialogSpec } from './Dialog';

/** Lists the languages that the centre offers. The current one has the focus and a tick. */
export function languageDialog(shell: Shell): DialogSpec {
  const { language, languages, t } = shell.services;
  return {
    id: 'language',
    title: t('language.title'),
    direction: 'column',
    buttons: languages.map((code) => ({
      id: code,
      label: LANGUAGES[code],
      ...(code === language ? { icon: 'check-circle' as const } : {}),
      press: () => void shell.setLanguage(code),
    })),
    focus: language,
  };
}
