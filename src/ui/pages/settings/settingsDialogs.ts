/** Dialogs of the settings: exporting, importing and erasing the memory, and the waiting room. */
import { hasFiles, openFile, saveFile } from '../../../tv/files';
import { log } from '../../../tv/log';
import type { Shell } from '../../shell';

/** Opens a dialog with a text and one button. */
function tell(shell: Shell, id: string, title: string, text: string): void {
  shell.ask({
    id,
    title,
    text,
    icon: 'info',
    buttons: [
      { id: 'close', label: shell.services.t('dialog.close'), primary: true, press: () => {} },
    ],
  });
}

/** Saves the set's memory as a file. */
export function exportMemory(shell: Shell): void {
  const { memoryStore, t } = shell.services;
  if (!hasFiles()) {
    tell(shell, 'export', t('export.cannotTitle'), t('export.cannot'));
    return;
  }
  const day = memoryStore.hasTrueClock ? `-${memoryStore.today()}` : '';
  const name = `beweeg-mee${day}.json`;
  saveFile(name, memoryStore.exportText());
  tell(shell, 'export', t('export.title'), t('export.text', { name }));
}

/**
 * Switches to the language in the imported memory. Without a language, or with an unknown one, the
 * language stays.
 */
async function inKeptLanguage(shell: Shell): Promise<void> {
  const { memoryStore, languages } = shell.services;
  const { language } = memoryStore.memory.settings;
  const code = languages.find((one) => one === language);
  if (code) await shell.setLanguage(code);
}

/** Why a file could not be taken in. */
const REFUSED = {
  unreadable: 'import.unreadable',
  corrupt: 'import.corrupt',
  foreign: 'import.foreign',
  newer: 'import.newer',
} as const;

/** Reads the memory from a file; it replaces the set's memory. */
export function importMemory(shell: Shell): void {
  const { memoryStore, t } = shell.services;
  if (!hasFiles()) {
    tell(shell, 'import', t('import.cannotTitle'), t('export.cannot'));
    return;
  }
  openFile((text) => {
    const read = text === undefined ? undefined : memoryStore.importText(text);
    const reason = read && !read.ok ? read.why : 'unreadable';
    const outcome = read?.ok ? 'taken in' : `refused (${reason})`;
    log.add(read?.ok ? 'info' : 'warning', 'memory', `A file of what was kept was ${outcome}`);
    if (read?.ok) {
      shell.services.routines.showOwn();
      void inKeptLanguage(shell).then(() => {
        const { t: now } = shell.services;
        tell(shell, 'import', now('import.title'), now('import.text'));
      });
      return;
    }
    const why = t(REFUSED[reason]);
    tell(shell, 'import', t('import.failedTitle'), `${why}\n${t('import.kept')}`);
  });
}

/** Asks, and then erases the set's memory. */
export function askErase(shell: Shell): void {
  const { memoryStore, routines, t } = shell.services;
  shell.ask({
    id: 'erase',
    title: t('erase.title'),
    text: t('erase.text'),
    icon: 'alert-triangle',
    buttons: [
      { id: 'keep', label: t('erase.keep'), primary: true, press: () => {} },
      {
        id: 'erase',
        label: t('erase.erase'),
        icon: 'trash-2',
        press: () => {
          memoryStore.erase();
          routines.showOwn();
          tell(shell, 'erased', t('erase.doneTitle'), t('erase.done'));
        },
      },
    ],
    focus: 'keep',
  });
}

/** Asks, and then makes this screen a waiting room, which it stays after a power cut. */
export function askWaitingRoom(shell: Shell): void {
  const { centre, mode, t } = shell.services;
  const code = centre.pin === undefined ? '' : t('waitingRoom.wayOutPin');
  shell.ask({
    id: 'enter-waiting-room',
    title: t('waitingRoom.enterTitle'),
    text: `${t('settings.waitingRoomWhy')} ${code}`.trim(),
    buttons: [
      { id: 'no', label: t('settings.no'), primary: true, press: () => {} },
      {
        id: 'yes',
        label: t('settings.yes'),
        press: () => {
          mode.keep('waiting-room');
          shell.go('waiting-room');
        },
      },
    ],
  });
}
