/**
 * When a waiting room is open. Pure: the set's clock is an argument, and one that is obviously wrong
 * keeps no screen dark.
 */

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From and to, minutes since midnight; `to` at or before `from` is on the next day. */
export interface Span {
  from: number;
  to: number;
}

/** Spans per weekday; a day that isn't there is closed. */
export type OpeningHours = Partial<Record<Weekday, readonly Span[]>>;

/** A moment as the set's clock shows it, where the set stands. */
export interface ClockMoment {
  year: number;
  /** 0 for Monday to 6 for Sunday. */
  weekday: number;
  /** Since midnight, 0 to 1439. */
  minutes: number;
}

const DAY = 24 * 60;
const SPAN = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/** @returns the span of "08:00-12:30"; undefined for what isn't one. "24:00" ends a day. */
export function spanOf(text: string): Span | undefined {
  const found = SPAN.exec(text);
  if (!found) return undefined;
  const [, fromHour, fromMinute, toHour, toMinute] = found.map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (fromMinute > 59 || toMinute > 59) return undefined;
  const span = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
  return span.from < DAY && span.to <= DAY && span.from !== span.to ? span : undefined;
}

const dayAt = (weekday: number): Weekday => WEEKDAYS[((weekday % 7) + 7) % 7] as Weekday;

/**
 * Whether it is open at a moment.
 * @param hours undefined is always open
 * @param builtIn the year in which the app was built: a clock that shows an earlier one is wrong
 */
export function isOpen(
  hours: OpeningHours | undefined,
  now: ClockMoment,
  builtIn: number,
): boolean {
  if (!hours || now.year < builtIn) return true;
  const today = hours[dayAt(now.weekday)] ?? [];
  const before = hours[dayAt(now.weekday - 1)] ?? [];
  return (
    today.some(({ from, to }) => now.minutes >= from && (to <= from || now.minutes < to)) ||
    // What began last night and goes on past midnight.
    before.some(({ from, to }) => to <= from && now.minutes < to)
  );
}
