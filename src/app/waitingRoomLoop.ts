/**
 * Runs a waiting room: it plays one step after another, is dark outside opening hours, and never stops. It
 * draws nothing; the page does. It uses two clocks: the set's clock for opening hours, which may be wrong or
 * jump, and a steady clock for everything else.
 */
import type { Advice, Exercise } from '../catalogue/types';
import type {
  Demonstration,
  DemonstrationEvents,
  DemonstrationView,
} from '../playback/demonstration';
import { type BurnInShift, burnInShiftAt } from '../session/centre/burnInShift';
import type { OpeningHours } from '../session/centre/openingHours';
import { type ClockMoment, isOpen, type Opening, opensNext } from '../session/centre/openNow';
import {
  demonstration,
  pageAt,
  readingSeconds,
  stepAt,
  type WaitingRoomStep,
} from '../session/centre/waitingRoomSteps';
import { STAGE } from './stage';
import type { Found } from './updateChecker';

/** The state that staff sees: the first of these that applies. */
export type Health = 'well' | 'offline' | 'stale' | 'empty' | 'video' | 'files';

const TICK_MS = 1000;
/** Interval between two checks of the server, seconds: new content is on screen within three minutes. */
const LOOK_EVERY = 120;
/** Time of the first check after the beginning, seconds. It sets the state to compare with. */
const FIRST_LOOK = 2;
/** A demonstration without movement for this long, seconds, is given up. */
const STILL_FOR = 45;
/** Number of such demonstrations after which the app restarts, as soon as the server answers. */
const GIVEN_UP = 3;

export interface WaitingRoomDeps {
  exercises: readonly Exercise[];
  advice: readonly Advice[];
  repetitions: number;
  hours: OpeningHours | undefined;
  /** True if a file could not be read. A logo may turn out so later. */
  hasProblems(): boolean;
  /** The set's clock, in local time. */
  moment(): ClockMoment;
  /** Whether that clock can be true. */
  isClockTrue(): boolean;
  /** Seconds on a steady clock. */
  seconds(): number;
  play(exercise: Exercise, events: DemonstrationEvents): Demonstration;
  look(): Promise<Found>;
  /** Restarts the app. */
  reload(): void;
  every(ms: number, then: () => void): () => void;
}

/** The state that the page draws. */
export interface WaitingRoomView {
  isDark: boolean;
  /** When it shows exercises again; undefined while it shows them, and where no day has opening hours. */
  opens: Opening | undefined;
  shift: BurnInShift;
  step: WaitingRoomStep | undefined;
  /** Grows at each step, also when the same exercise plays again. */
  n: number;
  health: Health;
  /** The demonstration's last frame. */
  frame: DemonstrationView | undefined;
}

export class WaitingRoom {
  private n = -1;
  private step: WaitingRoomStep | undefined;
  private isDark = false;
  private playing: Demonstration | undefined;
  private frame: DemonstrationView | undefined;
  private begun = 0;
  private movedAt = 0;
  private givenUp = 0;
  private found: Found = 'same';
  private lookAt = 0;
  private isLooking = false;
  private stopTicking: (() => void) | undefined;

  constructor(
    private readonly deps: WaitingRoomDeps,
    private readonly draw: () => void,
  ) {}

  start(): void {
    const now = this.deps.seconds();
    this.lookAt = now + FIRST_LOOK;
    this.stopTicking = this.deps.every(TICK_MS, () => this.tick());
    this.isDark = !this.shouldShow();
    if (this.isDark) this.draw();
    else this.next();
  }

  stop(): void {
    this.stopTicking?.();
    this.stopTicking = undefined;
    this.close();
  }

  get view(): WaitingRoomView {
    const { deps, frame, isDark, n, step } = this;
    const shift = burnInShiftAt(Math.floor(deps.seconds() / 60), STAGE.w, STAGE.h);
    const opens = isDark ? opensNext(deps.hours, deps.moment()) : undefined;
    return { shift, frame, health: this.health, isDark, n, opens, step };
  }

  /** The page of the exercise's instruction to show: its index in `pages`. */
  pageOf(pages: readonly string[]): number {
    return pageAt(this.elapsed, pages);
  }

  private get elapsed(): number {
    return this.deps.seconds() - this.begun;
  }

  private get health(): Health {
    if (!this.deps.exercises.length) return 'empty';
    if (this.found === 'offline') return 'offline';
    if (this.found === 'broken') return 'stale';
    if (this.frame?.isStandingIn) return 'video';
    return this.deps.hasProblems() ? 'files' : 'well';
  }

  private shouldShow(): boolean {
    return isOpen(this.deps.hours, this.deps.moment(), this.deps.isClockTrue());
  }

  private tick(): void {
    const { deps } = this;
    const isDark = !this.shouldShow();
    if (isDark !== this.isDark) {
      this.isDark = isDark;
      this.close();
      this.changeOver();
      return;
    }
    if (deps.seconds() >= this.lookAt) void this.look();
    if (isDark) {
      if (this.found === 'new') deps.reload();
      return;
    }
    if (this.step?.kind !== 'exercise') {
      if (!this.step || this.elapsed >= readingSeconds(this.step.advice.text)) this.next();
    } else if (deps.seconds() - this.movedAt > STILL_FOR) {
      this.givenUp += 1;
      this.next();
    }
    this.draw();
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    this.found = await this.deps.look();
    this.isLooking = false;
    this.lookAt = this.deps.seconds() + LOOK_EVERY;
    if (this.stopTicking) this.draw();
  }

  /** Changes between light and dark. */
  private changeOver(): void {
    if (this.isDark) this.draw();
    else this.next();
  }

  private close(): void {
    this.playing?.close();
    this.playing = undefined;
    this.frame = undefined;
  }

  /** Starts the next step. New content is taken between two steps. */
  private next(): void {
    const { deps } = this;
    this.close();
    const isStuck = this.givenUp >= GIVEN_UP && this.found !== 'offline';
    if (this.found === 'new' || isStuck) {
      this.givenUp = 0;
      deps.reload();
      // The picture goes on even if the set refuses.
      this.found = 'same';
    }
    this.n += 1;
    this.step = stepAt(this.n, deps.exercises, deps.advice);
    this.begun = deps.seconds();
    if (this.step?.kind === 'exercise') this.play(this.step.exercise);
    this.draw();
  }

  private play(exercise: Exercise): void {
    const { deps, n } = this;
    this.movedAt = deps.seconds();
    let last = -1;
    this.playing = deps.play(demonstration(exercise, deps.repetitions), {
      view: (view) => {
        if (n !== this.n) return;
        this.frame = view;
        const { segment, share } = view.overlay;
        if (segment + share !== last) {
          last = segment + share;
          this.movedAt = deps.seconds();
        }
        this.draw();
      },
      ended: () => {
        if (n !== this.n) return;
        this.givenUp = 0;
        // If reading the text takes longer than the movement, the exercise plays once more.
        if (this.elapsed < readingSeconds(exercise.instruction.join(' '))) this.play(exercise);
        else this.next();
      },
    });
  }
}
