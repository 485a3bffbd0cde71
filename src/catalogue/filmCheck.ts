/**
 * Whether a film's marks make sense and show the dose that the catalogue gives. Pure; used where a
 * film is imported and again where the catalogue is read, since either may change later.
 */
import { doseComplaint } from './filmDose';
import { frameOf, type Stretch, stretchesOf } from './marks';
import { isWork } from './phases';
import type { Mark, Recorded } from './recorded';
import type { Part } from './types';

/** What is wrong with one mark, as the end of a sentence that names its line. */
export interface MarkComplaint {
  /** Place in the list, from 0. */
  mark: number;
  complaint: string;
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(' and ');
const secondsText = (frames: number, fps: number) =>
  `${String(Math.round((100 * frames) / fps) / 100)} s`;

/** In order and inside the film, at least a frame apart. */
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

/** Whether a mark of work suits its part, whatever else the film shows. */
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
  // Whose turn it is within a timed effort need not be told.
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
 * Whether a mark stands where it can.
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

/** Each mark by itself and between its neighbours. */
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
 * The first thing wrong with a film's marks.
 * @param parts the exercise's, with the doses as the catalogue gives them
 */
export function checkMarks(recorded: Recorded, parts: readonly Part[]): MarkComplaint | undefined {
  const unordered = timeComplaint(recorded);
  if (unordered) return unordered;
  const stretches = stretchesOf(recorded, parts);
  return orderComplaint(recorded, stretches, parts) ?? doseComplaint(recorded, stretches, parts);
}
