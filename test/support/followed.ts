/**
 * The facts that a patient needs to follow an exercise, from the timeline's segments: repetitions, holds
 * with their counts, sides, the way back, the end. Tests compare them with words and their times.
 */
import { isWait } from '../../src/catalogue/phases';
import { FPS, type Segment, type Timeline } from '../../src/timeline/types';

/** Words, and the media time on screen at that moment. */
export interface Told {
  media: number;
  text: string;
}

/** A fact that must be told at its media time. */
interface Need {
  time: number;
  what: string;
  /** The words of the fact, in lower case. */
  says: string;
}

/** Words may come this many seconds before and after their moment. */
const EARLY = 0.1;
const LATE = 0.6;

/** The facts between two media times, seconds. */
function needsOf(
  timeline: Timeline,
  texts: Readonly<Record<string, string>>,
  from: number,
  to: number,
): Need[] {
  const needs: Need[] = [];
  const plans = new Map(timeline.parts.map((plan) => [plan.part, plan]));
  timeline.segments.forEach((segment, index) => {
    const before = timeline.segments[index - 1];
    const time = segment.startFrame / FPS;
    if (time < from || time > to) return;
    const need = (what: string, says: string | undefined) =>
      needs.push({ time, what, says: (says ?? '?').toLowerCase() });
    const starts = segment.startFrame === segment.runStart;
    if (segment.phase === 'done') {
      if (starts) need('the end', texts['phase.done']);
      return;
    }
    // With sides one after another, it is told during the change; with sides in turns, when the turn begins.
    const isOtherSide = segment.side !== undefined && segment.side !== before?.side;
    if (isOtherSide && (!isWait(segment) || segment.phase === 'switch')) {
      need(`the ${segment.side} side`, texts[`side.${segment.side}`]);
    }
    if (segment.timed && starts) need('the effort', segment.word ?? texts['phase.effort']);
    if (isWait(segment) || segment.timed) return;
    if (segment.phase === 'hold') {
      if (starts) need('a hold', segment.word ?? texts['phase.hold']);
      need(`count ${segment.count}`, String(segment.count));
      return;
    }
    if (before && isSameRepetition(segment, before)) {
      if (segment.phase === 'return' && starts) {
        need('the way back', segment.word ?? texts['phase.return']);
      }
      return;
    }
    const plan = plans.get(segment.part);
    if (segment.phase === 'move' && plan && plan.repetitions > 1) {
      need(`repetition ${segment.repetition}`, String(segment.repetition));
    }
  });
  return needs;
}

const isSameRepetition = (one: Segment, other: Segment): boolean =>
  !isWait(other) &&
  one.part === other.part &&
  one.set === other.set &&
  one.repetition === other.repetition &&
  one.side === other.side;

const says = (text: string, what: string): boolean =>
  ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(
    ` ${what.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `,
  );

/**
 * Counts the facts whose time had a picture. On a machine that stood still nothing could tell them.
 * @param seen media times of the pictures
 * @returns a sentence for each fact that could be told and was not
 */
export function untold(
  told: readonly Told[],
  seen: readonly number[],
  timeline: Timeline,
  texts: Readonly<Record<string, string>>,
  from: number,
  to: number,
): { needed: number; unseen: number; missing: string[] } {
  const needs = needsOf(timeline, texts, from, to);
  const seeable = needs.filter(({ time }) =>
    // Leaves time to draw and to tell it.
    seen.some((media) => media >= time && media <= time + LATE / 2),
  );
  const missing = seeable
    .filter(
      (need) =>
        !told.some(
          ({ media, text }) =>
            media >= need.time - EARLY && media <= need.time + LATE && says(text, need.says),
        ),
    )
    .map(({ says: words, time, what }) => {
      const near = told
        .filter(({ media }) => Math.abs(media - time) < 1)
        .map(({ media, text }) => `${media.toFixed(2)} "${text}"`);
      return `${time.toFixed(2)} s: ${what} ("${words}"); there was ${near.join(', ') || 'nothing'}`;
    });
  return { needed: needs.length, unseen: needs.length - seeable.length, missing };
}
