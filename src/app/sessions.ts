/**
 * Passes sessions between pages: the requested routine, the current session, and the places where routines were
 * interrupted. It links the page that requests a session, the player page, and the memory.
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
import { onceMore } from '../session/walk/summary';
import type { MemoryStore } from '../tv/memoryStore';

/** A request to play a routine, from its beginning or from a checkpoint. */
export interface SessionRequest {
  routine: Routine;
  from?: Checkpoint;
  /** It stands still at the checkpoint until OK. */
  isPaused?: true;
  /** A group does it: nothing is saved. */
  forGroup?: boolean;
}

/** One session at a time. */
export class Sessions {
  /** How the last session went, for the end screen. */
  summary: SessionSummary | undefined;
  /** The routine of the last session, without what hurt in it; undefined when nothing remains. */
  again: Routine | undefined;
  private requested: SessionRequest | undefined;
  /** The number of the current walk in the history. */
  private walk = 0;
  private isForGroup = false;

  constructor(
    private readonly memoryStore: MemoryStore,
    private readonly known: ReadonlyMap<string, Exercise>,
  ) {}

  /** The places to resume, the latest first, without routines of which nothing remains to do. */
  get resumePoints(): SavedCheckpoint[] {
    const { memoryStore, known } = this;
    return resumePoints(memoryStore.memory, known, memoryStore.today());
  }

  /** The latest resume point. */
  get resumePoint(): SavedCheckpoint | undefined {
    return this.resumePoints[0];
  }

  /** The resume point of this routine. Today's routine has one only on its own day, since it differs tomorrow. */
  resumePointIn({ id }: Routine): SavedCheckpoint | undefined {
    const point = this.resumePoints.find(({ routine }) => routine.id === id);
    return id === TODAY_ID && point?.day !== this.memoryStore.today() ? undefined : point;
  }

  /** Requests a routine. The player page opens only after a request. */
  request(routine: Routine, from?: Checkpoint): void {
    this.requested = from ? { routine, from } : { routine };
  }

  /** Requests a routine for a group, from its beginning. */
  requestForGroup(routine: Routine): void {
    this.requested = { routine, forGroup: true };
  }

  /** Requests the session that a restart of the page interrupted. It stands still until OK. */
  reopen(request: SessionRequest): void {
    this.requested = { ...request, isPaused: true };
  }

  hasRequest(id: string): boolean {
    return this.requested?.routine.id === id;
  }

  /**
   * Takes the request, so that a reload does not play it again. A routine that starts from its beginning loses
   * its checkpoint.
   */
  takeRequest(): SessionRequest | undefined {
    const request = this.requested;
    this.requested = undefined;
    if (!request) return undefined;
    this.isForGroup = request.forGroup === true;
    if (this.isForGroup) return request;
    this.walk = nextWalk(this.memoryStore.memory, this.memoryStore.random());
    if (!request.from)
      this.memoryStore.change((memory) => dropCheckpoint(memory, request.routine.id));
    return request;
  }

  /** Saves the progress of a session, so that a power cut does not lose it. */
  reached(routine: Routine, at: Checkpoint, done: DoneExercise[]): void {
    if (this.isForGroup) return;
    const { memoryStore, walk } = this;
    memoryStore.change((memory) =>
      noteProgress(memory, { routine, walk, done }, at, memoryStore.today()),
    );
  }

  /**
   * Saves that an exercise hurts.
   * @param isSkipped true if the patient skipped it, false if the patient went on
   */
  hurt(exercise: Exercise, isSkipped: boolean): void {
    if (this.isForGroup) return;
    const { memoryStore } = this;
    memoryStore.change((memory) => notePain(memory, exercise, memoryStore.today(), isSkipped));
  }

  /** Saves the end of a session. */
  end(routine: Routine, summary: SessionSummary): void {
    const { memoryStore, walk } = this;
    const { done = [] } = summary;
    this.summary = summary;
    const hurt = summary.outcomes.filter(({ outcome }) => outcome === 'hurt');
    this.again = onceMore(
      routine,
      hurt.map(({ exercise }) => exercise.id),
    );
    if (this.isForGroup) return;
    memoryStore.change((memory) => noteEnd(memory, { routine, walk, done }, memoryStore.today()));
  }

  /** Removes the checkpoint of a routine; its history stays. */
  forget({ id }: Routine): void {
    this.memoryStore.change((memory) => dropCheckpoint(memory, id));
  }
}
