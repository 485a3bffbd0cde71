/**
 * The brochure's rule about pain. An exercise is left out the next time if it caused extra pain that lasts or
 * gets worse. Light pain that goes away quickly is no reason. For the two advanced exercises, any pain is a
 * reason. The patient can't judge this on the day itself, so the question comes from the next calendar day on.
 * Until then, the app does not choose an exercise that was skipped because of pain; it may choose one during
 * which the patient went on. Pain never changes a dose.
 */
import type { Exercise } from '../../catalogue/types';
import { daysBetween } from './day';
import { excludeExercise, isExcluded } from './excludedExercises';
import type { Day, Memory, PainAnswer, PainNote } from './memory';
import { isProvisional } from './provisional';

/** True for an answer after which the next routine leaves the exercise out, and the app offers to exclude it. */
export const offersExclusion = (answer: PainAnswer): boolean =>
  answer === 'lasted' || answer === 'worse';

/**
 * Notes that an exercise hurt, once a day. If it was skipped once on that day, it counts as skipped. An
 * advanced exercise is excluded at once, without a question later.
 * @param exercise the exercise as it was done, with its variant
 * @param isSkipped true if the patient skipped it because of the pain, false if the patient went on
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

/** Whether a pain was surely before a day. A provisional day says nothing about a true one. */
const isBefore = (noted: Day, day: Day): boolean =>
  noted < day && isProvisional(noted) === isProvisional(day);

/**
 * True on the day on which an exercise was skipped because of pain. Also true while the clock shows an earlier
 * day, since it may still be the same day.
 */
export const isSkipped = (memory: Memory, exerciseId: string, day: Day): boolean =>
  memory.pain.some(
    ({ answer, day: noted, exercise, skipped }) =>
      skipped && exercise === exerciseId && answer === undefined && !isBefore(noted, day),
  );

/**
 * The questions for today, one after the other. Each exercise has at most one: its latest unanswered pain of an
 * earlier day. The latest of all comes first. A question that was postponed today waits for another day. An
 * excluded exercise has no question. While the clock shows a day before the pain, there is no question: it may
 * still be the same day (`heedClock` corrects that).
 */
export function openQuestions(memory: Memory, day: Day): PainNote[] {
  const open = new Map<string, PainNote>();
  for (const note of memory.pain) {
    const { answer, exercise, postponedOn = '' } = note;
    if (answer !== undefined || !isBefore(note.day, day) || isExcluded(memory, exercise)) continue;
    const before = open.get(exercise);
    if (postponedOn < day && !(before && before.day >= note.day)) open.set(exercise, note);
  }
  return [...open.values()].sort((one, other) => (one.day < other.day ? 1 : -1));
}

/** Changes the note that a question is about, and earlier unanswered notes of the same exercise. */
function settle(memory: Memory, note: PainNote, by: Partial<PainNote>): Memory {
  const pain = memory.pain.map((one) =>
    one.exercise === note.exercise && one.day <= note.day && one.answer === undefined
      ? { ...one, ...by }
      : one,
  );
  return { ...memory, pain };
}

/**
 * Saves the answer, also for earlier notes of that exercise, since one question is enough. `lasted` and `worse`
 * leave the exercise out of the next routine (`isSpared`). The app also offers to exclude it; the patient
 * decides.
 */
export const answerPain = (memory: Memory, note: PainNote, answer: PainAnswer, day: Day): Memory =>
  settle(memory, note, { answer, answeredOn: day });

/** Postpones a question: the app asks it once more on another day, and then never again. */
export const postponePain = (memory: Memory, note: PainNote, day: Day): Memory =>
  note.postponedOn === undefined
    ? settle(memory, note, { postponedOn: day })
    : answerPain(memory, note, 'unanswered', day);

/**
 * True while an exercise is left out of the next routine. That is today's routine, on any day, until one
 * without the exercise was done after the answer. On that day the exercise stays out.
 */
export const isSpared = (memory: Memory, exerciseId: string, day: Day): boolean =>
  memory.pain.some(
    ({ answer, exercise, sparedOn }) =>
      exercise === exerciseId &&
      answer !== undefined &&
      offersExclusion(answer) &&
      (sparedOn === undefined || sparedOn === day),
  );

/** True for an exercise that the app may put into a routine on this day. */
export const mayBeChosen = (memory: Memory, exerciseId: string, day: Day): boolean =>
  !isExcluded(memory, exerciseId) &&
  !isSpared(memory, exerciseId, day) &&
  !isSkipped(memory, exerciseId, day);

/** Notes that today's routine was done on this day, without the exercises that it left out because of pain. */
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
 * Corrects notes of pain after the set's clock was put back: a session was done on a day well before the note's
 * day. The note then gets this day, so that its question comes tomorrow and not, for example, in a year. A
 * provisional day says nothing about the notes' days.
 */
export function heedClock(memory: Memory, day: Day): Memory {
  if (isProvisional(day)) return memory;
  // A difference of one day may be a session past midnight.
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
