/**
 * Lightning draws a text from left to right, and one with spaced letters code by code: full stops in
 * Hebrew stand at the wrong end, Arabic letters are not joined, an emoji falls apart. This draws each
 * text in its own direction, and spaces the characters that a reader sees.
 */
import { Lightning } from '@lightningjs/sdk';
import { characters, isRightToLeft } from '../theme/breaking';

/** The parts of Lightning's text renderer that this uses. */
interface TextRenderer {
  _context: CanvasRenderingContext2D;
  _settings: { text: string };
  _drawLines(lines: unknown[], letterSpacing: number): void;
  _fillTextWithLetterSpacing(
    context: CanvasRenderingContext2D,
    text: string,
    x: number,
    y: number,
    spacing: number,
  ): void;
}

function spaced(
  context: CanvasRenderingContext2D,
  text: string,
  left: number,
  y: number,
  spacing: number,
): void {
  // Joined letters can't be spaced.
  if (isRightToLeft(text)) {
    context.fillText(text, left, y);
    return;
  }
  let x = left;
  for (const one of characters(text)) {
    context.fillText(one, x, y);
    x += context.measureText(one).width + spacing;
  }
}

/** Must be called before the first text is drawn. */
export function drawInDirection(): void {
  const texts = Lightning.textures.TextTexture as unknown as {
    renderer(...given: unknown[]): TextRenderer;
  };
  const make = texts.renderer.bind(texts);
  texts.renderer = (...given) => {
    const renderer = make(...given);
    const draw = renderer._drawLines.bind(renderer);
    renderer._drawLines = (lines, letterSpacing) => {
      const context = renderer._context;
      context.direction = isRightToLeft(renderer._settings.text) ? 'rtl' : 'ltr';
      // A line's place is that of its left end, whatever its direction.
      context.textAlign = 'left';
      draw(lines, letterSpacing);
    };
    renderer._fillTextWithLetterSpacing = spaced;
    return renderer;
  };
}
