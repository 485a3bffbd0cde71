/** A routine: an ordered choice of exercises with doses. Pure data. */
import type { Dose } from '../../catalogue/types';

/** The id of today's routine. */
export const TODAY_ID = 'today';

const ALONE = 'one-';

/** The id of the routine that holds one exercise alone. @param exercise its id */
export const aloneId = (exercise: string): string => ALONE + exercise;

/** The exercise's id, where this is the id of a routine of one exercise alone; else undefined. */
export const aloneIn = (id: string): string | undefined =>
  id.startsWith(ALONE) ? id.slice(ALONE.length) : undefined;

/** One exercise of a routine. */
export interface RoutineItem {
  exercise: string;
  /** Id of the brochure's easier or harder variant; absent for the exercise itself. */
  variant?: string;
  /**
   * One dose per part, in the exercise's order; null leaves an optional part out. Absent: the
   * brochure's doses.
   */
  doses?: (Dose | null)[];
}

/** An ordered choice of exercises. */
export interface Routine {
  id: string;
  /** Key of its name in the language files, or a name that the user chose. */
  title: string;
  items: RoutineItem[];
}
