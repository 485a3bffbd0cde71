/** A routine: an ordered choice of exercises with doses. Pure data. */
import type { Dose } from '../../catalogue/types';

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
