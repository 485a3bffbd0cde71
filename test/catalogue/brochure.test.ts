/** Tests the catalogue against the brochure: its words beside the numbers, and which numbers are ours. */
import { describe, expect, test } from 'vitest';
import { committedCatalogue } from './files';

const catalogue = committedCatalogue();
const exercise = (id: string) => {
  const found = catalogue.exercises.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('what the brochure says beside the numbers', () => {
  test('only the first title is ours', () => {
    const ours = catalogue.exercises.filter((one) => !one.titleFromBrochure);
    expect(ours.map(({ id }) => id)).toEqual(['bekken-ruglig']);
  });

  test('the two advanced exercises, and only they, carry its warning', () => {
    const warned = catalogue.exercises.filter((one) => one.caution !== undefined);
    expect(warned.map(({ id, level }) => `${id} ${level}`)).toEqual([
      'rug-zitbal advanced',
      'rug-buiklig advanced',
    ]);
    for (const { caution } of warned) {
      expect(caution).toMatch(/sterk spierkorset en voldoende stabiliteit/);
      expect(caution).toMatch(/pijn.* sla je .*beter over!/);
    }
  });

  test('second parts are what one "kan ook" do, and may be left out', () => {
    const parts = catalogue.exercises.flatMap((one) =>
      one.parts.slice(1).map((part) => `${one.id} ${part.id} ${part.title} ${part.optional}`),
    );
    expect(parts).toEqual([
      'fietsen backward Achteruit true',
      'rek-rug-schouders side Naar opzij true',
    ]);
  });

  test('easier and harder variants are those it names', () => {
    const variants = catalogue.exercises.flatMap((one) =>
      one.variants.map(({ id, kind, equipment }) =>
        [one.id, id, kind, ...(equipment ?? [])].join(' '),
      ),
    );
    expect(variants).toEqual([
      'bekken-zit zitbal harder ball support',
      'bekken-stand muur easier wall',
      'brug armen-gekruist harder',
      'rug-buiklig beide-benen harder',
    ]);
  });

  test('legs go up within the preparation where they work in the air', () => {
    const inTheAir = catalogue.exercises.filter((one) => one.parts.some((part) => part.enter));
    expect(inTheAir.map(({ id }) => id)).toEqual(['fietsen', 'schaar', 'benen-open-dicht']);
    for (const part of inTheAir.flatMap((one) => one.parts)) {
      const way = part.id === 'backward' ? '-backward' : '';
      expect(part.enter).toEqual({ clip: `enter${way}`, seconds: 2 });
      expect(part.leave).toEqual({ clip: `leave${way}`, seconds: 2 });
    }
  });

  test('what says "idem" can be followed on its own', () => {
    for (const id of ['brug-eenbenig', 'rek-bil']) {
      const { instruction } = exercise(id);
      const idem = instruction.findIndex((paragraph) => paragraph.startsWith('Idem als'));
      expect(idem).toBeGreaterThan(0);
      expect(instruction[0]).toMatch(/^Vanuit ruglig/);
    }
    // The instruction refers to another exercise's dose, which is not this exercise's own dose.
    expect(exercise('brug-eenbenig').instruction.join(' ')).not.toMatch(/15x/);
  });

  test('seven pieces of advice, the QR code among them', () => {
    expect(catalogue.advice.map(({ id }) => id)).toEqual([
      'dagelijks',
      'kiezen',
      'luisteren',
      'ondergrond',
      'realistisch',
      'bewegen',
      'qr-code',
    ]);
  });

  test('three chapters, and nobody has reviewed the file yet', () => {
    expect(catalogue.categories.map(({ title }) => title)).toEqual([
      'Houding',
      'Kracht',
      'Mobiliteit',
    ]);
    expect(catalogue.source).toMatchObject({ title: 'Thuisoefeningen voor de rug', reviewer: '' });
  });
});

describe('what is ours shows as ours', () => {
  test('short titles fit a tile and differ', () => {
    const titles = catalogue.exercises.map(({ shortTitle }) => shortTitle);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title.length).toBeLessThanOrEqual(34);
  });

  test('words over a step can be read from the mat: at most twelve characters', () => {
    const steps = catalogue.exercises.flatMap((one) => one.parts.flatMap((part) => part.movement));
    for (const { word } of steps) expect(word?.length ?? 0).toBeLessThanOrEqual(12);
  });

  test('tempo, rest and preparation everywhere; the order of sides where there are sides', () => {
    for (const { id, assumed, parts } of catalogue.exercises) {
      expect(assumed, id).toEqual(expect.arrayContaining(['restSeconds', 'tempo', 'preparation']));
      const sided = parts.some((part) => part.dose.sides !== 'none');
      expect(assumed.includes('sideOrder'), id).toBe(sided);
    }
  });

  test('something to hold on to, for standing stretches and on the ball', () => {
    const supported = catalogue.exercises.filter((one) => one.assumed.includes('support'));
    expect(supported.map(({ id }) => id)).toEqual([
      'rug-zitbal',
      'hamstrings-passief',
      'quadriceps',
    ]);
  });

  test('the open numbers of the bridge, the cycling and the hip stretch', () => {
    expect(exercise('brug').assumed).toEqual(['holdCounts', 'restSeconds', 'tempo', 'preparation']);
    expect(exercise('fietsen').assumed).toEqual(['restSeconds', 'tempo', 'preparation']);
    expect(exercise('rek-bil').parts[0]).toMatchObject({
      assumed: ['sets', 'reps', 'sides', 'restSeconds', 'switchSeconds', 'tempo'],
      about: ['holdCounts'],
    });
  });
});
