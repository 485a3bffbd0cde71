/** The exercises done, by day. It encourages: it shows days with exercise and says nothing about days without. */
import { TODAY_ID } from '../routine/routine';
import { addDays, daysBetween, weekday } from './day';
import type { Day, DoneExercise, Memory, SessionRecord } from './memory';
import { heedClock, markSpared } from './pain';

/** A session shorter than this, seconds (ours), without a completed exercise, counts as opened by mistake. */
const WORTH_NOTING_SECONDS = 10;

/** A day counts with one completed exercise, or with this many seconds of any (ours). */
const DAY_SECONDS = 60;

const isDone = ({ ending }: DoneExercise): boolean => ending === 'done' || ending === 'doneHurt';

const secondsOf = (exercises: readonly DoneExercise[]): number =>
  exercises.reduce((sum, one) => sum + one.seconds, 0);

/** Whole minutes; at least one if there was any time. */
const minutesOf = (seconds: number): number =>
  seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0;

const isWorthNoting = (exercises: readonly DoneExercise[]): boolean =>
  exercises.some((one) => one.ending !== 'skipped') || secondsOf(exercises) >= WORTH_NOTING_SECONDS;

/** How far apart the numbers of walks may be, so that two windows of the app hardly ever take the same one. */
const WALK_STEP = 1000;

/**
 * The number of a new walk, which no record of the memory has.
 * @param random whole, from 0 on
 */
export const nextWalk = (memory: Memory, random = 0): number =>
  memory.history.reduce((most, { walk = 0 }) => Math.max(most, walk), 0) + 1 + (random % WALK_STEP);

/**
 * Records a session. A later record of the same walk replaces the earlier one, so that a walk can be recorded
 * at every repetition and a power cut loses little. Another window may have recorded a walk in between.
 */
export function record(memory: Memory, session: SessionRecord): Memory {
  const exercises = session.exercises.map((one) => ({ ...one, seconds: Math.round(one.seconds) }));
  if (!isWorthNoting(exercises)) return memory;
  const { history } = memory;
  const before =
    session.walk === undefined ? undefined : history.find(({ walk }) => walk === session.walk);
  const noted: SessionRecord = {
    ...session,
    // A walk past midnight belongs to the day on which it began.
    day: before?.day ?? session.day,
    exercises,
  };
  const all = before ? history.map((one) => (one === before ? noted : one)) : [...history, noted];
  const next = heedClock({ ...memory, history: all }, noted.day);
  if (noted.routine !== TODAY_ID || !exercises.some(isDone)) return next;
  const done = exercises.filter(isDone).map((one) => one.exercise);
  return markSpared(next, done, noted.day);
}

/** A day of the month calendar. */
export interface CalendarDay {
  day: Day;
  /** One exercise was completed, or a minute of any was done. */
  done: boolean;
  minutes: number;
  today: boolean;
}

/** A month as weeks from Monday to Sunday; undefined for days of the neighbouring months. */
export interface CalendarMonth {
  /** As `2026-11`. */
  month: string;
  weeks: (CalendarDay | undefined)[][];
}

/** The exercises done on each day from `from` to `to`. */
function byDay(memory: Memory, from: Day, to: Day): Map<Day, DoneExercise[]> {
  const days = new Map<Day, DoneExercise[]>();
  for (const { day, exercises } of memory.history) {
    if (day < from || day > to) continue;
    days.set(day, [...(days.get(day) ?? []), ...exercises]);
  }
  return days;
}

const isDayDone = (exercises: readonly DoneExercise[]): boolean =>
  exercises.some(isDone) || secondsOf(exercises) >= DAY_SECONDS;

const calendarDay = (
  day: Day,
  exercises: readonly DoneExercise[],
  today: boolean,
): CalendarDay => ({
  day,
  done: isDayDone(exercises),
  minutes: minutesOf(secondsOf(exercises)),
  today,
});

/**
 * The calendar of the month that contains a day.
 * @param today today, where the calendar shows another month
 */
export function monthOf(memory: Memory, day: Day, today: Day = day): CalendarMonth {
  const month = day.slice(0, 7);
  const first = `${month}-01`;
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  const done = byDay(memory, first, addDays(next, -1));
  const weeks: CalendarMonth['weeks'] = [];
  for (let monday = addDays(first, -weekday(first)); monday < next; monday = addDays(monday, 7)) {
    const week = Array.from({ length: 7 }, (_, n) => addDays(monday, n));
    weeks.push(
      week.map((one) => {
        if (one < first || one >= next) return undefined;
        return calendarDay(one, done.get(one) ?? [], one === today);
      }),
    );
  }
  return { month, weeks };
}

/** A week in numbers. */
export interface WeekSummary {
  /** Days with exercise, of seven. */
  days: number;
  minutes: number;
  /** The categories in the order in which they were first done; a category without exercise is absent. */
  perCategory: { category: string; exercises: number; minutes: number }[];
}

/** The exercises of the week, Monday to Sunday, that contains a day. Only completed exercises count. */
export function weekOf(memory: Memory, day: Day): WeekSummary {
  const monday = addDays(day, -weekday(day));
  const days = [...byDay(memory, monday, addDays(monday, 6)).values()];
  const all = days.reduce<DoneExercise[]>((sum, one) => sum.concat(one), []);
  const categories = [...new Set(all.map((one) => one.category))];
  return {
    days: days.filter(isDayDone).length,
    minutes: minutesOf(secondsOf(all)),
    perCategory: categories.map((category) => {
      const mine = all.filter((one) => one.category === category);
      return {
        category,
        exercises: mine.filter(isDone).length,
        minutes: minutesOf(secondsOf(mine)),
      };
    }),
  };
}

/** The days of the week that contains a day, from Monday to Sunday. */
export function weekDaysOf(memory: Memory, day: Day): CalendarDay[] {
  const monday = addDays(day, -weekday(day));
  const done = byDay(memory, monday, addDays(monday, 6));
  return Array.from({ length: 7 }, (_, n) => {
    const one = addDays(monday, n);
    return calendarDay(one, done.get(one) ?? [], one === day);
  });
}

/**
 * The last sessions, the latest first.
 * @param n the most sessions to return
 */
export const lastSessions = (memory: Memory, n: number): SessionRecord[] =>
  n > 0 ? memory.history.slice(-n).reverse() : [];

/**
 * How many days before a day each exercise was last done. A skipped exercise does not count.
 * @param within the number of days to look back
 */
export function daysSince(memory: Memory, day: Day, within: number): Map<string, number> {
  const since = new Map<string, number>();
  const from = addDays(day, -within);
  for (const session of memory.history) {
    if (session.day < from || session.day >= day) continue;
    const ago = daysBetween(session.day, day);
    for (const { ending, exercise } of session.exercises) {
      if (ending === 'skipped') continue;
      since.set(exercise, Math.min(ago, since.get(exercise) ?? ago));
    }
  }
  return since;
}
