/**
 * Measures texts before they are drawn, so that boxes get the right width and texts are divided into
 * lines and pages. No line is wider than it may be.
 */
import { breakable, characters, takesHyphen } from './breaking';
import type { TypeStyle } from './sizes';

let pen: CanvasRenderingContext2D | null | undefined;

/** Width of one line, px. */
export function textWidth(text: string, of: TypeStyle): number {
  if (pen === undefined) {
    // This canvas only measures, so it needs no graphics card.
    pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  }
  if (pen) {
    pen.font = `${of.fontSize}px ${of.fontFace}`;
    const { width } = pen.measureText(text);
    if (width > 0) return Math.ceil(width);
  }
  return Math.ceil(text.length * of.fontSize * 0.56);
}

type Fits = (line: string) => boolean;

/** A line, and where in its text it begins. */
interface Line {
  text: string;
  from: number;
}

/** As many characters of a word as fit, and at least one. */
function headOf(word: string, hyphen: string, fits: Fits): string {
  const all = characters(word);
  let taken = 1;
  while (taken < all.length && fits(all.slice(0, taken + 1).join('') + hyphen)) taken += 1;
  // At least two letters follow a hyphen.
  if (hyphen && taken > 2) taken = Math.min(taken, all.length - 2);
  return all.slice(0, taken).join('');
}

/** A word that is too wide, in lines that fit; a word of letters gets a hyphen where it is broken. */
function breakWord(word: string, from: number, fits: Fits): Line[] {
  const hyphen = takesHyphen(word) ? '-' : '';
  const lines: Line[] = [];
  let rest = word;
  while (!fits(rest)) {
    const head = headOf(rest, hyphen, fits);
    if (head.length === rest.length) break;
    lines.push({ text: head + hyphen, from: from + word.length - rest.length });
    rest = rest.slice(head.length);
  }
  return [...lines, { text: rest, from: from + word.length - rest.length }];
}

/** @param breaks false: a word wider than a line gets a line of its own */
function linesOf(text: string, fits: Fits, breaks: boolean): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const paragraph of text.split('\n')) {
    let line: Line = { text: '', from: at };
    for (const word of paragraph.split(' ')) {
      let space = line.text ? ' ' : '';
      for (const part of breaks ? breakable(word) : [word]) {
        const longer = line.text + space + part;
        space = '';
        if (fits(longer)) line.text = longer;
        else {
          if (line.text) lines.push(line);
          const parts = breaks ? breakWord(part, at, fits) : [{ text: part, from: at }];
          line = parts.pop() as Line;
          lines.push(...parts);
        }
        at += part.length;
      }
      // The space or the end of the line after the word.
      at += 1;
    }
    lines.push(line);
  }
  return lines;
}

const within =
  (of: TypeStyle, width: number): Fits =>
  (line) =>
    textWidth(line, of) <= width;

const withoutReturns = (text: string): string => text.replace(/\r\n?/g, '\n');

const textsOf = (lines: readonly Line[]): string[] => lines.map(({ text }) => text);

/** As much of a text as fits in one line before an ellipsis. */
function withEllipsis(text: string, fits: Fits): string {
  const ended = (words: string): string => words.replace(/[\s,.]+$/, '');
  const [first] = linesOf(text, (line) => fits(`${line} …`), false);
  const words = `${ended(first?.text ?? '')} …`;
  if (fits(words)) return words;
  const all = characters(first?.text ?? '');
  let taken = 1;
  while (taken < all.length && fits(`${all.slice(0, taken + 1).join('')}…`)) taken += 1;
  return `${ended(all.slice(0, taken).join(''))}…`;
}

/** Cuts a text into lines between its words alone. A word wider than a line gets a line of its own. */
export const wrapWords = (text: string, of: TypeStyle, width: number): string[] =>
  textsOf(linesOf(withoutReturns(text), within(of, width), false));

/**
 * Cuts a text into lines that fit. A word wider than a line is broken.
 * @param width of a line, px
 * @param most lines, at least one; an ellipsis ends a text that needs more
 */
export function wrapLines(text: string, of: TypeStyle, width: number, most?: number): string[] {
  const fits = within(of, width);
  const source = withoutReturns(text);
  const lines = linesOf(source, fits, true);
  if (most === undefined) return textsOf(lines);
  const kept = lines.slice(0, Math.max(1, Math.floor(most)));
  if (kept.length === lines.length) return textsOf(lines);
  const last = kept.pop() as Line;
  const [rest = ''] = source.slice(last.from).split('\n');
  return [...textsOf(kept), withEllipsis(rest, fits)];
}

/** The first lines of a text, at most so many, and the rest of the text: nothing is left out. */
export function wrapSome(text: string, of: TypeStyle, width: number, most: number) {
  const source = withoutReturns(text);
  const lines = linesOf(source, within(of, width), true);
  const next = lines[most];
  return { lines: textsOf(lines.slice(0, most)), rest: next ? source.slice(next.from) : '' };
}

/**
 * A text in one line; an ellipsis ends a text that is too long.
 * @param width of the line, px
 */
export const cutLine = (text: string, of: TypeStyle, width: number): string =>
  wrapLines(text, of, width, 1)[0] ?? '';

/** Space between the letters of a line in capitals, px. */
export const LETTER_SPACING = 2;

/** Width of a line in spaced capitals, px. */
export const spacedWidth = (text: string, of: TypeStyle): number =>
  textWidth(text, of) + text.length * LETTER_SPACING;

/** The same as `cutLine`, for a line in spaced capitals. */
export function cutSpaced(text: string, of: TypeStyle, width: number): string {
  const share = textWidth(text, of) / Math.max(1, spacedWidth(text, of));
  return cutLine(text, of, width * share);
}
