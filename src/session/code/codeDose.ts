/**
 * Changed doses in a routine's code. The code contains only differences from the catalogue. Pure.
 */
import type { Dose, Exercise } from '../../catalogue/types';
import { dosesOf } from '../routine/doses';
import type { RoutineItem } from '../routine/routine';
import { BASE } from './codeSymbols';

type NumberName = Exclude<keyof Dose, 'sides'>;

/**
 * A code names a field by its place in this list. New fields go at the end, up to place `LEFT_OUT`
 * - 1.
 */
const FIELDS: readonly { names: NumberName[]; min: number; max: number }[] = [
  { names: ['sets'], min: 1, max: 5 },
  { names: ['reps'], min: 1, max: 60 },
  { names: ['holdCounts', 'holdSeconds'], min: 1, max: 60 },
  { names: ['durationSeconds'], min: 5, max: 600 },
  { names: ['restSeconds'], min: 0, max: 120 },
  { names: ['switchSeconds'], min: 1, max: 60 },
];
const LEFT_OUT = 6;
const NEXT_PART = 7;
/** Added to the last change of an item. */
const LAST = 8;

/** Values below this fit in one character. This value means that two more follow. */
const MORE = BASE - 1;

/** The characters of a number from 0 to 959: one up to 29, else three. */
const number = (value: number): number[] =>
  value < MORE ? [value] : [MORE, Math.floor(value / BASE), value % BASE];

/** The characters for the item's doses; none where they are the catalogue's. */
export function writeDoses(exercise: Exercise, item: RoutineItem): number[] {
  const changes: number[][] = [];
  let skipped = 0;
  const say = (change: number[]) => {
    for (; skipped > 0; skipped -= 1) changes.push([NEXT_PART]);
    changes.push(change);
  };
  dosesOf(exercise, item).forEach((dose, at) => {
    const own = exercise.parts[at]?.dose as Dose;
    if (dose === null) say([LEFT_OUT]);
    FIELDS.forEach(({ min, names }, field) => {
      for (const name of dose ? names : []) {
        const value = dose?.[name];
        if (value !== undefined && value !== own[name]) say([field, ...number(value - min)]);
      }
    });
    skipped += 1;
  });
  const last = changes[changes.length - 1];
  if (last) last[0] = (last[0] as number) + LAST;
  return changes.flat();
}

/** Reads symbols one after the other. */
export interface Tape {
  /** @throws Error at the end */
  next(): number;
}

function readNumber(tape: Tape): number {
  const first = tape.next();
  if (first < MORE) return first;
  const high = tape.next();
  return high * BASE + tape.next();
}

/**
 * The doses in a code.
 * @throws RangeError where the exercise has no such number, or the number is out of bounds
 */
export function readDoses(exercise: Exercise, tape: Tape): (Dose | null)[] {
  const doses: (Dose | null)[] = exercise.parts.map(({ dose }) => ({ ...dose }));
  let at = 0;
  for (;;) {
    const symbol = tape.next();
    const field = symbol % LAST;
    const part = exercise.parts[at];
    if (!part || symbol >= 2 * LAST) throw new RangeError(`${exercise.id}: has no such part`);
    const dose = doses[at];
    if (field === NEXT_PART) at += 1;
    else if (field === LEFT_OUT) {
      if (!part.optional) throw new RangeError(`${exercise.id}: ${part.id} can't be left out`);
      doses[at] = null;
    } else {
      const { max, min, names } = FIELDS[field] as (typeof FIELDS)[number];
      const name = names.find((one) => part.dose[one] !== undefined);
      const value = min + readNumber(tape);
      if (!name || !dose) throw new RangeError(`${exercise.id}: ${part.id} has no ${names[0]}`);
      if (value > max) throw new RangeError(`${exercise.id}: ${name} is above ${max}`);
      dose[name] = value;
    }
    if (symbol >= LAST) return doses;
  }
}
