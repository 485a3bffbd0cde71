/** Dialogs that make a routine and give it a name. Home needs them. */
import type { AppServices } from '../../../app/services';
import type { RoutineItem } from '../../../session/routine/routine';
import {
  addItem,
  createRoutine,
  freeName,
  isFull,
  MAX_ROUTINES,
  NAMES,
} from '../../../session/routine/routines';
import { isTextKey } from '../../../texts/translate';
import { nameOfRoutine } from '../../../texts/words';
import type { Shell } from '../../shell';

/** Says that there is no room, and how to make room. */
export function tellFull(shell: Shell, text: string): void {
  const { t } = shell.services;
  shell.ask({
    id: 'full',
    title: t('routine.full'),
    text,
    icon: 'info',
    buttons: [{ id: 'close', label: t('dialog.close'), primary: true, press: () => {} }],
  });
}

/** The names of the patient's routines, as they are shown. */
export const takenNames = ({ memoryStore, t }: AppServices): string[] =>
  memoryStore.memory.routines.map((routine) => nameOfRoutine(t, routine));

/** Names that no other routine has; when each of them is taken, they get numbers. */
function freeNames(services: AppServices): readonly string[] {
  const { t } = services;
  const taken = takenNames(services);
  const nameOf = (name: string) => (isTextKey(name) ? t(name) : name);
  const free = NAMES.filter((name) => !taken.includes(nameOf(name)));
  if (free.length) return free;
  return NAMES.map((name) =>
    freeName(taken, (n) => t('routine.nameAgain', { name: nameOf(name), n: n + 1 })),
  );
}

/**
 * Asks for a name from a list, since typing with a remote is slow.
 * @param more names before those of the list
 */
export function askName(
  shell: Shell,
  title: string,
  chosen: (name: string) => void,
  more: readonly string[] = [],
): void {
  const { t } = shell.services;
  shell.ask({
    id: 'name',
    title,
    direction: 'column',
    buttons: [...more, ...freeNames(shell.services)].map((name) => ({
      id: name,
      label: isTextKey(name) ? t(name) : name,
      press: () => chosen(name),
    })),
  });
}

/** True when there is room for another routine; otherwise a dialog says that there is none. */
export function hasRoom(shell: Shell): boolean {
  const { memoryStore, t } = shell.services;
  if (!isFull(memoryStore.memory)) return true;
  tellFull(shell, t('routine.fullRoutines', { n: MAX_ROUTINES }));
  return false;
}

/**
 * Makes a routine of these exercises, with a name from the list.
 * @param then called with its id
 */
export function askNewRoutine(
  shell: Shell,
  items: readonly RoutineItem[],
  then: (id: string) => void,
): void {
  const { memoryStore, t } = shell.services;
  if (!hasRoom(shell)) return;
  askName(shell, t('routine.nameTitle'), (name) => {
    const { id, memory } = createRoutine(memoryStore.memory, name);
    memoryStore.change(() => items.reduce((all, item) => addItem(all, id, item), memory));
    then(id);
  });
}
