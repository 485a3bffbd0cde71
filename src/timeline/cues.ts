/**
 * The cues of a timeline: what is worth a word, a signal or a caption, and when. They follow from
 * the timeline alone.
 */
import { isWait, type Phase, phases } from '../catalogue/phases';
import { COUNTDOWN, isCountedDown } from './countdown';
import { FPS, type Segment, type Side, type Timeline } from './types';

export type CueKind =
  | Exclude<Phase, 'done'>
  | 'end'
  | 'repetition'
  | 'count'
  | 'countdown'
  | 'halfway'
  | 'twoMore';

export interface Cue {
  /** Media time, seconds: the first frame of what the cue announces. */
  time: number;
  kind: CueKind;
  part: string;
  set: number;
  /** The count of a hold or countdown, the number of a repetition, or the seconds of a rest. */
  number?: number;
  side?: Side;
  word?: string;
}

/** Least length of a set, repetitions, and of an effort, seconds, that has a halfway mark. */
export const HALFWAY_FROM = { repetitions: 8, seconds: 20 };

const cue = (segment: Segment, frame: number, kind: CueKind, number?: number): Cue => ({
  time: frame / FPS,
  kind,
  part: segment.part,
  set: segment.set,
  ...(number === undefined ? {} : { number }),
  ...(segment.side ? { side: segment.side } : {}),
  ...(segment.word ? { word: segment.word } : {}),
});

/** The countdown of a wait or effort of five seconds or more. */
function countdownCues(run: Segment): Cue[] {
  if (!isCountedDown(run)) return [];
  const end = run.runStart + run.runFrames;
  return COUNTDOWN.map((left) => cue(run, end - left * FPS, 'countdown', left));
}

function runCues(run: Segment): Cue[] {
  if (run.atEase) return [];
  const kind = run.phase === 'done' ? 'end' : run.phase;
  if (isWait(run)) {
    const seconds = kind === 'end' ? undefined : run.runFrames / FPS;
    return [cue(run, run.runStart, kind, seconds), ...countdownCues(run)];
  }
  if (run.timed) {
    const cues = [cue(run, run.runStart, 'move', run.runFrames / FPS), ...countdownCues(run)];
    if (run.runFrames >= HALFWAY_FROM.seconds * FPS) {
      cues.push(cue(run, run.runStart + Math.round(run.runFrames / 2), 'halfway'));
    }
    return cues;
  }
  return [cue(run, run.runStart, kind)];
}

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

/** The mark that a repetition deserves by its place in the set; undefined for short sets. */
export function cueKey(repetition: number, total: number): 'halfway' | 'twoMore' | undefined {
  if (total < HALFWAY_FROM.repetitions) return undefined;
  if (repetition === total - 1) return 'twoMore';
  return repetition === Math.floor(total / 2) + 1 ? 'halfway' : undefined;
}

/** The cues at the first segment of a repetition: its number, and its mark in the set. */
function repetitionCues(timeline: Timeline, segment: Segment, before?: Segment): Cue[] {
  if (segment.timed || !startsRepetition(segment, before)) return [];
  const total = timeline.parts.find((plan) => plan.part === segment.part)?.repetitions ?? 0;
  const cues = [cue(segment, segment.startFrame, 'repetition', segment.repetition)];
  const mark = cueKey(segment.repetition, total);
  if (mark) cues.push(cue(segment, segment.startFrame, mark));
  return cues;
}

/** All cues of a timeline, in order of time. */
export function cuesOf(timeline: Timeline): Cue[] {
  const cues: Cue[] = [];
  timeline.segments.forEach((segment, index) => {
    cues.push(...repetitionCues(timeline, segment, timeline.segments[index - 1]));
    if (segment.startFrame === segment.runStart) cues.push(...runCues(segment));
    if (phases[segment.phase].number === 'counts') {
      cues.push(cue(segment, segment.startFrame, 'count', segment.count));
    }
  });
  return cues.sort((a, b) => a.time - b.time);
}
