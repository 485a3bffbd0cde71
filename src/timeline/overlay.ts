/**
 * The state of the overlay at one media time: a pure function of timeline and time. The UI draws it
 * and computes nothing.
 */
import { isWait, type NumberKind, type Phase, rowOf } from '../catalogue/phases';
import { isCountedDown } from './countdown';
import { FPS, type PartPlan, type Segment, type Side, type Timeline } from './types';

/** Everything the overlay draws at one moment. */
export interface OverlayState {
  /** Index of the segment that plays at this time. */
  segment: number;
  phase: Phase;
  /**
   * A pause at ease within a set. The overlay draws it as part of the repetition, not as a rest.
   */
  atEase: boolean;
  /** The movement's own word, where it is better than the phase's. */
  word?: string;
  /** The number in the ring, and what it counts. */
  number: number;
  numberKind: NumberKind;
  /**
   * Fill of the ring, 0 to 1. A move fills it. In a hold, wait or effort it shows the share that
   * remains.
   */
  progress: number;
  part: string;
  partTitle?: string;
  set: number;
  sets: number;
  repetition: number;
  /**
   * Repetitions per set; with `alternate` both sides together. A timed effort does not show them
   * (its `numberKind` is `seconds`).
   */
  repetitions: number;
  timed: boolean;
  side?: Side;
  /**
   * 3, 2 or 1: remaining seconds before the phase changes. Only a phase that is counted down has
   * it.
   */
  countdown?: 1 | 2 | 3;
  /** In a wait: what comes after it. Absent before the end. */
  next?: { part: string; partTitle?: string; set: number; side?: Side };
  /** Remaining media seconds of the whole exercise. */
  remainingSeconds: number;
  /** Share of the exercise done, 0 to 1. */
  share: number;
}

/** Frame on screen at a media time, seconds: the last one that begins at or before it. */
export function frameAt(timeline: Timeline, mediaTime: number): number {
  // Half a millisecond of tolerance covers the rounding of a decoder's clock at the start of a
  // frame.
  const frame = Math.floor((mediaTime + 0.0005) * FPS);
  return Math.min(Math.max(frame, 0), timeline.frames - 1);
}

/** Index of the segment that holds a frame, by bisection. */
export function segmentAt(timeline: Timeline, frame: number): number {
  let low = 0;
  let high = timeline.segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((timeline.segments[middle] as Segment).startFrame <= frame) low = middle;
    else high = middle - 1;
  }
  return low;
}

const secondsLeft = (segment: Segment, frame: number): number =>
  Math.ceil((segment.runStart + segment.runFrames - frame) / FPS);

function countdown(segment: Segment, frame: number): 1 | 2 | 3 | undefined {
  if (!isCountedDown(segment)) return undefined;
  const remaining = secondsLeft(segment, frame);
  return remaining === 1 || remaining === 2 || remaining === 3 ? remaining : undefined;
}

/** The number in the ring. */
function numberOf(segment: Segment, kind: NumberKind, frame: number): number {
  switch (kind) {
    case 'seconds':
      return secondsLeft(segment, frame);
    case 'counts':
      return segment.count;
    case 'repetition':
      return segment.repetition;
  }
}

/**
 * Fill of the ring, 0 to 1. It empties while something runs out (hold, wait, effort) and fills
 * while a movement goes on.
 */
function progressOf(segment: Segment, kind: NumberKind, frame: number): number {
  const done = (frame - segment.runStart) / segment.runFrames;
  return kind === 'repetition' ? done : 1 - done;
}

/**
 * The state of the overlay.
 * @param mediaTime seconds on the timeline; clamped to it
 */
export function overlayAt(timeline: Timeline, mediaTime: number): OverlayState {
  const frame = frameAt(timeline, mediaTime);
  const index = segmentAt(timeline, frame);
  const segment = timeline.segments[index] as Segment;
  const plan = timeline.parts.find((part) => part.part === segment.part) as PartPlan;
  const { number: numberKind } = rowOf(segment);
  const last = countdown(segment, frame);
  const state: OverlayState = {
    segment: index,
    phase: segment.phase,
    atEase: segment.atEase === true,
    number: numberOf(segment, numberKind, frame),
    numberKind,
    progress: progressOf(segment, numberKind, frame),
    part: segment.part,
    set: segment.set,
    sets: plan.sets,
    repetition: segment.repetition,
    repetitions: plan.repetitions,
    timed: plan.effortSeconds !== undefined,
    remainingSeconds: (timeline.frames - frame) / FPS,
    share: frame / timeline.frames,
  };
  if (segment.word) state.word = segment.word;
  if (plan.title) state.partTitle = plan.title;
  if (segment.side) state.side = segment.side;
  if (last) state.countdown = last;
  if (isWait(segment) && segment.phase !== 'done') {
    state.next = { part: segment.part, set: segment.set };
    if (plan.title) state.next.partTitle = plan.title;
    if (segment.side) state.next.side = segment.side;
  }
  return state;
}

/**
 * The state of the overlay when the next segment begins; undefined in the last one.
 * @param index of the current segment
 */
export function overlayAfter(timeline: Timeline, index: number): OverlayState | undefined {
  const next = timeline.segments[index + 1];
  return next && overlayAt(timeline, next.startFrame / FPS);
}
