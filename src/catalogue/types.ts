/** A catalogue as the rest of the app uses it: plain numbers, and a list of those that are ours. */
import type * as v from 'valibot';
import type { PacedPhase, WorkPhase } from './phases';
import type { Recorded } from './recorded';
import type {
  adviceSchema,
  categorySchema,
  equipmentSchema,
  levelSchema,
  positionSchema,
  sidesSchema,
  variantSchema,
} from './schema';

export type Level = v.InferOutput<typeof levelSchema>;
export type Position = v.InferOutput<typeof positionSchema>;
export type Equipment = v.InferOutput<typeof equipmentSchema>;
/**
 * How the sides take turns: both at once (`none`), each side the whole dose (`each`), or in turns
 * within one total (`alternate`).
 */
export type Sides = v.InferOutput<typeof sidesSchema>;
export type Category = v.InferOutput<typeof categorySchema>;
export type Advice = v.InferOutput<typeof adviceSchema>;
/**
 * An easier or harder way to do the exercise. A routine's code names it by its `number`
 * (`codeNumbers.ts`).
 */
export type Variant = v.InferOutput<typeof variantSchema>;

/** How much of an exercise to do, in seconds and counts. One count of a hold takes one second. */
export interface Dose {
  sets: number;
  /**
   * Repetitions: per set; with `each` per set and side; with `alternate` per set, both sides
   * together. Absent for a timed effort.
   */
  reps?: number;
  holdCounts?: number;
  holdSeconds?: number;
  /** Length of a timed effort, seconds. */
  durationSeconds?: number;
  sides: Sides;
  /** Rest between sets, and after this part, seconds. */
  restSeconds: number;
  /** Time for changing sides when `sides` is `each`, seconds. */
  switchSeconds?: number;
}

/**
 * One step of a repetition. `seconds` is its length at normal pace. The dose gives the length of a
 * hold.
 */
export type MovementStep =
  | { phase: PacedPhase; clip: string; word?: string; seconds: number }
  | { phase: 'rest'; clip: string; word?: string; seconds: number }
  | { phase: Exclude<WorkPhase, PacedPhase>; clip: string; word?: string };

/** The way from the waiting pose into the working pose, or back: whole seconds, in clips of 1 s. */
export interface Transition {
  clip: string;
  seconds: number;
}

export interface Part {
  id: string;
  title?: string;
  optional: boolean;
  ready: string;
  enter?: Transition;
  leave?: Transition;
  movement: MovementStep[];
  dose: Dose;
  /** What works on a side; absent: the side alone is named. */
  sideOf?: 'leg' | 'legAndArm';
  /** Names of the dose's fields and of `tempo` that are ours, not the brochure's. */
  assumed: string[];
  /** Names of the dose's fields of which the brochure says "ongeveer". */
  about: string[];
}

/** Says that a text is a translation of the source's own. */
export interface Translated {
  /** Language code of two letters: "fr". */
  language: string;
  /** Empty until someone has reviewed the translation. */
  reviewer: string;
}

export interface Exercise {
  id: string;
  /** Id of the variant that this exercise shows (`variant.ts`); absent for the exercise itself. */
  variant?: string;
  category: string;
  title: string;
  /** False where the brochure's page has no title and the title is ours. */
  titleFromBrochure: boolean;
  shortTitle: string;
  level: Level;
  position: Position;
  equipment: Equipment[];
  instruction: string[];
  caution?: string;
  variants: Variant[];
  /** The main part first; never empty. */
  parts: [Part, ...Part[]];
  /**
   * Names of all numbers of the exercise that are ours: those of the parts, `preparation`,
   * `sideOrder`…
   */
  assumed: string[];
  /** A centre's own film. It plays instead of the clips, and `parts` has its dose. */
  recorded?: Recorded;
  /** How a routine's code names the exercise; absent where a code cannot name it. */
  code?: { catalogue: string; number: number };
  /** Absent where the texts are the source's own. */
  translated?: Translated;
}

export interface Source {
  title: string;
  publisher: string;
  version: string;
  /** ISO date. */
  date: string;
  /** Empty until someone has reviewed the file. */
  reviewer: string;
}

export interface Catalogue {
  id: string;
  title: string;
  language: string;
  source: Source;
  categories: Category[];
  advice: Advice[];
  exercises: Exercise[];
  /** Absent where the texts are the source's own. */
  translated?: Translated;
}
