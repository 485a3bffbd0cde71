/** Opening hours of a waiting room, as a centre's file writes them. Pure. */

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
