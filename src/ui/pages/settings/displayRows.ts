/** Rows of the settings for seeing: text size, contrast, motion. */
import { displayPreferencesOf, TEXT_SIZES } from '../../../session/preferences/displayPreferences';
import { displayWishesOf } from '../../../tv/displayWishes';
import type { Shell } from '../../shell';
import { change, choice, type SettingsRow, toggle } from './rowKinds';

/** Each choice takes effect at once. Without a choice, the set's own preference counts. */
export function displayRows(shell: Shell): SettingsRow[] {
  const { memoryStore, t } = shell.services;
  const now = displayPreferencesOf(memoryStore.memory.settings, displayWishesOf(window));
  return [
    choice(
      { id: 'text', icon: 'type', label: t('sight.text'), why: t('sight.textWhy') },
      TEXT_SIZES,
      now.textSize,
      (size) => t(`sight.text.${size}`),
      (textSize) => change(shell, { textSize }),
    ),
    toggle(
      t,
      { id: 'contrast', icon: 'eye', label: t('sight.contrast'), why: t('sight.contrastWhy') },
      now.highContrast,
      (highContrast) => change(shell, { highContrast }),
    ),
    toggle(
      t,
      { id: 'still', icon: 'wind', label: t('sight.still'), why: t('sight.stillWhy') },
      now.reducedMotion,
      (reducedMotion) => change(shell, { reducedMotion }),
    ),
  ];
}
