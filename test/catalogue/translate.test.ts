/** Tests how a translation replaces the texts of a catalogue, and that each missing text is reported. */
import { describe, expect, test } from 'vitest';
import { translateCatalogue } from '../../src/catalogue/translate';
import { readTranslation } from '../../src/catalogue/translation';
import type { Catalogue } from '../../src/catalogue/types';
import { committedCatalogue, type Loose, setAt } from './files';
import { translationFile } from './translations';

const NAME = 'catalogue/x.en.json';
const source = committedCatalogue();

/** Breaks the English file, then reads it and translates the catalogue. */
const broken = (breakIt: (file: Loose) => void, catalogue: Catalogue = source) => {
  const file: Loose = translationFile('en');
  breakIt(file);
  const reading = readTranslation(JSON.stringify(file), NAME);
  const laid = reading.translation && translateCatalogue(catalogue, reading.translation, NAME);
  const problems = [...reading.problems, ...(laid?.problems ?? [])];
  return { catalogue: laid?.catalogue, sentences: problems.map(({ sentence }) => sentence) };
};

/** The catalogue without texts, for comparing the rest. */
const withoutTexts = ({ advice, categories, exercises }: Catalogue): unknown => ({
  advice: advice.map(({ id }) => id),
  categories: categories.map(({ id }) => id),
  exercises: exercises.map(
    ({ title, shortTitle, instruction, caution, translated, variants, parts, ...rest }) => ({
      ...rest,
      paragraphs: instruction.length,
      hasCaution: caution !== undefined,
      variants: variants.map(({ title, text, ...one }) => one),
      parts: parts.map(({ title, movement, ...one }) => ({
        ...one,
        hasTitle: title !== undefined,
        movement: movement.map((step) => ({ ...step, word: step.word !== undefined })),
      })),
    }),
  ),
});

test('the texts are the translation’s, and marked so', () => {
  const { catalogue, sentences } = broken((file) => setAt(file, 'reviewer', 'An Peeters'));
  expect(sentences).toEqual([]);
  const translated = { language: 'en', reviewer: 'An Peeters' };
  expect(catalogue).toMatchObject({ language: 'en', title: 'Home exercises for the back' });
  expect(catalogue?.translated).toEqual(translated);
  expect(catalogue?.exercises.every((one) => one.translated?.reviewer === 'An Peeters')).toBe(true);
  const superman = catalogue?.exercises.find(({ id }) => id === 'superman');
  expect(superman?.parts[0].movement.map(({ word }) => word)).toEqual([
    'Extend',
    undefined,
    undefined,
    undefined,
  ]);
});

test('nothing but texts changes, and the source stays as it was', () => {
  const before = JSON.stringify(source);
  const { catalogue } = broken(() => {});
  expect(withoutTexts(catalogue as Catalogue)).toEqual(withoutTexts(source));
  expect(JSON.stringify(source)).toBe(before);
});

describe('what is missing is told, and stays in the source’s language', () => {
  test.each<[path: string, sentence: string]>([
    ['exercises.brug', 'exercise "brug" is not translated'],
    ['exercises.rug-zitbal.caution', 'exercise "rug-zitbal": caution: is not translated'],
    [
      'exercises.brug.variants.armen-gekruist',
      'exercise "brug": variants.armen-gekruist: is not translated',
    ],
    [
      'exercises.fietsen.parts.backward.title',
      'exercise "fietsen": parts.backward.title: is not translated',
    ],
    [
      'exercises.superman.parts.main.words.lift',
      'exercise "superman": parts.main.words.lift: is not translated',
    ],
    ['exercises.superman.parts', 'exercise "superman": parts.main.words.lift: is not translated'],
    ['advice.kiezen', 'advice "kiezen" is not translated'],
    ['categories.kracht', 'category "kracht" is not translated'],
  ])('%s', (path, sentence) => {
    const { catalogue, sentences } = broken((file) => setAt(file, path, undefined));
    expect(sentences).toEqual([`${NAME}: ${sentence}`]);
    expect(withoutTexts(catalogue as Catalogue)).toEqual(withoutTexts(source));
  });

  test('an exercise without a translation is not marked as one', () => {
    const { catalogue } = broken((file) => setAt(file, 'exercises.brug', undefined));
    const bridge = catalogue?.exercises.find(({ id }) => id === 'brug');
    expect(bridge).toEqual(source.exercises.find(({ id }) => id === 'brug'));
  });

  test('another number of paragraphs: the source’s words, all of them', () => {
    const { catalogue, sentences } = broken((file) =>
      setAt(file, 'exercises.brug.instruction', ['Lift your hips.']),
    );
    expect(sentences).toEqual([
      `${NAME}: exercise "brug": instruction: expected 4 paragraphs as in the source, got 1`,
    ]);
    const words = (from: Catalogue | undefined) =>
      from?.exercises.find(({ id }) => id === 'brug')?.instruction;
    expect(words(catalogue)).toEqual(words(source));
  });
});

test.each<[path: string, value: unknown, sentence: string]>([
  ['exercises.brug.caution', 'Careful!', 'exercise "brug": caution: is not in the source'],
  [
    'exercises.brug.variants.muur',
    { title: 'Wall', text: 'Against the wall.' },
    'exercise "brug": variants.muur: is not in the source',
  ],
  [
    'exercises.brug.parts.main.title',
    'Main',
    'exercise "brug": parts.main.title: is not in the source',
  ],
  [
    'exercises.brug.parts.main.words',
    { lift: 'Lift' },
    'exercise "brug": parts.main.words.lift: is not in the source',
  ],
  ['exercises.brug.parts.other', {}, 'exercise "brug": parts.other: is not in the source'],
  ['advice.more', 'Drink water.', 'advice "more" is not in the source'],
])('what is foreign is told and left out: %s', (path, value, sentence) => {
  const { catalogue, sentences } = broken((file) => setAt(file, path, value));
  expect(sentences).toEqual([`${NAME}: ${sentence}`]);
  expect(withoutTexts(catalogue as Catalogue)).toEqual(withoutTexts(source));
});

test('a broken entry is named, and the others are translated', () => {
  const { catalogue, sentences } = broken((file) => {
    setAt(file, 'exercises.brug.shortTitle', 'A title much too long to be read from afar');
    setAt(file, 'advice.kiezen', 3);
    setAt(file, 'exercises.schaar', 'Scissors');
  });
  expect(sentences).toEqual([
    `${NAME}: advice "kiezen": expected text of 1 to 2000 characters, got 3`,
    `${NAME}: exercise "brug": shortTitle: expected text of 1 to 34 characters, got "A title much too long to be read from a…`,
    `${NAME}: exercise "schaar" should be an object in braces`,
    `${NAME}: advice "kiezen" is not translated`,
    `${NAME}: exercise "brug" is not translated`,
    `${NAME}: exercise "schaar" is not translated`,
  ]);
  expect(catalogue?.exercises.filter((one) => one.translated)).toHaveLength(21);
});

describe('a file that does not belong', () => {
  test('of another catalogue: nothing is laid over', () => {
    const { catalogue, sentences } = broken((file) => setAt(file, 'translationOf', 'nek'));
    expect(sentences).toEqual([
      `${NAME}: translationOf: expected "thuisoefeningen-rug", got "nek"`,
    ]);
    expect(catalogue).toBe(source);
  });

  test('of an older version: told, and used', () => {
    const { catalogue, sentences } = broken((file) => setAt(file, 'sourceVersion', '2019'));
    expect(sentences).toEqual([
      `${NAME}: sourceVersion: the source is now "scan 2026-11", and this translates "2019"`,
    ]);
    expect(catalogue?.language).toBe('en');
  });

  test.each<[path: string, value: unknown, sentence: string]>([
    ['format', 2, 'format: expected 1, got 2'],
    [
      'language',
      'English',
      'language: expected a language code of two letters, as "en", got "English"',
    ],
    ['reviewer', undefined, 'reviewer: is missing'],
    ['exercises', [], 'exercises: expected an object in braces, got something else'],
    ['categories', undefined, 'categories: is missing'],
  ])('%s %j: nothing can be used', (path, value, sentence) => {
    const { catalogue, sentences } = broken((file) => setAt(file, path, value));
    expect(catalogue).toBeUndefined();
    expect(sentences).toEqual([`${NAME}: ${sentence}`]);
  });

  test.each(['', '{', '[]', 'null'])('no object: %j', (text) => {
    const { problems, translation } = readTranslation(text, NAME);
    expect(translation).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  test('an unknown field is told, and does no harm', () => {
    const { catalogue, sentences } = broken((file) => setAt(file, 'exercise', {}));
    expect(sentences).toEqual([`${NAME}: exercise: is not a field of this format`]);
    expect(catalogue?.language).toBe('en');
  });
});

test('a name behind which no data can lie refuses the whole file', () => {
  const { catalogue, sentences } = broken((file) =>
    setAt(file, 'exercises.constructor', { title: 'x', shortTitle: 'x', instruction: ['x'] }),
  );
  expect(catalogue).toBeUndefined();
  expect(sentences).toEqual([
    `${NAME}: exercises.constructor: is a name that no field may have, and so nothing of the file is read`,
  ]);
});
