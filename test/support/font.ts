/** The app's font as it measures, for tests without a screen. */
import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';
import type { TypeStyle } from '../../src/ui/theme/sizes';

const fontOf = (weight: 400 | 600): Font => {
  const files = '../../node_modules/@fontsource/lexend/files';
  return openSync(join(import.meta.dirname, files, `lexend-latin-${weight}-normal.woff2`)) as Font;
};
const FONTS: Record<string, Font> = { Lexend: fontOf(400), LexendSemiBold: fontOf(600) };
const known = new Map<string, number>();

/** Width of a line, px. */
export function lexendWidth(text: string, { fontFace, fontSize }: TypeStyle): number {
  const key = `${fontFace} ${text}`;
  const font = FONTS[fontFace] as Font;
  const share = known.get(key) ?? font.layout(text).advanceWidth / font.unitsPerEm;
  known.set(key, share);
  return Math.ceil(share * fontSize);
}

/** Cuts a text into lines, as `wrapLines` does. */
export function lexendLines(text: string, of: TypeStyle, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && lexendWidth(longer, of) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}
