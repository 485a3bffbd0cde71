/** Texts and buttons of an exercise's page. */
import type { Exercise } from '../../../catalogue/types';
import { adjust } from '../../../session/memory/adjusted';
import { bringBackExercise, excludeExercise } from '../../../session/memory/excludedExercises';
import { applyItem } from '../../../session/routine/applyItem';
import { doseFields, isChanged, toBrochure } from '../../../session/routine/doses';
import type { Routine, RoutineItem } from '../../../session/routine/routine';
import { setItem } from '../../../session/routine/routines';
import { nameOfRoutine } from '../../../texts/words';
import type { ButtonSpec } from '../../components/Button';
import type { Block } from '../../components/PagedText';
import type { Shell } from '../../shell';
import { colours } from '../../theme';
import { tellDone } from '../doneDialog';
import { askWhichRoutine } from '../routine/routineChanges';
import { startRoutine } from '../startRoutine';
import { takeButton } from '../take/takeContent';

/** An exercise of the catalogue, or its place in a routine of the patient. */
export interface ExercisePlace {
  /** The exercise with the brochure's dose. */
  known: Exercise;
  /** Id of the patient's routine, and the place in it, from 0. */
  routine?: { id: string; place: number };
}

/** The item that the page shows and changes. */
export function itemOf({ known, routine }: ExercisePlace, { services }: Shell): RoutineItem {
  const { routines } = services;
  const item = routine && routines.find(routine.id)?.items[routine.place];
  return item?.exercise === known.id ? item : routines.itemOf(known.id);
}

/** Stores the changed item: in the routine, or as the patient's own dose of the exercise. */
export function setTo({ routine }: ExercisePlace, item: RoutineItem, { services }: Shell): void {
  const { memoryStore, routines } = services;
  if (routine) {
    memoryStore.change((memory) => setItem(memory, routine.id, routine.place, item));
    return;
  }
  // The page may show the dose of a routine that the app made: from now on it shows the patient's own.
  routines.showOwn(item.exercise);
  memoryStore.change((memory) => adjust(memory, item));
}

/** The exercise with the patient's changes. */
export const adjustedExercise = (at: ExercisePlace, shell: Shell): Exercise =>
  applyItem(at.known, itemOf(at, shell));

/** True when its dose or its variant differs from the brochure's. */
export function isAdjusted(at: ExercisePlace, shell: Shell): boolean {
  const item = itemOf(at, shell);
  return item.variant !== undefined || isChanged(at.known, item);
}

/** The item as the brochure has the exercise. */
export function asInBrochure({ known }: ExercisePlace, item: RoutineItem): RoutineItem {
  const { variant: _, ...plain } = toBrochure(known, item);
  return plain;
}

/** False for a centre's own film, which has one dose and no other way to be done. */
export const canAdjust = (known: Exercise, item: RoutineItem): boolean =>
  known.variants.length > 0 || doseFields(known, item).length > 0;

/** A routine of this exercise alone, with the dose on the page. */
const alone = (at: ExercisePlace, shell: Shell): Routine => ({
  ...shell.services.routines.alone(at.known),
  items: [itemOf(at, shell)],
});

/** The line above the title: the category, or the name of the routine. */
export function eyebrowOf({ known, routine }: ExercisePlace, { services }: Shell): string {
  const { library, routines, t } = services;
  const inRoutine = routine && routines.find(routine.id);
  if (inRoutine) return t('exercise.inRoutine', { name: nameOfRoutine(t, inRoutine) });
  return library.categories.find(({ id }) => id === known.category)?.title ?? '';
}

/**
 * Blocks of the text: the caution, the brochure's words, then the variants that the page doesn't show
 * otherwise.
 */
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

/** The button that excludes the exercise from the app's choices, or brings it back. */
function shelfButton({ id, shortTitle }: Exercise, shell: Shell): ButtonSpec {
  const { memoryStore, routines, t } = shell.services;
  const bringBack = () => memoryStore.change((memory) => bringBackExercise(memory, id));
  return routines.isLeftOut(id)
    ? {
        id: 'bringBack',
        label: t('leftOut.bringBack'),
        icon: 'rotate-ccw',
        press: bringBack,
      }
    : {
        id: 'leaveOut',
        label: t('exercise.leaveOut'),
        icon: 'minus-circle',
        press: () => {
          memoryStore.change((memory) => excludeExercise(memory, id, 'own', memoryStore.today()));
          tellDone(shell, {
            id: 'isLeftOut',
            title: t('leftOut.chip'),
            text: t('leftOut.done', { exercise: shortTitle }),
            undo: bringBack,
          });
        },
      };
}

/** Less common buttons, in a dialog behind one button: the row has no room for them. */
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
 * @param more turns the text's page; undefined for a text of one page
 * @param adjust opens the panel that changes the exercise
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
    ...(canAdjust(at.known, itemOf(at, shell))
      ? [{ id: 'adjust', label: t('exercise.adjust'), icon: 'sliders' as const, press: adjust }]
      : []),
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
