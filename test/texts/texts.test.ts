/** Tests the texts of every language against the Dutch: the same keys, the same placeholders. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Dose } from '../../src/catalogue/types';
import { doseBadge, doseLines, doseSentence, exerciseDose } from '../../src/texts/dose';
import { CODES, LANGUAGES, type Language } from '../../src/texts/languages';
import { pluralForm, translator } from '../../src/texts/translate';
import { paceText } from '../../src/texts/words';
import { cycling, LIFT_HOLD_LOWER, part } from '../support/exercises';
import { exercise, textsIn } from '../ui/fakes';

const nl = textsIn('nl');
const others = CODES.filter((code) => code !== 'nl');

const placeholdersOf = (text: string) =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');

/** A singular may have the number as a word or as `{n}`, so it is left out. */
const comparable = (key: string, text: string) =>
  key.endsWith('.one') ? text.replace(/\{n\}/g, '') : text;

it('there is a file for each language, and no other', () => {
  const files = readdirSync(join(import.meta.dirname, '../../static/texts')).sort();
  expect(files).toEqual(CODES.map((code) => `${code}.json`).sort());
});

describe.each(others)('%s', (language) => {
  const texts = textsIn(language);

  it('lacks no key', () => {
    expect(Object.keys(nl).filter((key) => !(key in texts))).toEqual([]);
  });

  it('has no key that the Dutch lacks', () => {
    expect(Object.keys(texts).filter((key) => !(key in nl))).toEqual([]);
  });

  it('has the placeholders of the Dutch, no more and no fewer', () => {
    const wrong = Object.entries(texts)
      .map(([key, text]) => [
        key,
        placeholdersOf(comparable(key, nl[key] ?? '')),
        placeholdersOf(comparable(key, text)),
      ])
      .filter(([, ours, theirs]) => ours !== theirs);
    expect(wrong).toEqual([]);
  });

  it('has every plural form that its grammar asks for', () => {
    const stems = Object.keys(nl).filter((key) => key.endsWith('.one'));
    const form = pluralForm(language);
    const missing = stems.flatMap((one) =>
      [0, 1, 2, 5, 21, 100]
        .map((n) => one.replace(/one$/, form(n)))
        .filter((key) => !(key in texts)),
    );
    expect(stems.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });

  it('has no empty text, no stray blank, no straight quotation mark', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(text, key).toBe(text.normalize('NFC').trim());
      expect(text, key).not.toBe('');
      expect(text, key).not.toMatch(/["'`]/);
    }
  });

  it('is about as long as the Dutch, for whose places the screens are made', () => {
    // A short text may be longer by a word; the browser test measures each in its box.
    const long = Object.entries(texts)
      .filter(([key, text]) => text.length > (nl[key]?.length ?? 0) * 1.4 + 12)
      .map(([key, text]) => `${key}: ${text}`);
    expect(long).toEqual([]);
  });
});

it('French keeps its blank before : ; ! and ? on the same line', () => {
  for (const [key, text] of Object.entries(textsIn('fr'))) {
    expect(text, key).not.toMatch(/[ \p{L}}][:;!?»]|« /u);
  }
});

describe('plurals, where the set knows no rules of its own', () => {
  afterEach(() => vi.unstubAllGlobals());

  const numbers = [0, 1, 1.5, 2, 3, 11, 21, 100];
  it.each(CODES)('%s: as the set would have it', (language) => {
    const theirs = pluralForm(language);
    const expected = numbers.map(theirs);
    vi.stubGlobal('Intl', { NumberFormat: Intl.NumberFormat });
    const ours = pluralForm(language);
    expect(numbers.map(ours)).toEqual(expected);
  });

  it('none is singular in French alone', () => {
    const none = (language: Language) =>
      translator(textsIn(language), language).count('count.exercises', 0);
    expect(CODES.map(none)).toEqual(['0 oefeningen', '0 exercises', '0 exercice', '0 Übungen']);
  });

  it('a form that the file lacks is the plural', () => {
    const t = translator({ 'count.exercises.other': '{n} exercices' }, 'fr');
    expect(t.count('count.exercises', 1)).toBe('1 exercices');
  });
});

describe('a dose in every language', () => {
  const in4 = (say: (language: Language) => string) => CODES.map(say);
  const tIn = (language: Language) => translator(textsIn(language), language);
  const plain: Dose = { sets: 1, sides: 'none', restSeconds: 20 };

  it('a pace has the language’s own mark', () => {
    expect(in4((code) => paceText(tIn(code), 0.75))).toEqual(['0,75×', '0.75×', '0,75×', '0,75×']);
  });

  it('sets, repetitions and a hold', () => {
    const bridge = part({ ...plain, sets: 2, reps: 15, holdCounts: 3 }, LIFT_HOLD_LOWER);
    expect(in4((code) => doseSentence(tIn(code), bridge).text)).toEqual([
      '2 × 15, 3 tellen aanhouden',
      '2 × 15, hold 3 counts',
      '2 × 15, tenir 3 temps',
      '2 × 15, 3 Zählzeiten halten',
    ]);
    expect(in4((code) => doseLines(tIn(code), bridge, true)[0]?.text ?? '')).toEqual([
      '2 reeksen van 15 keer',
      '2 sets, 15 times each',
      '2 séries de 15 fois',
      '2 Sätze, je 15 Mal',
    ]);
  });

  it('"ongeveer" stands by the number', () => {
    const stretch = part({ ...plain, reps: 1, holdCounts: 15 }, LIFT_HOLD_LOWER, {
      about: ['holdCounts'],
    });
    expect(in4((code) => doseSentence(tIn(code), stretch).text)).toEqual([
      'ongeveer 15 tellen aanhouden',
      'hold about 15 counts',
      'tenir environ 15 temps',
      'etwa 15 Zählzeiten halten',
    ]);
  });

  it('a German noun keeps its capital within a sentence', () => {
    const [first, second] = cycling().parts;
    const two = exercise('x', {
      parts: [
        { ...first, title: 'Vooruit' },
        { ...(second as typeof first), title: 'Achteruit' },
      ],
    });
    expect(in4((code) => exerciseDose(tIn(code), two).text)).toEqual([
      'Vooruit 30 seconden, achteruit 30 seconden',
      'Vooruit 30 seconds, achteruit 30 seconds',
      'Vooruit 30 secondes, achteruit 30 secondes',
      'Vooruit 30 Sekunden, Achteruit 30 Sekunden',
    ]);
    expect(doseBadge(tIn('de'), two).text).toBe('30 s');
  });
});

it('each language is called by its own name', () => {
  expect(Object.values(LANGUAGES)).toEqual(['Nederlands', 'English', 'Français', 'Deutsch']);
});
