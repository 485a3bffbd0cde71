/** Whether a waiting room is open at a moment, and when it opens next. Pure: the set's clock is an argument. */
import { type OpeningHours, WEEKDAYS, type Weekday } from './openingHours';

/** A moment as the set's clock shows it, in the set's time zone. */
export interface ClockMoment {
  /** 0 for Monday to 6 for Sunday. */
  weekday: number;
  /** Minutes since midnight, 0 to 1439. */
  minutes: number;
}

/** The name of a weekday: 0 for Monday to 6 for Sunday, and on in both directions. */
const dayAt = (weekday: number): Weekday => WEEKDAYS[((weekday % 7) + 7) % 7] as Weekday;

/**
 * Whether the waiting room is open at a moment.
 * @param hours undefined means always open
 * @param isTrue whether the clock can be true; one that can't never makes the screen dark
 */
export function isOpen(
  hours: OpeningHours | undefined,
  now: ClockMoment,
  isTrue: boolean,
): boolean {
  if (!hours || !isTrue) return true;
  const today = hours[dayAt(now.weekday)] ?? [];
  const before = hours[dayAt(now.weekday - 1)] ?? [];
  return (
    today.some(({ from, to }) => now.minutes >= from && (to <= from || now.minutes < to)) ||
    // A span that began yesterday and continues after midnight.
    before.some(({ from, to }) => to <= from && now.minutes < to)
  );
}

/** A beginning of the opening hours. */
export interface Opening {
  /** Days after today; 0 is today. */
  days: number;
  /** 0 for Monday to 6 for Sunday. */
  weekday: number;
  /** Minutes since midnight. */
  minutes: number;
}

/** The next beginning of the opening hours; undefined when no day has any. */
export function opensNext(hours: OpeningHours | undefined, now: ClockMoment): Opening | undefined {
  if (!hours) return undefined;
  for (let days = 0; days <= 7; days += 1) {
    const weekday = (now.weekday + days) % 7;
    const begins = (hours[dayAt(weekday)] ?? [])
      .map(({ from }) => from)
      .filter((from) => days > 0 || from > now.minutes);
    if (begins.length) return { days, weekday, minutes: Math.min(...begins) };
  }
  return undefined;
}
