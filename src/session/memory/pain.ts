/**
 * The brochure's rule about pain. An exercise whose extra pain lasts or gets worse afterwards is
 * left out the next time; light pain that goes away quickly is no reason to. Of the two for
 * advanced people any pain is reason enough. Nobody can tell on the day itself, so the question
 * comes from the next calendar day on. Until then an exercise that was skipped because it hurts
 * isn't chosen; one that was gone on with may be. No dose changes because of pain.
 */
import type { Exercise } from '../../catalogue/types';
import { daysBetween } from './day';
import { excludeExercise, isExcluded } from './excludedExercises';
import type { Day, Memory, PainAnswer, PainNote } from './memory';

/** Answers after which the exercise is left out of the next routine, and the shelf is offered. */
export const offersExclusion = (answer: PainAnswer): boolean =>
  answer === 'lasted' || answer === 'worse';

/**
 * Notes that an exercise hurt: once a day, however often it was said; skipped once, it counts as
 * skipped. One for advanced people goes onto the shelf at once, and nothing is left to ask.
 * @param exercise as it was done, variant and all
 * @param isSkipped it was skipped for that; else one went on
 */
export function notePain(
  memory: Memory,
  { id, level }: Exercise,
  day: Day,
  isSkipped: boolean,
): Memory {
  const isAdvanced = level === 'advanced';
  const isThis = (one: PainNote) => one.exercise === id && one.day === day;
  const before = memory.pain.find(isThis);
  const note: PainNote = {
    ...(before ?? { exercise: id, day }),
    ...(isSkipped ? { skipped: true } : {}),
    ...(isAdvanced ? { answer: 'unanswered', answeredOn: day } : {}),
  };
  const pain = before
    ? memory.pain.map((one) => (one === before ? note : one))
    : [...memory.pain, note];
  const noted = { ...memory, pain };
  return isAdvanced ? excludeExercise(noted, id, 'advanced', day) : noted;
}

/**
 * True on the day on which an exercise was skipped because it hurt; also while the clock stands
 * before that day, since it may still be the same one.
 */
export const isSkipped = (memory: Memory, exerciseId: string, day: Day): boolean =>
  memory.pain.some(
    ({ answer, day: noted, exercise, skipped }) =>
      skipped && exercise === exerciseId && noted >= day && answer === undefined,
  );

/**
 * What to ask about today, one after the other: of each exercise the latest pain of an earlier day
 * that was not answered, the latest of all first. What was put off today waits for another day. An
 * exercise on the shelf raises no question. While the clock stands before the pain, nothing is
 * asked: it may still be the same day (`heedClock` puts that right).
 */
export function openQuestions(memory: Memory, day: Day): PainNote[] {
  const open = new Map<string, PainNote>();
  for (const note of memory.pain) {
    const { answer, exercise, postponedOn = '' } = note;
    if (answer !== undefined || note.day >= day || isExcluded(memory, exercise)) continue;
    const before = open.get(exercise);
    if (postponedOn < day && !(before && before.day >= note.day)) open.set(exercise, note);
  }
  return [...open.values()].sort((one, other) => (one.day < other.day ? 1 : -1));
}

/** What to ask about first today; undefined where there is nothing to ask. */
export const openQuestion = (memory: Memory, day: Day): PainNote | undefined =>
  openQuestions(memory, day)[0];

/** Changes what a question is about: the note, and earlier unanswered ones of its exercise. */
function settle(memory: Memory, note: PainNote, by: Partial<PainNote>): Memory {
  const pain = memory.pain.map((one) =>
    one.exercise === note.exercise && one.day <= note.day && one.answer === undefined
      ? { ...one, ...by }
      : one,
  );
  return { ...memory, pain };
}

/**
 * Keeps the answer, also to earlier notes of that exercise: one question is enough. `lasted` and
 * `worse` leave it out of the next routine (`isSpared`); putting it on the shelf is offered, and
 * is up to the patient.
 */
export const answerPain = (memory: Memory, note: PainNote, answer: PainAnswer, day: Day): Memory =>
  settle(memory, note, { answer, answeredOn: day });

/** Puts a question off: it is asked once more on another day, and then never. */
export const postponePain = (memory: Memory, note: PainNote, day: Day): Memory =>
  note.postponedOn === undefined
    ? settle(memory, note, { postponedOn: day })
    : answerPain(memory, note, 'unanswered', day);

/**
 * True while an exercise is left out of the next routine. The next routine is today's, on whatever
 * day, until one without the exercise was done after the answer; on that day it stays as it was.
 */
export const isSpared = (memory: Memory, exerciseId: string, day: Day): boolean =>
  memory.pain.some(
    ({ answer, exercise, sparedOn }) =>
      exercise === exerciseId &&
      answer !== undefined &&
      offersExclusion(answer) &&
      (sparedOn === undefined || sparedOn === day),
  );

/** True of an exercise that the app may put into a routine it makes on this day. */
export const mayBeChosen = (memory: Memory, exerciseId: string, day: Day): boolean =>
  !isExcluded(memory, exerciseId) &&
  !isSpared(memory, exerciseId, day) &&
  !isSkipped(memory, exerciseId, day);

/** Today's routine was done on this day: what it left out because of pain has been left out. */
export function markSpared(memory: Memory, done: readonly string[], day: Day): Memory {
  const isDue = ({ answer, exercise, sparedOn }: PainNote) =>
    answer !== undefined &&
    offersExclusion(answer) &&
    sparedOn === undefined &&
    !done.includes(exercise);
  if (!memory.pain.some(isDue)) return memory;
  const pain = memory.pain.map((one) => (isDue(one) ? { ...one, sparedOn: day } : one));
  return { ...memory, pain };
}

/**
 * A session was done on a day well before a note's: the set's clock has been put back since. The
 * note then counts from this day, so that its question waits for tomorrow and not for a year.
 */
export function heedClock(memory: Memory, day: Day): Memory {
  // One day more may be a session over midnight.
  const isAhead = (one: Day) => daysBetween(day, one) > 1;
  let isChanged = false;
  const pain = memory.pain.map((note): PainNote => {
    const { answer, postponedOn } = note;
    const isLate = postponedOn !== undefined && isAhead(postponedOn);
    if (answer !== undefined || !(isAhead(note.day) || isLate)) return note;
    isChanged = true;
    return {
      ...note,
      ...(isAhead(note.day) ? { day } : {}),
      ...(isLate ? { postponedOn: day } : {}),
    };
  });
  return isChanged ? { ...memory, pain } : memory;
}
