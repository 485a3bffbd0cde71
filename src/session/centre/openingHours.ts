/**
 * When a waiting room is open. Pure: the set's clock is an argument. A clock that is obviously
 * wrong never makes the screen dark.
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

/** A span of time, minutes since midnight. If `to` is not after `from`, it is on the next day. */
export interface Span {
  from: number;
  to: number;
}

/** Spans by weekday. A day without an entry is closed. */
export type OpeningHours = Partial<Record<Weekday, readonly Span[]>>;

/** A moment as the set's clock shows it, in the set's time zone. */
export interface ClockMoment {
  /** 0 for Monday to 6 for Sunday. */
  weekday: number;
  /** Minutes since midnight, 0 to 1439. */
  minutes: number;
}

const DAY = 24 * 60;
const SPAN = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/**
 * The span of a text such as "08:00-12:30". "24:00" ends a day.
 * @returns undefined for any other text
 */
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
