/** Pages of an instruction: they end where sentences end, in every language of the catalogue. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everySentenceFits, instructionPages } from '../../../src/session/centre/instructionPages';
import { staticFile } from '../../support/catalogue';

interface File {
  exercises: { id: string; instruction: string[] }[] | Record<string, { instruction: string[] }>;
}

/** All instructions of a language. */
function instructions(language: string): string[] {
  const ending = language === 'nl' ? '' : `.${language}`;
  const path = staticFile(`catalogue/thuisoefeningen-rug${ending}.json`);
  const { exercises } = JSON.parse(readFileSync(path, 'utf8')) as File;
  return Object.values(exercises).map((one) => one.instruction.join(' '));
}

/** Lines as a page of the waiting room has them: four of sixty letters. */
const linesOf = (text: string, width: number): number => {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used && used + 1 + word.length > width) {
      lines += 1;
      used = word.length;
    } else used += (used ? 1 : 0) + word.length;
  }
  return lines;
};
const page = (lines: number) => (text: string) => linesOf(text, 60) <= lines;

const isOpen = (text: string) =>
  (text.match(/\(/g) ?? []).length !== (text.match(/\)/g) ?? []).length;
const unmarked = (pages: string[]) => pages.map((one) => one.replace(/ …$/, '')).join(' ');

describe.each(['nl', 'en', 'fr', 'de'])('every instruction in %s', (language) => {
  const texts = instructions(language);

  it('is there', () => expect(texts).toHaveLength(23));

  it('ends each page with a sentence', () => {
    for (const text of texts) {
      const pages = instructionPages(text, page(4));
      expect(everySentenceFits(text, page(4)), text).toBe(true);
      for (const one of pages) {
        expect(one).toMatch(/[.!?](?:[’”“‘)]|\u00a0»)*$/);
        expect(isOpen(one), one).toBe(false);
      }
      expect(pages.join(' ')).toBe(text);
    }
  });

  it('is never cut within brackets, however small the page', () => {
    for (const text of texts) {
      const pages = instructionPages(text, page(2));
      expect(unmarked(pages)).toBe(text);
      for (const one of pages) {
        expect(page(2)(one), one).toBe(true);
        if (/[,;:] …$/.test(one)) expect(isOpen(one), one).toBe(false);
      }
    }
  });
});

it('divides a long sentence after a comma, and marks that it goes on', () => {
  const text = 'Eén, twee (drie, vier, vijf), zes. Zeven.';
  expect(instructionPages(text, (one) => one.length <= 12 + 20)).toEqual([
    'Eén, twee (drie, vier, vijf), …',
    'zes. Zeven.',
  ]);
});

it('divides a sentence without a comma between words, and loses none', () => {
  const text = Array.from({ length: 30 }, (_, n) => `woord${n}`).join(' ');
  const pages = instructionPages(text, page(1));
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.slice(0, -1).every((one) => one.endsWith(' …'))).toBe(true);
  expect(unmarked(pages)).toBe(text);
});

it('gives a word that is wider than a page a page of its own', () => {
  expect(instructionPages('Onuitspreekbaar.', () => false)).toEqual(['Onuitspreekbaar.']);
});
