/**
 * The row of the settings that turns group mode on. There is no row when the centre doesn't allow group
 * mode.
 */
import { GROUP_SETTINGS } from '../../../session/memory/memory';
import type { Shell } from '../../shell';
import { change, choice, type SettingsRow } from './rowKinds';

export function groupRows(shell: Shell): SettingsRow[] {
  const { memoryStore, mode, t } = shell.services;
  if (!mode.allows('group')) return [];
  return [
    choice(
      { id: 'group', icon: 'users', label: t('settings.group'), why: t('settings.groupWhy') },
      GROUP_SETTINGS,
      mode.groupMode(memoryStore.memory.settings.group) ?? 'no',
      (value) => (value === 'no' ? t('settings.no') : t(`settings.group.${value}`)),
      (value) => {
        // The choice in the settings overrides the mode that the app was opened with.
        mode.leadGroup(false);
        change(shell, { group: value });
      },
    ),
  ];
}
