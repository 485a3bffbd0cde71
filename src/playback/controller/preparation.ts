/** The preparation on its timeline: when it ends, how it is counted in, how it grows. Pure. */
import { afterWait } from '../../timeline/position';
import { FPS, type Timeline } from '../../timeline/types';

/** What an arrow adds to the preparation, seconds (design: the remote). */
const MORE_TIME_SECONDS = 10;
const MOST_PREPARATION_SECONDS = 300;

/** So near its end a preparation has run out: a player may miss a frame. */
const RUN_OUT_FRAMES = 2;

/** Media time at which the preparation has run out, seconds. */
export const preparationEnd = (timeline: Timeline): number => afterWait(timeline, 0);

/** The last frame of the preparation: where one waits for OK. Seconds. */
export const lastOfPreparation = (timeline: Timeline): number => preparationEnd(timeline) - 1 / FPS;

/** True at the end of the preparation, and after it. @param time media time, seconds */
export const hasRunOut = (timeline: Timeline, time: number): boolean =>
  time >= preparationEnd(timeline) - (RUN_OUT_FRAMES + 0.5) / FPS;

/**
 * Where OK leads from the preparation: its last seconds, counted for all; from those, its end.
 * @param time media time, seconds @param countIn how long is counted, seconds
 */
export function countedIn(timeline: Timeline, time: number, countIn: number): number {
  const end = afterWait(timeline, time);
  const from = end - countIn;
  return time < from || time >= end - RUN_OUT_FRAMES / FPS ? Math.max(from, 0) : end;
}

/**
 * What is added to the preparation, with one arrow's more.
 * @param seconds of the preparation as planned @param extra what was added before, seconds
 * @returns undefined where that would be too long
 */
export function moreTime(seconds: number, extra: number): number | undefined {
  const longer = extra + MORE_TIME_SECONDS;
  return seconds + longer > MOST_PREPARATION_SECONDS ? undefined : longer;
}
