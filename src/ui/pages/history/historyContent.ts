/** Texts of the history. They never mention days without exercise. */

import { isOfCode } from '../../../app/routines';
import { addDays } from '../../../session/memory/day';
import { lastSessions, monthOf, weekOf } from '../../../session/memory/history';
import type { Day, SessionRecord } from '../../../session/memory/memory';
import { aloneIn, TODAY_ID } from '../../../session/routine/routine';
import { dayText, monthText, weekdayHeads } from '../../../texts/days';
import { capital } from '../../../texts/dose';
import type { Translate } from '../../../texts/translate';
import { minutesText, nameOfRoutine } from '../../../texts/words';
import type { MonthSpec } from '../../components/MonthCalendar';
import type { SessionRowItem } from '../../components/SessionRow';
import type { WeekSpec } from '../../components/WeekCard';
import type { Shell } from '../../shell';

/** Number of sessions in the list. */
const LAST = 30;

/** First day of the month before (-1) or after (1) the one that holds a day. */
export const monthBeside = (day: Day, by: -1 | 1): Day => {
  const first = `${day.slice(0, 7)}-01`;
  return by < 0 ? `${addDays(first, -1).slice(0, 7)}-01` : `${addDays(first, 31).slice(0, 7)}-01`;
};

/**
 * The month that holds a day. The earliest month is the first one with exercise.
 * @param step turns to another month
 */
export function monthSpec(shell: Shell, day: Day, step: (by: -1 | 1) => void): MonthSpec {
  const { memoryStore, t } = shell.services;
  const { memory } = memoryStore;
  const today = memoryStore.today();
  const { month, weeks } = monthOf(memory, day, today);
  const first = memory.history.reduce((least, one) => (one.day < least ? one.day : least), today);
  return {
    title: capital(monthText(t, month)),
    heads: weekdayHeads(t),
    weeks: weeks.map((week) =>
      week.map(
        (one) =>
          one && { date: String(Number(one.day.slice(8))), done: one.done, isToday: one.today },
      ),
    ),
    legend: t('history.legend'),
    can: { less: month > first.slice(0, 7), more: month < today.slice(0, 7) },
    step,
  };
}

/** Says "3 oefeningen, 7 minuten". When no exercise was finished, it says the time alone. */
const howMuch = (t: Translate, exercises: number, minutes: string): string =>
  exercises
    ? t('home.todayTitle', { exercises: t.count('count.exercises', exercises), minutes })
    : minutes;

/** This week: number of days, time, and time per category; where the clock can't be true, a text about that. */
export function weekSpec({ services }: Shell): WeekSpec {
  const { memoryStore, library, t } = services;
  if (!memoryStore.hasTrueClock) {
    return {
      eyebrow: t('history.noClock'),
      title: t('history.noClockTitle'),
      text: t('history.noClockText'),
      categories: [],
    };
  }
  const { days, minutes, perCategory } = weekOf(memoryStore.memory, memoryStore.today());
  if (!days && !minutes) {
    return {
      eyebrow: t('history.week'),
      title: t('history.weekNone'),
      text: t('history.weekNoneText'),
      categories: [],
    };
  }
  return {
    eyebrow: t('history.week'),
    title: days ? t.count('history.weekDays', days) : t('history.weekSome'),
    text: t('history.weekMinutes', { minutes: t.count('count.minutes', minutes) }),
    categories: perCategory.map(({ category, exercises, minutes: of }) => ({
      title: library.categories.find(({ id }) => id === category)?.title ?? category,
      about: howMuch(t, exercises, t.count('count.minutes', of)),
      brief: t.count('count.minutes', of),
    })),
  };
}

/** Name of a session: that of its routine, or of its one exercise. */
function titleOf({ exercises, routine: id }: SessionRecord, { services }: Shell): string {
  const { routines, t } = services;
  const [only] = exercises;
  if (aloneIn(id) !== undefined && only) {
    return routines.exercise(only.exercise)?.shortTitle ?? only.exercise;
  }
  const routine = id === TODAY_ID ? undefined : routines.find(id);
  return routine
    ? nameOfRoutine(t, routine)
    : t(id === TODAY_ID ? 'routine.today' : isOfCode(id) ? 'code.routine' : 'history.gone');
}

/** Opens a session's details: each exercise and how it ended. */
function tellSession(shell: Shell, record: SessionRecord, when: string): void {
  const { routines, t } = shell.services;
  const lines = record.exercises.map(({ ending, exercise, seconds }) => {
    const name = routines.exercise(exercise)?.shortTitle ?? exercise;
    const how = t(`done.outcome.${ending}`).toLowerCase();
    const long = seconds > 0 ? `, ${minutesText(t, seconds)}` : '';
    return `${name}: ${how}${long}`;
  });
  shell.ask({
    id: 'session',
    title: `${titleOf(record, shell)}, ${when}`,
    text: lines.join('\n'),
    footer: (page, pages) => t('exercise.page', { page, pages }),
    buttons: [{ id: 'close', label: t('dialog.close'), primary: true, press: () => {} }],
  });
}

/** The last sessions, the newest first. */
export function sessionRows(shell: Shell): SessionRowItem[] {
  const { memoryStore, t } = shell.services;
  return lastSessions(memoryStore.memory, LAST).map((record, at) => {
    const when = dayText(t, record.day, memoryStore.today());
    const done = record.exercises.filter(
      ({ ending }) => ending === 'done' || ending === 'doneHurt',
    );
    const seconds = record.exercises.reduce((sum, one) => sum + one.seconds, 0);
    return {
      id: String(at),
      when: capital(when),
      title: titleOf(record, shell),
      about: howMuch(t, done.length, minutesText(t, seconds)),
      press: () => tellSession(shell, record, when),
    };
  });
}
