/** What an exercise's page says, and what its buttons do. */
import type { Exercise } from '../../../catalogue/types';
import { bringBackExercise, excludeExercise } from '../../../session/memory/excludedExercises';
import { applyItem } from '../../../session/routine/applyItem';
import { isChanged, toBrochure } from '../../../session/routine/doses';
import type { Routine, RoutineItem } from '../../../session/routine/routine';
import { setItem } from '../../../session/routine/routines';
import { nameOfRoutine } from '../../../texts/words';
import type { ButtonSpec } from '../../components/Button';
import type { Block } from '../../components/PagedText';
import type { Shell } from '../../shell';
import { colours } from '../../theme';
import { askWhichRoutine } from '../routine/routineDialogs';
import { startRoutine } from '../startRoutine';
import { takeButton } from '../take/takeContent';

/** An exercise by itself, or as one of one's own routines has it. */
export interface ExercisePlace {
  /** As the catalogue has it. */
  known: Exercise;
  /** Of an own routine: its id and the place in it. */
  routine?: { id: string; place: number };
}

/** The item that the page shows and changes. */
export function itemOf({ known, routine }: ExercisePlace, { services }: Shell): RoutineItem {
  const { routines } = services;
  const item = routine && routines.find(routine.id)?.items[routine.place];
  return item?.exercise === known.id ? item : routines.itemOf(known.id);
}

/** Keeps what was changed: in the routine, or on this page until the app ends. */
export function setTo({ routine }: ExercisePlace, item: RoutineItem, { services }: Shell): void {
  const { memoryStore, routines } = services;
  if (routine) memoryStore.change((memory) => setItem(memory, routine.id, routine.place, item));
  else routines.adjust(item);
}

/** The exercise as the page shows it. */
export const adjustedExercise = (at: ExercisePlace, shell: Shell): Exercise =>
  applyItem(at.known, itemOf(at, shell));

/** Its dose or its variant differ from the brochure's own. */
export function isAdjusted(at: ExercisePlace, shell: Shell): boolean {
  const item = itemOf(at, shell);
  return item.variant !== undefined || isChanged(at.known, item);
}

/** The item as the brochure has the exercise. */
export function asInBrochure({ known }: ExercisePlace, item: RoutineItem): RoutineItem {
  const { variant: _, ...plain } = toBrochure(known, item);
  return plain;
}

/** Alone, with the dose that the page shows. */
const alone = (at: ExercisePlace, shell: Shell): Routine => ({
  ...shell.services.routines.alone(at.known),
  items: [itemOf(at, shell)],
});

/** What stands above the title: the category, or the routine it is in. */
export function eyebrowOf({ known, routine }: ExercisePlace, { services }: Shell): string {
  const { library, routines, t } = services;
  const inRoutine = routine && routines.find(routine.id);
  if (inRoutine) return t('exercise.inRoutine', { name: nameOfRoutine(t, inRoutine) });
  return library.categories.find(({ id }) => id === known.category)?.title ?? '';
}

/** Caution first, then the brochure's words, then the variants that are not shown already. */
export function blocksOf(exercise: Exercise, shell: Shell): Block[] {
  const { t } = shell.services;
  return [
    ...(exercise.caution
      ? [{ heading: t('exercise.caution'), text: exercise.caution, tone: colours.coral }]
      : []),
    ...exercise.instruction.map((text, at) => ({
      ...(at === 0 ? { heading: t('exercise.how') } : {}),
      text,
    })),
    ...exercise.variants
      .filter(({ id }) => id !== exercise.variant)
      .map(({ kind, title, text }) => ({ heading: t(`exercise.${kind}`, { title }), text })),
  ];
}

/** Keeps it out of what the app chooses, or brings it back. */
function shelfButton({ id }: Exercise, { services }: Shell): ButtonSpec {
  const { memoryStore, routines, t } = services;
  return routines.isLeftOut(id)
    ? {
        id: 'bringBack',
        label: t('leftOut.bringBack'),
        icon: 'rotate-ccw',
        press: () => memoryStore.change((memory) => bringBackExercise(memory, id)),
      }
    : {
        id: 'leaveOut',
        label: t('exercise.leaveOut'),
        icon: 'minus-circle',
        press: () =>
          memoryStore.change((memory) => excludeExercise(memory, id, 'own', memoryStore.today())),
      };
}

/** What is wanted less often, behind one button: the row holds no more. */
function moreButtons(at: ExercisePlace, shell: Shell): ButtonSpec[] {
  const { t } = shell.services;
  const shelf = shelfButton(at.known, shell);
  const [take] = takeButton([itemOf(at, shell)], shell);
  if (!take) return [shelf];
  const ask = () =>
    shell.ask({
      id: 'others',
      title: adjustedExercise(at, shell).shortTitle,
      direction: 'column',
      buttons: [take, shelf, { id: 'close', label: t('routine.back'), press: () => {} }],
    });
  return [{ id: 'others', label: t('routine.more'), icon: 'more-horizontal', press: ask }];
}

/**
 * The page's buttons, from left to right.
 * @param more reads on in the text, where it has more pages than one
 * @param adjust opens what one can change
 */
export function exerciseButtons(
  at: ExercisePlace,
  shell: Shell,
  more: ButtonSpec | undefined,
  adjust: () => void,
): ButtonSpec[] {
  const { t } = shell.services;
  return [
    {
      id: 'start',
      label: t('exercise.start'),
      icon: 'play-solid',
      primary: true,
      press: () => startRoutine(alone(at, shell), shell),
    },
    ...(more ? [more] : []),
    { id: 'adjust', label: t('exercise.adjust'), icon: 'sliders', press: adjust },
    ...(at.routine
      ? []
      : [
          {
            id: 'add',
            label: t('exercise.add'),
            icon: 'plus' as const,
            press: () => askWhichRoutine(shell, at.known, itemOf(at, shell)),
          },
          ...moreButtons(at, shell),
        ]),
    ...(at.routine ? takeButton([itemOf(at, shell)], shell) : []),
    { id: 'back', label: t('exercise.back'), press: () => shell.back() },
  ];
}
