/** Changes an exercise while it plays: its dose or its way, and where it goes on. */
import type { Exercise } from '../../catalogue/types';
import { easierPlan, type PlannedExercise, timelineOf } from '../../session/routine/plan';
import { changeRest, changeWork } from '../../session/walk/group';
import { type Stage, stageOf } from '../../session/walk/walk';
import { frameAt, overlayAt, segmentAt } from '../../timeline/overlay';
import { repetitionAt, samePlace, timeOfRepetition } from '../../timeline/position';
import { FPS, type Segment, type Timeline } from '../../timeline/types';

/** The part of a dose that a therapist changes for the whole group. */
export type Adjustment = 'work' | 'rest';

/**
 * The exercise with a little more or less of the work or rest that plays at a media time.
 * @param time media time, seconds
 * @returns the same object where nothing changes
 */
export function adjusted(
  planned: PlannedExercise,
  timeline: Timeline,
  time: number,
  what: Adjustment,
  by: -1 | 1,
): PlannedExercise {
  const frame = frameAt(timeline, time);
  const segment = timeline.segments[segmentAt(timeline, frame)] as Segment;
  const gone = (frame - segment.runStart) / FPS;
  const { atEase = false, part, phase, repetition } = segment;
  const stage = stageOf(phase, atEase);
  if (what === 'rest') {
    return changeRest(planned, part, by, stage === 'rest' ? gone : 0);
  }
  if (stage === 'next') return planned;
  return changeWork(planned, { part, repetition, ...(segment.timed ? { seconds: gone } : {}) }, by);
}

/** Media time in the new timeline, seconds: the same moment, or the start of the same repetition. */
export const goingOn = (from: Timeline, to: Timeline, time: number): number =>
  samePlace(from, to, time) ?? timeOfRepetition(to, repetitionAt(from, time));

/** An exercise in its easier way, and the place at which it goes on. */
interface EasierBeginning {
  planned: PlannedExercise;
  timeline: Timeline;
  /** Media time on that timeline, seconds. */
  time: number;
  stage: Exclude<Stage, 'done'>;
}

/**
 * The easier way of an exercise, from the start of the repetition that plays at a media time: the patient takes
 * another position.
 * @returns undefined where the catalogue names no easier way
 */
export function easierFrom(
  planned: PlannedExercise,
  from: Timeline,
  time: number,
  pace: number,
  exercises: ReadonlyMap<string, Exercise>,
): EasierBeginning | undefined {
  const easier = easierPlan(planned, exercises);
  if (!easier) return undefined;
  const timeline = timelineOf(easier, pace);
  const at = timeOfRepetition(timeline, repetitionAt(from, time));
  const { atEase, phase } = overlayAt(timeline, at);
  return { planned: easier, timeline, time: at, stage: stageOf(phase, atEase) };
}
