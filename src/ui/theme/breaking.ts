/** Where a line of text may end: between words, between two characters of Chinese or Japanese, within a word too long for a line. */

/**
 * Characters that belong to the one before them: accents, vowel signs of Hebrew, Arabic, Devanagari and
 * Thai, what joins or colours an emoji.
 */
const JOINS_BEFORE: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0900, 0x0903],
  [0x093a, 0x094f],
  [0x0e31, 0x0e31],
  [0x0e34, 0x0e3a],
  [0x0e47, 0x0e4e],
  [0x1ab0, 0x1aff],
  [0x200d, 0x200d],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0x1f3fb, 0x1f3ff],
  [0xe0020, 0xe007f],
];

const JOINER = 0x200d;

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

const isIn = (ranges: readonly (readonly [number, number])[], code: number): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

/** Half of a flag: two of these letters make one. */
const isFlagHalf = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff;

/** A text in the characters that a reader sees: an emoji or a letter with its accents is one. */
export function characters(text: string): string[] {
  const found: string[] = [];
  let isJoined = false;
  let halves = 0;
  for (const one of text) {
    const code = codeOf(one);
    halves = isFlagHalf(code) ? halves + 1 : 0;
    const isPart = isJoined || isIn(JOINS_BEFORE, code) || (halves > 0 && halves % 2 === 0);
    if (isPart && found.length) found[found.length - 1] += one;
    else found.push(one);
    isJoined = code === JOINER;
  }
  return found;
}

/** Scripts that put no spaces between words: Chinese and Japanese. */
const UNSPACED: readonly (readonly [number, number])[] = [
  [0x2e80, 0x9fff],
  [0xf900, 0xfaff],
  [0xff00, 0xffef],
  [0x20000, 0x3ffff],
];
/** The same in one look, for a text that has none of them. */
const MAY_BE_UNSPACED = /[\u2e80-\u9fff\uf900-\uffef\ud840-\ud8ff]/;

/** Marks that never begin a line, and marks that never end one. */
const NEVER_FIRST = '、。，．：；！？）」』】〉》”’・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…';
const NEVER_LAST = '（「『【〈《“‘';

/** A word in parts between which a line may end: a word of letters is one part. */
export function breakable(word: string): string[] {
  if (!MAY_BE_UNSPACED.test(word)) return [word];
  const parts: string[] = [];
  let last = '';
  for (const one of characters(word)) {
    const mayEnd = isIn(UNSPACED, codeOf(last)) || isIn(UNSPACED, codeOf(one));
    const isTied = NEVER_FIRST.includes(one) || (last !== '' && NEVER_LAST.includes(last));
    if (parts.length && (!mayEnd || isTied)) parts[parts.length - 1] += one;
    else parts.push(one);
    last = one;
  }
  return parts;
}

/** Hebrew, Arabic, and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const STRONG =
  /[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u058f\u0590-\u08ff\u0900-\u1fff\u2e80-\ufefc]/i;

/** True for a text that is read from right to left: its first letter says so. */
export const isRightToLeft = (text: string): boolean =>
  RIGHT_TO_LEFT.test(STRONG.exec(text)?.[0] ?? '');

/** True for a word that takes a hyphen where it is broken: letters of our alphabet alone. */
export const takesHyphen = (word: string): boolean =>
  /^[a-z\u00c0-\u024f]{2,}[.,:;!?)]*$/i.test(word);
