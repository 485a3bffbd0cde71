/**
 * The one table of phases and their properties. A new phase is a new row here. The compiler then
 * names every place that must know it: its look, its words and every switch.
 *
 * The table lies in the lowest layer, because steps of a movement and marks of a film name phases
 * too.
 */

/**
 * What the number in the ring counts: repetitions, upwards, or the counts or seconds that remain.
 */
export type NumberKind = 'repetition' | 'counts' | 'seconds';

/** Signals that belong to a phase. `timeline/sounds.ts` says what each means. */
export type PhaseSignal = 'holdStart' | 'holdEnd' | 'rest' | 'switch' | 'end';

/** Properties of a phase. */
export interface PhaseRow {
  /**
   * `work`: the patient does something, as part of a repetition. `wait`: the phase lies between two
   * movements, before the first or after the last. `ease`: the patient does nothing, but the
   * repetition continues.
   */
  kind: 'work' | 'wait' | 'ease';
  /**
   * What the ring's number counts. Counts and seconds run out, so the ring empties. A repetition
   * builds up, so the ring fills.
   */
  number: NumberKind;
  /** Whether pace stretches the phase. Every other phase keeps its seconds. */
  isPaced: boolean;
  /**
   * Whether its last three seconds are announced, if it is long enough (`timeline/countdown.ts`).
   */
  hasCountdown: boolean;
  /** Whether the voice says its word. */
  isSpoken: boolean;
  /** Signals that sound when it begins and when it ends. */
  begins?: PhaseSignal;
  ends?: PhaseSignal;
  /**
   * Signal that sounds at each of its segments: at every count, or when a movement changes
   * direction.
   */
  each?: 'tick' | 'turn';
}

const own = {
  /** The patient gets into place. */
  prepare: {
    kind: 'wait',
    number: 'seconds',
    isPaced: false,
    hasCountdown: true,
    isSpoken: false,
  },
  /** The patient goes into the movement. */
  move: {
    kind: 'work',
    number: 'repetition',
    isPaced: true,
    hasCountdown: false,
    isSpoken: true,
    each: 'turn',
  },
  /** The patient holds the position. */
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
  /** The patient comes out of the movement. */
  return: {
    kind: 'work',
    number: 'repetition',
    isPaced: true,
    hasCountdown: false,
    isSpoken: true,
    each: 'turn',
  },
  /** A rest between sets or between parts. Within a set it is `ease`. */
  rest: {
    kind: 'wait',
    number: 'seconds',
    isPaced: false,
    hasCountdown: true,
    isSpoken: true,
    begins: 'rest',
  },
  /** The patient changes sides. */
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

/** Cases in which a phase means something else, because of its place in a set. */
const special = {
  /** A rest within a set: a pause at ease between two repetitions. */
  ease: {
    kind: 'ease',
    number: 'repetition',
    isPaced: false,
    hasCountdown: false,
    isSpoken: false,
  },
  /** Work that lasts for a time instead of a number of repetitions. */
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

/** What the patient does. Steps of a movement, marks of a film and segments use these names. */
export type Phase = keyof typeof own;

/** A phase, or its special case: `ease` for a rest within a set, `effort` for timed work. */
export type PhaseCase = keyof typeof rows;

/** The phases whose row has these values. */
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

/** A phase at its place: a segment, a stretch of film, or the state of the overlay. */
interface PhaseAt {
  phase: Phase;
  /** A rest within a set. */
  atEase?: boolean;
  /** Whether its part is a timed effort. */
  timed?: boolean;
}

/** The case of a phase at its place. */
export function caseOf({ phase, atEase, timed }: PhaseAt): PhaseCase {
  if (timed && phases[phase].kind === 'work') return 'effort';
  return atEase ? 'ease' : phase;
}

/** The row of the table for a phase at its place. */
export const rowOf = (at: PhaseAt): PhaseRow => phases[caseOf(at)];

/** Whether the patient does something, and neither waits nor rests. */
export const isWork = ({ phase }: Pick<PhaseAt, 'phase'>): boolean => phases[phase].kind === 'work';

/**
 * Whether the phase lies between movements. A pause at ease does not: it belongs to its repetition.
 */
export const isWait = (at: PhaseAt): boolean => rowOf(at).kind === 'wait';
