/** Tests doses in words, and the use of the texts' keys. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dose } from '../../src/catalogue/types';
import { doseBadge, doseLines, doseSentence } from '../../src/texts/dose';
import { translator } from '../../src/texts/translate';
import { LIFT_HOLD_LOWER, part } from '../support/exercises';
import { exercise } from '../ui/fakes';

const root = join(import.meta.dirname, '../..');
const TEXTS = JSON.parse(readFileSync(join(root, 'static/texts/nl.json'), 'utf8')) as Record<
  string,
  string
>;
const t = translator(TEXTS);
const plain: Dose = { sets: 1, sides: 'none', restSeconds: 20 };

describe('a dose in words', () => {
  it.each<[Dose, string, string]>([
    [{ ...plain, sets: 2, reps: 15, holdCounts: 3 }, '2 × 15', '2 × 15, 3 tellen aanhouden'],
    [{ ...plain, reps: 20, sides: 'alternate' }, '20×', '20 keer'],
    [
      { ...plain, reps: 1, holdCounts: 10, sides: 'each', switchSeconds: 12 },
      '10 tellen',
      '10 tellen aanhouden, elke kant',
    ],
    [{ ...plain, reps: 1, holdSeconds: 15 }, '15 s', '15 seconden aanhouden'],
    [{ ...plain, durationSeconds: 30 }, '30 s', '30 seconden'],
    [{ ...plain, durationSeconds: 120 }, '2 min', '2 minuten'],
    [{ ...plain, durationSeconds: 60 }, '1 min', '1 minuut'],
    [{ ...plain, reps: 1 }, '1×', '1 keer'],
  ])('%j', (dose, badge, sentence) => {
    const one = part(dose, LIFT_HOLD_LOWER);
    expect(doseBadge(t, exercise('x', { parts: [one] }))).toEqual({ text: badge, ours: false });
    expect(doseSentence(t, one)).toEqual({ text: sentence, ours: false });
  });

  it('marks a number of ours, and only one that is shown', () => {
    const dose: Dose = { ...plain, reps: 1, holdCounts: 15 };
    const more = { assumed: ['sets', 'reps', 'restSeconds'], about: ['holdCounts'] };
    const stretch = part(dose, LIFT_HOLD_LOWER, more);
    expect(doseBadge(t, exercise('x', { parts: [stretch] }))).toEqual({
      text: '15 tellen',
      ours: false,
    });
    expect(doseSentence(t, stretch)).toEqual({
      text: 'ongeveer 15 tellen aanhouden',
      ours: false,
    });
    const bridge = part({ ...plain, sets: 2, reps: 15, holdCounts: 3 }, LIFT_HOLD_LOWER, {
      assumed: ['holdCounts'],
    });
    expect(doseBadge(t, exercise('x', { parts: [bridge] })).ours).toBe(false);
    expect(doseSentence(t, bridge).ours).toBe(true);
  });

  it('line by line, each marked when its number is ours', () => {
    const dose: Dose = { ...plain, sets: 2, reps: 10, holdCounts: 3, sides: 'alternate' };
    const more = { assumed: ['holdCounts', 'restSeconds', 'tempo'], about: ['holdCounts'] };
    expect(doseLines(t, part(dose, LIFT_HOLD_LOWER, more), true)).toEqual([
      { text: '2 reeksen van 10 keer', ours: false },
      { text: 'Ongeveer 3 tellen aanhouden', ours: true },
      { text: 'Links en rechts om de beurt', ours: false },
      { text: '20 seconden rust tussen de reeksen', ours: true },
    ]);
  });
});

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : [readFileSync(join(root, folder, entry.name), 'utf8')],
  );

/** Keys that the code puts together: `phase.${look}`. */
const stems =
  /^(code|phone|settings\.group|sight\.text|waitingRoom\.mark|position|equipment|level|side|phase|count|exercise\.(easier|harder)|done\.outcome|home\.problem(Film)?|routine|why|trouble|weekday|month|adjust|player\.nextPosition|leftOut|history\.weekDays|voice|menu\.(voice|captions))\b/;

it('every text is used somewhere', () => {
  const code = sources('src').join('\n');
  const unused = Object.keys(TEXTS).filter((key) => !stems.test(key) && !code.includes(`'${key}'`));
  expect(unused).toEqual([]);
});
