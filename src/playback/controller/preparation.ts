/** The preparation in a timeline: when it ends, and how its last seconds are counted. Pure. */
import { afterWait } from '../../timeline/position';
import { FPS, type Timeline } from '../../timeline/types';

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
 * Media time to jump to when OK ends a wait: the start of the count-in. During the count-in, it is the end of
 * the wait.
 * @param time media time, seconds
 * @param countIn length of the count-in, seconds
 */
export function countedIn(timeline: Timeline, time: number, countIn: number): number {
  const end = afterWait(timeline, time);
  const from = end - countIn;
  return time < from || time >= end - RUN_OUT_FRAMES / FPS ? Math.max(from, 0) : end;
}
