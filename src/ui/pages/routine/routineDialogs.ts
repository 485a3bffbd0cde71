/** What one is asked about routines: a name, which one, what to do with it. */
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

/** Says that there is no room, and what to do. */
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

/** Names that no other routine has; all of them once each is taken. */
function freeNames({ routines }: Memory): readonly string[] {
  const free = NAMES.filter((name) => !routines.some(({ title }) => title === name));
  return free.length ? free : NAMES;
}

/** Lets one choose a name: typing with a remote is no pleasure. */
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

/** True when another routine still has its place; says so where it has none. */
function hasRoom(shell: Shell): boolean {
  const { memoryStore, t } = shell.services;
  if (!isFull(memoryStore.memory)) return true;
  tellFull(shell, t('routine.fullRoutines', { n: MAX_ROUTINES }));
  return false;
}

/** Makes a routine of these exercises under a name one chooses. @param then told its id */
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

/** A copy of any routine, under a name one chooses: one's own from then on. */
export function askCopy(shell: Shell, routine: Routine): void {
  const { memoryStore, t } = shell.services;
  if (!hasRoom(shell)) return;
  askName(shell, t('routine.nameTitle'), (name) => {
    const { id, memory } = duplicateRoutine(memoryStore.memory, routine);
    memoryStore.change(() => rename(memory, id, name));
    shell.go(`routine/${id}`);
  });
}

/** Deletes it; the home screen offers to take that back. */
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

/** What else one can do with an own routine. */
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

/** Says that the exercise is in the routine now, and leads there. */
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

/** Adds an exercise to a routine. @returns false when that has no room, which is told */
export function addTo(shell: Shell, id: string, item: RoutineItem): boolean {
  const { memoryStore, t } = shell.services;
  const before = memoryStore.memory;
  memoryStore.change((memory) => addItem(memory, id, item));
  if (memoryStore.memory !== before) return true;
  tellFull(shell, t('routine.fullItems', { n: MAX_ITEMS }));
  return false;
}

/** Puts an exercise, as its page shows it, in a routine one chooses, or in a new one. */
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
