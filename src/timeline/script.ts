/** Collects utterances: what to say, how important it is, and when it may be said. */
import { type Phrase, phrase } from './phrases';
import { FPS, type Segment } from './types';

/**
 * - `count`: a number on its exact second; `countdown`: the last three seconds before a change
 * - `number`: which repetition it is, said where there is room
 * - `cue`: what to do, which side, halfway, what comes next
 * - `instruction`: a sentence of the exercise's instruction
 */
export type UtteranceKind = 'count' | 'countdown' | 'number' | 'cue' | 'instruction';

export interface Utterance {
  /** Media time, seconds: the first frame of the event that it announces. */
  time: number;
  kind: UtteranceKind;
  says: Phrase[];
  /**
   * An utterance with a higher priority keeps its place. Others move within their slot, or are left
   * out.
   */
  priority: number;
  /**
   * When the voice may begin, first and last, media seconds. The same number twice is an exact
   * moment.
   */
  earliest: number;
  latest: number;
  /** The voice must be done by then, media seconds. */
  endBy?: number;
  /** True puts it as late in its slot as possible; otherwise it comes as early as possible. */
  late?: boolean;
}

/**
 * Priorities, the highest first (ours): exact counts, then where the patient is, then what to do,
 * then all others.
 */
export const PRIORITY = {
  count: 90,
  repetitionCount: 85,
  wait: 80,
  position: 79,
  side: 78,
  next: 72,
  mark: 70,
  turnSide: 66,
  hold: 65,
  word: 60,
  /** The number of a repetition, where the movement's words come first. */
  number: 40,
  duration: 50,
  turn: 35,
  dose: 30,
  instruction: 10,
} as const;

/** A run's first and last moment, media seconds. */
export const startOf = (segment: Segment): number => segment.runStart / FPS;
export const endOf = (segment: Segment): number => (segment.runStart + segment.runFrames) / FPS;

/** Collects utterances. `now` is the moment that they announce, media seconds. */
export class Script {
  readonly utterances: Utterance[] = [];

  exact(now: number, kind: 'count' | 'countdown', n: number, priority: number): void {
    this.add(now, kind, [phrase('voice.count', { n })], priority, { latest: now });
  }

  cue(now: number, says: Phrase[], priority: number, slot: Partial<Utterance>): void {
    this.add(now, 'cue', says, priority, slot);
  }

  add(
    now: number,
    kind: UtteranceKind,
    says: Phrase[],
    priority: number,
    slot: Partial<Utterance>,
  ): void {
    this.utterances.push({
      time: now,
      kind,
      says,
      priority,
      earliest: now,
      latest: now,
      ...slot,
    });
  }
}
