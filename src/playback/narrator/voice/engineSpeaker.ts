/** The set's own speech engine. It begins when it likes, so its habitual delay is allowed for. */
import { onGesture } from '../../../tv/gesture';
import { type Launched, UNHEARD_SECONDS } from '../sound/lookahead';
import type { Line, Speaker } from './speaker';

/** Characters a second, and what an engine takes to begin and end; cautious, since engines differ. */
const LETTERS_PER_SECOND = 13;
const AROUND_SECONDS = 0.25;
/** Counts are said faster, so that the longest is over within its second. */
const COUNT_RATE = 1.3;
/** An engine's delay is believed up to here, seconds. */
const MOST_DELAY = 0.4;

/** No engine says a word in less, seconds: one that is over so soon was silent. */
const SHORTEST_SECONDS = 0.1;
/** So many lines in a row that were not heard, and the engine is given up: the first one may be slow. */
const MOST_FAILURES = 2;
/** What an utterance ends with that was taken back. */
const TAKEN_BACK = ['canceled', 'interrupted'];

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
  private failures = 0;

  constructor(
    private readonly engine: Engine,
    private readonly voice: SpeechSynthesisVoice,
    private readonly now: () => number,
    /** Called when `canSpeak` has become another. */
    private readonly changed: () => void = () => {},
  ) {}

  /** False once it was ordered to speak and wasn't heard, again and again. */
  get canSpeak(): boolean {
    return this.failures < MOST_FAILURES;
  }

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
    let begun: number | undefined;
    let isLost = false;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const heardAt = () =>
      begun === undefined || isLost || this.now() - begun < SHORTEST_SECONDS ? undefined : begun;
    const over = () => {
      clearTimeout(patience);
      if (this.speaking === utterance) this.speaking = undefined;
    };
    const fail = () => {
      over();
      if (isLost) return;
      isLost = true;
      this.fails();
    };
    const begin = () => {
      const asked = this.now();
      utterance.onstart = () => {
        clearTimeout(patience);
        begun = this.now();
        const delay = Math.min(begun - asked, MOST_DELAY);
        this.delay += (delay - this.delay) / 4;
      };
      utterance.onend = () => {
        // Whoever tells of an end only began when it was asked.
        begun ??= asked;
        if (heardAt() === undefined) fail();
        else {
          over();
          this.failures = 0;
        }
      };
      utterance.onerror = ({ error }) => {
        if (TAKEN_BACK.includes(error)) {
          over();
          return;
        }
        if (error === 'not-allowed') this.awaitGesture();
        fail();
      };
      patience = setTimeout(() => {
        if (this.speaking === utterance) this.engine.cancel();
        fail();
      }, 1000 * UNHEARD_SECONDS);
      // Whatever still speaks was slower than its due: never two at once.
      if (this.speaking) this.engine.cancel();
      this.speaking = utterance;
      this.engine.speak(utterance);
    };
    const timer = setTimeout(begin, Math.max(0, (at - this.now() - this.delay) * 1000));
    return {
      heardAt,
      stop: () => {
        clearTimeout(timer);
        clearTimeout(patience);
        if (this.speaking !== utterance) return;
        this.speaking = undefined;
        this.engine.cancel();
      },
    };
  }

  private fails() {
    this.failures += 1;
    if (this.failures === MOST_FAILURES) this.changed();
  }

  /** A browser that lets nothing speak before a key: with the next one it is worth another try. */
  private awaitGesture() {
    const stop = onGesture(() => {
      stop();
      const couldSpeak = this.canSpeak;
      this.failures = 0;
      if (!couldSpeak) this.changed();
    });
  }
}
