/** What the player page sees of the session controller (`sessionController.ts`), which walks through a routine. */
import type { Exercise, Position } from '../../catalogue/types';
import type { DoneExercise } from '../../session/memory/memory';
import type { Checkpoint } from '../../session/walk/checkpoint';
import type { WorkStep } from '../../session/walk/group';
import type { Ended, Outcome } from '../../session/walk/summary';
import type { Pause } from '../../session/walk/walk';
import type { OverlayState } from '../../timeline/overlay';
import type { PlayerState } from '../players/player';
import type { Adjustment } from './adjustment';

/** One exercise's place on the thin line along the bottom. */
export interface RoutineStretch {
  exercise: string;
  /** Its length, seconds: the stretch's width. */
  seconds: number;
  /** 0 to 1; a skipped one is marked instead. */
  share: number;
  outcome?: Outcome;
}

/** All that the player page draws, made anew for every frame that changes something. */
export interface SessionView {
  exercise: Exercise;
  /** Place in the routine, from 0, and how many there are. */
  index: number;
  count: number;
  overlay: OverlayState;
  /** 1 where it can't be changed. */
  pace: number;
  /** False for a film on a set that plays it at one speed only, or isn't known to play it at others. */
  canChangePace: boolean;
  state: PlayerState;
  /** What carries the exercise: composed video, or its poster with a clock. */
  picture: 'video' | 'poster';
  /** There is video, but it fails: poster and clock stand in for it until it is ready again. */
  isStandingIn?: boolean;
  /** Who has the say: `running`, or one of the reasons to stand still. */
  pause: Pause;
  /** "Wacht op mij": the preparation has run out and stands still until OK. */
  waiting?: boolean;
  /** The exercise after this one. */
  next?: Exercise;
  /** Its position, where that is another one: to be announced before one lies down or gets up. */
  nextPosition?: Position;
  stretches: RoutineStretch[];
}

/** What the end screen tells. */
export interface SessionSummary {
  routine: string;
  outcomes: ({ exercise: Exercise } & Ended)[];
  /** Media seconds actually played. */
  seconds: number;
  /** What this walk did, for the history. */
  done?: DoneExercise[];
}

export interface SessionEvents {
  view(view: SessionView): void;
  ended(summary: SessionSummary): void;
  /**
   * Another repetition, a pause, a note of pain, or leaving: what a power cut must not take.
   * @param done what this walk did until now, for the history
   */
  checkpoint?(at: Checkpoint, done: DoneExercise[]): void;
}

/** The remote's wishes, as the player page passes them on. All are safe at any moment. */
export interface SessionControls {
  /** In the preparation: start now. While running: pause. Paused: resume. */
  ok(): void;
  /** -1 slower, 1 faster; in the preparation a step of 1 or -1 gives ten seconds more. */
  arrow(step: -1 | 1): void;
  /** For a group: more (1) or less (-1) of what is done, or of its rests, from this moment on. */
  adjust(what: Adjustment, by: -1 | 1): void;
  /** What one `adjust('work')` adds at this moment; undefined where a film plays what it plays. */
  readonly workStep: WorkStep | undefined;
  /** What the overlay shows when the next segment begins; undefined in an exercise's last. */
  readonly coming: OverlayState | undefined;
  /** Stands still for a dialog; `resume` goes on, paused if it was paused before. */
  interrupt(reason: 'hurts' | 'leaving' | 'menu'): void;
  resume(): void;
  /** Notes that it hurts; `skip` also moves on. */
  hurts(skip: boolean): void;
  previous(): void;
  next(): void;
  /** This exercise once more, from its preparation. */
  repeat(): void;
  readonly checkpoint: Checkpoint;
  /** Standby: keeps the place, stops, frees the decoder. A dialog that is open stays. */
  sleep(): void;
  /** After standby: at the beginning of the same repetition, paused. */
  wake(): void;
  /** Stops everything and gives the checkpoint. */
  leave(): Checkpoint;
}
