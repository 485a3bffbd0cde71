import { Lightning } from '@lightningjs/sdk';
import { colours, type } from '../../../theme';
import { textWidth } from '../../../theme/measure';
import type { TypeStyle } from '../../../theme/sizes';

interface Spec extends Lightning.Component.TemplateSpec {
  value: number;
  style: TypeStyle;
  ink: number;
  align: 'left' | 'center';
}

type DigitTextures = Lightning.textures.TextTexture[];

/** Per stage and type style, its ten textures. */
const made = new WeakMap<Lightning.Stage, Map<TypeStyle, DigitTextures>>();

/**
 * The ten digits of a type style. They are drawn once and never freed, so that a counter that changes
 * every second draws no text.
 */
function digitTextures(stage: Lightning.Stage, style: TypeStyle): DigitTextures {
  const ofStage = made.get(stage) ?? new Map<TypeStyle, DigitTextures>();
  made.set(stage, ofStage);
  const known = ofStage.get(style);
  if (known) return known;
  const textures = Array.from({ length: 10 }, (_, digit) => {
    const texture = new Lightning.textures.TextTexture(stage);
    texture.text = String(digit);
    texture.fontFace = style.fontFace;
    texture.fontSize = style.fontSize;
    texture.lineHeight = style.lineHeight;
    texture.load();
    if (texture.source) texture.source.permanent = true;
    return texture;
  });
  ofStage.set(style, textures);
  return textures;
}

const MOST_DIGITS = 4;

/** A whole number from shared digit textures. Its `w` is the number's width. */
export class Digits
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  style: TypeStyle = type.count;
  align: 'left' | 'center' = 'left';
  private shown = -1;
  private widths: number[] | undefined;
  private color_: number = colours.text;

  static override _template(): Lightning.Component.Template<Spec> {
    return { children: Array.from({ length: MOST_DIGITS }, () => ({ visible: false })) };
  }

  /** Colour of the digits, ARGB. */
  get ink(): number {
    return this.color_;
  }

  set ink(ink: number) {
    if (ink === this.color_) return;
    this.color_ = ink;
    for (const digit of this.children) digit.color = ink;
  }

  get value(): number {
    return this.shown;
  }

  set value(value: number) {
    if (value === this.shown) return;
    this.shown = value;
    const textures = digitTextures(this.stage, this.style);
    this.widths ??= textures.map((_, digit) => textWidth(String(digit), this.style));
    const { widths } = this;
    const text = String(Math.max(0, Math.round(value)));
    let w = 0;
    for (const character of text) w += widths[Number(character)] ?? 0;
    let x = this.align === 'center' ? -w / 2 : 0;
    for (let place = 0; place < MOST_DIGITS; place++) {
      const element = this.children[place];
      if (!element) continue;
      const digit = place < text.length ? Number(text[place]) : -1;
      element.visible = digit >= 0;
      if (digit < 0) continue;
      element.texture = textures[digit] ?? null;
      element.color = this.color_;
      element.x = Math.round(x);
      x += widths[digit] ?? 0;
    }
    this.w = w;
  }
}
