/**
 * Divides a text into pages for readers who cannot turn them. A page ends where a sentence ends. Only a
 * sentence longer than a page is divided: after a comma, a semicolon or a colon outside brackets, and
 * between words if there is none. Pure: the caller knows what fits.
 */
import { sentencesOf } from '../../timeline/phrases';

/** Mark at the end of a page that stops within a sentence. */
const GOES_ON = ' …';

type Fits = (page: string) => boolean;

/** A part of a sentence with its own mark; brackets stay whole. */
const CLAUSE = /(?:\([^)]*\)?|[,;:](?! )|[^,;:(])+[,;:]?/g;

const clausesOf = (sentence: string): string[] =>
  (sentence.match(CLAUSE) ?? [sentence]).map((clause) => clause.trim());

/** Puts as many parts on each page as fit; at least one. */
function fill(parts: readonly string[], fits: Fits): string[] {
  const pages: string[] = [];
  for (const part of parts) {
    const last = pages[pages.length - 1];
    const longer = last === undefined ? part : `${last} ${part}`;
    if (last !== undefined && fits(longer)) pages[pages.length - 1] = longer;
    else pages.push(part);
  }
  return pages;
}

/** Pages of a sentence that is longer than a page. */
function divide(sentence: string, fits: Fits): string[] {
  const fitsMarked: Fits = (page) => fits(page + GOES_ON);
  const parts = clausesOf(sentence).flatMap((clause) =>
    fitsMarked(clause) ? [clause] : fill(clause.split(' '), fitsMarked),
  );
  const pages = fill(parts, fitsMarked);
  return pages.map((page, at) => (at < pages.length - 1 ? page + GOES_ON : page));
}

/** True when each sentence fits a page of its own. */
export const everySentenceFits = (text: string, fits: Fits): boolean =>
  sentencesOf(text).every(fits);

/**
 * The pages of a text, in order; all its words, and no page empty.
 * @param fits tells whether a text fits on one page
 */
export function instructionPages(text: string, fits: Fits): string[] {
  const pages: string[] = [];
  let whole: string[] = [];
  const turn = () => {
    pages.push(...fill(whole, fits));
    whole = [];
  };
  for (const sentence of sentencesOf(text)) {
    if (fits(sentence)) whole.push(sentence);
    else {
      turn();
      const parts = divide(sentence, fits);
      // The next sentence may follow the end of this one on its page.
      whole = parts.splice(-1);
      pages.push(...parts);
    }
  }
  turn();
  return pages;
}
