/** More time before the patient has to move: a longer preparation, rest or change of sides. Pure. */
import { isWait } from '../../catalogue/phases';
import type { ExtraTime, PlannedExercise } from '../../session/routine/plan';
import type { Stage } from '../../session/walk/walk';
import { hasFixedDose } from '../../timeline/dose';
import { frameAt, segmentAt } from '../../timeline/overlay';
import { FPS, type Segment, type Timeline } from '../../timeline/types';

/** Seconds that one press of an arrow adds (ours). */
export const MORE_TIME_SECONDS = 10;
/** Longest wait (ours). */
const MOST_SECONDS = 300;

/**
 * True for a stage that the patient can make longer. The rests of a centre's film are part of the film.
 */
export const canTakeTime = ({ exercise }: PlannedExercise, stage: Stage): boolean =>
  stage === 'preparation' || (stage === 'rest' && !hasFixedDose(exercise));

/**
 * The extra time after one more press of an arrow. A rest alone grows, and not the others of the exercise.
 * @param time media time, seconds
 * @param extra the time that was added before
 * @returns undefined where the wait would be too long
 */
export function moreTime(
  planned: PlannedExercise,
  { stage, time, timeline }: { stage: Stage; time: number; timeline: Timeline },
  extra: ExtraTime,
): ExtraTime | undefined {
  if (stage === 'preparation') {
    const preparation = extra.preparation + MORE_TIME_SECONDS;
    const isTooLong = planned.preparationSeconds + preparation > MOST_SECONDS;
    return isTooLong ? undefined : { ...extra, preparation };
  }
  const segment = timeline.segments[segmentAt(timeline, frameAt(timeline, time))] as Segment;
  const isTooLong = segment.runFrames / FPS + MORE_TIME_SECONDS > MOST_SECONDS;
  if (!isWait(segment) || isTooLong) return undefined;
  const { part, set, side } = segment;
  const longer = { part, set, ...(side ? { side } : {}), seconds: MORE_TIME_SECONDS };
  return { ...extra, rests: [...extra.rests, longer] };
}
