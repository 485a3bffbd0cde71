/**
 * What is to be played, what is being played, and where it was left: between the pages that begin
 * a session, the one that plays it, and what the set remembers of it.
 */
import type { Exercise } from '../catalogue/types';
import type { SessionSummary } from '../playback/controller/controller';
import { nextWalk } from '../session/memory/history';
import type { DoneExercise, SavedCheckpoint } from '../session/memory/memory';
import { notePain } from '../session/memory/pain';
import { type Routine, TODAY_ID } from '../session/routine/routine';
import type { Checkpoint } from '../session/walk/checkpoint';
import { dropCheckpoint, noteEnd, noteProgress } from '../session/walk/progress';
import { resumePoints } from '../session/walk/resumePoint';
import type { MemoryStore } from '../tv/memoryStore';

/** A routine that is to be played, from its beginning or from where it was left. */
export interface SessionRequest {
  routine: Routine;
  from?: Checkpoint;
  /** Several people do it: nothing of it is remembered. */
  forGroup?: boolean;
}

/** One session at a time. */
export class Sessions {
  /** How the last session went, for the end screen. */
  summary: SessionSummary | undefined;
  private requested: SessionRequest | undefined;
  /** The walk that is going on: its number in the history. */
  private walk = 0;
  private isForGroup = false;

  constructor(
    private readonly memoryStore: MemoryStore,
    private readonly known: ReadonlyMap<string, Exercise>,
  ) {}

  /** Where routines were left, as far as there is anything to go on with; the latest first. */
  get resumePoints(): SavedCheckpoint[] {
    const { memoryStore, known } = this;
    return resumePoints(memoryStore.memory, known, memoryStore.today());
  }

  /** The latest of them. */
  get resumePoint(): SavedCheckpoint | undefined {
    return this.resumePoints[0];
  }

  /** Where this routine was left; today's only on its own day, since it is another one tomorrow. */
  resumePointIn({ id }: Routine): SavedCheckpoint | undefined {
    const point = this.resumePoints.find(({ routine }) => routine.id === id);
    return id === TODAY_ID && point?.day !== this.memoryStore.today() ? undefined : point;
  }

  /** Says that a routine is to be played: the player's page opens for a wish only. */
  request(routine: Routine, from?: Checkpoint): void {
    this.requested = from ? { routine, from } : { routine };
  }

  /** Says that a group is to do a routine, from its beginning. */
  requestForGroup(routine: Routine): void {
    this.requested = { routine, forGroup: true };
  }

  /** Says that a session is to go on which the page's new start has ended. */
  reopen(request: SessionRequest): void {
    this.requested = request;
  }

  hasRequest(id: string): boolean {
    return this.requested?.routine.id === id;
  }

  /** Takes the request, so that no reload plays it again. Begun anew, where it was left is forgotten. */
  takeRequest(): SessionRequest | undefined {
    const request = this.requested;
    this.requested = undefined;
    if (!request) return undefined;
    this.isForGroup = request.forGroup === true;
    if (this.isForGroup) return request;
    this.walk = nextWalk(this.memoryStore.memory);
    if (!request.from)
      this.memoryStore.change((memory) => dropCheckpoint(memory, request.routine.id));
    return request;
  }

  /** One got this far: all that a power cut must not take. */
  reached(routine: Routine, at: Checkpoint, done: DoneExercise[]): void {
    if (this.isForGroup) return;
    const { memoryStore, walk } = this;
    memoryStore.change((memory) =>
      noteProgress(memory, { routine, walk, done }, at, memoryStore.today()),
    );
  }

  /** An exercise hurts. @param isSkipped it is skipped for that; else one goes on */
  hurt(exercise: Exercise, isSkipped: boolean): void {
    if (this.isForGroup) return;
    const { memoryStore } = this;
    memoryStore.change((memory) => notePain(memory, exercise, memoryStore.today(), isSkipped));
  }

  /** The session came to its end. */
  end(routine: Routine, summary: SessionSummary): void {
    const { memoryStore, walk } = this;
    const { done = [] } = summary;
    this.summary = summary;
    if (this.isForGroup) return;
    memoryStore.change((memory) => noteEnd(memory, { routine, walk, done }, memoryStore.today()));
  }

  /** Where a routine was left is not wanted any more; what was done stays noted. */
  forget({ id }: Routine): void {
    this.memoryStore.change((memory) => dropCheckpoint(memory, id));
  }
}
