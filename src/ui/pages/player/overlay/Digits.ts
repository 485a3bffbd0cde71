import { Lightning } from '@lightningjs/sdk';
import { colours, type } from '../../../theme';
import { textWidth } from '../../../theme/measure';
import { CAPITAL, type TypeStyle } from '../../../theme/sizes';

interface Spec extends Lightning.Component.TemplateSpec {
  value: number;
  style: TypeStyle;
  ink: number;
  align: 'left' | 'center';
  isTime: boolean;
  room: number;
}

type DigitTextures = Lightning.textures.TextTexture[];

/** The signs that a number is made of. */
const SIGNS = '0123456789:';

/** Per stage and type style, the textures of its signs. */
const made = new WeakMap<Lightning.Stage, Map<TypeStyle, DigitTextures>>();

/**
 * The ten digits and the colon of a type style. They are drawn once and never freed, so that a counter that changes
 * every second draws no text.
 */
function digitTextures(stage: Lightning.Stage, style: TypeStyle): DigitTextures {
  const ofStage = made.get(stage) ?? new Map<TypeStyle, DigitTextures>();
  made.set(stage, ofStage);
  const known = ofStage.get(style);
  if (known) return known;
  const textures = Array.from(SIGNS, (sign) => {
    const texture = new Lightning.textures.TextTexture(stage);
    texture.text = sign;
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

const MOST_SIGNS = 5;
/** From this number of seconds on, minutes and seconds are shown. */
const AS_MINUTES = 100;

/** A number as it is drawn: "99", and as a time "1:40". */
export function numberText(value: number, isTime: boolean): string {
  const whole = Math.max(0, Math.round(value));
  if (!isTime || whole < AS_MINUTES) return String(whole);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Height of the middle of a digit in its line, as a share of the font size. */
const MIDDLE = 1 - CAPITAL / 2;

/** A whole number, or a time, from shared textures. Its `w` is the number's width. */
export class Digits
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  style: TypeStyle = type.count;
  align: 'left' | 'center' = 'left';
  /** The number is seconds: from a hundred on it is shown as minutes and seconds. */
  isTime = false;
  /** Largest width, px. A wider number is drawn smaller, around the same middle. */
  room = Number.POSITIVE_INFINITY;
  private shown = -1;
  private said = '';
  private color_: number = colours.text;

  static override _template(): Lightning.Component.Template<Spec> {
    return { children: Array.from({ length: MOST_SIGNS }, () => ({ visible: false })) };
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
    this.shown = value;
    const text = numberText(value, this.isTime);
    const said = `${text} ${this.style.fontSize}`;
    if (said === this.said) return;
    this.said = said;
    const textures = digitTextures(this.stage, this.style);
    const widths = Array.from(SIGNS, (sign) => textWidth(sign, this.style));
    let w = 0;
    for (const character of text) w += widths[SIGNS.indexOf(character)] ?? 0;
    const share = Math.min(1, this.room / w);
    this.patch({ scale: share, pivotX: 0, pivotY: 0 });
    const y = Math.round(MIDDLE * this.style.fontSize * (1 / share - 1));
    let x = this.align === 'center' ? -w / 2 : 0;
    for (let place = 0; place < MOST_SIGNS; place++) {
      const element = this.children[place];
      if (!element) continue;
      const digit = place < text.length ? SIGNS.indexOf(text[place] ?? '') : -1;
      element.visible = digit >= 0;
      if (digit < 0) continue;
      element.texture = textures[digit] ?? null;
      element.color = this.color_;
      element.x = Math.round(x);
      element.y = y;
      x += widths[digit] ?? 0;
    }
    this.w = Math.min(w, this.room);
  }
}
