/** The preparation in a timeline: when it ends, how its last seconds are counted, how it grows. Pure. */
import { afterWait } from '../../timeline/position';
import { FPS, type Timeline } from '../../timeline/types';

/** Seconds that one press of an arrow adds to the preparation (ours). */
const MORE_TIME_SECONDS = 10;
const MOST_PREPARATION_SECONDS = 300;

/** Frames before the end at which the preparation counts as ended: a player may skip a frame. */
const RUN_OUT_FRAMES = 2;

/** Media time at which the preparation ends, seconds. */
export const preparationEnd = (timeline: Timeline): number => afterWait(timeline, 0);

/** Media time of the last frame of the preparation, where the session waits for OK, seconds. */
export const lastOfPreparation = (timeline: Timeline): number => preparationEnd(timeline) - 1 / FPS;

/**
 * True at the end of the preparation, and after it.
 * @param time media time, seconds
 */
export const hasRunOut = (timeline: Timeline, time: number): boolean =>
  time >= preparationEnd(timeline) - (RUN_OUT_FRAMES + 0.5) / FPS;

/**
 * Media time to jump to when OK is pressed in the preparation: the start of the count-in. During the count-in,
 * it is the end of the preparation.
 * @param time media time, seconds
 * @param countIn length of the count-in, seconds
 */
export function countedIn(timeline: Timeline, time: number, countIn: number): number {
  const end = afterWait(timeline, time);
  const from = end - countIn;
  return time < from || time >= end - RUN_OUT_FRAMES / FPS ? Math.max(from, 0) : end;
}

/**
 * The seconds added to the preparation after one more press of an arrow.
 * @param seconds length of the preparation as planned
 * @param extra seconds added before
 * @returns undefined where the preparation would be too long
 */
export function moreTime(seconds: number, extra: number): number | undefined {
  const longer = extra + MORE_TIME_SECONDS;
  return seconds + longer > MOST_PREPARATION_SECONDS ? undefined : longer;
}
