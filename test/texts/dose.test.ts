/**
 * Tests doses in words: every mixture of sets, repetitions, holds, times and sides, in four languages. Each
 * row has a dose, then its words on a tile, on one line, and on the exercise's page (lines joined by ` / `).
 */
import { describe, expect, it } from 'vitest';
import type { Dose } from '../../src/catalogue/types';
import { doseBadge, doseLines, doseSentence, exerciseDose } from '../../src/texts/dose';
import { CODES, type Language } from '../../src/texts/languages';
import { translator } from '../../src/texts/translate';
import { placeText } from '../../src/texts/words';
import { compileTimeline } from '../../src/timeline/compile';
import { overlayAt } from '../../src/timeline/overlay';
import { FPS } from '../../src/timeline/types';
import { LIFT_HOLD_LOWER, part } from '../support/exercises';
import { exercise, textsIn } from '../ui/fakes';

type Row = [dose: Partial<Dose>, tile: string, line: string, page: string];

const TABLE: Record<Language, Row[]> = {
  nl: [
    [{ reps: 1, sets: 1 }, '1×', '1 keer', '1 keer'],
    [{ reps: 15, sets: 1 }, '15×', '15 keer', '15 keer'],
    [
      { reps: 1, holdCounts: 15, sets: 1 },
      '15 tellen',
      '15 tellen aanhouden',
      '15 tellen aanhouden',
    ],
    [
      { reps: 1, holdSeconds: 20, sets: 1 },
      '20 s',
      '20 seconden aanhouden',
      '20 seconden aanhouden',
    ],
    [
      { reps: 10, holdCounts: 3, sets: 1 },
      '10×',
      '10 keer, 3 tellen aanhouden',
      '10 keer / 3 tellen aanhouden',
    ],
    [
      { reps: 10, holdSeconds: 5, sets: 1 },
      '10×',
      '10 keer, 5 seconden aanhouden',
      '10 keer / 5 seconden aanhouden',
    ],
    [{ durationSeconds: 30, sets: 1 }, '30 s', '30 seconden', '30 seconden'],
    [{ durationSeconds: 120, sets: 1 }, '2 min', '2 minuten', '2 minuten'],
    [{ reps: 1, sets: 2 }, '2×', '2 keer', '2 keer / 20 seconden rust tussendoor'],
    [
      { reps: 15, sets: 2 },
      '2 × 15',
      '2 × 15',
      '2 reeksen van 15 keer / 20 seconden rust tussen de reeksen',
    ],
    [
      { reps: 1, holdCounts: 15, sets: 2 },
      '2 × 15 tellen',
      '2 × 15 tellen aanhouden',
      '2 keer / 15 tellen aanhouden / 20 seconden rust tussendoor',
    ],
    [
      { reps: 1, holdSeconds: 20, sets: 2 },
      '2 × 20 s',
      '2 × 20 seconden aanhouden',
      '2 keer / 20 seconden aanhouden / 20 seconden rust tussendoor',
    ],
    [
      { reps: 10, holdCounts: 3, sets: 2 },
      '2 × 10',
      '2 × 10, 3 tellen aanhouden',
      '2 reeksen van 10 keer / 3 tellen aanhouden / 20 seconden rust tussen de reeksen',
    ],
    [
      { reps: 10, holdSeconds: 5, sets: 2 },
      '2 × 10',
      '2 × 10, 5 seconden aanhouden',
      '2 reeksen van 10 keer / 5 seconden aanhouden / 20 seconden rust tussen de reeksen',
    ],
    [
      { durationSeconds: 30, sets: 2 },
      '2 × 30 s',
      '2 × 30 seconden',
      '2 reeksen van 30 seconden / 20 seconden rust tussen de reeksen',
    ],
    [
      { durationSeconds: 120, sets: 2 },
      '2 × 2 min',
      '2 × 2 minuten',
      '2 reeksen van 2 minuten / 20 seconden rust tussen de reeksen',
    ],
  ],
  en: [
    [{ reps: 1, sets: 1 }, '1×', '1 time', '1 time'],
    [{ reps: 15, sets: 1 }, '15×', '15 times', '15 times'],
    [{ reps: 1, holdCounts: 15, sets: 1 }, '15 counts', 'hold 15 counts', 'Hold 15 counts'],
    [{ reps: 1, holdSeconds: 20, sets: 1 }, '20 s', 'hold 20 seconds', 'Hold 20 seconds'],
    [
      { reps: 10, holdCounts: 3, sets: 1 },
      '10×',
      '10 times, hold 3 counts',
      '10 times / Hold 3 counts',
    ],
    [
      { reps: 10, holdSeconds: 5, sets: 1 },
      '10×',
      '10 times, hold 5 seconds',
      '10 times / Hold 5 seconds',
    ],
    [{ durationSeconds: 30, sets: 1 }, '30 s', '30 seconds', '30 seconds'],
    [{ durationSeconds: 120, sets: 1 }, '2 min', '2 minutes', '2 minutes'],
    [{ reps: 1, sets: 2 }, '2×', '2 times', '2 times / 20 seconds rest in between'],
    [
      { reps: 15, sets: 2 },
      '2 × 15',
      '2 × 15',
      '2 sets, 15 times each / 20 seconds rest between sets',
    ],
    [
      { reps: 1, holdCounts: 15, sets: 2 },
      '2 × 15 counts',
      'hold 2 × 15 counts',
      '2 times / Hold 15 counts / 20 seconds rest in between',
    ],
    [
      { reps: 1, holdSeconds: 20, sets: 2 },
      '2 × 20 s',
      'hold 2 × 20 seconds',
      '2 times / Hold 20 seconds / 20 seconds rest in between',
    ],
    [
      { reps: 10, holdCounts: 3, sets: 2 },
      '2 × 10',
      '2 × 10, hold 3 counts',
      '2 sets, 10 times each / Hold 3 counts / 20 seconds rest between sets',
    ],
    [
      { reps: 10, holdSeconds: 5, sets: 2 },
      '2 × 10',
      '2 × 10, hold 5 seconds',
      '2 sets, 10 times each / Hold 5 seconds / 20 seconds rest between sets',
    ],
    [
      { durationSeconds: 30, sets: 2 },
      '2 × 30 s',
      '2 × 30 seconds',
      '2 sets, 30 seconds each / 20 seconds rest between sets',
    ],
    [
      { durationSeconds: 120, sets: 2 },
      '2 × 2 min',
      '2 × 2 minutes',
      '2 sets, 2 minutes each / 20 seconds rest between sets',
    ],
  ],
  fr: [
    [{ reps: 1, sets: 1 }, '1×', '1 fois', '1 fois'],
    [{ reps: 15, sets: 1 }, '15×', '15 fois', '15 fois'],
    [{ reps: 1, holdCounts: 15, sets: 1 }, '15 temps', 'tenir 15 temps', 'Tenir 15 temps'],
    [{ reps: 1, holdSeconds: 20, sets: 1 }, '20 s', 'tenir 20 secondes', 'Tenir 20 secondes'],
    [
      { reps: 10, holdCounts: 3, sets: 1 },
      '10×',
      '10 fois, tenir 3 temps',
      '10 fois / Tenir 3 temps',
    ],
    [
      { reps: 10, holdSeconds: 5, sets: 1 },
      '10×',
      '10 fois, tenir 5 secondes',
      '10 fois / Tenir 5 secondes',
    ],
    [{ durationSeconds: 30, sets: 1 }, '30 s', '30 secondes', '30 secondes'],
    [{ durationSeconds: 120, sets: 1 }, '2 min', '2 minutes', '2 minutes'],
    [{ reps: 1, sets: 2 }, '2×', '2 fois', '2 fois / 20 secondes de repos entre les deux'],
    [
      { reps: 15, sets: 2 },
      '2 × 15',
      '2 × 15',
      '2 séries de 15 fois / 20 secondes de repos entre les séries',
    ],
    [
      { reps: 1, holdCounts: 15, sets: 2 },
      '2 × 15 temps',
      'tenir 2 × 15 temps',
      '2 fois / Tenir 15 temps / 20 secondes de repos entre les deux',
    ],
    [
      { reps: 1, holdSeconds: 20, sets: 2 },
      '2 × 20 s',
      'tenir 2 × 20 secondes',
      '2 fois / Tenir 20 secondes / 20 secondes de repos entre les deux',
    ],
    [
      { reps: 10, holdCounts: 3, sets: 2 },
      '2 × 10',
      '2 × 10, tenir 3 temps',
      '2 séries de 10 fois / Tenir 3 temps / 20 secondes de repos entre les séries',
    ],
    [
      { reps: 10, holdSeconds: 5, sets: 2 },
      '2 × 10',
      '2 × 10, tenir 5 secondes',
      '2 séries de 10 fois / Tenir 5 secondes / 20 secondes de repos entre les séries',
    ],
    [
      { durationSeconds: 30, sets: 2 },
      '2 × 30 s',
      '2 × 30 secondes',
      '2 séries de 30 secondes / 20 secondes de repos entre les séries',
    ],
    [
      { durationSeconds: 120, sets: 2 },
      '2 × 2 min',
      '2 × 2 minutes',
      '2 séries de 2 minutes / 20 secondes de repos entre les séries',
    ],
  ],
  de: [
    [{ reps: 1, sets: 1 }, '1×', '1 Mal', '1 Mal'],
    [{ reps: 15, sets: 1 }, '15×', '15 Mal', '15 Mal'],
    [
      { reps: 1, holdCounts: 15, sets: 1 },
      '15 Zählzeiten',
      '15 Zählzeiten halten',
      '15 Zählzeiten halten',
    ],
    [{ reps: 1, holdSeconds: 20, sets: 1 }, '20 s', '20 Sekunden halten', '20 Sekunden halten'],
    [
      { reps: 10, holdCounts: 3, sets: 1 },
      '10×',
      '10 Mal, 3 Zählzeiten halten',
      '10 Mal / 3 Zählzeiten halten',
    ],
    [
      { reps: 10, holdSeconds: 5, sets: 1 },
      '10×',
      '10 Mal, 5 Sekunden halten',
      '10 Mal / 5 Sekunden halten',
    ],
    [{ durationSeconds: 30, sets: 1 }, '30 s', '30 Sekunden', '30 Sekunden'],
    [{ durationSeconds: 120, sets: 1 }, '2 Min.', '2 Minuten', '2 Minuten'],
    [{ reps: 1, sets: 2 }, '2×', '2 Mal', '2 Mal / 20 Sekunden Pause dazwischen'],
    [
      { reps: 15, sets: 2 },
      '2 × 15',
      '2 × 15',
      '2 Sätze, je 15 Mal / 20 Sekunden Pause zwischen den Sätzen',
    ],
    [
      { reps: 1, holdCounts: 15, sets: 2 },
      '2 × 15 Zählzeiten',
      '2 × 15 Zählzeiten halten',
      '2 Mal / 15 Zählzeiten halten / 20 Sekunden Pause dazwischen',
    ],
    [
      { reps: 1, holdSeconds: 20, sets: 2 },
      '2 × 20 s',
      '2 × 20 Sekunden halten',
      '2 Mal / 20 Sekunden halten / 20 Sekunden Pause dazwischen',
    ],
    [
      { reps: 10, holdCounts: 3, sets: 2 },
      '2 × 10',
      '2 × 10, 3 Zählzeiten halten',
      '2 Sätze, je 10 Mal / 3 Zählzeiten halten / 20 Sekunden Pause zwischen den Sätzen',
    ],
    [
      { reps: 10, holdSeconds: 5, sets: 2 },
      '2 × 10',
      '2 × 10, 5 Sekunden halten',
      '2 Sätze, je 10 Mal / 5 Sekunden halten / 20 Sekunden Pause zwischen den Sätzen',
    ],
    [
      { durationSeconds: 30, sets: 2 },
      '2 × 30 s',
      '2 × 30 Sekunden',
      '2 Sätze, je 30 Sekunden / 20 Sekunden Pause zwischen den Sätzen',
    ],
    [
      { durationSeconds: 120, sets: 2 },
      '2 × 2 Min.',
      '2 × 2 Minuten',
      '2 Sätze, je 2 Minuten / 20 Sekunden Pause zwischen den Sätzen',
    ],
  ],
};

/** The words for both sides after the number, one after another or in turns. */
const SIDES: Record<Language, { each: string; alternate: string }> = {
  nl: { each: 'elke kant', alternate: 'Links en rechts om de beurt' },
  en: { each: 'each side', alternate: 'Left and right in turn' },
  fr: { each: 'de chaque côté', alternate: 'À gauche et à droite, en alternance' },
  de: { each: 'jede Seite', alternate: 'Links und rechts im Wechsel' },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const partOf = (dose: Partial<Dose>, more: object = {}) =>
  part({ sets: 1, sides: 'none', restSeconds: 20, ...dose }, LIFT_HOLD_LOWER, more);

describe.each(CODES)('in %s', (code) => {
  const t = translator(textsIn(code), code);
  const said = (dose: Partial<Dose>) => {
    const one = partOf(dose);
    return [
      doseBadge(t, exercise('x', { parts: [one] })).text,
      doseSentence(t, one).text,
      doseLines(t, one, true)
        .map(({ text }) => text)
        .join(' / '),
    ];
  };

  it.each(TABLE[code])('%j', (dose, tile, line, page) => {
    expect(said(dose)).toEqual([tile, line, page]);
    const { alternate, each } = SIDES[code];
    // The rest comes last.
    const withSide = (words: string) => {
      const lines = page.split(' / ');
      const rest = (dose.sets ?? 1) > 1 ? lines.splice(-1) : [];
      return [...lines, words, ...rest].join(' / ');
    };
    expect(said({ ...dose, sides: 'each' })).toEqual([
      tile,
      `${line}, ${each}`,
      withSide(capital(each)),
    ]);
    expect(said({ ...dose, sides: 'alternate' })).toEqual([tile, line, withSide(alternate)]);
  });

  it('nowhere says so many sets of once', () => {
    for (const [dose] of TABLE[code]) {
      const text = said(dose).join(' ');
      const once = t.count('count.times', 1);
      expect(text).not.toContain(t('dose.setsLong', { sets: 2, reps: once }));
      expect(text).not.toMatch(/\d × 1(?!\d)(?! )/);
    }
  });
});

it('"ongeveer" stands by its number, and of several sets by that of each', () => {
  const t = translator(textsIn('nl'));
  const hold = partOf({ reps: 1, holdCounts: 15, sets: 2 }, { about: ['holdCounts'] });
  expect(doseSentence(t, hold).text).toBe('2 × ongeveer 15 tellen aanhouden');
  const effort = partOf({ durationSeconds: 120, sets: 2 }, { about: ['durationSeconds'] });
  expect(doseSentence(t, effort).text).toBe('2 × ongeveer 2 minuten');
  expect(doseLines(t, effort, true)[0]?.text).toBe('2 reeksen van ongeveer 2 minuten');
});

it('is ours where one of the numbers it shows is', () => {
  const t = translator(textsIn('nl'));
  const ours = (dose: Partial<Dose>, assumed: string[]) => {
    const one = partOf(dose, { assumed });
    return [doseBadge(t, exercise('x', { parts: [one] })).ours, doseSentence(t, one).ours];
  };
  expect(ours({ reps: 1, holdSeconds: 20, sets: 2 }, ['sets'])).toEqual([true, true]);
  expect(ours({ reps: 1, holdSeconds: 20, sets: 1 }, ['sets', 'reps'])).toEqual([false, false]);
  expect(ours({ durationSeconds: 30, sets: 2 }, ['sets'])).toEqual([true, true]);
  expect(ours({ reps: 15, sets: 2, holdCounts: 3 }, ['holdCounts'])).toEqual([false, true]);
});

it('fewer sets to fit the time are said before the dose', () => {
  const t = translator(textsIn('nl'));
  const one = exercise('x', { parts: [partOf({ reps: 1, holdSeconds: 20 })] });
  expect(exerciseDose(t, one, 2).text).toBe('1 van 2 reeksen, 20 seconden aanhouden');
});

describe('where one is in it', () => {
  const at = (dose: Partial<Dose>, code: Language, seconds: number) => {
    const timeline = compileTimeline(exercise('x', { parts: [partOf(dose)] }), {
      preparationSeconds: 5,
    });
    return placeText(translator(textsIn(code), code), overlayAt(timeline, seconds));
  };

  it.each<[Language, string, string, string]>([
    ['nl', 'Reeks 1 van 2, herhaling 1 van 15', 'Reeks 1 van 2', 'Links, herhaling 1 van 10'],
    ['en', 'Set 1 of 2, repetition 1 of 15', 'Set 1 of 2', 'Left, repetition 1 of 10'],
    ['fr', 'Série 1 sur 2, répétition 1 sur 15', 'Série 1 sur 2', 'Gauche, répétition 1 sur 10'],
    ['de', 'Satz 1 von 2, Wiederholung 1 von 15', 'Satz 1 von 2', 'Links, Wiederholung 1 von 10'],
  ])('%s', (code, movements, hold, side) => {
    expect(at({ reps: 15, sets: 2, holdCounts: 3 }, code, 6)).toBe(movements);
    // In the hold too, while the number counts down.
    expect(at({ reps: 15, sets: 2, holdCounts: 3 }, code, 8)).toBe(movements);
    expect(at({ reps: 1, sets: 2, holdSeconds: 20 }, code, 8)).toBe(hold);
    expect(at({ reps: 10, sides: 'each', holdCounts: 3, switchSeconds: 5 }, code, 6)).toBe(side);
    expect(at({ reps: 1, holdSeconds: 20 }, code, 8)).toBe('');
    expect(at({ reps: 15, holdCounts: 3 }, code, 1 / FPS)).toBe('');
  });
});
