/**
 * Where a routine was left, as it may be offered now. What has come to be left out meanwhile is not
 * gone on with: the brochure leaves it out of the next time, and going on is the next time.
 */
import type { Exercise } from '../../catalogue/types';
import { isExcluded } from '../memory/excludedExercises';
import type { Day, Memory, SavedCheckpoint } from '../memory/memory';
import { isSkipped, isSpared } from '../memory/pain';
import { applyItem } from '../routine/applyItem';
import { TODAY_ID } from '../routine/routine';
import { isMadeForOne } from '../routine/routines';
import type { Checkpoint } from './checkpoint';

/**
 * True of an exercise that going on leaves out. What the app made holds nothing that is left out for
 * whatever reason; what the patient chose loses only what hurt since they stopped. What was skipped
 * in this routine itself stays: it is told of at the end.
 */
function isOut(
  memory: Memory,
  { at, day: since, routine }: SavedCheckpoint,
  id: string,
  place: number,
  day: Day,
) {
  if (isMadeForOne(routine.id) && isSkipped(memory, id, day)) {
    return at.noted?.outcomes[place] !== 'hurt';
  }
  if (!isExcluded(memory, id) && !isSpared(memory, id, day)) return false;
  const isSince = ({ answeredOn = '' }: Memory['pain'][0]) => answeredOn >= since;
  return (
    routine.id === TODAY_ID || memory.pain.some((note) => note.exercise === id && isSince(note))
  );
}

/** What was noted, without the places that are gone; nothing where it belongs to another routine. */
function notedOf({ noted }: Checkpoint, stays: readonly boolean[]): Pick<Checkpoint, 'noted'> {
  if (noted?.outcomes.length !== stays.length) return {};
  const kept = <T>(list: readonly T[]): T[] => list.filter((_, place) => stays[place]);
  return {
    noted: {
      ...noted,
      outcomes: kept(noted.outcomes),
      finished: kept(noted.finished),
      ...(noted.played ? { played: kept(noted.played) } : {}),
    },
  };
}

/** Where to go on, in every routine that was left, the latest first. @param known every exercise, by its id */
export const resumePoints = (
  memory: Memory,
  known: ReadonlyMap<string, Exercise>,
  day: Day,
): SavedCheckpoint[] =>
  memory.checkpoints.flatMap((saved) => resumePoint(memory, saved, known, day) ?? []);

/**
 * Where to go on: without what is left out by now, at the beginning of the next exercise where it
 * was that one. Undefined where its exercise is gone, or nothing is left to do.
 */
function resumePoint(
  memory: Memory,
  saved: SavedCheckpoint,
  known: ReadonlyMap<string, Exercise>,
  day: Day,
): SavedCheckpoint | undefined {
  if (!known.has(saved.at.exercise)) return undefined;
  const { at, routine } = saved;
  // Places count those that exist, as a session does.
  const planned = routine.items.filter(({ exercise }) => known.has(exercise));
  const stays = planned.map(({ exercise }, at) => !isOut(memory, saved, exercise, at, day));
  if (stays.every((isIn) => isIn)) return saved;
  const isHere = planned[at.index]?.exercise === at.exercise;
  const from = isHere ? at.index : planned.findIndex((one) => one.exercise === at.exercise);
  const next = stays.findIndex((isIn, place) => isIn && place >= from);
  const item = planned[next];
  const exercise = item && known.get(item.exercise);
  if (!exercise || from < 0) return undefined;
  const { noted: _, ...place } = at;
  const begins: Checkpoint = {
    routine: at.routine,
    index: next,
    exercise: exercise.id,
    part: applyItem(exercise, item).parts[0].id,
    set: 1,
    repetition: 1,
  };
  const index = stays.slice(0, next).filter((isIn) => isIn).length;
  return {
    ...saved,
    routine: { ...routine, items: planned.filter((_one, which) => stays[which]) },
    at: { ...(next === from ? place : begins), index, ...notedOf(at, stays) },
  };
}
