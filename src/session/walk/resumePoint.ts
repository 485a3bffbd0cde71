/**
 * The resume point of an interrupted routine, as the app may offer it. Exercises excluded since then are
 * removed: by the brochure they are left out the next time, and resuming counts as the next time.
 */
import type { Exercise } from '../../catalogue/types';
import { isExcluded } from '../memory/excludedExercises';
import type { Day, Memory, SavedCheckpoint } from '../memory/memory';
import { isSkipped, isSpared } from '../memory/pain';
import { isEarlier } from '../memory/provisional';
import { applyItem } from '../routine/applyItem';
import { TODAY_ID } from '../routine/routine';
import { isMadeForOne } from '../routine/routines';
import type { Checkpoint } from './checkpoint';

/**
 * True for an exercise that resuming leaves out. A routine that the app made loses every exercise that the app
 * may not choose. A routine that the patient made loses only exercises that hurt since it was interrupted. An
 * exercise that was skipped in this routine stays, since the end screen reports it.
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
  const isSince = ({ answeredOn }: Memory['pain'][0]) =>
    answeredOn !== undefined && !isEarlier(answeredOn, since);
  return (
    routine.id === TODAY_ID || memory.pain.some((note) => note.exercise === id && isSince(note))
  );
}

/** The notes without the removed places; nothing where they belong to another version of the routine. */
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

/**
 * The resume points of all interrupted routines, the latest first.
 * @param known every exercise, by its id
 */
export const resumePoints = (
  memory: Memory,
  known: ReadonlyMap<string, Exercise>,
  day: Day,
): SavedCheckpoint[] =>
  memory.checkpoints.flatMap((saved) => resumePoint(memory, saved, known, day) ?? []);

/**
 * The resume point of one routine, without the exercises that are left out. If its own exercise is left out, it
 * is at the beginning of the next one. Undefined where its exercise does not exist, or nothing remains to do.
 */
function resumePoint(
  memory: Memory,
  saved: SavedCheckpoint,
  known: ReadonlyMap<string, Exercise>,
  day: Day,
): SavedCheckpoint | undefined {
  if (!known.has(saved.at.exercise)) return undefined;
  const { at, routine } = saved;
  // Places count only exercises that exist, as in a session.
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
