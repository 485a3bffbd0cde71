/** A dose changed while its exercise plays: which part of it, and where that leads. */

import type { PlannedExercise } from '../../session/routine/plan';
import { changeRest, changeWork } from '../../session/walk/group';
import { stageOf } from '../../session/walk/walk';
import { frameAt, segmentAt } from '../../timeline/overlay';
import { repetitionAt, samePlace, timeOfRepetition } from '../../timeline/position';
import { FPS, type Segment, type Timeline } from '../../timeline/types';

/** What a therapist changes for everyone. */
export type Adjustment = 'work' | 'rest';

/**
 * The exercise with some more or less of what plays at a media time.
 * @param time seconds
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

/** Where the new layout goes on: the same moment, else the same repetition from its start. Seconds. */
export const goingOn = (from: Timeline, to: Timeline, time: number): number =>
  samePlace(from, to, time) ?? timeOfRepetition(to, repetitionAt(from, time));
