/** Which portion of a large catalogue a day has. Pure, and small: the start script needs it too. */
import { portionOn } from '../../catalogue/portions';
import { daysBetween } from '../memory/day';
import type { Day } from '../memory/memory';

const EPOCH: Day = '1970-01-01';

/** Which portion a day has, from 0. @param portions into how many it was dealt */
export const portionFor = (day: Day, portions: number): number =>
  portionOn(daysBetween(EPOCH, day), portions);
