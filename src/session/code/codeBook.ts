/** Translates between exercises and their numbers in a code. Pure. */
import type { Exercise } from '../../catalogue/types';
import { fingerprint } from '../../timeline/fingerprint';
import type { RoutineItem } from '../routine/routine';

/**
 * Number of marks that distinguish catalogues in a code. Higher values are reserved for later
 * versions.
 */
export const MARKS = 29;

/** What a code says about a catalogue: a number from 0 to 28 that follows from its id. */
export const catalogueMark = (catalogue: string): number => fingerprint(catalogue) % MARKS;

/** An exercise or variant with its mark and number. */
export interface CodeEntry {
  mark: number;
  number: number;
  exercise: Exercise;
  variant?: string;
}

export interface CodeBook {
  /** @param mark mark of the catalogue */
  find(mark: number, number: number): CodeEntry | undefined;
  entryOf(item: Pick<RoutineItem, 'exercise' | 'variant'>): CodeEntry | undefined;
  knowsCatalogue(mark: number): boolean;
}

/**
 * Makes the code book. If two catalogues have the same mark by chance, the later one takes the next
 * free one.
 * @param exercises exercises of all catalogues, in the order of `settings.json`
 */
export function codeBook(exercises: Iterable<Exercise>): CodeBook {
  const marks = new Map<string, number>();
  const byNumber = new Map<string, CodeEntry>();
  const byName = new Map<string, CodeEntry>();
  const add = (entry: CodeEntry) => {
    byNumber.set(`${entry.mark} ${entry.number}`, entry);
    byName.set(`${entry.exercise.id} ${entry.variant ?? ''}`, entry);
  };
  const markFor = (catalogue: string): number => {
    let mark = marks.get(catalogue) ?? catalogueMark(catalogue);
    const taken = [...marks.values()];
    if (!marks.has(catalogue) && taken.length < MARKS) {
      while (taken.includes(mark)) mark = (mark + 1) % MARKS;
      marks.set(catalogue, mark);
    }
    return mark;
  };
  for (const exercise of exercises) {
    if (!exercise.code) continue;
    const { catalogue, number } = exercise.code;
    const mark = markFor(catalogue);
    // With more catalogues than marks, the later ones have none. No set has thirty catalogues.
    if (!marks.has(catalogue)) continue;
    add({ mark, number, exercise });
    for (const variant of exercise.variants) {
      if (variant.number === undefined) continue;
      add({ mark, number: variant.number, exercise, variant: variant.id });
    }
  }
  return {
    find: (mark, number) => byNumber.get(`${mark} ${number}`),
    entryOf: ({ exercise, variant }) => byName.get(`${exercise} ${variant ?? ''}`),
    knowsCatalogue: (mark) => [...marks.values()].includes(mark),
  };
}
