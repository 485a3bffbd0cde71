/** Tests the voice tool: what it makes, and what it leaves alone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhraseKey } from '../../../src/timeline/phrases';
import nl from '../../../static/texts/nl.json';
import { catalogueWords, PHRASE_KEYS, voiceList } from '../../../tools/voice/list';
import { makeVoice } from '../../../tools/voice/make';
import { level, loudness, trim } from '../../../tools/voice/shape';
import type { Synthesiser } from '../../../tools/voice/sound';

const RATE = 16_000;

/** Silence, a tone, silence. */
function tone(before: number, seconds: number, after: number, gain: number): Float32Array {
  const samples = new Float32Array(Math.round((before + seconds + after) * RATE));
  for (let n = 0; n < seconds * RATE; n++) {
    samples[Math.round(before * RATE) + n] = gain * Math.sin(n / 8);
  }
  return samples;
}

/** As bytes of a WAV file, 16 bits. */
function wav(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples.length * 2, 40);
  for (const [n, sample] of samples.entries()) {
    bytes.writeInt16LE(Math.round(sample * 32767), 44 + n * 2);
  }
  return bytes;
}

describe('a recording', () => {
  it('loses the silence around it, and nothing of the voice', () => {
    const trimmed = trim(tone(0.5, 0.4, 0.7, 0.3), RATE).length / RATE;
    expect(trimmed).toBeGreaterThanOrEqual(0.4);
    expect(trimmed).toBeLessThan(0.44);
    expect(trim(new Float32Array(100), RATE)).toHaveLength(0);
  });

  it.each([
    0.02, 0.2, 0.9,
  ])('of loudness %s becomes as loud as any other, without clipping', (gain) => {
    const levelled = level(tone(0, 0.5, 0, gain), RATE);
    expect(loudness(levelled, RATE)).toBeCloseTo(0.126, 2);
    expect(Math.max(...levelled)).toBeLessThanOrEqual(0.9);
  });
});

describe('the list', () => {
  it('knows every phrase that has words of its own', () => {
    // What is filled in has no words of its own, and which arm or leg is told on screen only.
    const unspoken = /^(voice\.(plain|count)$|side\.(leg|legAndArm)\.)/;
    const spoken = Object.keys(nl).filter(
      (key) => /^(voice|side|position)\./.test(key) && !unspoken.test(key),
    );
    expect(PHRASE_KEYS).toEqual(expect.arrayContaining(spoken));
    for (const key of PHRASE_KEYS) expect(key in nl, key).toBe(true);
    expect(new Set<PhraseKey>(PHRASE_KEYS).size).toBe(PHRASE_KEYS.length);
  });

  it('takes the words of a catalogue and of a translation of one', () => {
    const source = {
      exercises: [
        {
          shortTitle: 'Brug',
          instruction: ['Hef op. Hou aan.'],
          variants: [{ text: 'Op één been.' }],
          parts: [{ title: 'Vooruit', movement: [{ word: 'Fiets' }, { phase: 'hold' }] }],
        },
      ],
    };
    const words = ['Brug', 'Hef op.', 'Hou aan.', 'Op één been.', 'Vooruit', 'Fiets'];
    expect(catalogueWords(source)).toEqual(words);
    const translation = {
      exercises: {
        brug: {
          shortTitle: 'Brug',
          instruction: ['Hef op. Hou aan.'],
          variants: { been: { text: 'Op één been.' } },
          parts: { main: { title: 'Vooruit', words: { turn: 'Fiets' } } },
        },
      },
    };
    expect(catalogueWords(translation)).toEqual(words);
    expect(catalogueWords(null)).toEqual([]);
  });

  it('reads signs and numbers as words', () => {
    const list = voiceList(nl, ['2 reeksen van 15x (rek)']);
    expect([...list.values()]).toContain('2 reeksen van 15 keer, rek');
    expect(list.get('number-60')).toBe('60');
  });
});

/** The encoder starts for each clip, so this takes time. */
const PATIENCE = 180_000;

describe('making', { timeout: PATIENCE }, () => {
  let folder: string;
  let spoken: string[];
  const by: Synthesiser = {
    async speak(text, file) {
      spoken.push(text);
      writeFileSync(file, wav(tone(0.1, text === '27' ? 1.4 : 0.5, 0.1, 0.3)));
    },
  };
  const make = (list: Record<string, string>, all = false) =>
    makeVoice({ folder, language: 'nl', list: new Map(Object.entries(list)), by, all });
  const index = () =>
    JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).clips as Record<
      string,
      { file: string; seconds: number }
    >;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'voice-test-'));
    spoken = [];
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes what is missing, what changed its words, and takes away what nobody asks for', async () => {
    await make({ 'phase.hold': 'Hou aan', 'number-27': '27', 'text-oud': 'Oud' });
    expect(spoken.sort()).toEqual(['27', 'Hou aan', 'Oud']);
    expect(index()['number-27']?.seconds).toBeLessThanOrEqual(0.92);
    spoken = [];
    const again = await make({ 'phase.hold': 'Blijf zo', 'number-27': '27' });
    expect(spoken).toEqual(['Blijf zo']);
    expect(again).toMatchObject({ made: 1, kept: 1, removed: 1 });
    expect(readdirSync(folder).sort()).toEqual(['index.json', 'number-27.mp3', 'phase.hold.mp3']);
  });

  it("keeps somebody's own recordings, whatever their ending, and measures them", async () => {
    const list = { 'phase.hold': 'Hou aan', 'side.left': 'Links', 'number-3': '3' };
    await make(list);
    writeFileSync(join(folder, 'phase.hold.wav'), wav(tone(0.3, 0.8, 0.3, 0.2)));
    writeFileSync(join(folder, 'side.left.mp3'), wav(tone(0, 0.6, 0, 0.2)));
    spoken = [];
    expect(await make(list, true)).toMatchObject({ own: 2, made: 1 });
    expect(spoken).toEqual(['3']);
    expect(index()['phase.hold']?.file).toBe('phase.hold.wav');
    expect(index()['phase.hold']?.seconds).toBeCloseTo(0.82, 1);
    expect(readdirSync(folder)).not.toContain('phase.hold.mp3');
    expect(await make(list)).toMatchObject({ own: 2, kept: 1 });
  });

  it('refuses a count that lasts into the next one, by name', async () => {
    writeFileSync(join(folder, 'number-3.wav'), wav(tone(0, 1.3, 0, 0.3)));
    await expect(make({ 'number-3': '3' })).rejects.toThrow(
      /^number-3.wav: lasts 1.3\d s, a count at most 0.92 s$/,
    );
  });
});
