/** Makes true days of provisional ones, when the set's clock is true. Pure. */
import { addDays, daysBetween } from './day';
import type { Day, Memory, PainNote } from './memory';
import { FIRST_TRUE, isProvisional } from './provisional';

/** Every day that a memory holds, changed by a function. */
function withDays(memory: Memory, by: (day: Day) => Day): Memory {
  const { another, checkpoints, history, pain, shelf } = memory;
  const note = (one: PainNote): PainNote => {
    const { answeredOn, day, postponedOn, sparedOn } = one;
    return {
      ...one,
      day: by(day),
      ...(postponedOn === undefined ? {} : { postponedOn: by(postponedOn) }),
      ...(answeredOn === undefined ? {} : { answeredOn: by(answeredOn) }),
      ...(sparedOn === undefined ? {} : { sparedOn: by(sparedOn) }),
    };
  };
  return {
    ...memory,
    another: another && { ...another, day: by(another.day) },
    shelf: shelf.map((one) => ({ ...one, since: by(one.since) })),
    pain: pain.map(note),
    history: history.map((one) => ({ ...one, day: by(one.day) })),
    checkpoints: checkpoints.map((one) => ({ ...one, day: by(one.day) })),
  };
}

/**
 * One note for each exercise and day: two of them may have become notes of one day. Where one of the two is not
 * answered, its question is still open.
 */
function onePerDay(pain: readonly PainNote[]): PainNote[] {
  const notes = new Map<string, PainNote>();
  for (const note of pain) {
    const key = `${note.day} ${note.exercise}`;
    const other = notes.get(key);
    const both: PainNote = { ...other, ...note };
    if (other && (other.answer === undefined || note.answer === undefined)) {
      delete both.answer;
      delete both.answeredOn;
      delete both.sparedOn;
    }
    notes.set(key, both);
  }
  return [...notes.values()];
}

/**
 * The memory with true days in place of provisional ones; the same memory where it has none. A day that would be
 * after today, or before a true day of the memory, becomes today: then a question about pain comes tomorrow.
 * @param today the true day
 * @param behind how many days the clock was behind before it became true; undefined where that is not known:
 *   then the latest provisional day becomes today
 */
export function settleDays(memory: Memory, today: Day, behind?: number): Memory {
  let latest: Day | undefined;
  let known: Day | undefined;
  withDays(memory, (day) => {
    if (isProvisional(day)) latest = latest === undefined || day > latest ? day : latest;
    else if (day <= today) known = known === undefined || day > known ? day : known;
    return day;
  });
  if (latest === undefined) return memory;
  const by = behind ?? daysBetween(latest, today);
  const [first, last] = [known ?? FIRST_TRUE, today];
  const settled = withDays(memory, (day) => {
    if (!isProvisional(day)) return day;
    const moved = addDays(day, by);
    return moved < first || moved > last ? today : moved;
  });
  return { ...settled, pain: onePerDay(settled.pain) };
}
