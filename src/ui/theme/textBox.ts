/** A text in a box of a given width: the one way in which a text of many lines is drawn. */
import { isRightToLeft } from './breaking';
import type { TypeStyle } from './sizes';

/** Wider than any line, px. */
const LINE_MOST = 4096;

/**
 * Lightning's settings for a text in its lines. A text that is read from right to left stands at the
 * right of its box.
 * @param width of the box, px
 */
export function boxed<S extends TypeStyle>(style: S, lines: readonly string[], width: number) {
  const text = lines.join('\n');
  const rtl = isRightToLeft(text);
  // Lightning makes a texture without a width as wide as its longest line.
  const w = rtl ? Math.floor(width) : 0;
  // The lines are made: Lightning, which measures word by word, makes no others.
  return { ...style, text, rtl, w, wordWrapWidth: rtl ? LINE_MOST : 0 };
}
