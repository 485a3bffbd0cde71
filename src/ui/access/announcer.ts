/**
 * Decides which words a screen reader says while an exercise plays. They are the words of the voice and
 * the captions, from the same utterances, as far as a screen reader can keep up. It knows no clock and
 * no page.
 */
import type { Caption, CaptionState } from '../../timeline/captions';
import type { Phrase } from '../../timeline/phrases';

/**
 * Shortest time between two counts, ms. Counts come a second apart, and frames come a little early or
 * late.
 */
const BETWEEN_COUNTS_MS = 900;

/** Turns the caption of each moment into the words to say when a part of it begins. */
export class Announcer {
  private cue: Caption | undefined;
  private reading: Caption | undefined;
  private count: number | undefined;
  private countedAt = Number.NEGATIVE_INFINITY;

  /** @param words turns phrases into text */
  constructor(private readonly words: (says: readonly Phrase[]) => string) {}

  /**
   * @param state the current caption; undefined while nothing plays
   * @param now ms, on any steady clock
   * @returns the words to say; empty for nothing new. A count that comes too soon after another is
   * returned later, or never when the next count replaces it.
   */
  next(state: CaptionState | undefined, now: number): string {
    const { count, cue, reading } = state ?? {};
    const told: string[] = [];
    if (cue !== this.cue && cue) {
      told.push(this.words(cue.says));
      // The same number in another cue is another count.
      this.count = undefined;
    }
    this.cue = cue;
    if (count === undefined) this.count = undefined;
    else if (count !== this.count && now - this.countedAt >= BETWEEN_COUNTS_MS) {
      told.push(String(count));
      this.count = count;
      this.countedAt = now;
    }
    if (reading !== this.reading && reading) told.push(this.words(reading.says));
    this.reading = reading;
    return sentences(told);
  }
}

/** Makes a sentence of each text, so that a voice pauses between them. */
const sentences = (texts: readonly string[]): string =>
  texts.map((text, at) => (at < texts.length - 1 ? ended(text) : text)).join(' ');

const ended = (text: string): string => (/[.!?…:]$/.test(text) ? text : `${text}.`);
