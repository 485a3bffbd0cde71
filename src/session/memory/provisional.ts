/**
 * Days that were noted while the set's clock could not be true. Such a day is provisional: it is the clock's day
 * some centuries earlier, so that no true day is like it, and days of one clock keep their distance (before 2401). When
 * the clock is true, `settleDays.ts` makes true days of them. Pure.
 */
import { addDays, ERA_DAYS } from './day';
import type { Day } from './memory';

/** No set of this app had a true clock before this day, and many begin before it when they lost the time. */
export const FIRST_TRUE: Day = '2001-01-01';

export const isProvisional = (day: Day): boolean => day < FIRST_TRUE;

/** The provisional day for a day of a clock that can't be true. */
export function provisionalDay(day: Day): Day {
  let earlier = day;
  do earlier = addDays(earlier, -ERA_DAYS);
  while (!isProvisional(earlier));
  return earlier;
}

/** Whether a day was earlier than another. What is noted provisionally comes after all that has a true day. */
export const isEarlier = (one: Day, other: Day): boolean =>
  isProvisional(one) === isProvisional(other) ? one < other : isProvisional(other);
