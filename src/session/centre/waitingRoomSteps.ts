/**
 * The steps of a waiting room: what the screen shows, in which order and for how long. Pure: place
 * and time are arguments. Demonstrations show in turn, and after every few of them one piece of the
 * brochure's advice.
 */
import type { Advice, Dose, Exercise } from '../../catalogue/types';
import { applyItem } from '../routine/applyItem';

/** Number of demonstrations before each piece of advice (ours). */
const BETWEEN_ADVICE = 3;

/** One thing the screen shows. */
export type WaitingRoomStep =
  | { kind: 'exercise'; exercise: Exercise }
  | { kind: 'advice'; advice: Advice };

const nth = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/**
 * The step at a place of the endless loop.
 * @param n place, a whole number from 0
 * @returns undefined when there is nothing to show
 */
export function stepAt(
  n: number,
  exercises: readonly Exercise[],
  advice: readonly Advice[],
): WaitingRoomStep | undefined {
  const tell = (at: number): WaitingRoomStep => ({ kind: 'advice', advice: nth(advice, at) });
  const demonstrate = (at: number): WaitingRoomStep => ({
    kind: 'exercise',
    exercise: nth(exercises, at),
  });
  if (!exercises.length) return advice.length ? tell(n) : undefined;
  if (!advice.length) return demonstrate(n);
  const block = Math.floor(n / (BETWEEN_ADVICE + 1));
  const place = n % (BETWEEN_ADVICE + 1);
  return place < BETWEEN_ADVICE ? demonstrate(block * BETWEEN_ADVICE + place) : tell(block);
}

/** Upper limits in a demonstration, seconds (ours). */
const BRIEF = { hold: 5, effort: 15, wait: 3 } as const;

const atMost = (value: number | undefined, most: number) =>
  value === undefined ? undefined : Math.min(value, most);

function briefly(dose: Dose, repetitions: number): Dose {
  const turns = dose.sides === 'alternate' ? 2 : 1;
  // Half of them for each side are enough to show that there are two.
  const reps = dose.sides === 'each' ? Math.ceil(repetitions / 2) : repetitions * turns;
  const brief: Dose = { ...dose, sets: 1, restSeconds: Math.min(dose.restSeconds, BRIEF.wait) };
  const shorter = {
    reps: atMost(dose.reps, reps),
    holdCounts: atMost(dose.holdCounts, BRIEF.hold),
    holdSeconds: atMost(dose.holdSeconds, BRIEF.hold),
    durationSeconds: atMost(dose.durationSeconds, BRIEF.effort),
    switchSeconds: atMost(dose.switchSeconds, BRIEF.wait),
  };
  for (const [name, value] of Object.entries(shorter)) {
    if (value !== undefined) Object.assign(brief, { [name]: value });
  }
  return brief;
}

/**
 * The exercise as a demonstration: its main parts, one set, a few repetitions, short holds. The
 * text beside it gives the brochure's dose.
 */
export function demonstration(exercise: Exercise, repetitions: number): Exercise {
  const doses = exercise.parts.map(({ dose, optional }) =>
    optional ? null : briefly(dose, repetitions),
  );
  return applyItem(exercise, { exercise: exercise.id, doses });
}

/**
 * Whether a person in the waiting room can do it along: it needs nothing but a chair, and no
 * getting up or down.
 */
export const isForChair = ({ equipment, level, position }: Exercise): boolean =>
  level === 'basic' && position === 'sitting' && equipment.every((one) => one === 'chair');

/**
 * Speed at which a passer-by reads from afar, characters a second, and the least and most time of a
 * text, seconds (ours).
 */
const READING = { speed: 13, least: 12, most: 60 } as const;

/** Seconds for which a text shows. */
export const readingSeconds = (text: string): number =>
  Math.min(Math.max(text.length / READING.speed, READING.least), READING.most);

/**
 * The page of a text that is too long for its box: its index in `pages`. A longer page shows longer.
 * @param seconds time since the text appeared; after its end it begins again with the first page
 */
export function pageAt(seconds: number, pages: readonly string[]): number {
  const whole = readingSeconds(pages.join(' '));
  const letters = pages.reduce((sum, page) => sum + page.length, 0);
  let left = ((seconds % whole) / whole) * letters;
  for (const [at, page] of pages.entries()) {
    left -= page.length;
    if (left < 0) return at;
  }
  return pages.length - 1;
}
