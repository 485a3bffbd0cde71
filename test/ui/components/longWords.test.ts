/** Words without spaces are broken in every script, and a text that is too long ends in an ellipsis. */
import { describe, expect, it } from 'vitest';
import { breakable, characters, isRightToLeft, takesHyphen } from '../../../src/ui/theme/breaking';
import {
  cutLine,
  cutSpaced,
  spacedWidth,
  textWidth,
  wrapLines,
  wrapSome,
  wrapWords,
} from '../../../src/ui/theme/measure';
import { typeAt } from '../../../src/ui/theme/sizes';
import { boxed } from '../../../src/ui/theme/textBox';
import { WORDS } from '../../support/longWords';

const { small } = typeAt('normal');
const WIDTH = 300;

const widest = (lines: readonly string[]) =>
  Math.max(...lines.map((line) => textWidth(line, small)));

/** A text without what breaking adds or takes: spaces, ends of lines, hyphens. */
const bare = (text: string) => text.replace(/[\s-]/g, '');

describe('characters', () => {
  it.each([
    ['an emoji of several people', '👩‍👩‍👧‍👦'],
    ['an emoji with a colour of skin and a sex', '🧘🏽‍♀️'],
    ['a flag', '🇧🇪'],
    ['a letter with an accent of its own', 'e\u0301'],
    ['a Thai letter with its vowel and tone', 'ที่'],
    ['a Hebrew letter with its point', 'בּ'],
  ])('%s is one', (_, one) => {
    expect(characters(`a${one}b${one}${one}`)).toEqual(['a', one, 'b', one, one]);
  });

  it('two flags are two', () => {
    expect(characters('🇧🇪🇳🇱')).toEqual(['🇧🇪', '🇳🇱']);
  });
});

describe('a word', () => {
  it('of letters is one part, one of Chinese a part per character', () => {
    expect(breakable('Bekkenkanteling')).toEqual(['Bekkenkanteling']);
    expect(breakable('腰部運動')).toEqual(['腰', '部', '運', '動']);
    expect(breakable('毎日10分')).toEqual(['毎', '日', '10', '分']);
  });

  it('no line begins with a full stop or ends with a bracket', () => {
    expect(breakable('運動。（毎日）')).toEqual(['運', '動。', '（毎', '日）']);
  });

  it('takes a hyphen when it is letters alone', () => {
    expect(takesHyphen('Rückenübung,')).toBe(true);
    for (const word of ['kliniek.be/oefen', 'AB12', '腰部', 'תרגילים', 'a']) {
      expect(takesHyphen(word), word).toBe(false);
    }
  });
});

describe('wrapLines', () => {
  it.each(Object.entries(WORDS))('%s: every line fits, and nothing is lost', (_, text) => {
    expect(textWidth(text, small)).toBeGreaterThan(WIDTH);
    const lines = wrapLines(text, small, WIDTH);
    expect(lines.length).toBeGreaterThan(1);
    expect(widest(lines)).toBeLessThanOrEqual(WIDTH);
    expect(bare(lines.join(''))).toBe(bare(text));
    // No character is cut in two.
    expect(lines.flatMap((line) => characters(bare(line)))).toEqual(characters(bare(text)));
  });

  it.each(Object.entries(WORDS))('%s: fewer lines end in an ellipsis that fits', (_, text) => {
    for (const most of [1, 2]) {
      const lines = wrapLines(text + text, small, WIDTH, most);
      expect(lines).toHaveLength(most);
      expect(widest(lines)).toBeLessThanOrEqual(WIDTH);
      expect(lines[most - 1]).toMatch(/…$/);
      // It takes as much of the text as there is room for.
      expect(textWidth(lines[most - 1] ?? '', small)).toBeGreaterThan(WIDTH * 0.5);
    }
  });

  it('a word of letters that is broken has a hyphen', () => {
    const lines = wrapLines('Bekkenkantelingen', small, textWidth('Bekkenkantel-', small));
    expect(lines).toEqual(['Bekkenkantel-', 'ingen']);
  });

  it('an address is broken without a hyphen that somebody would type', () => {
    const address = 'oefeningen.ziekenhuis-aan-de-stroom.be/beweegmee/index.html';
    expect(wrapLines(address, small, WIDTH).join('')).toBe(address);
  });

  it('a long word begins on a line of its own, Chinese goes on where the line was', () => {
    expect(wrapLines(`Oefening ${WORDS.german}`, small, WIDTH)[0]).toBe('Oefening');
    expect(wrapLines(`操 ${WORDS.chinese}`, small, WIDTH)[0]?.length).toBeGreaterThan(3);
  });

  it('words that fit are as they were', () => {
    const text = 'Neem dagelijks enkele minuten\nde tijd om te oefenen.';
    expect(wrapLines(text, small, WIDTH)).toEqual(wrapWords(text, small, WIDTH));
    expect(wrapLines(text, small, 2000)).toEqual(text.split('\n'));
    expect(wrapLines('een\r\ntwee', small, WIDTH)).toEqual(['een', 'twee']);
    expect(wrapLines('', small, WIDTH)).toEqual(['']);
    expect(wrapLines('kort', small, WIDTH, 1)).toEqual(['kort']);
  });

  it('a box narrower than a letter takes one a line, and ends', () => {
    expect(wrapLines('oef', small, 1)).toEqual(
      ['o', 'e', 'f'].map((one) => expect.stringContaining(one)),
    );
    expect(wrapLines('oefening', small, 1, 1)).toHaveLength(1);
  });
});

describe('the other ways to cut', () => {
  it.each(Object.entries(WORDS))('%s: lines and rest are the whole text', (_, text) => {
    const whole = `${text} ${text}`;
    const { lines, rest } = wrapSome(whole, small, WIDTH, 2);
    expect(lines).toHaveLength(2);
    expect(bare(lines.join('') + rest)).toBe(bare(whole));
    expect(wrapSome(whole, small, WIDTH, 99).rest).toBe('');
  });

  it.each(Object.entries(WORDS))('%s: one line, and one of spaced capitals', (_, text) => {
    expect(textWidth(cutLine(text, small, WIDTH), small)).toBeLessThanOrEqual(WIDTH);
    expect(spacedWidth(cutSpaced(text, small, WIDTH), small)).toBeLessThanOrEqual(WIDTH);
  });
});

describe('a text that is read from right to left', () => {
  it('is known by its first letter', () => {
    expect(isRightToLeft(WORDS.hebrew)).toBe(true);
    expect(isRightToLeft(WORDS.arabic)).toBe(true);
    expect(isRightToLeft('1. ×2 (תרגיל)')).toBe(true);
    expect(isRightToLeft('Oefening תרגיל')).toBe(false);
    expect(isRightToLeft('12 × 3')).toBe(false);
    expect(isRightToLeft(WORDS.chinese)).toBe(false);
  });

  it('stands at the right of its box, any other at the left', () => {
    const rest = 404 - textWidth('גב', small);
    expect(boxed(small, ['גב'], 404.5)).toMatchObject({ textAlign: 'right', paddingLeft: rest });
    expect(boxed(small, ['rug', 'buik'], 404)).toMatchObject({ textAlign: 'left', paddingLeft: 0 });
  });
});
