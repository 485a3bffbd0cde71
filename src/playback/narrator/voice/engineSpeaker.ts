/**
 * A speaker that uses the set's own speech engine. An engine begins with a delay, so it is asked earlier by its
 * usual delay.
 */
import { onGesture } from '../../../tv/gesture';
import { type Launched, UNHEARD_SECONDS } from '../sound/lookahead';
import type { Line, Speaker } from './speaker';

/** Characters per second, and the extra seconds to begin and end. Both are cautious, since engines differ. */
const LETTERS_PER_SECOND = 13;
const AROUND_SECONDS = 0.25;
/** Rate for counts, so that the longest number ends within its second. */
const COUNT_RATE = 1.3;
/** The longest delay that is allowed for, seconds. */
const MOST_DELAY = 0.4;

/** An utterance that ends sooner than this, seconds, was silent: no engine says a word so fast. */
const SHORTEST_SECONDS = 0.1;
/**
 * Number of lines in a row not heard after which the engine is given up. One is not enough: the first may be
 * slow.
 */
const MOST_FAILURES = 2;
/** The errors of a cancelled utterance. */
const TAKEN_BACK = ['canceled', 'interrupted'];

/** The part of `speechSynthesis` that is used, so that a test can replace it. */
export interface Engine {
  getVoices(): SpeechSynthesisVoice[];
  speak(utterance: SpeechSynthesisUtterance): void;
  cancel(): void;
  addEventListener?(type: 'voiceschanged', then: () => void): void;
}

/**
 * The engine's best voice for a language: `nl-BE`, then `nl-NL`, then any other `nl`. Only voices that need no
 * network.
 */
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
  /** Delay from the request to the sound, seconds; learnt from each utterance. */
  private delay = 0.1;
  private speaking: SpeechSynthesisUtterance | undefined;
  private failures = 0;

  constructor(
    private readonly engine: Engine,
    private readonly voice: SpeechSynthesisVoice,
    private readonly now: () => number,
    /** Called when `canSpeak` changes. */
    private readonly changed: () => void = () => {},
  ) {}

  /** False once several lines in a row were not heard. */
  get canSpeak(): boolean {
    return this.failures < MOST_FAILURES;
  }

  secondsOf({ isCount, text }: Line): number {
    const rate = isCount ? COUNT_RATE : 1;
    return (AROUND_SECONDS + text.length / LETTERS_PER_SECOND) / rate;
  }

  prepare(): void {
    // The engine loads nothing.
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
        // Some engines report an end and no beginning: then it began when it was asked.
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
      // The previous utterance took too long: two must never sound at once.
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

  /** Some browsers allow no speech before a key, so the next key allows another try. */
  private awaitGesture() {
    const stop = onGesture(() => {
      stop();
      const couldSpeak = this.canSpeak;
      this.failures = 0;
      if (!couldSpeak) this.changed();
    });
  }
}
