/**
 * The rows of the settings page, in order: what each says, what left and right change, what OK
 * does. A row more is one more entry here.
 */
import type { Equipment } from '../../catalogue/types';
import { DAILY_MINUTES, type Settings } from '../../session/memory';
import type { Shell } from '../shell';
import { LANGUAGES } from '../texts/languages';
import type { Translate } from '../texts/translate';
import type { IconName } from '../theme/shapes';
import { askErase, exportMemory, importMemory, tellAbout } from './settingsDialogs';

/** One row of the settings. */
export interface SettingsRow {
  id: string;
  label: string;
  /** What it means, in a sentence or two, beside the list while the row has the focus. */
  why: string;
  icon?: IconName;
  /** What it stands at; absent for something to do. */
  value?: string;
  /** Whether left (-1) and right (1) lead anywhere from here. */
  can?: { less: boolean; more: boolean };
  step?(by: -1 | 1): void;
  /** What OK does; on a row with two values, the other one. */
  press?(): void;
}

/** What a patient may or may not have at home, in the order one looks around. */
const EQUIPMENT: readonly Equipment[] = ['mat', 'chair', 'wall', 'support', 'ball'];

/** Changes the settings, and keeps them. */
const change = ({ services }: Shell, part: Partial<Settings>): void =>
  services.keeper.change((memory) => ({ ...memory, settings: { ...memory.settings, ...part } }));

/** A row that is on or off: left is off, right is on, OK the other one. */
function toggle(
  t: Translate,
  row: Pick<SettingsRow, 'id' | 'label' | 'why' | 'icon'>,
  isOn: boolean,
  set: (isOn: boolean) => void,
): SettingsRow {
  return {
    ...row,
    value: t(isOn ? 'settings.yes' : 'settings.no'),
    can: { less: isOn, more: !isOn },
    step: (by) => set(by > 0),
    press: () => set(!isOn),
  };
}

/** A row with some values in order. */
function choice<Value>(
  row: Pick<SettingsRow, 'id' | 'label' | 'why' | 'icon'>,
  values: readonly Value[],
  now: Value,
  say: (value: Value) => string,
  set: (value: Value) => void,
): SettingsRow {
  const at = values.indexOf(now);
  const to = (place: number) => {
    const value = values[place];
    if (value !== undefined) set(value);
  };
  return {
    ...row,
    value: say(now),
    can: { less: at > 0, more: at < values.length - 1 },
    step: (by) => to(at + by),
    press: () => to((at + 1) % values.length),
  };
}

/** All rows, as they stand now. */
export function settingsRows(shell: Shell): SettingsRow[] {
  const { keeper, language, languages, t } = shell.services;
  const { equipment, harder, minutes, waitForMe } = keeper.memory.settings;
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
    ...(shell.services.mode.allows('waiting-room')
      ? [
          {
            id: 'waiting-room',
            icon: 'eye' as const,
            label: t('settings.waitingRoom'),
            why: t('settings.waitingRoomWhy'),
            press: () => shell.go('waiting-room'),
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
      press: () => tellAbout(shell),
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
