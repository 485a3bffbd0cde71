/** The one rule about a set's clock. Pure: the clock and the server's time are arguments. */

/** A clock further than this from the server's is not true, ms. */
const MOST_APART = 24 * 60 * 60 * 1000;

/** What is known about a clock, ms. */
export interface ClockFacts {
  /** What the clock shows. */
  now: number;
  /** The beginning of the day on which the app was built; undefined where that is not known. */
  built: number | undefined;
  /** How far the clock is ahead of the server's; undefined where the server has not told. */
  ahead: number | undefined;
}

/** Whether a clock can be true: not before the build, and at most a day from the server's. */
export const canBeTrue = ({ ahead, built, now }: ClockFacts): boolean =>
  !(built !== undefined && now < built) && !(ahead !== undefined && Math.abs(ahead) > MOST_APART);
