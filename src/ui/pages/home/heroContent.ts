/** Contents of the hero: the interrupted routine, today's routine, or advice when there is no routine. */

import { askAnother } from '../../../session/choosing/today';
import type { SavedCheckpoint } from '../../../session/memory/memory';
import { DAILY_MINUTES } from '../../../session/memory/memory';
import { restoreCheckpoint } from '../../../session/walk/progress';
import { dayText } from '../../../texts/days';
import { capital } from '../../../texts/dose';
import { minutesText, nameOfRoutine, shortName } from '../../../texts/words';
import type { ButtonSpec } from '../../components/Button';
import type { HeroSpec } from '../../components/Hero';
import type { Shell } from '../../shell';
import { goOn, resumeText, startRoutine } from '../startRoutine';
import { changeSettings, pictureOf } from './homeContent';
import { whyThese } from './whyThese';

/** Forgets where a routine was left; a notice offers to undo that. */
function putAway(shell: Shell, { routine }: SavedCheckpoint): void {
  const { memoryStore, sessions, t } = shell.services;
  const before = memoryStore.memory.checkpoints.find((one) => one.routine.id === routine.id);
  shell.notice = {
    text: t('home.leftAwayDone', { name: nameOfRoutine(t, routine) }),
    undo: () =>
      memoryStore.change((memory) => (before ? restoreCheckpoint(memory, before) : memory)),
  };
  sessions.forget(routine);
}

/** The hero for an interrupted routine. The button that continues it has the focus. */
function resumeHero(shell: Shell, saved: SavedCheckpoint): HeroSpec {
  const { memoryStore, routines, t } = shell.services;
  const { routine, at, day } = saved;
  const { exercise, name, place } = resumeText(saved, shell);
  const { length } = routines.shown(routine);
  const anew = routines.asChosenNow(routine);
  return {
    eyebrow: t('home.left'),
    title: t('home.leftTitle', { exercise: name }),
    why: [
      [place, length > 1 ? t.inSentence(t('player.place', { n: at.index + 1, all: length })) : '']
        .filter(Boolean)
        .join(', '),
      t('home.leftSince', { when: dayText(t, day, memoryStore.today()) }),
    ]
      .filter(Boolean)
      .map((sentence) => `${capital(sentence)}.`)
      .join(' '),
    picture: exercise && pictureOf(exercise, shell, 'poster'),
    choices: [],
    buttons: [
      {
        id: 'resume',
        label: t('resume.go'),
        icon: 'play-solid',
        primary: true,
        press: () => goOn(saved, shell),
      },
      ...(anew.items.length
        ? [
            {
              id: 'anew',
              label: t('home.leftAnew'),
              icon: 'repeat' as const,
              press: () => startRoutine(anew, shell, true),
            },
          ]
        : []),
      // Each resume point has a button id of its own. So a second OK can't discard the next one as
      // well.
      {
        id: `away-${routine.id}`,
        label: t('home.leftAway'),
        press: () => putAway(shell, saved),
      },
    ],
  };
}

/** The hero for a day without a routine. It says what may help. */
function emptyHero(shell: Shell): HeroSpec {
  const { library, problems, reload, t } = shell.services;
  // The files are broken, and a network would not help.
  const isRefused = problems.some(({ kind }) => kind === 'refused' || kind === 'exercise');
  const isEmpty = library.exercises.length === 0;
  return {
    eyebrow: t('home.today'),
    title: t(isEmpty ? 'home.empty' : 'home.noToday'),
    why: t(!isEmpty ? 'home.noTodayWhy' : isRefused ? 'home.refusedWhy' : 'home.emptyWhy'),
    picture: undefined,
    choices: [],
    buttons: isEmpty
      ? [{ id: 'retry', label: t('home.retry'), icon: 'refresh-cw', primary: true, press: reload }]
      : [],
  };
}

/**
 * Buttons for the length of today's routine, in minutes. One OK chooses the length, and the set
 * remembers it.
 */
const minuteChoices = ({ services }: Shell): ButtonSpec[] =>
  DAILY_MINUTES.map((minutes) => ({
    id: `minutes-${minutes}`,
    label: services.t('dose.short.minutes', { n: minutes }),
    small: true,
    chosen: minutes === services.memoryStore.memory.settings.minutes,
    press: () => changeSettings(services, { minutes }),
  }));

/** The hero of the home screen, for the current state. */
export function heroOf(shell: Shell): HeroSpec {
  const { memoryStore, library, routines, sessions, t } = shell.services;
  const { resumePoint } = sessions;
  if (resumePoint) return resumeHero(shell, resumePoint);
  const { choice, today } = routines;
  const shown = routines.shown(today);
  const [first] = shown;
  if (!first) return emptyHero(shell);
  return {
    eyebrow: t('home.today'),
    title: t('home.todayTitle', {
      exercises: t.count('count.exercises', shown.length),
      minutes: minutesText(t, choice.seconds),
    }),
    why: whyThese(t, choice.reasons, library),
    picture: pictureOf(first.exercise, shell, 'poster'),
    strip:
      shown.length > 1
        ? {
            items: shown.map(({ exercise }) => ({
              name: shortName(exercise),
              picture: pictureOf(exercise, shell, 'tile'),
            })),
            more: (n) => t('done.more', { n }),
          }
        : undefined,
    choices: minuteChoices(shell),
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
        icon: 'list',
        press: () => shell.go(`routine/${today.id}`),
      },
      {
        id: 'another',
        label: t('home.another'),
        icon: 'shuffle',
        press: () => memoryStore.change((memory) => askAnother(memory, memoryStore.today())),
      },
    ],
  };
}
