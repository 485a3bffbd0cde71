/** Days and months in words. */
import { daysBetween, weekday } from '../session/memory/day';
import type { Day } from '../session/memory/memory';
import { isProvisional } from '../session/memory/provisional';
import type { TextKey, Translate } from './translate';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * The name of a weekday: "maandag".
 * @param at 0 for Monday to 6 for Sunday
 */
export const weekdayName = (t: Translate, at: number): string =>
  t(`weekday.${WEEKDAYS[at] ?? 'mon'}`);

const weekdayText = (t: Translate, day: Day): string => weekdayName(t, weekday(day));

/** Heads of a calendar's columns, Monday first: "ma", "di" … */
export const weekdayHeads = (t: Translate): string[] =>
  WEEKDAYS.map((one) => t(`weekday.short.${one}`));

const monthName = (t: Translate, month: string): string => t(`month.${Number(month)}` as TextKey);

/**
 * A month with its year: "november 2026".
 * @param month such as `2026-11`
 */
export function monthText(t: Translate, month: string): string {
  const [year = '', ofYear = ''] = month.split('-');
  return t('day.month', { month: monthName(t, ofYear), year });
}

/** A day with its month: "25 november". */
export function dateText(t: Translate, day: Day): string {
  const [, month = '', date = ''] = day.split('-');
  return t('day.date', { date: Number(date), month: monthName(t, month) });
}

/** A day with its month and year: "25 november 2026". */
export const fullDateText = (t: Translate, day: Day): string =>
  `${dateText(t, day)} ${day.slice(0, 4)}`;

/**
 * A day as one speaks of it: "vandaag", "gisteren", "maandag" within the last week, "25 november"
 * before that. Where the set's clock was not true it is "onlangs".
 * @param today provisional while the clock can't be true
 */
export function dayText(t: Translate, day: Day, today: Day): string {
  if (isProvisional(day) || isProvisional(today)) return t('day.recently');
  const daysAgo = daysBetween(day, today);
  if (daysAgo === 0) return t('day.today');
  if (daysAgo === 1) return t('day.yesterday');
  return daysAgo > 1 && daysAgo < 7 ? weekdayText(t, day) : dateText(t, day);
}
