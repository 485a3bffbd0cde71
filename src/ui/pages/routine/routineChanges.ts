/** Dialogs that change a routine: copying, renaming, deleting, and what is in it. */
import type { ShownItem } from '../../../app/routines';
import type { AppServices } from '../../../app/services';
import type { Exercise } from '../../../catalogue/types';
import type { Routine, RoutineItem } from '../../../session/routine/routine';
import {
  addItem,
  deleteRoutine,
  duplicateRoutine,
  freeName,
  isOwn,
  MAX_ITEMS,
  removeItem,
  rename,
  restoreItem,
  restoreRoutine,
} from '../../../session/routine/routines';
import { nameOfRoutine } from '../../../texts/words';
import type { Shell } from '../../shell';
import { tellDone } from '../doneDialog';
import { askName, askNewRoutine, hasRoom, takenNames, tellFull } from './routineDialogs';

/** The name of a copy: that of the original with "kopie", and a number where it is not the first. */
function copyName(services: AppServices, routine: Routine): string {
  const { t } = services;
  const name = nameOfRoutine(t, routine);
  // A copy of a copy is one more copy of the original.
  const word = t('routine.copyName', { name: '' });
  const at = name.lastIndexOf(word);
  const isCopy = at > 0 && /^( \d+)?$/.test(name.slice(at + word.length));
  const copied = t('routine.copyName', { name: isCopy ? name.slice(0, at) : name });
  return freeName(takenNames(services), (n) =>
    n === 1 ? copied : t('routine.nameAgain', { name: copied, n }),
  );
}

/**
 * Copies a routine, with a name from the list; one of the patient's may also keep its name, with "kopie". The copy
 * belongs to the patient.
 */
export function askCopy(shell: Shell, routine: Routine): void {
  const { memoryStore, t } = shell.services;
  if (!hasRoom(shell)) return;
  const copy = (name: string) => {
    const { id, memory } = duplicateRoutine(memoryStore.memory, routine);
    memoryStore.change(() => rename(memory, id, name));
    shell.go(`routine/${id}`);
  };
  const more = isOwn(routine.id) ? [copyName(shell.services, routine)] : [];
  askName(shell, t('routine.nameTitle'), copy, more);
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

/** Takes an exercise out of a routine, and offers to undo that. */
export function takeOut(
  shell: Shell,
  routine: Routine,
  { exercise, item, place }: Pick<ShownItem, 'exercise' | 'item' | 'place'>,
): void {
  const { memoryStore, t } = shell.services;
  memoryStore.change((memory) => removeItem(memory, routine.id, place));
  tellDone(shell, {
    id: 'removed',
    title: t('routine.removed'),
    text: t('routine.removedText', {
      exercise: exercise.shortTitle,
      name: nameOfRoutine(t, routine),
    }),
    undo: () => memoryStore.change((memory) => restoreItem(memory, routine.id, place, item)),
  });
}

/** Adds an exercise to a routine; when the routine is full, a dialog says so. @param added called after that */
function add(shell: Shell, id: string, item: RoutineItem, added: () => void): void {
  const { memoryStore, t } = shell.services;
  const before = memoryStore.memory;
  memoryStore.change((memory) => addItem(memory, id, item));
  if (memoryStore.memory === before) tellFull(shell, t('routine.fullItems', { n: MAX_ITEMS }));
  else added();
}

/**
 * Adds an exercise to a routine. Where the exercise is in it already, asks what is meant: a second OK may only be
 * impatience.
 * @param added called after it was added
 */
export function addTo(
  shell: Shell,
  id: string,
  exercise: Exercise,
  item: RoutineItem,
  added: () => void = () => {},
): void {
  const { routines, t } = shell.services;
  const routine = routines.find(id);
  const shown = routine ? routines.shown(routine) : [];
  const there = shown.filter((one) => one.item.exercise === item.exercise);
  const last = there[there.length - 1];
  if (!routine || !last) {
    add(shell, id, item, added);
    return;
  }
  shell.ask({
    id: 'isIn',
    title: t('routine.isIn'),
    text: t('routine.isInText', {
      exercise: exercise.shortTitle,
      name: nameOfRoutine(t, routine),
    }),
    icon: 'check-circle',
    direction: 'column',
    buttons: [
      { id: 'close', label: t('dialog.good'), primary: true, press: () => {} },
      {
        id: 'remove',
        label: t('routine.remove'),
        icon: 'trash-2',
        press: () => takeOut(shell, routine, last),
      },
      {
        id: 'again',
        label: t('routine.onceMore'),
        icon: 'plus',
        press: () => add(shell, id, item, added),
      },
    ],
  });
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
        press: () => addTo(shell, routine.id, exercise, item, () => added(routine.id)),
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
