/** What the home screen says: services and catalogue turned into what its components show. */
import type { Exercise } from '../../catalogue/types';
import { mediaKey } from '../../catalogue/variant';
import type { HeroSpec } from '../components/Hero';
import type { NoticeSpec } from '../components/Notice';
import type { TileItem } from '../components/Tile';
import type { Problem } from '../services';
import type { Shell } from '../shell';
import { capital, doseBadge } from '../texts/dose';
import { equipmentText, levelChip, minutesText } from '../texts/words';
import { startRoutine } from './starting';

/** Picture of an exercise, at a tile's or at a page's size. */
export const pictureOf = (exercise: Exercise, shell: Shell, size: 'tile' | 'poster') => ({
  // A variant without a picture of its own shows the exercise's.
  src: (exercise.recorded ??
    shell.services.media.exercises[mediaKey(exercise)] ??
    shell.services.media.exercises[exercise.id])?.[size],
  position: exercise.position,
});

/** An exercise as a tile that opens its page. */
export const tileOf = (exercise: Exercise, shell: Shell): TileItem => {
  const { t } = shell.services;
  return {
    id: exercise.id,
    title: exercise.shortTitle,
    badge: doseBadge(t, exercise),
    equipment: equipmentText(t, exercise),
    level: levelChip(t, exercise),
    picture: pictureOf(exercise, shell, 'tile'),
    press: () => shell.go(`exercise/${exercise.id}`),
  };
};

/** Today's routine; or, with nothing to do, what may help. */
export function heroOf(shell: Shell): HeroSpec {
  const { routines, t, reload, routineSeconds } = shell.services;
  const { mine, today } = routines;
  const exercises = routines.exercisesOf(today);
  const first = exercises[0];
  const toMine = {
    id: 'mine',
    label: t('home.mine'),
    icon: 'list',
    press: () => shell.go(`routine/${mine.id}`),
  } as const;
  if (!first) {
    const isEmpty = shell.services.shelf.exercises.length === 0;
    return {
      eyebrow: t('home.today'),
      title: t(isEmpty ? 'home.empty' : 'home.noToday'),
      why: t(isEmpty ? 'home.emptyWhy' : 'home.noTodayWhy'),
      picture: undefined,
      buttons: isEmpty
        ? [
            {
              id: 'retry',
              label: t('home.retry'),
              icon: 'rotate-ccw',
              primary: true,
              press: reload,
            },
          ]
        : mine.items.length
          ? [{ ...toMine, primary: true }]
          : [],
    };
  }
  const names = exercises.map((one) => one.shortTitle.toLowerCase()).join(', ');
  return {
    eyebrow: t('home.today'),
    title: t('home.todayTitle', {
      exercises: t.count('count.exercises', exercises.length),
      minutes: minutesText(t, routineSeconds(today)),
    }),
    why: t('home.todayWhy', { names: capital(names) }),
    picture: pictureOf(first, shell, 'poster'),
    buttons: [
      {
        id: 'start',
        label: t('home.start'),
        icon: 'play-solid',
        primary: true,
        press: () => startRoutine(today, shell),
      },
      {
        id: 'look',
        label: t('home.look'),
        press: () => shell.go(`routine/${today.id}`),
      },
      ...(mine.items.length ? [toMine] : []),
    ],
  };
}

/** One file says its own sentence; otherwise how much is wrong, and whether anything is left. */
function problemText({ services: { problems, shelf, t } }: Shell, first: Problem): string {
  const isAll = problems.length === 1 || !shelf.exercises.length;
  if (first.isFile && isAll) return first.sentence;
  return shelf.exercises.length
    ? t.count('home.problem', problems.length, { name: first.name })
    : t('home.problemNone', { name: first.name });
}

/** What could not be read, and what someone should know who was sent here. */
export function noticesOf(shell: Shell): NoticeSpec[] {
  const { problems, t } = shell.services;
  const notices: NoticeSpec[] = [];
  if (shell.notice) {
    notices.push({ id: 'told', text: shell.notice, icon: 'info', press: () => {} });
  }
  const first = problems[0];
  if (first) {
    notices.push({
      id: 'problems',
      text: problemText(shell, first),
      icon: 'alert-triangle',
      press: () =>
        shell.ask({
          id: 'problems',
          title: t('home.problemTitle'),
          icon: 'alert-triangle',
          text: problems.map(({ sentence }) => sentence).join('\n'),
          footer: (page, pages) => t('exercise.page', { page, pages }),
          buttons: [{ id: 'close', label: t('dialog.close'), press: () => {} }],
        }),
    });
  }
  return notices;
}
