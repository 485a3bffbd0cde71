/** The set's own speech engine. It begins when it likes, so its habitual delay is allowed for. */
import type { Launched } from '../sound/lookahead';
import type { Line, Speaker } from './speaker';

/** Characters a second, and what an engine takes to begin and end; cautious, since engines differ. */
const LETTERS_PER_SECOND = 13;
const AROUND_SECONDS = 0.25;
/** Counts are said faster, so that the longest is over within its second. */
const COUNT_RATE = 1.3;
/** An engine's delay is believed up to here, seconds. */
const MOST_DELAY = 0.4;

/** What of `speechSynthesis` is used; a test brings its own. */
export interface Engine {
  getVoices(): SpeechSynthesisVoice[];
  speak(utterance: SpeechSynthesisUtterance): void;
  cancel(): void;
  addEventListener?(type: 'voiceschanged', then: () => void): void;
}

/** `nl-BE` before `nl-NL` before any other `nl`; only voices that need no network. */
export function voiceFor(
  engine: Engine,
  language: string,
  region = 'BE',
): SpeechSynthesisVoice | undefined {
  const tag = (voice: SpeechSynthesisVoice) => voice.lang.replace('_', '-').toLowerCase();
  const mine = engine
    .getVoices()
    .filter((voice) => voice.localService && tag(voice).split('-')[0] === language.toLowerCase());
  const inRegion = mine.find((voice) => tag(voice).endsWith(`-${region.toLowerCase()}`));
  return inRegion ?? mine.find((voice) => voice.default) ?? mine[0];
}

export class EngineSpeaker implements Speaker {
  private volume = 1;
  /** From asking to sounding, seconds; learnt from each utterance. */
  private delay = 0.1;
  private speaking: SpeechSynthesisUtterance | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly voice: SpeechSynthesisVoice,
    private readonly now: () => number,
  ) {}

  secondsOf({ isCount, text }: Line): number {
    const rate = isCount ? COUNT_RATE : 1;
    return (AROUND_SECONDS + text.length / LETTERS_PER_SECOND) / rate;
  }

  prepare(): void {
    // Nothing to load.
  }

  setVolume(volume: number): void {
    this.volume = volume;
  }

  say(line: Line, at: number): Launched {
    const utterance = new SpeechSynthesisUtterance(line.text);
    utterance.voice = this.voice;
    utterance.lang = this.voice.lang;
    utterance.volume = this.volume;
    utterance.rate = line.isCount ? COUNT_RATE : 1;
    const begin = () => {
      const asked = this.now();
      utterance.onstart = () => {
        const delay = Math.min(this.now() - asked, MOST_DELAY);
        this.delay += (delay - this.delay) / 4;
      };
      utterance.onend = () => {
        if (this.speaking === utterance) this.speaking = undefined;
      };
      // Whatever still speaks was slower than its due: never two at once.
      if (this.speaking) this.engine.cancel();
      this.speaking = utterance;
      this.engine.speak(utterance);
    };
    const timer = setTimeout(begin, Math.max(0, (at - this.now() - this.delay) * 1000));
    return {
      stop: () => {
        clearTimeout(timer);
        if (this.speaking !== utterance) return;
        this.speaking = undefined;
        this.engine.cancel();
      },
    };
  }
}
