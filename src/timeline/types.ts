/** The one timeline that video, overlay, voice and captions all come from. */
import type { Phase } from '../catalogue/phases';

/** Frames a second of every clip and of the grid all segments lie on (`docs/decisions/001`). */
export const FPS = 30;

/** Always the patient's: the working leg, the plank's supporting elbow. */
export type Side = 'left' | 'right';

/**
 * One clip's turn. `set` and `repetition` count from 1; a wait (prepare, rest between sets or
 * parts, switch) carries those of what comes after it, so that a checkpoint taken there resumes
 * at the right place. `done` carries the last ones.
 */
export interface Segment {
  /** Media time of the first frame, frames from the beginning. */
  startFrame: number;
  /** Length on the media clock, frames; what pace changes. */
  frames: number;
  /**
   * The run this segment belongs to: a whole hold, wait or timed effort, else the step alone.
   * Start and length in frames; what the ring empties or fills over.
   */
  runStart: number;
  runFrames: number;
  /** Length of the clip itself, frames; shown faster or slower when it differs from `frames`. */
  clipFrames: number;
  clip: string;
  phase: Phase;
  part: string;
  set: number;
  repetition: number;
  side?: Side;
  /** Down in a hold and a wait (counts left, seconds left), up for repetitions. */
  count: number;
  /** Part of a timed effort: its run is the effort. */
  timed?: boolean;
  /** A pause at ease within a set, not a rest between sets: the counter keeps the repetition. */
  atEase?: boolean;
  /** What to say for this step where the phase's own word is too general. */
  word?: string;
}

/** What one part of the timeline amounts to, for the overlay's "of 15". */
export interface PartPlan {
  part: string;
  title?: string;
  sets: number;
  /** Per set; for a timed effort the turns that fit at this pace. */
  repetitions: number;
  sides: 'none' | 'each' | 'alternate';
  /** Set for a timed effort: its length, seconds; the counter shows what is left of it. */
  effortSeconds?: number;
}

/** An exercise laid out in media time. */
export interface Timeline {
  exercise: string;
  /** 1 is normal; 0.75 slower; 1.25 faster. */
  pace: number;
  segments: Segment[];
  parts: PartPlan[];
  /** Total length, frames. */
  frames: number;
  /** Of a centre's own film: the frame at which it begins to move. Absent for clips. */
  filmStart?: number;
}
