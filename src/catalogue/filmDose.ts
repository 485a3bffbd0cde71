/** Compares the counts of a film with the dose that the catalogue gives. Pure. */
import { isSameRound, type Stretch } from './marks';
import { isWork } from './phases';
import type { Recorded } from './recorded';
import type { Dose, Part } from './types';

interface Complaint {
  mark: number;
  complaint: string;
}

/** Seconds by which a hold in a film may differ from its counts. */
const HALF_A_COUNT = 0.5;
/** Seconds by which a timed effort in a film may differ from its dose. */
const EFFORT_SECONDS = 1;
/**
 * Share by which a film may differ from a number of which the brochure says "ongeveer", if that is
 * more.
 */
const ABOUT = 0.1;

type Field = 'holdCounts' | 'holdSeconds' | 'durationSeconds';

/**
 * Whether a length in the film differs too much from the dose. Numbers that are ours never do: the
 * film replaces them.
 */
function isOff(part: Part, field: Field, seconds: number, tolerance: number): boolean {
  const wanted = part.dose[field];
  if (wanted === undefined || part.assumed.includes(field)) return false;
  const allowed = part.about.includes(field) ? Math.max(tolerance, ABOUT * wanted) : tolerance;
  // One frame more, for the rounding at both ends.
  return Math.abs(seconds - wanted) > allowed + 1 / 30;
}

const tenths = (seconds: number) => String(Math.round(seconds * 10) / 10);

/** One round: the stretches of work of one set; with `each`, of one side of it. */
type Round = [Stretch, ...Stretch[]];

/** Groups work by round, in the film's order. */
function roundsOf(stretches: readonly Stretch[], parts: readonly Part[]): Round[] {
  const rounds: Round[] = [];
  for (const stretch of stretches.filter(isWork)) {
    const round = rounds[rounds.length - 1];
    if (round && isSameRound(round[0], stretch, parts)) round.push(stretch);
    else rounds.push([stretch]);
  }
  return rounds;
}

const last = (round: Round): Stretch => round[round.length - 1] as Stretch;

const nameOf = ({ set, side }: Stretch, { dose }: Part): string =>
  dose.sides === 'each' ? `set ${set} on the ${side}` : `set ${set}`;

/** Checks that repetitions count up by one and that each is complete. */
function repetitionComplaint(round: Round, part: Part): Complaint | undefined {
  const holds = part.movement.filter((step) => step.phase === 'hold').length;
  let before: Stretch | undefined;
  let held = 0;
  let moved = false;
  const unheld = (stretch: Stretch): Complaint | undefined =>
    held < holds
      ? { mark: stretch.mark, complaint: `ends repetition ${stretch.repetition} without its hold` }
      : undefined;
  for (const stretch of round) {
    const { mark, phase, repetition, side } = stretch;
    const isNew = before?.repetition !== repetition;
    const expected = (before?.repetition ?? 0) + 1;
    if (isNew && repetition !== expected) {
      return { mark, complaint: `is repetition ${repetition} where ${expected} is expected` };
    }
    if (isNew && before) {
      const missing = unheld(before);
      if (missing) return missing;
    }
    if (!isNew && before?.side !== side) {
      return { mark, complaint: `changes the side within repetition ${repetition}` };
    }
    if (isNew && before && side && part.dose.sides === 'alternate' && before.side === side) {
      return {
        mark,
        complaint: `is on the ${side} like the repetition before it: sides take turns`,
      };
    }
    held = (isNew ? 0 : held) + (phase === 'hold' ? 1 : 0);
    moved = phase !== 'return' || (moved && !isNew);
    if (held > holds)
      return { mark, complaint: `is one hold too many in repetition ${repetition}` };
    if (!moved) return { mark, complaint: 'is a return before anything has moved' };
    before = stretch;
  }
  return unheld(last(round));
}

/** Checks the number of repetitions, or the length of the effort. */
function amountComplaint(round: Round, part: Part, recorded: Recorded): Complaint | undefined {
  const { dose } = part;
  const end = last(round);
  const name = nameOf(end, part);
  if (dose.reps !== undefined) {
    if (end.repetition === dose.reps) return undefined;
    const complaint = `ends ${name} with repetition ${end.repetition}, but the dose has ${dose.reps}`;
    return { mark: end.mark, complaint };
  }
  const seconds = (end.startFrame + end.frames - round[0].startFrame) / recorded.fps;
  if (!isOff(part, 'durationSeconds', seconds, EFFORT_SECONDS)) return undefined;
  return {
    mark: round[0].mark,
    complaint: `begins ${name}, which lasts ${tenths(seconds)} s, but the dose has ${dose.durationSeconds} s`,
  };
}

function holdComplaint(round: Round, part: Part, recorded: Recorded): Complaint | undefined {
  const { dose } = part;
  const [field, unit]: [Field, string] =
    dose.holdCounts === undefined
      ? ['holdSeconds', 's']
      : ['holdCounts', dose.holdCounts === 1 ? 'count of a second' : 'counts of a second'];
  for (const { frames, mark, phase } of round) {
    const seconds = frames / recorded.fps;
    if (phase === 'hold' && isOff(part, field, seconds, HALF_A_COUNT)) {
      const wanted = `${dose[field]} ${unit}`;
      return { mark, complaint: `holds ${tenths(seconds)} s, but the dose has ${wanted}` };
    }
  }
  return undefined;
}

/** Checks that sets count up by one on each side and that none is there twice. */
function setsComplaint(rounds: readonly Round[], parts: readonly Part[]): Complaint | undefined {
  const seen = new Map<string, number>();
  let before: Round | undefined;
  for (const round of rounds) {
    const [{ mark, part, set, side }] = round;
    const key = sideKey(round[0], parts);
    const expected = (seen.get(key) ?? 0) + 1;
    if (before && before[0].part !== part && seen.has(key)) {
      return { mark, complaint: `goes back to part "${part}"` };
    }
    if (set !== expected) {
      return { mark, complaint: `is set ${set} where set ${expected} is expected` };
    }
    const end = before && last(before);
    const isOtherSide = end?.part === part && end.side !== side && key !== part;
    if (end && isOtherSide && end.startFrame + end.frames === round[0].startFrame) {
      return { mark, complaint: `changes to the ${side} without a switch before it` };
    }
    seen.set(key, set);
    before = round;
  }
  return undefined;
}

const sidesOf = (dose: Dose) =>
  dose.sides === 'each' ? (['left', 'right'] as const) : [undefined];

/** Key under which sets are counted: the part, and with `each` the side. */
function sideKey({ part, side }: Stretch, parts: readonly Part[]): string {
  const isEach = parts.find((one) => one.id === part)?.dose.sides === 'each';
  return isEach ? `${part} ${side}` : part;
}

/** Checks that the film has shown the whole dose when it ends. */
function missingComplaint(rounds: readonly Round[], parts: readonly Part[]): Complaint | undefined {
  for (const part of parts) {
    const own = rounds.filter(([{ part: id }]) => id === part.id);
    const end = own[own.length - 1];
    if (!end) {
      if (part.optional) continue;
      const { mark } = last(rounds[rounds.length - 1] as Round);
      return { mark, complaint: `is the last movement, but part "${part.id}" was not shown` };
    }
    for (const side of sidesOf(part.dose)) {
      const sets = own.filter(([stretch]) => side === undefined || stretch.side === side).length;
      if (sets === part.dose.sets) continue;
      const where = side ? ` on the ${side}` : '';
      const complaint = `ends the part with ${sets} of ${part.dose.sets} sets${where}`;
      return { mark: last(end).mark, complaint };
    }
  }
  return undefined;
}

/** Checks that a timed effort is one run without pauses. */
function pauseComplaint(stretches: readonly Stretch[], parts: readonly Part[]) {
  const pause = stretches.find(
    ({ atEase, part }) =>
      atEase && parts.find((one) => one.id === part)?.dose.durationSeconds !== undefined,
  );
  return pause && { mark: pause.mark, complaint: 'is a rest within a timed effort' };
}

/** The first count in which a film and the catalogue's dose differ; undefined when they agree. */
export function doseComplaint(
  recorded: Recorded,
  stretches: readonly Stretch[],
  parts: readonly Part[],
): Complaint | undefined {
  const rounds = roundsOf(stretches, parts);
  const ofRound = (round: Round): Complaint | undefined => {
    const part = parts.find((one) => one.id === round[0].part);
    if (!part) return undefined;
    return (
      repetitionComplaint(round, part) ??
      amountComplaint(round, part, recorded) ??
      holdComplaint(round, part, recorded)
    );
  };
  return (
    setsComplaint(rounds, parts) ??
    pauseComplaint(stretches, parts) ??
    rounds.map(ofRound).find(Boolean) ??
    missingComplaint(rounds, parts)
  );
}
