/** A catalogue as the rest of the app sees it: plain numbers, with the open ones listed by name. */
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
/** Whose turn: both at once, each the whole dose, or in turns within one total. */
export type Sides = v.InferOutput<typeof sidesSchema>;
export type Category = v.InferOutput<typeof categorySchema>;
export type Advice = v.InferOutput<typeof adviceSchema>;
/** Its `number` is the one under which a routine's code names it (`codeNumbers.ts`). */
export type Variant = v.InferOutput<typeof variantSchema>;

/** How much. Seconds and counts; one count of a hold is one second. */
export interface Dose {
  sets: number;
  /** Per set (`each`: per set and side; `alternate`: in all). Absent for a timed effort. */
  reps?: number;
  holdCounts?: number;
  holdSeconds?: number;
  /** A timed effort's length, seconds. */
  durationSeconds?: number;
  sides: Sides;
  /** Between sets, and after this part, seconds. */
  restSeconds: number;
  /** Between the two sides of `each`, seconds. */
  switchSeconds?: number;
}

/** What one repetition consists of: a step at normal pace, `seconds` long; a hold's is the dose's. */
export type MovementStep =
  | { phase: PacedPhase; clip: string; word?: string; seconds: number }
  | { phase: 'rest'; clip: string; word?: string; seconds: number }
  | { phase: Exclude<WorkPhase, PacedPhase>; clip: string; word?: string };

/** From the waiting pose into the working pose, or back: whole seconds of 1 s clips. */
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
  /** Names of the dose's fields and of `tempo` that are ours, not the brochure's. */
  assumed: string[];
  /** Names of the dose's fields of which the brochure says "ongeveer". */
  about: string[];
}

/** A text that is not the source's own, but a translation of it. */
export interface Translated {
  /** Code of two letters: "fr". */
  language: string;
  /** Empty until someone reviewed the translation. */
  reviewer: string;
}

export interface Exercise {
  id: string;
  /** Id of the variant it is shown as (`variant.ts`); absent for the exercise itself. */
  variant?: string;
  category: string;
  title: string;
  /** False where the brochure's page has no title and we named it. */
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
  /** Every open number of the exercise, by name: the parts' own, `preparation`, `sideOrder`… */
  assumed: string[];
  /** A centre's own film, whose dose `parts` then has; played instead of the clips. */
  recorded?: Recorded;
  /** Under which a routine's code names it; absent where a code can't. */
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
  /** Empty until someone reviewed the file. */
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
