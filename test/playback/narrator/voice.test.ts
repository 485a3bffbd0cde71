/** Tests which speaker the app chooses, and how exactly each speaks. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SoundOutput } from '../../../src/playback/narrator/sound/output';
import { type ClipIndex, readClipIndex } from '../../../src/playback/narrator/voice/clipIndex';
import { ClipSpeaker } from '../../../src/playback/narrator/voice/clipSpeaker';
import { EngineSpeaker, voiceFor } from '../../../src/playback/narrator/voice/engineSpeaker';
import type { Line } from '../../../src/playback/narrator/voice/speaker';
import { SpeakerChooser } from '../../../src/playback/narrator/voice/speakerChooser';
import { RequestBudget } from '../../../src/playback/requestBudget';
import { FakeAudio } from '../../support/audio';

const INDEX: ClipIndex = {
  format: 1,
  language: 'nl',
  clips: {
    'phase.hold': { file: 'phase.hold.mp3', seconds: 0.6 },
    'number-3': { file: 'number-3.mp3', seconds: 0.4 },
    'voice.repetition': { file: 'voice.repetition.mp3', seconds: 0.5 },
  },
};

const line = (...clips: string[]): Line => ({
  says: [],
  text: clips.join(' '),
  clips: clips.map((clip) => ({ clip, text: clip })),
  isCount: clips.length === 1 && clips[0]?.startsWith('number') === true,
});

/** At 1000 samples a second: first silence, then voice. */
function samples(silence: number, voice: number): ArrayBuffer {
  const data = new Float32Array((silence + voice) * 1000);
  data.fill(0.5, silence * 1000);
  return data.buffer;
}

const voice = (lang: string, more: Partial<SpeechSynthesisVoice> = {}) =>
  ({ lang, localService: true, default: false, ...more }) as SpeechSynthesisVoice;

const clock = { now: 50 };
const now = () => clock.now;
const settle = () => vi.advanceTimersByTimeAsync(0);
let audio: FakeAudio;
let output: SoundOutput;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  clock.now = 50;
  audio = new FakeAudio(clock);
  const Context = function AudioContext() {
    return audio;
  } as unknown as new () => AudioContext;
  output = new SoundOutput(now, Context);
  output.wake();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('recorded clips', () => {
  const loads = (files: Record<string, ArrayBuffer>) => (address: string) => {
    const bytes = files[address.split('/').pop() as string];
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error('HTTP 404'));
  };

  it('begin with the voice, not with the silence before it, one after another', async () => {
    const speaker = new ClipSpeaker(
      INDEX,
      'voice/nl/',
      output,
      () => {},
      loads({ 'voice.repetition.mp3': samples(0.2, 0.5), 'number-3.mp3': samples(0.05, 0.4) }),
    );
    const both = line('voice.repetition', 'number-3');
    expect(speaker.secondsOf(both)).toBeCloseTo(0.93);
    speaker.prepare([both]);
    expect(speaker.say(both, 51)).toBeUndefined();
    await settle();
    speaker.say(both, 51);
    clock.now = 60;
    const [first, second] = audio.heard;
    expect(first).toMatchObject({ at: 51, offset: 0.2 });
    expect(second?.offset).toBeCloseTo(0.05);
    expect(second?.at).toBeCloseTo(51.53);
    expect(first?.until).toBeLessThanOrEqual((second?.at ?? 0) + 0.01);
  });

  it('never begin after they were taken back', async () => {
    const speaker = new ClipSpeaker(
      INDEX,
      'voice/nl/',
      output,
      () => {},
      loads({ 'number-3.mp3': samples(0, 0.4) }),
    );
    speaker.prepare([line('number-3')]);
    await settle();
    speaker.say(line('number-3'), 50.5)?.stop();
    clock.now = 52;
    expect(audio.heard).toEqual([]);
  });

  it('say nothing of what is not recorded or does not load', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const loaded = vi.fn();
    const speaker = new ClipSpeaker(INDEX, 'voice/nl/', output, loaded, loads({}));
    expect(speaker.secondsOf(line('text-nowhere'))).toBeUndefined();
    speaker.prepare([line('phase.hold')]);
    await settle();
    expect(speaker.say(line('phase.hold'), 51)).toBeUndefined();
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('phase.hold.mp3'));
    expect(loaded).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });

  it('that do not load are not asked for at every line', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const budget = new RequestBudget(now);
    const load = vi.fn(loads({}));
    const speaker: ClipSpeaker = new ClipSpeaker(
      INDEX,
      'voice/nl/',
      output,
      // The narrator prepares again after a missed line.
      () => speaker.prepare([line('phase.hold')]),
      load,
      budget,
    );
    speaker.prepare([line('phase.hold')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(load).toHaveBeenCalledTimes(5);
    warned.mockRestore();
  });

  it('are fetched two at a time, those that are needed first before others', async () => {
    const asked: string[] = [];
    const open: ((bytes: ArrayBuffer) => void)[] = [];
    const loaded = vi.fn();
    const load = (address: string) => {
      asked.push(address.replace('voice/nl/', ''));
      return new Promise<ArrayBuffer>((resolve) => open.push(resolve));
    };
    const speaker = new ClipSpeaker(INDEX, 'voice/nl/', output, loaded, load);
    speaker.prepare([line('number-3'), line('phase.hold'), line('voice.repetition', 'number-3')]);
    expect(asked).toEqual(['number-3.mp3', 'phase.hold.mp3']);
    open[0]?.(samples(0, 0.4));
    await settle();
    expect(asked).toEqual(['number-3.mp3', 'phase.hold.mp3', 'voice.repetition.mp3']);
    expect(loaded).not.toHaveBeenCalled();
    open[1]?.(samples(0, 0.6));
    open[2]?.(samples(0, 0.5));
    await settle();
    expect(loaded).toHaveBeenCalledTimes(1);
  });

  it('are listed in a file; a broken one is named in a sentence', () => {
    expect(readClipIndex(JSON.stringify(INDEX), 'voice/nl/index.json')).toEqual(INDEX);
    expect(() => readClipIndex('{', 'voice/nl/index.json')).toThrow(
      /^voice\/nl\/index.json: is not valid JSON/,
    );
    const outside = { ...INDEX, clips: { a: { file: '../a.mp3', seconds: 1 } } };
    expect(() => readClipIndex(JSON.stringify(outside), 'voice/nl/index.json')).toThrow(
      'voice/nl/index.json: clips.a.file: must be a file name',
    );
  });
});

/** A speech engine whose sentences begin and end when the test says so. */
class FakeEngine extends EventTarget {
  voices: SpeechSynthesisVoice[] = [];
  spoken: {
    text: string;
    at: number;
    onstart?(): void;
    onend?(): void;
    onerror?(event: { error: string }): void;
    rate: number;
  }[] = [];
  cancels = 0;
  getVoices() {
    return this.voices;
  }
  speak(utterance: SpeechSynthesisUtterance) {
    const one = utterance as unknown as FakeEngine['spoken'][number];
    one.at = clock.now;
    this.spoken.push(one);
  }
  cancel() {
    this.cancels += 1;
  }
}

describe("the set's own engine", () => {
  let engine: FakeEngine;
  const pass = async (seconds: number) => {
    for (let n = 0; n < Math.round(seconds * 100); n++) {
      clock.now += 0.01;
      await vi.advanceTimersByTimeAsync(10);
    }
  };

  beforeEach(() => {
    engine = new FakeEngine();
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        constructor(readonly text: string) {}
      },
    );
  });

  it('is used only with a voice for the language that needs no network', () => {
    engine.voices = [voice('en-GB'), voice('nl-NL', { localService: false })];
    expect(voiceFor(engine as never, 'nl')).toBeUndefined();
    engine.voices.push(voice('nl_NL'), voice('nl-BE'));
    expect(voiceFor(engine as never, 'nl')?.lang).toBe('nl-BE');
    expect(voiceFor(engine as never, 'en')?.lang).toBe('en-GB');
  });

  it('is asked as much sooner as it is habitually late', async () => {
    const speaker = new EngineSpeaker(engine as never, voice('nl-BE'), now);
    for (let n = 0; n < 12; n++) {
      speaker.say(line('number-3'), clock.now + 1);
      const due = clock.now + 1;
      await pass(1.2);
      const one = engine.spoken[engine.spoken.length - 1];
      const asked = one?.at ?? 0;
      // This engine begins a quarter of a second after the request.
      clock.now = asked + 0.25;
      one?.onstart?.();
      one?.onend?.();
      if (n === 11) expect(Math.abs(asked + 0.25 - due)).toBeLessThan(0.05);
      clock.now = due + 1;
    }
    expect(engine.spoken[0]?.rate).toBeGreaterThan(1);
  });

  it('never says two at once, and falls silent when it is stopped', async () => {
    const speaker = new EngineSpeaker(engine as never, voice('nl-BE'), now);
    const first = speaker.say(line('phase.hold'), 50.2);
    const second = speaker.say(line('number-3'), 50.6);
    await pass(0.8);
    expect(engine.spoken).toHaveLength(2);
    expect(engine.cancels).toBe(1);
    first.stop();
    expect(engine.cancels).toBe(1);
    second.stop();
    expect(engine.cancels).toBe(2);
    speaker.say(line('phase.hold'), clock.now + 0.5).stop();
    await pass(1);
    expect(engine.spoken).toHaveLength(2);
  });

  const chooser = (index: string | undefined, log: string[] = []) =>
    new SpeakerChooser({
      output,
      now,
      engine: engine as never,
      folder: 'voice/',
      loadText: () => (index ? Promise.resolve(index) : Promise.reject(new Error('HTTP 404'))),
      log: (sentence) => log.push(sentence),
    });

  it('gives way to clips without a voice, and takes over when one comes late', async () => {
    const choose = chooser(JSON.stringify(INDEX));
    const changed = vi.fn();
    expect(choose.speaker('nl', changed)).toBeUndefined();
    await settle();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(choose.speaker('nl', changed)).toBeInstanceOf(ClipSpeaker);
    engine.voices = [voice('nl-BE')];
    engine.dispatchEvent(new Event('voiceschanged'));
    expect(changed).toHaveBeenCalledTimes(2);
    expect(choose.speaker('nl', changed)).toBeInstanceOf(EngineSpeaker);
  });

  type Spoken = FakeEngine['spoken'][number];
  it.each<[string, (one: Spoken) => void]>([
    ['hangs', () => {}],
    ['errors', (one) => one.onerror?.({ error: 'synthesis-failed' })],
    [
      'is silent',
      (one) => {
        one.onstart?.();
        one.onend?.();
      },
    ],
    ['only says that it ends at once', (one) => one.onend?.()],
  ])('that %s was not heard, and gives way to clips after two lines', async (_, behaves) => {
    engine.voices = [voice('nl-BE')];
    engine.speak = (utterance: SpeechSynthesisUtterance) => {
      FakeEngine.prototype.speak.call(engine, utterance);
      behaves(engine.spoken[engine.spoken.length - 1] as Spoken);
    };
    const choose = chooser(JSON.stringify(INDEX));
    const changed = vi.fn();
    const ask = () => choose.speaker('nl', changed);
    for (let n = 0; n < 2; n += 1) {
      expect(ask()?.canSpeak).toBe(true);
      const launched = ask()?.say(line('phase.hold'), clock.now + 0.2);
      await pass(2);
      expect(launched?.heardAt?.()).toBeUndefined();
    }
    expect(changed).toHaveBeenCalledTimes(1);
    ask();
    await settle();
    expect(ask()).toBeInstanceOf(ClipSpeaker);
  });

  it('is believed again when it is heard in between, and tells when it began', async () => {
    const speaker = new EngineSpeaker(engine as never, voice('nl-BE'), now);
    for (let n = 0; n < 4; n += 1) {
      speaker.say(line('phase.hold'), clock.now);
      await pass(1.5);
      const heard = speaker.say(line('phase.hold'), clock.now);
      await pass(0.2);
      const begun = clock.now;
      const one = engine.spoken[engine.spoken.length - 1];
      one?.onstart?.();
      expect(heard.heardAt?.()).toBeUndefined();
      await pass(0.5);
      expect(heard.heardAt?.()).toBeCloseTo(begun);
      one?.onend?.();
      expect(speaker.canSpeak).toBe(true);
    }
  });

  it('is not blamed for what was taken back', async () => {
    const speaker = new EngineSpeaker(engine as never, voice('nl-BE'), now);
    for (let n = 0; n < 4; n += 1) {
      const launched = speaker.say(line('phase.hold'), clock.now);
      await pass(0.3);
      launched.stop();
      engine.spoken[engine.spoken.length - 1]?.onerror?.({ error: 'interrupted' });
      await pass(2);
    }
    expect(speaker.canSpeak).toBe(true);
  });

  it('that may not speak before a key gets another try at the next one', async () => {
    const changed = vi.fn();
    const speaker = new EngineSpeaker(engine as never, voice('nl-BE'), now, changed);
    for (let n = 0; n < 2; n += 1) {
      speaker.say(line('phase.hold'), clock.now);
      await pass(0.3);
      engine.spoken[n]?.onerror?.({ error: 'not-allowed' });
    }
    expect(speaker.canSpeak).toBe(false);
    window.dispatchEvent(new Event('keydown'));
    expect(speaker.canSpeak).toBe(true);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('leaves it at signals where nobody speaks the language', async () => {
    const log: string[] = [];
    const choose = chooser(undefined, log);
    choose.speaker('pt', () => {});
    await settle();
    expect(choose.speaker('pt', () => {})).toBeUndefined();
    expect(log).toEqual(['No recorded voice: Error: HTTP 404']);
  });
});
