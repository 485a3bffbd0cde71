/**
 * Rows of the settings page, in order and below their headings. Each row has its texts, its value and the
 * actions of the keys. A new row is one entry here.
 */
import type { Equipment } from '../../../catalogue/types';
import { DAILY_MINUTES } from '../../../session/memory/memory';
import { viewingOf } from '../../../session/preferences/viewingDistance';
import { LANGUAGES } from '../../../texts/languages';
import type { Section } from '../../components/SectionList';
import type { Shell } from '../../shell';
import { displayRows } from './displayRows';
import { roomRows } from './roomRows';
import { change, choice, type SettingsRow, toggle } from './rowKinds';
import { askErase, exportMemory, importMemory } from './settingsDialogs';
import { soundRows } from './soundRows';

/** Equipment that a patient may have at home, in the order of the rows. */
const EQUIPMENT: readonly Equipment[] = ['mat', 'chair', 'wall', 'support', 'ball'];

/** What rows ask of the page. */
export interface SettingsActs {
  /** Opens another page, from which Back leads to the same row. */
  goOn(hash: 'about' | 'code'): void;
  /** Shows the rows for staff. */
  toStaff(): void;
  /** Shows the rows with their new values. */
  redraw(): void;
}

/** How a patient exercises, and with what. */
function exerciseRows(shell: Shell): SettingsRow[] {
  const { memoryStore, t } = shell.services;
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
    ...EQUIPMENT.map((one) => {
      const thing = t(one === 'support' ? 'settings.support' : `equipment.${one}`);
      return toggle(
        t,
        {
          id: one,
          icon: 'package',
          label: t('settings.have', { thing }),
          why: t('settings.haveWhy'),
        },
        equipment.includes(one),
        (isOn) => own(one, isOn),
      );
    }),
  ];
}

/** The set itself: what it remembers, its pages for staff and about the app. */
function setRows(shell: Shell, { goOn, toStaff }: SettingsActs): SettingsRow[] {
  const { t } = shell.services;
  return [
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
      id: 'staff',
      icon: 'briefcase',
      label: t('settings.staff'),
      why: t('settings.staffWhy'),
      press: toStaff,
    },
    {
      id: 'about',
      icon: 'info',
      label: t('settings.about'),
      why: t('settings.aboutWhy'),
      press: () => goOn('about'),
    },
    {
      id: 'back',
      label: t('routine.back'),
      why: t('settings.backWhy'),
      press: () => shell.back(),
    },
  ];
}

/** All rows with their current values. */
export function settingsRows(shell: Shell, acts: SettingsActs): Section<SettingsRow>[] {
  const { centre, language, languages, memoryStore, t } = shell.services;
  const viewing = viewingOf(memoryStore.memory.settings.viewing, centre.screen);
  return [
    { heading: t('settings.exercising'), items: exerciseRows(shell) },
    { heading: t('settings.hearing'), items: soundRows(shell, acts.redraw) },
    {
      heading: t('settings.seeing'),
      items: [
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
      ],
    },
    {
      heading: t('settings.phone'),
      items: [
        {
          id: 'code',
          icon: 'hash',
          label: t('code.tile'),
          why: t('code.settingsWhy'),
          press: () => acts.goOn('code'),
        },
        ...roomRows(t, viewing, choice, (to) => change(shell, { viewing: to })),
      ],
    },
    { heading: t('settings.set'), items: setRows(shell, acts) },
  ];
}
