/** A speaker says phrases aloud: with the set's own speech engine, or with recorded clips. */
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

/** A phrase in both forms: as text for an engine, and as clips. */
export interface Line {
  says: readonly Phrase[];
  /** The spoken text. */
  text: string;
  clips: readonly ClipPart[];
  /** True for a number alone, which must end within its second. */
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
  /** True as long as nothing shows that the speaker can't be heard. */
  readonly canSpeak: boolean;
  /** Length of a line, seconds; undefined where it can't be said. */
  secondsOf(line: Line): number | undefined;
  /** Prepares lines that will be said soon. */
  prepare(lines: readonly Line[]): void;
  /**
   * Says a line.
   * @param at when, seconds on the steady clock
   * @returns undefined when it can't be said at that time
   */
  say(line: Line, at: number): Launched | undefined;
  /** @param volume 0 to 1 */
  setVolume(volume: number): void;
}
