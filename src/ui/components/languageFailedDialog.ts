import type { Translate } from '../../texts/translate';
import type { DialogSpec } from './Dialog';

/** Says that the texts of a language could not be loaded, and that the language stays as it is. */
export const languageFailedDialog = (t: Translate): DialogSpec => ({
  id: 'language-failed',
  title: t('language.failed'),
  icon: 'alert-triangle',
  buttons: [{ id: 'close', label: t('dialog.close'), press: () => {} }],
});
