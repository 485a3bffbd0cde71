/** The last three seconds of a phase. Ring, voice, signals and captions announce them. */
import { rowOf } from '../catalogue/phases';
import { FPS, type Segment } from './types';

/** Remaining seconds that are announced. */
export const COUNTDOWN = [3, 2, 1] as const;
/** Length of the countdown, seconds. */
export const COUNTDOWN_SECONDS = COUNTDOWN.length;
/** Least length of a run that is counted down, seconds. */
const COUNTDOWN_FROM_SECONDS = 5;

/** Whether the run that a segment belongs to has its last three seconds announced. */
export const isCountedDown = (segment: Segment): boolean =>
  rowOf(segment).hasCountdown && segment.runFrames >= COUNTDOWN_FROM_SECONDS * FPS;
