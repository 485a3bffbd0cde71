/** Times of the day in words. */
import type { Translate } from './translate';

/**
 * A time of the day: "8.00 uur".
 * @param minutes minutes since midnight
 */
export const clockText = (t: Translate, minutes: number): string =>
  t('clock', {
    hours: String(Math.floor(minutes / 60)),
    minutes: String(minutes % 60).padStart(2, '0'),
  });
