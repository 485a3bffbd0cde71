/**
 * What the set remembers between two uses: one versioned document, plain data. Reading, migrating
 * and bounding it are in `document.ts`; `src/tv` keeps it. Nothing here leaves the set but by a file
 * that the patient asks for.
 */
import type { Equipment } from '../../catalogue/types';
import type { DisplaySettings } from '../preferences/displayPreferences';
import type { SoundSettings } from '../preferences/sound';
import type { Viewing } from '../preferences/viewingDistance';
import type { Routine } from '../routine/routine';
import type { Checkpoint } from '../walk/checkpoint';
import type { Ending } from '../walk/summary';

/** A calendar day where the set stands, as `2026-11-25`. Compares as text. */
export type Day = string;

/** Lengths of today's routine one can choose, minutes (ours; the brochure says "enkele minuten"). */
export const DAILY_MINUTES = [5, 10, 15] as const;
export type DailyMinutes = (typeof DAILY_MINUTES)[number];

/** Whether each exercise waits for OK, or comes after the one before. */
export const GROUP_MODES = ['waits', 'goesOn'] as const;
export type GroupMode = (typeof GROUP_MODES)[number];

/** `no` says that it leads none, where its centre would have it lead one. */
export const GROUP_SETTINGS = ['no', ...GROUP_MODES] as const;
export type GroupSetting = (typeof GROUP_SETTINGS)[number];

export interface Settings extends DisplaySettings {
  minutes: DailyMinutes;
  /** What the patient says they have; `mat`, `chair` and `wall` unless told otherwise. */
  equipment: Equipment[];
  /** Harder exercises and variants may be chosen for today. Advanced ones never are. */
  harder: boolean;
  /** Each exercise waits for OK, however long it takes to get into place. */
  waitForMe: boolean;
  /** This set leads a group: nothing of it is remembered. Absent: as its centre says. */
  group?: GroupSetting;
  /** Absent: the set's own. */
  language?: string;
  /** Absent until one changes something: `sound.ts` says what is usual. */
  sound?: SoundSettings;
  /** The room, for QR codes; absent until one changes it: `viewingDistance.ts` says what is usual. */
  viewing?: Viewing;
}

/** An exercise that is left out of what the app chooses until one brings it back. */
export interface ExcludedExercise {
  exercise: string;
  since: Day;
  /** `advanced`: any pain, by the brochure's stricter rule; `pain`: it lasted or got worse; `own`: wished. */
  reason: 'pain' | 'advanced' | 'own';
}

export type PainAnswer = 'gone' | 'lasted' | 'worse' | 'unanswered';

/** Pain during an exercise. Asked about from the next calendar day on, and once more where that is put off. */
export interface PainNote {
  exercise: string;
  day: Day;
  /** It was skipped for that; absent where one went on, and in documents of builds that didn't tell. */
  skipped?: true;
  /** The day on which the question was put off. */
  postponedOn?: Day;
  /** Absent until answered, or put off twice. */
  answer?: PainAnswer;
  answeredOn?: Day;
  /** The day on which today's routine was done without it, after an answer that asked for that. */
  sparedOn?: Day;
}

/** One exercise of a finished or left session. */
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
  /** Id of the routine: `today`, an own one's, or `one-…`. */
  routine: string;
  /** Number of the walk that it tells of: while that goes on, its record is replaced. */
  walk?: number;
  exercises: DoneExercise[];
}

/** Where a routine was left; the routine itself comes along, since the list may change meanwhile. */
export interface SavedCheckpoint {
  routine: Routine;
  at: Checkpoint;
  day: Day;
}

export interface Memory {
  version: 1;
  /** Random, from the first start: so that not every patient gets the same day. */
  seed: number;
  settings: Settings;
  /** How often "andere keuze" was asked for on a day. */
  another: { day: Day; times: number } | undefined;
  routines: Routine[];
  shelf: ExcludedExercise[];
  pain: PainNote[];
  /** In the order in which it was done, whatever the clock said; bounded (`document.ts`). */
  history: SessionRecord[];
  /** Where routines were left: one for each routine, the latest first, at most `MAX_CHECKPOINTS`. */
  checkpoints: SavedCheckpoint[];
}

/** So many routines' places are kept, the latest ones (ours): more are not gone on with. */
export const MAX_CHECKPOINTS = 5;

/** A set that remembers nothing yet. @param seed whole, 0 to 2^32 - 1 */
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
  shelf: [],
  pain: [],
  history: [],
  checkpoints: [],
});

/** Ids of the exercises that its routines have, and those that were left. */
export const exercisesIn = ({ checkpoints, routines }: Memory): string[] =>
  [...routines, ...checkpoints.map(({ routine }) => routine)].flatMap(({ items }) =>
    items.map(({ exercise }) => exercise),
  );
