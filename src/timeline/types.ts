/** The timeline. Video, overlay, voice and captions all come from it. */
import type { Phase } from '../catalogue/phases';

/** Frames a second of every clip and of the timeline (`docs/decisions/001`). */
export const FPS = 30;

/** The patient's side: the working leg, or the supporting elbow of the plank. */
export type Side = 'left' | 'right';

/**
 * One clip on the timeline. `set` and `repetition` count from 1. A wait (prepare, rest between sets
 * or parts, switch) has those of what comes after it, so that a session resumes there at the right
 * place. `done` has the last ones.
 */
export interface Segment {
  /** Media time of its first frame, frames from the beginning. */
  startFrame: number;
  /** Its length in media time, frames. Pace changes it. */
  frames: number;
  /**
   * Start and length, frames, of its run: a whole hold, wait or timed effort, else this step alone.
   * The ring empties or fills over the run.
   */
  runStart: number;
  runFrames: number;
  /**
   * Length of the clip itself, frames. The clip plays faster or slower when this differs from
   * `frames`.
   */
  clipFrames: number;
  clip: string;
  phase: Phase;
  part: string;
  set: number;
  repetition: number;
  side?: Side;
  /** Counts or seconds that remain in a hold or wait; otherwise the number of the repetition. */
  count: number;
  /** True in a timed effort. The whole effort is its run. */
  timed?: boolean;
  /** True in a pause at ease within a set. The counter keeps the repetition. */
  atEase?: boolean;
  /** The movement's own word, where the phase's word is too general. */
  word?: string;
}

/** Seconds that are added to the wait before a set. */
export interface LongerWait {
  part: string;
  set: number;
  side?: Side;
  seconds: number;
}

/** Totals of one part of the timeline. The overlay shows them, as in "of 15". */
export interface PartPlan {
  part: string;
  title?: string;
  sets: number;
  /** Repetitions per set; for a timed effort, the turns that fit at this pace. */
  repetitions: number;
  sides: 'none' | 'each' | 'alternate';
  /**
   * Length of a timed effort, seconds; absent for other parts. The counter shows the seconds that
   * remain.
   */
  effortSeconds?: number;
}

/** An exercise laid out in media time. */
export interface Timeline {
  exercise: string;
  /** 1 is normal, 0.75 slower, 1.25 faster. */
  pace: number;
  segments: Segment[];
  parts: PartPlan[];
  /** Total length, frames. */
  frames: number;
  /** For a centre's own film: the frame at which it begins to move. Absent for clips. */
  filmStart?: number;
}
