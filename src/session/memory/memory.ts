/**
 * The memory of the set between two uses: one versioned document of plain data. `document.ts` reads, converts
 * and limits it; `src/tv` stores it. It leaves the set only as a file that the patient asks for.
 */
import type { Equipment } from '../../catalogue/types';
import type { DisplaySettings } from '../preferences/displayPreferences';
import type { SoundSettings } from '../preferences/sound';
import type { Viewing } from '../preferences/viewingDistance';
import type { Routine, RoutineItem } from '../routine/routine';
import type { Checkpoint } from '../walk/checkpoint';
import type { Ending } from '../walk/summary';

/** A local calendar day of the set, as `2026-11-25`. Days compare as text. */
export type Day = string;

/** Lengths of today's routine to choose from, minutes (ours; the brochure says "enkele minuten"). */
export const DAILY_MINUTES = [5, 10, 15] as const;
export type DailyMinutes = (typeof DAILY_MINUTES)[number];

/** How a group goes on: `waits` waits for OK before each exercise, `goesOn` does not. */
const GROUP_MODES = ['waits', 'goesOn'] as const;
export type GroupMode = (typeof GROUP_MODES)[number];

/** `no`: this set leads no group, even if its centre's settings say so. */
export const GROUP_SETTINGS = ['no', ...GROUP_MODES] as const;
export type GroupSetting = (typeof GROUP_SETTINGS)[number];

export interface Settings extends DisplaySettings {
  minutes: DailyMinutes;
  /** The patient's equipment; `mat`, `chair` and `wall` by default. */
  equipment: Equipment[];
  /** Harder exercises and variants may be chosen for today. Advanced ones are never chosen. */
  harder: boolean;
  /** Each exercise waits for OK, so that the patient has time to get into position. */
  waitForMe: boolean;
  /** This set leads a group: nothing of the group's sessions is saved. Absent: the centre's setting. */
  group?: GroupSetting;
  /** Absent: the set's own language. */
  language?: string;
  /** Absent until the patient changes it: `sound.ts` has the defaults. */
  sound?: SoundSettings;
  /**
   * The viewing distance, for QR codes; absent until the patient changes it: `viewingDistance.ts` has the
   * default.
   */
  viewing?: Viewing;
}

/** An exercise that the app does not choose until the patient brings it back. */
export interface ExcludedExercise {
  exercise: string;
  since: Day;
  /**
   * `advanced`: any pain, by the brochure's stricter rule. `pain`: the pain lasted or got worse. `own`: the
   * patient's wish.
   */
  reason: 'pain' | 'advanced' | 'own';
}

export type PainAnswer = 'gone' | 'lasted' | 'worse' | 'unanswered';

/**
 * A note of pain during an exercise. The app asks about it from the next calendar day on, and once more if the
 * patient postpones the question.
 */
export interface PainNote {
  exercise: string;
  day: Day;
  /**
   * The exercise was skipped because of the pain. Absent where the patient went on, and in documents of builds
   * without this field.
   */
  skipped?: true;
  /** The day on which the patient postponed the question. */
  postponedOn?: Day;
  /** Absent until the patient answers or postpones twice. */
  answer?: PainAnswer;
  answeredOn?: Day;
  /** The day on which today's routine was done without the exercise, after an answer that required it. */
  sparedOn?: Day;
}

/** One exercise of a finished or interrupted session. */
export interface DoneExercise {
  exercise: string;
  variant?: string;
  category: string;
  ending: Ending;
  /** Media seconds actually played. */
  seconds: number;
}

export interface SessionRecord {
  day: Day;
  /** Id of the routine: `today`, that of an own routine, or `one-…`. */
  routine: string;
  /** Number of the walk: while the walk goes on, its record is replaced. */
  walk?: number;
  exercises: DoneExercise[];
}

/** A saved checkpoint. It contains the routine itself, since the routine may be changed or deleted meanwhile. */
export interface SavedCheckpoint {
  routine: Routine;
  at: Checkpoint;
  day: Day;
}

export interface Memory {
  version: 1;
  /** Random, set at the first start, so that different patients get different routines. */
  seed: number;
  settings: Settings;
  /** How often the patient asked for "andere keuze" on a day. */
  another: { day: Day; times: number } | undefined;
  routines: Routine[];
  /** The exercises that the patient adjusted outside a routine, each with its variant and doses. */
  adjusted: RoutineItem[];
  shelf: ExcludedExercise[];
  pain: PainNote[];
  /** The sessions in the order in which they were done, whatever the set's clock said; limited by `document.ts`. */
  history: SessionRecord[];
  /** The saved checkpoints: one for each routine, the latest first, at most `MAX_CHECKPOINTS`. */
  checkpoints: SavedCheckpoint[];
}

/** Most checkpoints to keep, the latest ones (ours). */
export const MAX_CHECKPOINTS = 5;

/**
 * The memory of a new set.
 * @param seed whole, 0 to 2^32 - 1
 */
export const emptyMemory = (seed: number): Memory => ({
  version: 1,
  seed,
  settings: {
    minutes: 10,
    equipment: ['mat', 'chair', 'wall', 'support'],
    harder: false,
    waitForMe: false,
  },
  another: undefined,
  routines: [],
  adjusted: [],
  shelf: [],
  pain: [],
  history: [],
  checkpoints: [],
});

/** Ids of the exercises in the own routines and in the saved checkpoints. */
export const exercisesIn = ({ checkpoints, routines }: Memory): string[] =>
  [...routines, ...checkpoints.map(({ routine }) => routine)].flatMap(({ items }) =>
    items.map(({ exercise }) => exercise),
  );
