/** Contents of the home screen below its hero: services and catalogue as rows of tiles. */

import type { AppServices } from '../../../app/services';
import type { Exercise } from '../../../catalogue/types';
import { mediaKey } from '../../../catalogue/variant';
import type { SavedCheckpoint, Settings } from '../../../session/memory/memory';
import { applyItem } from '../../../session/routine/applyItem';
import type { Routine } from '../../../session/routine/routine';
import { doseBadge } from '../../../texts/dose';
import { LANGUAGES } from '../../../texts/languages';
import { equipmentText, minutesText, nameOfRoutine } from '../../../texts/words';
import type { AdviceItem } from '../../components/AdviceCard';
import type { ButtonSpec } from '../../components/Button';
import { keptOutChip, levelChip } from '../../components/exerciseChips';
import type { NoticeSpec } from '../../components/Notice';
import type { RoutineTileItem } from '../../components/RoutineTile';
import type { TileItem } from '../../components/Tile';
import type { Shell } from '../../shell';
import { colours } from '../../theme';
import { goOn, resumeText } from '../startRoutine';
import { problemNotice } from './problemNotice';

/** Picture of an exercise, in the size of a tile or of a page. */
export const pictureOf = (exercise: Exercise, shell: Shell, size: 'tile' | 'poster') => ({
  // A variant without a picture shows the picture of its exercise.
  src: (exercise.recorded ??
    shell.services.media.exercises[mediaKey(exercise)] ??
    shell.services.media.exercises[exercise.id])?.[size],
  position: exercise.position,
});

/** Opens an exercise's page with the patient's own dose, or the brochure's. */
function openExercise({ id }: Exercise, shell: Shell): void {
  shell.services.routines.showOwn(id);
  shell.go(`exercise/${id}`);
}

/** An exercise as a tile. OK opens its page, or runs the given action. */
export const tileOf = (
  exercise: Exercise,
  shell: Shell,
  press: () => void = () => openExercise(exercise, shell),
): TileItem => {
  const { routines, t } = shell.services;
  return {
    id: exercise.id,
    title: exercise.shortTitle,
    badge: doseBadge(t, applyItem(exercise, routines.ownItemOf(exercise.id))),
    equipment: equipmentText(t, exercise),
    level: levelChip(t, exercise),
    flag: keptOutChip(shell.services, exercise),
    picture: pictureOf(exercise, shell, 'tile'),
    press,
  };
};

/** Says the length of a routine, such as "5 oefeningen, 8 minuten", or that the routine is empty. */
function aboutRoutine(routine: Routine, { services }: Shell): string {
  const { routines, routineSeconds, t } = services;
  const { length } = routines.shown(routine);
  if (!length) return t('routine.emptyShort');
  return t('home.todayTitle', {
    exercises: t.count('count.exercises', length),
    minutes: minutesText(t, routineSeconds(routine)),
  });
}

/** A routine as a tile that opens its page. */
const routineTile = (routine: Routine, shell: Shell): RoutineTileItem => {
  const { routines, t } = shell.services;
  const shown = routines.shown(routine);
  const [first] = shell.services.library.exercises;
  return {
    id: routine.id,
    title: nameOfRoutine(t, routine),
    about: aboutRoutine(routine, shell),
    pictures: shown.length
      ? shown.map(({ exercise }) => pictureOf(exercise, shell, 'tile'))
      : first
        ? [{ src: undefined, position: first.position }]
        : [],
    press: () => shell.go(`routine/${routine.id}`),
  };
};

/** The tile of an interrupted routine; OK continues it. */
function leftTile(saved: SavedCheckpoint, shell: Shell): RoutineTileItem {
  const { t } = shell.services;
  const { exercise, name } = resumeText(saved, shell);
  return {
    id: `left-${saved.routine.id}`,
    title: saved.routine.items.length === 1 ? name : nameOfRoutine(t, saved.routine),
    about: t('home.leftTitle', { exercise: name }),
    pictures: exercise ? [pictureOf(exercise, shell, 'tile')] : [],
    press: () => goOn(saved, shell),
  };
}

/**
 * Tiles of the routines: the interrupted ones that the hero doesn't offer, today's routine when the
 * hero offers another one, the patient's own, the tile that makes a new one, the tile for typing a
 * code, and the prepared routines.
 */
export function routineTiles(shell: Shell): RoutineTileItem[] {
  const { routines, sessions, t } = shell.services;
  const [onHero, ...left] = sessions.resumePoints;
  // When the hero offers another routine, today's routine is in this row.
  const today = onHero && routines.today.items.length ? [routines.today] : [];
  return [
    ...left.map((saved) => leftTile(saved, shell)),
    ...[...today, ...routines.own].map((routine) => routineTile(routine, shell)),
    {
      id: 'new',
      title: t('home.newRoutine'),
      about: t('home.newRoutineWhy'),
      pictures: [],
      press: () =>
        shell.withSecondScript(({ askNewRoutine }) =>
          askNewRoutine(shell, [], (id) => shell.go(`routine/${id}`)),
        ),
    },
    {
      id: 'code',
      title: t('code.tile'),
      about: t('code.tileWhy'),
      icon: 'hash',
      pictures: [],
      press: () => shell.go('code'),
    },
    ...routines.presets.map((routine) => routineTile(routine, shell)),
  ];
}

/** Tiles of the excluded exercises ("weggelaten"). OK asks whether the exercise may come back. */
export function leftOutTiles(shell: Shell): TileItem[] {
  const { memoryStore, routines } = shell.services;
  return memoryStore.memory.shelf.flatMap((entry) => {
    const exercise = routines.exercise(entry.exercise);
    if (!exercise) return [];
    return [
      {
        ...tileOf(exercise, shell, () =>
          shell.withSecondScript(({ askLeftOut }) => askLeftOut(shell, exercise, entry)),
        ),
        flag: undefined,
      },
    ];
  });
}

/** The brochure's advice as cards; OK opens the whole text. */
export const adviceCards = (shell: Shell): AdviceItem[] => {
  const { library, t } = shell.services;
  return library.advice.map(({ id, text }) => ({
    id,
    text,
    more: t('home.adviceMore'),
    press: () =>
      shell.ask({
        id: 'advice',
        title: t('home.advice'),
        icon: 'book-open',
        tone: colours.mint,
        text,
        buttons: [{ id: 'close', label: t('dialog.close'), press: () => {} }],
      }),
  }));
};

/** Buttons of the header, from left to right; the language is first. */
export function headerButtons(shell: Shell): ButtonSpec[] {
  const { language, t } = shell.services;
  return [
    {
      id: 'language',
      label: LANGUAGES[language],
      icon: 'globe',
      small: true,
      press: () => shell.withSecondScript(({ languageDialog }) => shell.ask(languageDialog(shell))),
    },
    {
      id: 'history',
      label: t('history.title'),
      icon: 'calendar',
      small: true,
      press: () => shell.go('history'),
    },
    {
      id: 'settings',
      label: t('settings.title'),
      icon: 'settings',
      small: true,
      press: () => shell.go('settings'),
    },
  ];
}

/** Changes settings of the set. */
export const changeSettings = ({ memoryStore }: AppServices, part: Partial<Settings>): void =>
  memoryStore.change((memory) => ({ ...memory, settings: { ...memory.settings, ...part } }));

/** The sign that the set leads a group. OK on it ends that. */
function groupNotice({ services }: Shell, redraw: () => void): NoticeSpec[] {
  const { memoryStore, mode, t } = services;
  const isOn = () => mode.groupMode(memoryStore.memory.settings.group) !== undefined;
  if (!isOn()) return [];
  return [
    {
      id: 'group',
      text: t('group.on'),
      icon: 'users',
      action: t('group.off'),
      press: () => {
        mode.leadGroup(false);
        // The set or its centre says so: only a setting of the set overrides that.
        if (isOn()) changeSettings(services, { group: 'no' });
        redraw();
      },
    },
  ];
}

/**
 * Notices of the home screen: that the set leads a group, why an address led here, files that could not be
 * read.
 * @param redraw shows the page again, after a change that the memory doesn't tell of
 */
export function noticesOf(shell: Shell, redraw: () => void): NoticeSpec[] {
  const { t } = shell.services;
  const notices: NoticeSpec[] = groupNotice(shell, redraw);
  const { notice } = shell;
  if (notice) {
    notices.push({
      id: 'told',
      text: notice.text,
      icon: notice.undo ? 'rotate-ccw' : 'info',
      ...(notice.undo ? { action: t('home.undo') } : {}),
      press: () => {
        shell.notice = undefined;
        notice.undo?.();
      },
    });
  }
  const problems = problemNotice(shell);
  return problems ? [...notices, problems] : notices;
}
