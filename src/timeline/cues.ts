/** Where a repetition begins, and which moments of a set earn words of their own. */
import { isWait } from '../catalogue/phases';
import type { Segment } from './types';

/** Least length of a set, repetitions, and of an effort, seconds, that has a halfway mark. */
export const HALFWAY_FROM = { repetitions: 8, seconds: 20 };

/** Whether a repetition, or a turn of a timed effort, begins with this segment. */
export function startsRepetition(segment: Segment, before: Segment | undefined): boolean {
  if (isWait(segment) || segment.atEase) return false;
  return !(
    before &&
    !isWait(before) &&
    before.repetition === segment.repetition &&
    before.set === segment.set &&
    before.part === segment.part &&
    before.side === segment.side
  );
}

/** The words that a repetition gets for its place in the set; undefined for short sets. */
export function cueKey(repetition: number, total: number): 'halfway' | 'twoMore' | undefined {
  if (total < HALFWAY_FROM.repetitions) return undefined;
  if (repetition === total - 1) return 'twoMore';
  return repetition === Math.floor(total / 2) + 1 ? 'halfway' : undefined;
}
