/** Rows of the settings for staff: leading a group, the waiting room, what the set tells of itself. */
import type { Shell } from '../../shell';
import { groupRows } from './groupRows';
import type { SettingsRow } from './rowKinds';
import { askWaitingRoom } from './settingsDialogs';

/** @param back shows the other settings again */
export function staffRows(shell: Shell, back: () => void): SettingsRow[] {
  const { mode, t } = shell.services;
  return [
    ...groupRows(shell),
    ...(mode.allows('waiting-room')
      ? [
          {
            id: 'waiting-room',
            icon: 'airplay' as const,
            label: t('settings.waitingRoom'),
            why: t('settings.waitingRoomWhy'),
            press: () => askWaitingRoom(shell),
          },
        ]
      : []),
    {
      id: 'technical',
      icon: 'tool',
      label: t('log.title'),
      why: t('log.why'),
      press: () => shell.showLog(),
    },
    { id: 'back', label: t('routine.back'), why: t('settings.backWhy'), press: back },
  ];
}
