/** A moment as a calendar day. It is small, because the start script needs it too. */
import type { Day } from '../session/memory/memory';

const two = (value: number): string => `0${value}`.slice(-2);

/** The calendar day of a moment, in the set's time zone. */
export const dayOf = (date: Date): Day =>
  `${`000${date.getFullYear()}`.slice(-4)}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The day on which the app was built, as its page says; undefined where it doesn't. */
export const builtOn = (page: Window): string | undefined =>
  page.document.querySelector<HTMLMetaElement>('meta[name="built"]')?.content;
