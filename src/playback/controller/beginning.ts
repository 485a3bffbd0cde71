/** Decides where a session begins: at its first preparation, or at a saved checkpoint. */
import type { Exercise } from '../../catalogue/types';
import { type PlannedExercise, planRoutine, timelineOf } from '../../session/routine/plan';
import type { Routine } from '../../session/routine/routine';
import type { Checkpoint } from '../../session/walk/checkpoint';
import { beginSession, resumeSession } from '../../session/walk/session';
import { beginWalk, stageOf, type Walk, type WalkRules } from '../../session/walk/walk';
import { overlayAt } from '../../timeline/overlay';
import { timeOfRepetition } from '../../timeline/position';
import type { Timeline } from '../../timeline/types';

export interface Beginning {
  walk: Walk;
  planned: readonly PlannedExercise[];
  /** The timeline of the first exercise. */
  timeline: Timeline;
  /** Media time on that timeline, seconds. */
  time: number;
  pace: number;
}

/**
 * @param from the checkpoint to begin at, if the routine still has that place
 * @param paused true: it stands still there until OK; false: it goes on, counted in
 * @param pace the pace to begin at; if absent, the checkpoint's pace, or else the brochure's pace
 * @throws Error, one sentence, when the routine holds no exercise that exists
 */
export function beginningOf({
  exercises,
  from,
  pace: wished,
  paused = false,
  routine,
  ...rules
}: {
  exercises: ReadonlyMap<string, Exercise>;
  from?: Checkpoint;
  pace?: number;
  paused?: boolean;
  routine: Routine;
} & WalkRules): Beginning {
  const planned = planRoutine(routine, exercises);
  if (!planned.length) throw new Error(`routine ${routine.id}: holds no known exercise`);
  const resumed = from && resumeSession(routine.id, planned, from);
  const pace = wished ?? (resumed && from.pace) ?? 1;
  const session = resumed ?? beginSession(routine.id, planned);
  const first = session.planned[
    Math.min(session.index, session.planned.length - 1)
  ] as PlannedExercise;
  const timeline = timelineOf(first, pace);
  const time = from && resumed ? timeOfRepetition(timeline, from) : 0;
  const { atEase, phase } = overlayAt(timeline, time);
  const stage = stageOf(phase, atEase);
  const walk = beginWalk(session, { paused: paused && resumed !== undefined, stage }, rules);
  return { walk, planned, timeline, time, pace };
}
