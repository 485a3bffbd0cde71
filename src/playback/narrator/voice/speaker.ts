/** Whoever says phrases aloud: the set's own speech engine, or recorded clips. */
import {
  type ClipPart,
  type Phrase,
  phraseClips,
  phraseText,
  sentenceText,
  speakable,
  type Template,
} from '../../../timeline/phrases';
import type { Launched } from '../sound/lookahead';

/** A phrase, ready to be said either way. */
export interface Line {
  says: readonly Phrase[];
  /** As it is spoken. */
  text: string;
  clips: readonly ClipPart[];
  /** A number alone, which must be over within its second. */
  isCount: boolean;
}

/** A phrase in the language's own texts. */
export function makeLine(template: Template, says: readonly Phrase[]): Line {
  return {
    says,
    text: speakable(
      template,
      sentenceText((one) => phraseText(template, one), says),
    ),
    clips: says.flatMap((one) => phraseClips(template, one)),
    isCount: says.length === 1 && says[0]?.key === 'voice.count',
  };
}

export interface Speaker {
  /** What it says now can be heard, as far as anybody knows. */
  readonly canSpeak: boolean;
  /** How long a line takes, seconds; undefined where it can't be said. */
  secondsOf(line: Line): number | undefined;
  /** Gets ready to say these lines soon. */
  prepare(lines: readonly Line[]): void;
  /**
   * Says a line.
   * @param at on the steady clock, seconds
   * @returns undefined when it can't be said now
   */
  say(line: Line, at: number): Launched | undefined;
  /** @param volume 0 to 1 */
  setVolume(volume: number): void;
}
