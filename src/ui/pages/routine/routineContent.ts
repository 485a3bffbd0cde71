/** Texts of a routine's page: its exercises as rows, and the actions on them. */

import type { ShownItem } from '../../../app/routines';
import { isReduced } from '../../../session/choosing/today';
import type { Routine } from '../../../session/routine/routine';
import { isMadeForOne, moveItem } from '../../../session/routine/routines';
import { exerciseDose } from '../../../texts/dose';
import { shortName } from '../../../texts/words';
import type { ButtonSpec } from '../../components/Button';
import { keptOutChip, levelChip } from '../../components/exerciseChips';
import type { RoutineRowItem, RowAction } from '../../components/RoutineRow';
import type { Shell } from '../../shell';
import { pictureOf } from '../home/homeContent';
import { startRoutine } from '../startRoutine';
import { takeButton } from '../take/takeContent';
import { askCopy, askMore, takeOut } from './routineChanges';

/** The focus after a key has moved a row. */
export interface RowFocus {
  /** Place among the visible rows, from 0. */
  place: number;
  action: string | undefined;
}

/** Opens an exercise of the routine. In a routine of the patient, the page can change it. */
function openItem(routine: Routine, { exercise, item, place }: ShownItem, shell: Shell): void {
  const { routines } = shell.services;
  if (routines.isOwn(routine)) {
    shell.go(`item/${routine.id}/${place}`);
    return;
  }
  routines.showAs(item);
  shell.go(`exercise/${exercise.id}`);
}

/**
 * Actions on a row of the patient's routine.
 * @param follow moves the focus with the row
 */
function actionsOf(
  routine: Routine,
  shown: readonly ShownItem[],
  at: number,
  shell: Shell,
  follow: (focus: RowFocus) => void,
): RowAction[] {
  const { memoryStore, t } = shell.services;
  const here = shown[at];
  if (!here) return [];
  const move = (by: -1 | 1): RowAction => {
    const id = by < 0 ? 'up' : 'down';
    const other = shown[at + by];
    return {
      id,
      label: t(by < 0 ? 'routine.up' : 'routine.down'),
      icon: by < 0 ? 'arrow-up' : 'arrow-down',
      isIdle: other === undefined,
      press: () => {
        follow({ place: at + by, action: id });
        memoryStore.change((memory) => {
          // Passes items whose exercise is in no catalogue: they are invisible.
          let moved = memory;
          const target = other?.place ?? here.place;
          for (let place = here.place; place !== target; place += by) {
            moved = moveItem(moved, routine.id, place, by);
          }
          return moved;
        });
      },
    };
  };
  return [
    move(-1),
    move(1),
    {
      id: 'adjust',
      label: t('exercise.adjust'),
      icon: 'sliders',
      press: () => {
        follow({ place: at, action: 'adjust' });
        shell.go(`item/${routine.id}/${here.place}`);
      },
    },
    {
      id: 'remove',
      label: t('routine.remove'),
      icon: 'trash-2',
      press: () => {
        follow({ place: at, action: undefined });
        takeOut(shell, routine, here);
      },
    },
  ];
}

/** The routine's exercises, each with its dose. */
export function routineRows(
  routine: Routine,
  shell: Shell,
  focus: RowFocus | undefined,
  follow: (focus: RowFocus) => void,
): RoutineRowItem[] {
  const { routines, t } = shell.services;
  const shown = routines.shown(routine);
  const isOwn = routines.isOwn(routine);
  return shown.map((one, at) => {
    const { exercise, item } = one;
    const known = routines.exercise(item.exercise) ?? exercise;
    const ofSets = !isOwn && isReduced(known, item) ? known.parts[0].dose.sets : undefined;
    return {
      id: exercise.id,
      title: shortName(exercise),
      dose: exerciseDose(t, exercise, ofSets),
      level: isMadeForOne(routine.id)
        ? levelChip(t, exercise)
        : (keptOutChip(shell.services, exercise) ?? levelChip(t, exercise)),
      picture: pictureOf(exercise, shell, 'tile'),
      open: () => openItem(routine, one, shell),
      actions: isOwn ? actionsOf(routine, shown, at, shell, follow) : [],
      start: focus?.place === at ? focus.action : undefined,
    };
  });
}

/** The page's buttons. A patient's own routine can be changed, any other routine copied. */
export function routineButtons(routine: Routine, shell: Shell, w: number): ButtonSpec[] {
  const { routines, t } = shell.services;
  const isEmpty = routines.shown(routine).length === 0;
  const isOwn = routines.isOwn(routine);
  const buttons: ButtonSpec[] = [];
  if (!isEmpty) {
    buttons.push({
      id: 'start',
      label: t('routine.start'),
      icon: 'play-solid',
      primary: true,
      press: () => startRoutine(routine, shell),
    });
  }
  if (isOwn) {
    buttons.push(
      {
        id: 'add',
        label: t('routine.add'),
        icon: 'plus',
        primary: isEmpty,
        press: () => shell.go(`add/${routine.id}`),
      },
      {
        id: 'more',
        label: t('routine.more'),
        icon: 'more-horizontal',
        press: () => askMore(shell, routine),
      },
    );
  } else if (!isEmpty) {
    buttons.push({
      id: 'copy',
      label: t('routine.keep'),
      icon: 'copy',
      press: () => askCopy(shell, routine),
    });
  }
  buttons.push(...takeButton(routine.items, shell));
  buttons.push({
    id: 'back',
    label: t('routine.back'),
    primary: isEmpty && !isOwn,
    press: () => shell.back(),
  });
  return buttons.map((button) => ({ ...button, w }));
}
