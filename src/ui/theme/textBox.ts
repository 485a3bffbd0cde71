/** A text in a box of a given width: the one way in which a text of many lines is drawn. */
import { isRightToLeft } from './breaking';
import { textWidth } from './measure';
import type { TypeStyle } from './sizes';

/**
 * Lightning's settings for a text in its lines. A text that is read from right to left stands at the
 * right of its box.
 * @param width of the box, px
 */
export function boxed<S extends TypeStyle>(style: S, lines: readonly string[], width: number) {
  const text = lines.join('\n');
  if (!isRightToLeft(text)) return { ...style, text, textAlign: 'left' as const, paddingLeft: 0 };
  // A texture with a width of its own is stretched on a set of fewer pixels, so a blank fills the box.
  const widest = Math.max(...lines.map((line) => textWidth(line, style)));
  const paddingLeft = Math.max(0, Math.floor(width - widest));
  return { ...style, text, textAlign: 'right' as const, paddingLeft };
}
