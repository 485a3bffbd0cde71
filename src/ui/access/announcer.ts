/**
 * Decides what is told to who can't see, while an exercise plays: what voice and captions say, from
 * the same utterances, as far as a screen reader can keep up. Knows no clock and no page.
 */
import type { Caption, CaptionState } from '../../timeline/captions';
import type { Phrase } from '../../timeline/phrases';

/** Counts come a second apart; frames come a little early or late. */
const BETWEEN_COUNTS_MS = 900;

/** Turns what is captioned at each moment into what is told when something begins. */
export class Announcer {
  private cue: Caption | undefined;
  private reading: Caption | undefined;
  private count: number | undefined;
  private countedAt = Number.NEGATIVE_INFINITY;

  /** @param words a caption's words */
  constructor(private readonly words: (says: readonly Phrase[]) => string) {}

  /**
   * @param state what is said now; undefined while nothing plays
   * @param now ms, on any steady clock
   * @returns what to tell, empty for nothing new. A count that comes too soon after another is told
   * when its time comes, or never where the next one is there by then.
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

/** Each as a sentence of its own, so that a voice takes a breath between them. */
const sentences = (texts: readonly string[]): string =>
  texts.map((text, at) => (at < texts.length - 1 ? ended(text) : text)).join(' ');

const ended = (text: string): string => (/[.!?…:]$/.test(text) ? text : `${text}.`);
