/** Finds the same place in another timeline of the same exercise. */
import { isWait, rowOf } from '../catalogue/phases';
import { frameAt, segmentAt } from './overlay';
import { FPS, type Segment, type Side, type Timeline } from './types';

/** First segments of the runs, in order. Pace changes the length of runs and not their order. */
const runs = (timeline: Timeline): Segment[] =>
  timeline.segments.filter((segment) => segment.startFrame === segment.runStart);

/**
 * Media time in `to` of the moment that plays at a media time in `from`. Both lay out the same
 * doses, at another pace or with another preparation. A movement keeps its share. A wait, hold or
 * effort keeps the seconds that have passed.
 * @returns seconds; 0 when the doses differ
 */
export function sameMoment(from: Timeline, to: Timeline, mediaTime: number): number {
  const frame = frameAt(from, mediaTime);
  const segment = from.segments[segmentAt(from, frame)] as Segment;
  const fromRuns = runs(from);
  const toRuns = runs(to);
  if (fromRuns.length !== toRuns.length) return 0;
  const run = toRuns[fromRuns.findIndex((one) => one.runStart === segment.runStart)];
  if (!run) return 0;
  const gone = frame - segment.runStart;
  const offset = rowOf(segment).isPaced
    ? Math.floor((gone * run.runFrames) / segment.runFrames)
    : Math.min(gone, run.runFrames - 1);
  return (run.runStart + offset) / FPS;
}

/**
 * Whether two segments of different layouts belong to the same run: same part, set, side,
 * repetition (an effort is one run) and phase.
 */
const isSameRun = (one: Segment, other: Segment): boolean =>
  one.part === other.part &&
  one.set === other.set &&
  one.timed === other.timed &&
  one.atEase === other.atEase &&
  (one.timed === true || one.phase === other.phase) &&
  (one.timed === true || one.repetition === other.repetition) &&
  (one.timed === true || one.side === other.side);

/**
 * Media time in `to` of the moment that plays at a media time in `from`, where `to` lays out
 * another dose of the same exercise at the same pace: the same second of the same repetition.
 * @returns seconds; undefined where `to` has no such repetition
 */
export function samePlace(from: Timeline, to: Timeline, mediaTime: number): number | undefined {
  const frame = frameAt(from, mediaTime);
  const segment = from.segments[segmentAt(from, frame)] as Segment;
  // A repetition may have several runs of one phase. The place among them decides which one it is.
  const alike = runs(from).filter((run) => isSameRun(run, segment));
  const place = alike.findIndex((run) => run.runStart === segment.runStart);
  const run = runs(to).filter((one) => isSameRun(one, segment))[place];
  if (!run) return undefined;
  return (run.runStart + Math.min(frame - segment.runStart, run.runFrames - 1)) / FPS;
}

/** A repetition, as a checkpoint names it. */
export interface Repetition {
  part: string;
  set: number;
  repetition: number;
  side?: Side;
}

/** The repetition (or the wait before it) at a media time. */
export function repetitionAt(timeline: Timeline, mediaTime: number): Repetition {
  const { part, set, repetition, side } = timeline.segments[
    segmentAt(timeline, frameAt(timeline, mediaTime))
  ] as Segment;
  return { part, set, repetition, ...(side ? { side } : {}) };
}

/**
 * Media time, seconds, at which the wait before a repetition begins, so that the patient has time
 * to prepare. If the timeline has no such repetition, because the dose is smaller: the nearest one
 * before it in the same part, else the beginning.
 */
export function timeOfRepetition(timeline: Timeline, wanted: Repetition): number {
  const inPart = timeline.segments.filter((segment) => segment.part === wanted.part);
  // A film may order sides and sets in its own way, so the search ignores the order.
  const there = inPart.find(
    (one) =>
      one.set === wanted.set && one.repetition === wanted.repetition && one.side === wanted.side,
  );
  if (there) return there.startFrame / FPS;
  const order = (one: { set: number; repetition: number; side?: Side }, alternate: boolean) =>
    (alternate || one.side !== 'right' ? 0 : 1e6) + one.set * 1e3 + one.repetition;
  const plan = timeline.parts.find((part) => part.part === wanted.part);
  const alternate = plan?.sides === 'alternate';
  const goal = order(wanted, alternate);
  let found: Segment | undefined;
  for (const segment of inPart) {
    const at = order(segment, alternate);
    if (at > goal) break;
    if (!found || at > order(found, alternate)) found = segment;
  }
  return found ? found.startFrame / FPS : 0;
}

/**
 * Media time, seconds, right after the wait that plays at a media time; the same time when no wait
 * plays.
 */
export function afterWait(timeline: Timeline, mediaTime: number): number {
  const segment = timeline.segments[segmentAt(timeline, frameAt(timeline, mediaTime))] as Segment;
  return isWait(segment) ? (segment.runStart + segment.runFrames) / FPS : mediaTime;
}
