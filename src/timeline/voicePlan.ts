/**
 * Plans which utterances the voice has time for. Two never overlap, and important ones come first.
 * Pure.
 */
import type { Phrase } from './phrases';
import type { Utterance, UtteranceKind } from './script';

/** How much the voice says. */
export const VOICE_MODES = ['off', 'counts', 'cues', 'everything'] as const;
export type VoiceMode = (typeof VOICE_MODES)[number];

const SAID: Record<VoiceMode, readonly UtteranceKind[]> = {
  off: [],
  counts: ['count', 'countdown', 'number'],
  cues: ['count', 'countdown', 'number', 'cue'],
  everything: ['count', 'countdown', 'number', 'cue', 'instruction'],
};

/** Least silence between two utterances, seconds. */
export const BREATH = 0.08;
/** Longest time of a count, seconds. It ends before the next count, whatever its word. */
export const LONGEST_COUNT = 1 - BREATH;

/** An utterance with its planned time. */
export interface PlannedSpeech {
  /** Media time at which the voice begins, seconds. */
  time: number;
  /** How long it takes, seconds. */
  seconds: number;
  /** Latest useful moment to begin, media seconds. */
  latest: number;
  says: Phrase[];
  utterance: Utterance;
}

interface Span {
  from: number;
  to: number;
}

/** Tolerance, seconds: the rounding of frames must not make two neighbours overlap. */
const EPSILON = 1e-6;

/** The planned speech, in order of time. No two utterances overlap. */
class Track {
  private readonly spans: Span[] = [];

  take(from: number, to: number): void {
    this.spans.splice(this.firstEndingAfter(from), 0, { from, to });
  }

  /**
   * First (or last) moment in a window, media seconds, at which enough seconds are free. Only the
   * edges of the window and of planned utterances are tried.
   */
  find(seconds: number, earliest: number, latest: number, late: boolean): number | undefined {
    if (latest < earliest - EPSILON) return undefined;
    const near: Span[] = [];
    for (let at = this.firstEndingAfter(earliest); at < this.spans.length; at++) {
      const span = this.spans[at] as Span;
      if (span.from >= latest + seconds - EPSILON) break;
      near.push(span);
    }
    const isFree = (from: number) =>
      near.every((span) => from + seconds <= span.from + EPSILON || from >= span.to - EPSILON);
    return [earliest, latest, ...near.flatMap(({ from, to }) => [to, from - seconds])]
      .filter((at) => at >= earliest - EPSILON && at <= latest + EPSILON)
      .sort((a, b) => (late ? b - a : a - b))
      .find(isFree);
  }

  /** Place of the first utterance that ends after a moment, by bisection. */
  private firstEndingAfter(moment: number): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle] as Span).to > moment + EPSILON) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** By priority, then in their given order. */
const byPriority = (a: Utterance, b: Utterance): number => b.priority - a.priority;

/**
 * Gives each utterance its time. One that has no room in its window is left out. If a sentence of
 * the instruction has no room, all later sentences are left out too, so that the voice never reads
 * fragments.
 * @param secondsOf seconds that the voice takes to say it; undefined where it cannot
 * @param from media time from which the voice can speak, seconds: past utterances are left out, and
 *   those that still have time move
 */
export function planVoice(
  utterances: readonly Utterance[],
  mode: VoiceMode,
  secondsOf: (says: readonly Phrase[]) => number | undefined,
  from = 0,
): PlannedSpeech[] {
  const track = new Track();
  const spoken: PlannedSpeech[] = [];
  const wanted = utterances.filter(({ kind }) => SAID[mode].includes(kind)).sort(byPriority);
  /** Media time up to which the instruction is read; undefined once a sentence has no room. */
  let reading: number | undefined = from;
  for (const utterance of wanted) {
    const { kind, says, endBy = Number.POSITIVE_INFINITY, late = false } = utterance;
    const isReading = kind === 'instruction';
    if (isReading && reading === undefined) continue;
    const length = secondsOf(says);
    const at =
      length === undefined
        ? undefined
        : track.find(
            roomFor(kind, length),
            Math.max(utterance.earliest, isReading ? (reading ?? from) : from),
            Math.min(utterance.latest, endBy - roomFor(kind, length)),
            late,
          );
    if (length === undefined || at === undefined) {
      if (isReading) reading = undefined;
      continue;
    }
    const room = roomFor(kind, length);
    track.take(at, at + room);
    if (isReading) reading = at + room;
    const seconds = room - BREATH;
    spoken.push({ time: at, seconds, latest: Math.max(at, utterance.latest), says, utterance });
  }
  return spoken.sort((a, b) => a.time - b.time);
}

/** Seconds that an utterance takes on the track, with the silence after it. */
function roomFor(kind: UtteranceKind, seconds: number): number {
  const isCount = kind === 'count' || kind === 'countdown';
  return (isCount ? Math.min(seconds, LONGEST_COUNT) : seconds) + BREATH;
}
