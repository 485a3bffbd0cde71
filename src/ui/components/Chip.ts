import { Lightning } from '@lightningjs/sdk';
import { atSize, centredY, colours, radius, type TypeStyle, type } from '../theme';
import { textWidth } from '../theme/measure';
import { mark, plate } from '../theme/shapes';

/** What a chip says. */
export interface ChipSpec {
  text: string;
  color?: number;
  ink?: number;
  style?: TypeStyle;
  h?: number;
  /** A star after the text: the number in it is ours, not the brochure's. */
  ours?: boolean;
}

interface Spec extends Lightning.Component.TemplateSpec {
  chip: ChipSpec | undefined;
  Plate: object;
  Label: object;
  Mark: object;
}

const PAD = 16;
/** Its height where nothing else is said, px. */
export const chipH = (): number => atSize(46, 50, 56);
const STAR = 22;
const STAR_GAP = 10;

/** A few words on a small plate of their own: a dose, a level, "onze keuze". */
export class Chip
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return { visible: false, Plate: { x: -1, y: -1 }, Label: { x: PAD }, Mark: { visible: false } };
  }

  /** Width the chip takes, px. */
  static widthOf({ ours, style = type.smallBold, text }: ChipSpec): number {
    return textWidth(text, style) + PAD * 2 + (ours ? STAR + STAR_GAP : 0);
  }

  /** Undefined hides it. */
  set chip(spec: ChipSpec | undefined) {
    this.visible = spec !== undefined;
    if (!spec) return;
    const said = JSON.stringify(spec);
    if (said === this.said) return;
    this.said = said;
    const { text, style = type.smallBold, h = chipH() } = spec;
    const textW = textWidth(text, style);
    const w = Chip.widthOf(spec);
    this.patch({
      w,
      h,
      Plate: { texture: plate(w, h, radius.small), color: spec.color ?? colours.overlay },
      Label: {
        y: centredY(h, style),
        text: { ...style, text },
        color: spec.ink ?? colours.text,
      },
      Mark: spec.ours
        ? { visible: true, ...mark(PAD + textW + STAR_GAP, (h - STAR) / 2, STAR) }
        : { visible: false },
    });
  }
}
