/** Turns marks, which are moments of a film, into the stretches of film between them. Pure. */
import { isWork, type Phase } from './phases';
import type { Mark, Recorded } from './recorded';
import type { Part } from './types';

/**
 * What one mark begins. It lasts from the mark's frame to the next mark's frame, or to the end of
 * the film.
 */
export interface Stretch {
  /** Place of the mark in the list; -1 for the film before the first mark. */
  mark: number;
  /** Frames from the beginning of the film. */
  startFrame: number;
  frames: number;
  phase: Phase;
  /**
   * A wait has the part, set and repetition of the work after it; the end has those of the work
   * before it. A timeline does the same.
   */
  part: string;
  set: number;
  repetition: number;
  side?: Mark['side'];
  word?: string;
  /** A rest within a set. */
  atEase?: boolean;
}

/** The frame nearest to a mark's time. */
export const frameOf = (mark: Mark, fps: number): number => Math.round(mark.time * fps);

/** Whether two stretches belong to the same set; with `each`, also to the same side. */
export const isSameRound = (
  a: Pick<Stretch, 'part' | 'set' | 'side'>,
  b: Pick<Stretch, 'part' | 'set' | 'side'>,
  parts: readonly Pick<Part, 'id' | 'dose'>[],
): boolean => {
  const sides = parts.find((part) => part.id === a.part)?.dose.sides;
  return a.part === b.part && a.set === b.set && (sides !== 'each' || a.side === b.side);
};

type Place = Pick<Stretch, 'part' | 'set' | 'repetition' | 'side'>;

const placeOf = (mark: Mark, firstPart: string): Place => ({
  part: mark.part ?? firstPart,
  set: mark.set ?? 1,
  repetition: mark.repetition ?? 1,
  ...(mark.side ? { side: mark.side } : {}),
});

/** For each place of a list, the last defined item up to it. */
function latest<T>(list: readonly (T | undefined)[]): (T | undefined)[] {
  let last: T | undefined;
  return list.map((one) => {
    last = one ?? last;
    return last;
  });
}

/**
 * All stretches of the film, in order and without gaps. The film before the first mark is a
 * `prepare` stretch, or belongs to the first one if that is a `prepare`. The marks must be in order
 * and within the film (`filmCheck.ts`).
 */
export function stretchesOf(
  { marks, fps, frames }: Recorded,
  parts: readonly Pick<Part, 'id' | 'dose'>[],
): Stretch[] {
  const first = parts[0]?.id ?? '';
  const starts = marks.map((mark) => frameOf(mark, fps));
  // A marked `prepare` begins with the film, wherever its mark is.
  if (marks[0]?.phase === 'prepare') starts[0] = 0;
  const works = marks.map((mark) => (isWork(mark) ? placeOf(mark, first) : undefined));
  const lasts = latest(works);
  const nexts = latest([...works].reverse()).reverse();
  const nowhere: Place = { part: first, set: 1, repetition: 1 };

  const stretches = marks.map((mark, at): Stretch => {
    const last = lasts[at];
    const next = nexts[at];
    const atEase =
      mark.phase === 'rest' &&
      last !== undefined &&
      next !== undefined &&
      isSameRound(last, next, parts);
    const place = works[at] ?? (atEase ? last : (next ?? last)) ?? nowhere;
    const startFrame = starts[at] as number;
    return {
      mark: at,
      startFrame,
      frames: (starts[at + 1] ?? frames) - startFrame,
      phase: mark.phase,
      ...place,
      ...(mark.word ? { word: mark.word } : {}),
      ...(atEase ? { atEase } : {}),
    };
  });
  const lead = starts[0] ?? 0;
  if (lead === 0) return stretches;
  const place = nexts[0] ?? nowhere;
  return [{ mark: -1, startFrame: 0, frames: lead, phase: 'prepare', ...place }, ...stretches];
}
