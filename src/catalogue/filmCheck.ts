/**
 * Checks whether a film's marks make sense and show the dose that the catalogue gives. Pure. The
 * import of a film uses it, and the reading of a catalogue too, since either file may change later.
 */
import { doseComplaint } from './filmDose';
import { frameOf, type Stretch, stretchesOf } from './marks';
import { isWork } from './phases';
import type { Mark, Recorded } from './recorded';
import type { Part } from './types';

/** What is wrong with one mark: the end of a sentence that names the mark's line. */
export interface MarkComplaint {
  /** Place of the mark in the list, from 0. */
  mark: number;
  complaint: string;
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(' and ');
const secondsText = (frames: number, fps: number) =>
  `${String(Math.round((100 * frames) / fps) / 100)} s`;

/** Checks that marks are in order, inside the film and at least a frame apart. */
function timeComplaint({ marks, fps, frames }: Recorded): MarkComplaint | undefined {
  let before = -1;
  for (const [mark, one] of marks.entries()) {
    const frame = frameOf(one, fps);
    const at = secondsText(frame, fps);
    if (frame >= frames) {
      const end = secondsText(frames, fps);
      return { mark, complaint: `is at ${at}, but the film ends at ${end}` };
    }
    if (frame <= before) {
      const last = secondsText(before, fps);
      return { mark, complaint: `is at ${at}, which is not after the mark before it (${last})` };
    }
    before = frame;
  }
  return undefined;
}

/**
 * What is wrong between a mark of work and its part, without regard to other marks; undefined when
 * nothing is.
 */
function workComplaint(mark: Mark, parts: readonly Part[]): string | undefined {
  const part = mark.part === undefined ? parts[0] : parts.find((one) => one.id === mark.part);
  if (!part) {
    return `has no part "${mark.part}" to be in: the exercise has ${quoted(parts.map(({ id }) => id))}`;
  }
  const { dose } = part;
  if (mark.phase === 'hold' && !part.movement.some((step) => step.phase === 'hold')) {
    return 'is a hold, but the exercise has none';
  }
  if (dose.sides === 'none' && mark.side) {
    return `names a side (${mark.side}), but the exercise has no sides`;
  }
  // Within a timed effort the side may be absent.
  const needsSide = dose.sides === 'each' || (dose.sides === 'alternate' && dose.reps);
  if (needsSide && !mark.side) return 'needs a side: left or right';
  return undefined;
}

function switchComplaint(last: Stretch | undefined, next: Stretch): string | undefined {
  if (!last) return 'is a switch before the first movement: use prepare there';
  return !next.side || !last.side || next.side === last.side
    ? 'is a switch, but the side before and after it is the same'
    : undefined;
}

/**
 * What is wrong with the place of a mark among the others.
 * @param last the work before it
 * @param next the work after it
 */
function placeComplaint(
  mark: Mark,
  parts: readonly Part[],
  last: Stretch | undefined,
  next: Stretch | undefined,
): string | undefined {
  const { phase } = mark;
  const nothingAfter = `is a ${phase} with no movement after it: the end is called done`;
  switch (phase) {
    case 'move':
    case 'hold':
    case 'return':
      return workComplaint(mark, parts);
    case 'prepare':
      if (last) return 'is a prepare after the first movement: use rest or switch there';
      return next ? undefined : nothingAfter;
    case 'rest':
      return next ? undefined : nothingAfter;
    case 'switch':
      return next ? switchComplaint(last, next) : nothingAfter;
    case 'done':
      return next && 'is a done, but movement follows it';
    default:
      return phase satisfies never;
  }
}

/** Checks each mark by itself and against its neighbours. */
function orderComplaint(
  { marks }: Recorded,
  stretches: readonly Stretch[],
  parts: readonly Part[],
): MarkComplaint | undefined {
  const works = stretches.filter(isWork);
  let done = 0;
  let ended = false;
  for (const [mark, one] of marks.entries()) {
    const complaint = ended
      ? 'comes after the done, which is the end'
      : placeComplaint(one, parts, works[done - 1], works[done]);
    if (isWork(one)) done += 1;
    if (complaint) return { mark, complaint };
    ended = one.phase === 'done';
  }
  if (works.length === 0) return { mark: 0, complaint: 'and no other line is a move or a hold' };
  return undefined;
}

/**
 * The first complaint about a film's marks; undefined when there is none.
 * @param parts the exercise's parts, with the doses that the catalogue gives
 */
export function checkMarks(recorded: Recorded, parts: readonly Part[]): MarkComplaint | undefined {
  const unordered = timeComplaint(recorded);
  if (unordered) return unordered;
  const stretches = stretchesOf(recorded, parts);
  return orderComplaint(recorded, stretches, parts) ?? doseComplaint(recorded, stretches, parts);
}
