/**
 * The portion of a large catalogue for a day. Pure, and small, because the start script needs it
 * too.
 */
import { portionOn } from '../../catalogue/portions';
import { daysBetween } from '../memory/day';
import type { Day } from '../memory/memory';

const EPOCH: Day = '1970-01-01';

/**
 * Number of a day's portion, from 0.
 * @param portions how many portions the catalogue has
 */
export const portionFor = (day: Day, portions: number): number =>
  portionOn(daysBetween(EPOCH, day), portions);
