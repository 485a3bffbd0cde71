/**
 * The one table of phases: what is true of each, for whoever asks. A new phase is a row here; the
 * compiler then names its look, its words and every switch that must know it.
 *
 * It stands on the lowest floor because steps of a movement and marks of a film name phases too.
 */

/**
 * What the number in the ring is: the repetition, which counts up, or the counts or seconds that
 * are left.
 */
export type NumberKind = 'repetition' | 'counts' | 'seconds';

/** Signals that belong to a phase; `timeline/sounds.ts` says what each of them means. */
export type PhaseSignal = 'holdStart' | 'holdEnd' | 'rest' | 'switch' | 'end';

/** What is true of a phase. */
export interface PhaseRow {
  /**
   * `work`: something is done, as part of a repetition. `wait`: it lies between two movements, or
   * before the first or after the last. `ease`: nothing is done, but the repetition goes on.
   */
  kind: 'work' | 'wait' | 'ease';
  /** Counts and seconds run out, so the ring empties; a repetition is being done, so it fills. */
  number: NumberKind;
  /** It stretches with pace. Every other phase keeps its seconds. */
  isPaced: boolean;
  /** Its last three seconds are announced, where it is long enough (`timeline/countdown.ts`). */
  hasCountdown: boolean;
  /** The voice says its word. */
  isSpoken: boolean;
  /** Sounds when it begins, and when it ends. */
  begins?: PhaseSignal;
  ends?: PhaseSignal;
  /** Sounds at each of its segments: every count, or a movement that goes another way. */
  each?: 'tick' | 'turn';
}

const own = {
  /** Getting into place. */
  prepare: {
    kind: 'wait',
    number: 'seconds',
    isPaced: false,
    hasCountdown: true,
    isSpoken: false,
  },
  /** Into the movement. */
  move: {
    kind: 'work',
    number: 'repetition',
    isPaced: true,
    hasCountdown: false,
    isSpoken: true,
    each: 'turn',
  },
  /** Staying there. */
  hold: {
    kind: 'work',
    number: 'counts',
    isPaced: false,
    hasCountdown: true,
    isSpoken: true,
    begins: 'holdStart',
    ends: 'holdEnd',
    each: 'tick',
  },
  /** Out of the movement. */
  return: {
    kind: 'work',
    number: 'repetition',
    isPaced: true,
    hasCountdown: false,
    isSpoken: true,
    each: 'turn',
  },
  /** Between sets and between parts; within a set it is `ease`. */
  rest: {
    kind: 'wait',
    number: 'seconds',
    isPaced: false,
    hasCountdown: true,
    isSpoken: true,
    begins: 'rest',
  },
  /** To the other side. */
  switch: {
    kind: 'wait',
    number: 'seconds',
    isPaced: false,
    hasCountdown: true,
    isSpoken: true,
    begins: 'switch',
  },
  /** The exercise is over. */
  done: {
    kind: 'wait',
    number: 'seconds',
    isPaced: false,
    hasCountdown: false,
    isSpoken: true,
    begins: 'end',
  },
} as const satisfies Record<string, PhaseRow>;

/** Phases that mean something else where they stand. */
const special = {
  /** A rest within a set: a pause at ease between two repetitions. */
  ease: {
    kind: 'ease',
    number: 'repetition',
    isPaced: false,
    hasCountdown: false,
    isSpoken: false,
  },
  /** Work that goes on for a time instead of a number of repetitions. */
  effort: {
    kind: 'work',
    number: 'seconds',
    isPaced: false,
    hasCountdown: true,
    isSpoken: true,
    begins: 'holdStart',
    ends: 'holdEnd',
  },
} as const satisfies Record<string, PhaseRow>;

const rows = { ...own, ...special };

/** What the patient does, as steps of a movement, marks of a film and segments name it. */
export type Phase = keyof typeof own;

/** A phase, or what it is where it stands: `ease` for some rests, `effort` for some work. */
export type PhaseCase = keyof typeof rows;

/** The phases whose row says so. */
type Where<Name extends PhaseCase, Columns extends Partial<PhaseRow>> = {
  [One in Name]: (typeof rows)[One] extends Columns ? One : never;
}[Name];

export type WaitPhase = Where<Phase, { kind: 'wait' }>;
export type WorkPhase = Where<Phase, { kind: 'work' }>;
export type PacedPhase = Where<Phase, { isPaced: true }>;
export type SpokenPhase = Where<PhaseCase, { isSpoken: true }>;

export const phases: Readonly<Record<PhaseCase, PhaseRow>> = rows;

/** All phases, in the order in which an exercise goes through them. */
export const PHASES = Object.keys(own) as Phase[];
export const PACED_PHASES = PHASES.filter((one) => phases[one].isPaced) as PacedPhase[];
export const SPOKEN_PHASES = (Object.keys(rows) as PhaseCase[]).filter(
  (one) => phases[one].isSpoken,
) as SpokenPhase[];

/** Where a phase stands: a segment, a stretch of film, what the overlay shows. */
interface PhaseAt {
  phase: Phase;
  /** A rest within a set. */
  atEase?: boolean;
  /** In a part that is done for a time. */
  timed?: boolean;
}

/** What a phase is where it stands. */
export function caseOf({ phase, atEase, timed }: PhaseAt): PhaseCase {
  if (timed && phases[phase].kind === 'work') return 'effort';
  return atEase ? 'ease' : phase;
}

/** The row of what a phase is where it stands. */
export const rowOf = (at: PhaseAt): PhaseRow => phases[caseOf(at)];

/** Whether something is done, as opposed to waited for or rested from. */
export const isWork = ({ phase }: Pick<PhaseAt, 'phase'>): boolean => phases[phase].kind === 'work';

/** Whether it lies between movements. A pause at ease doesn't: it belongs to its repetition. */
export const isWait = (at: PhaseAt): boolean => rowOf(at).kind === 'wait';
