/** Tests the committed translations against the Dutch: nothing is missing, and no number differs. */
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue/types';
import { catalogueIn, LANGUAGES, translationFile } from './translations';

/** Every text that a translation replaces, by place. */
const textsOf = (catalogue: Catalogue): Map<string, string> => {
  const texts = new Map<string, string>([['title', catalogue.title]]);
  for (const { id, title, fullTitle } of catalogue.categories) {
    texts.set(`${id} title`, title).set(`${id} fullTitle`, fullTitle);
  }
  for (const { id, text } of catalogue.advice) texts.set(`advice ${id}`, text);
  for (const one of catalogue.exercises) {
    const put = (place: string, text: string | undefined) => {
      if (text !== undefined) texts.set(`${one.id} ${place}`, text);
    };
    put('title', one.title);
    put('shortTitle', one.shortTitle);
    one.instruction.forEach((text, at) => {
      put(`instruction ${at + 1}`, text);
    });
    put('caution', one.caution);
    for (const { id, text, title } of one.variants) {
      put(`${id} title`, title);
      put(`${id} text`, text);
    }
    for (const part of one.parts) {
      put(`${part.id} title`, part.title);
      for (const { clip, word } of part.movement) put(`${part.id} ${clip}`, word);
    }
  }
  return texts;
};

/** The sentences of a text: each ends with a mark, then a blank and a capital or a number follow. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]['’”)»]?)\s+(?=\p{Lu}|\d)/u);

const numbersOf = (text: string): string => (text.match(/\d+/g) ?? []).sort().join(' ');

const dutch = textsOf(catalogueIn('nl'));

/** The marks that a translation must keep: brackets, dashes, equals signs. */
const marksOf = (text: string): string => text.replace(/[^=(…]/g, '');

/** Texts that are rightly the same in two languages. */
const SAME = [/superman/i, /^Open$/, /^Rotation/];

describe.each(LANGUAGES)('%s', (language) => {
  const texts = textsOf(catalogueIn(language));

  test('has every text of the Dutch, and no other', () => {
    expect([...texts.keys()]).toEqual([...dutch.keys()]);
  });

  test('the same numbers stand in each sentence', () => {
    const wrong: string[] = [];
    for (const [place, text] of dutch) {
      const theirs = sentencesOf(text).map(numbersOf);
      const ours = sentencesOf(texts.get(place) ?? '').map(numbersOf);
      if (theirs.join('|') !== ours.join('|')) {
        wrong.push(`${place}: ${theirs.join('|')} became ${ours.join('|')}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('explanations in brackets are kept, one for one', () => {
    const wrong = [...dutch].filter(
      ([place, text]) => marksOf(text) !== marksOf(texts.get(place) ?? ''),
    );
    expect(wrong.map(([place]) => place)).toEqual([]);
  });

  test('a warning stays a warning: as many exclamation marks', () => {
    const count = (text = '') => (text.match(/!/g) ?? []).length;
    for (const [place, text] of dutch) expect(count(texts.get(place)), place).toBe(count(text));
  });

  test('no text was left in Dutch', () => {
    const left = [...dutch].filter(
      ([place, text]) => texts.get(place) === text && !SAME.some((same) => same.test(text)),
    );
    expect(left).toEqual([]);
  });

  test('equal Dutch sentences are equal here: an exercise repeats another’s words', () => {
    const said = new Map<string, string>();
    for (const [place, text] of dutch) {
      const own = texts.get(place) as string;
      if (place.includes('instruction')) {
        expect(said.get(text) ?? own, place).toBe(own);
        said.set(text, own);
      }
    }
  });

  test('is marked as a translation that nobody has reviewed yet', () => {
    expect(translationFile(language)).toMatchObject({ language, reviewer: '', translator: '' });
  });

  test('no stray blanks, straight quotation marks or broken characters', () => {
    for (const [place, text] of texts) {
      expect(text, place).toBe(text.normalize('NFC').trim());
      expect(text, place).not.toMatch(/["'`]| {2}| [,.)]|\( |=\S/);
    }
  });
});

test('French keeps its blank before : ; ! ? and » on the same line', () => {
  for (const [place, text] of textsOf(catalogueIn('fr'))) {
    expect(text, place).not.toMatch(/[ \p{L}][:;!?»]|« /u);
  }
});
