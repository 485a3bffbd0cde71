/**
 * Calendar days by arithmetic alone: no clock, no time zone. A day is the local day of the set, as
 * `2026-11-25`, so that two days compare as text.
 */
import type { Day } from './memory';

/** Days in 400 years, after which the calendar repeats. */
export const ERA_DAYS = 146_097;

/** Days before each month of a year that begins in March, when the leap day comes last. */
const beforeMonth = (fromMarch: number): number => Math.floor((153 * fromMarch + 2) / 5);

const parts = (day: Day): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

/** Days since 1 March of the year 0, by the Gregorian calendar. */
function serial(day: Day): number {
  const [year, month, date] = parts(day);
  const from = month > 2 ? year : year - 1;
  const era = Math.floor(from / 400);
  const ofEra = from - era * 400;
  const ofYear = beforeMonth((month + 9) % 12) + date - 1;
  const leapDays = Math.floor(ofEra / 4) - Math.floor(ofEra / 100);
  return era * ERA_DAYS + ofEra * 365 + leapDays + ofYear;
}

const padded = (value: number, width: number): string => `000${value}`.slice(-width);

function fromSerial(count: number): Day {
  const era = Math.floor(count / ERA_DAYS);
  const ofEra = count - era * ERA_DAYS;
  const leapDays =
    Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / (ERA_DAYS - 1));
  const year = Math.floor((ofEra - leapDays) / 365);
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const civil = year + era * 400 + (month > 2 ? 0 : 1);
  return `${padded(civil, 4)}-${padded(month, 2)}-${padded(ofYear - beforeMonth(fromMarch) + 1, 2)}`;
}

/**
 * The day `n` days later.
 * @param n whole; earlier when below zero
 */
export const addDays = (day: Day, n: number): Day => fromSerial(serial(day) + n);

/** Days from `from` to `to`; below zero when `to` is the earlier day. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from);

/** 0 for Monday to 6 for Sunday. */
export const weekday = (day: Day): number => (serial(day) + 2) % 7;

/** True for the text of a day that exists in the calendar, from the year 1 on. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return text >= '0001-01-01' && fromSerial(serial(text)) === text;
}
