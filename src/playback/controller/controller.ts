/** The player page's interface to the session controller (`sessionController.ts`), which plays a routine. */
import type { Exercise, Position } from '../../catalogue/types';
import type { DoneExercise } from '../../session/memory/memory';
import type { Checkpoint } from '../../session/walk/checkpoint';
import type { WorkStep } from '../../session/walk/group';
import type { Ended, Outcome } from '../../session/walk/summary';
import type { Pause } from '../../session/walk/walk';
import type { OverlayState } from '../../timeline/overlay';
import type { PlayerState } from '../players/player';
import type { Adjustment } from './adjustment';

/** One exercise's stretch of the progress line along the bottom of the screen. */
export interface RoutineStretch {
  exercise: string;
  /** Length of the exercise, seconds: the width of the stretch. */
  seconds: number;
  /** The share that has been played, 0 to 1. A skipped exercise gets a mark instead. */
  share: number;
  outcome?: Outcome;
}

/** Everything that the player page draws. Each frame that changes something gives a new object. */
export interface SessionView {
  exercise: Exercise;
  /** Place in the routine, from 0; `count` is the number of exercises in it. */
  index: number;
  count: number;
  overlay: OverlayState;
  /** The pace; 1 where it can't be changed. */
  pace: number;
  /** False for a film, unless a measurement has shown that the set can change the film's speed. */
  canChangePace: boolean;
  state: PlayerState;
  /** What shows the exercise: video, or the poster with a clock. */
  picture: 'video' | 'poster';
  /** The video failed: the poster and the clock replace it until the video is ready again. */
  isStandingIn?: boolean;
  /** `running`, or the reason why the session is paused. */
  pause: Pause;
  /** The preparation has ended and the session waits for OK ("wacht op mij"). */
  waiting?: boolean;
  /** Counts that remain before the exercise goes on after a pause. */
  countIn?: number;
  /** The exercise after this one. */
  next?: Exercise;
  /**
   * Position of the next exercise, where it differs. The app announces it before the patient lies down or gets
   * up.
   */
  nextPosition?: Position;
  stretches: RoutineStretch[];
}

/** The result of a session, for the end screen. */
export interface SessionSummary {
  routine: string;
  outcomes: ({ exercise: Exercise } & Ended)[];
  /** Media seconds actually played. */
  seconds: number;
  /** The exercises done in this walk, for the history. */
  done?: DoneExercise[];
}

export interface SessionEvents {
  view(view: SessionView): void;
  ended(summary: SessionSummary): void;
  /**
   * Called at each new repetition, at a pause, at a note of pain and at leaving, so that a power cut loses
   * little.
   * @param done the exercises done in this walk so far, for the history
   */
  checkpoint?(at: Checkpoint, done: DoneExercise[]): void;
}

/** The commands of the remote, as the player page passes them on. Each may be called at any moment. */
export interface SessionControls {
  /** In the preparation it starts the exercise, while running it pauses, while paused it resumes. */
  ok(): void;
  /** -1 plays slower, 1 plays faster. In the preparation, either one adds ten seconds. */
  arrow(step: -1 | 1): void;
  /** For a group: more (1) or less (-1) work or rest, from this moment on. */
  adjust(what: Adjustment, by: -1 | 1): void;
  /** The amount that one `adjust('work')` adds at this moment; undefined for a film, whose dose is fixed. */
  readonly workStep: WorkStep | undefined;
  /** The overlay of the next segment; undefined in the last segment of an exercise. */
  readonly coming: OverlayState | undefined;
  /** Pauses for a dialog. `resume` restores the state before it, so a paused session stays paused. */
  interrupt(reason: 'hurts' | 'leaving' | 'menu'): void;
  resume(): void;
  /** Notes that the exercise hurts. With `skip`, the session also moves on to the next exercise. */
  hurts(skip: boolean): void;
  previous(): void;
  next(): void;
  /** Starts this exercise again, from its preparation. */
  repeat(): void;
  readonly checkpoint: Checkpoint;
  /** For standby: keeps the place, stops playing and frees the decoder. An open dialog stays open. */
  sleep(): void;
  /** After standby: shows the beginning of the same repetition, paused. */
  wake(): void;
  /** Stops everything and returns the checkpoint. */
  leave(): Checkpoint;
}
