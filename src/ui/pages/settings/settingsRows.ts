/**
 * Rows of the settings page, in order. Each row has its texts, its value and the actions of the keys. A
 * new row is one entry here.
 */
import type { Equipment } from '../../../catalogue/types';
import { DAILY_MINUTES } from '../../../session/memory/memory';
import { viewingOf } from '../../../session/preferences/viewingDistance';
import { LANGUAGES } from '../../../texts/languages';
import type { Shell } from '../../shell';
import { displayRows } from './displayRows';
import { groupRows } from './groupRows';
import { roomRows } from './roomRows';
import { change, choice, type SettingsRow, toggle } from './rowKinds';
import { askErase, askWaitingRoom, exportMemory, importMemory } from './settingsDialogs';

/** Equipment that a patient may have at home, in the order of the rows. */
const EQUIPMENT: readonly Equipment[] = ['mat', 'chair', 'wall', 'support', 'ball'];

/**
 * All rows with their current values.
 * @param toAbout opens the page about the app
 */
export function settingsRows(shell: Shell, toAbout: () => void): SettingsRow[] {
  const { memoryStore, language, languages, t } = shell.services;
  const { equipment, harder, minutes, waitForMe } = memoryStore.memory.settings;
  const own = (one: Equipment, has: boolean) =>
    change(shell, {
      equipment: EQUIPMENT.filter((other) => (other === one ? has : equipment.includes(other))),
    });
  return [
    choice(
      { id: 'minutes', icon: 'clock', label: t('settings.minutes'), why: t('settings.minutesWhy') },
      DAILY_MINUTES,
      minutes,
      (value) => t.count('count.minutes', value),
      (value) => change(shell, { minutes: value }),
    ),
    toggle(
      t,
      { id: 'wait', icon: 'pause-circle', label: t('settings.wait'), why: t('settings.waitWhy') },
      waitForMe,
      (isOn) => change(shell, { waitForMe: isOn }),
    ),
    toggle(
      t,
      {
        id: 'harder',
        icon: 'trending-up',
        label: t('settings.harder'),
        why: t('settings.harderWhy'),
      },
      harder,
      (isOn) => change(shell, { harder: isOn }),
    ),
    ...EQUIPMENT.map((one) =>
      toggle(
        t,
        {
          id: one,
          icon: 'package',
          label: t('settings.have', { thing: t(`equipment.${one}`) }),
          why: t('settings.haveWhy'),
        },
        equipment.includes(one),
        (isOn) => own(one, isOn),
      ),
    ),
    ...displayRows(shell),
    choice(
      {
        id: 'language',
        icon: 'globe',
        label: t('settings.language'),
        why: t('settings.languageWhy'),
      },
      languages,
      language,
      (code) => LANGUAGES[code],
      (code) => void shell.setLanguage(code),
    ),
    ...roomRows(
      t,
      viewingOf(memoryStore.memory.settings.viewing, shell.services.centre.screen),
      choice,
      (viewing) => change(shell, { viewing }),
    ),
    {
      id: 'code',
      icon: 'hash',
      label: t('code.tile'),
      why: t('code.settingsWhy'),
      press: () => shell.go('code'),
    },
    ...groupRows(shell),
    ...(shell.services.mode.allows('waiting-room')
      ? [
          {
            id: 'waiting-room',
            icon: 'eye' as const,
            label: t('settings.waitingRoom'),
            why: t('settings.waitingRoomWhy'),
            press: () => askWaitingRoom(shell),
          },
        ]
      : []),
    {
      id: 'export',
      icon: 'download',
      label: t('settings.export'),
      why: t('settings.exportWhy'),
      press: () => exportMemory(shell),
    },
    {
      id: 'import',
      icon: 'upload',
      label: t('settings.import'),
      why: t('settings.importWhy'),
      press: () => importMemory(shell),
    },
    {
      id: 'erase',
      icon: 'trash-2',
      label: t('settings.erase'),
      why: t('settings.eraseWhy'),
      press: () => askErase(shell),
    },
    {
      id: 'about',
      icon: 'info',
      label: t('settings.about'),
      why: t('settings.aboutWhy'),
      press: toAbout,
    },
    {
      id: 'back',
      icon: 'arrow-left',
      label: t('routine.back'),
      why: t('settings.backWhy'),
      press: () => shell.back(),
    },
  ];
}
