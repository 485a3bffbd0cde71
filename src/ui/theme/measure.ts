/**
 * Measures texts before they are drawn, so that boxes get the right width and texts are divided into
 * pages.
 */
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

/**
 * Cuts a text into lines that fit. A word wider than a line gets a line of its own.
 * @param width of a line, px
 */
export function wrapLines(text: string, of: TypeStyle, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && textWidth(longer, of) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push(line);
  }
  return lines;
}
