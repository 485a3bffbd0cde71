/** Dialogs about routines: choosing a name, choosing a routine, changing it. */
import type { Exercise } from '../../../catalogue/types';
import type { Memory } from '../../../session/memory/memory';
import type { Routine, RoutineItem } from '../../../session/routine/routine';
import {
  addItem,
  createRoutine,
  deleteRoutine,
  duplicateRoutine,
  isFull,
  MAX_ITEMS,
  MAX_ROUTINES,
  NAMES,
  rename,
  restoreRoutine,
} from '../../../session/routine/routines';
import { isTextKey } from '../../../texts/translate';
import { nameOfRoutine } from '../../../texts/words';
import type { Shell } from '../../shell';

/** Says that there is no room, and how to make room. */
function tellFull(shell: Shell, text: string): void {
  const { t } = shell.services;
  shell.ask({
    id: 'full',
    title: t('routine.full'),
    text,
    icon: 'info',
    buttons: [{ id: 'close', label: t('dialog.close'), primary: true, press: () => {} }],
  });
}

/** Names that no other routine has; all names when each of them is taken. */
function freeNames({ routines }: Memory): readonly string[] {
  const free = NAMES.filter((name) => !routines.some(({ title }) => title === name));
  return free.length ? free : NAMES;
}

/** Asks for a name from a list, since typing with a remote is slow. */
function askName(shell: Shell, title: string, chosen: (name: string) => void): void {
  const { memoryStore, t } = shell.services;
  shell.ask({
    id: 'name',
    title,
    direction: 'column',
    buttons: freeNames(memoryStore.memory).map((name) => ({
      id: name,
      label: isTextKey(name) ? t(name) : name,
      press: () => chosen(name),
    })),
  });
}

/** True when there is room for another routine; otherwise a dialog says that there is none. */
function hasRoom(shell: Shell): boolean {
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

/** Copies a routine, with a name from the list. The copy belongs to the patient. */
export function askCopy(shell: Shell, routine: Routine): void {
  const { memoryStore, t } = shell.services;
  if (!hasRoom(shell)) return;
  askName(shell, t('routine.nameTitle'), (name) => {
    const { id, memory } = duplicateRoutine(memoryStore.memory, routine);
    memoryStore.change(() => rename(memory, id, name));
    shell.go(`routine/${id}`);
  });
}

/** Deletes a routine; the home screen offers to undo that. */
function remove(shell: Shell, routine: Routine): void {
  const { memoryStore, t } = shell.services;
  const place = memoryStore.memory.routines.indexOf(routine);
  memoryStore.change((memory) => deleteRoutine(memory, routine.id));
  shell.notice = {
    text: t('routine.deleted', { name: nameOfRoutine(t, routine) }),
    undo: () => memoryStore.change((memory) => restoreRoutine(memory, routine, place)),
  };
  shell.home();
}

/** The dialog with other actions on a patient's routine. */
export function askMore(shell: Shell, routine: Routine): void {
  const { memoryStore, t } = shell.services;
  shell.ask({
    id: 'more',
    title: nameOfRoutine(t, routine),
    direction: 'column',
    buttons: [
      {
        id: 'rename',
        label: t('routine.rename'),
        icon: 'edit-2',
        press: () =>
          askName(shell, t('routine.nameTitle'), (name) =>
            memoryStore.change((memory) => rename(memory, routine.id, name)),
          ),
      },
      {
        id: 'copy',
        label: t('routine.copy'),
        icon: 'copy',
        press: () => askCopy(shell, routine),
      },
      {
        id: 'delete',
        label: t('routine.delete'),
        icon: 'trash-2',
        press: () => remove(shell, routine),
      },
      { id: 'close', label: t('routine.back'), press: () => {} },
    ],
  });
}

/** Says that the exercise is in the routine, and offers to open the routine. */
function tellAdded(shell: Shell, exercise: Exercise, id: string): void {
  const { routines, t } = shell.services;
  const routine = routines.find(id);
  if (!routine) return;
  shell.ask({
    id: 'added',
    title: t('routine.added'),
    icon: 'check-circle',
    text: t('routine.addedText', {
      exercise: exercise.shortTitle,
      name: nameOfRoutine(t, routine),
    }),
    buttons: [
      { id: 'close', label: t('dialog.good'), primary: true, press: () => {} },
      { id: 'look', label: t('routine.look'), press: () => shell.go(`routine/${id}`) },
    ],
  });
}

/**
 * Adds an exercise to a routine.
 * @returns false when the routine is full; a dialog says so
 */
export function addTo(shell: Shell, id: string, item: RoutineItem): boolean {
  const { memoryStore, t } = shell.services;
  const before = memoryStore.memory;
  memoryStore.change((memory) => addItem(memory, id, item));
  if (memoryStore.memory !== before) return true;
  tellFull(shell, t('routine.fullItems', { n: MAX_ITEMS }));
  return false;
}

/** Adds an exercise, with the dose on its page, to a routine that the patient chooses, or to a new one. */
export function askWhichRoutine(shell: Shell, exercise: Exercise, item: RoutineItem): void {
  const { routines, t } = shell.services;
  const added = (id: string) => tellAdded(shell, exercise, id);
  const { own } = routines;
  if (!own.length) {
    askNewRoutine(shell, [item], added);
    return;
  }
  shell.ask({
    id: 'which',
    title: t('routine.which'),
    direction: 'column',
    buttons: [
      ...own.map((routine) => ({
        id: routine.id,
        label: nameOfRoutine(t, routine),
        icon: 'list' as const,
        press: () => {
          if (addTo(shell, routine.id, item)) added(routine.id);
        },
      })),
      {
        id: 'new',
        label: t('home.newRoutine'),
        icon: 'plus',
        press: () => askNewRoutine(shell, [item], added),
      },
    ],
  });
}
