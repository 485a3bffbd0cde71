/** The set's clock, as a calendar. */
import type { Day } from '../session/memory/memory';

const two = (value: number): string => `0${value}`.slice(-2);

/** The calendar day of a moment, in the set's time zone. */
export const dayOf = (date: Date): Day =>
  `${`000${date.getFullYear()}`.slice(-4)}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
