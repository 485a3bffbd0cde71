import { Lightning } from '@lightningjs/sdk';
import { atSize, centredY, colours, radius, screen, type } from '../theme';
import { cutLine, textWidth } from '../theme/measure';
import { type IconName, icon, mark, plate } from '../theme/shapes';
import type { TypeStyle } from '../theme/sizes';

/** What a chip says. */
export interface ChipSpec {
  text: string;
  color?: number;
  ink?: number;
  style?: TypeStyle;
  h?: number;
  /** Draws an asterisk after the text: this app chose the number, the brochure doesn't give it. */
  ours?: boolean;
  /** Widest that the chip may be, px: longer words end in an ellipsis. */
  most?: number;
  /** Icon before the text. It tells chips of one kind apart without their colours. */
  icon?: IconName;
}

interface Spec extends Lightning.Component.TemplateSpec {
  chip: ChipSpec | undefined;
  Plate: object;
  Icon: object;
  Label: object;
  Mark: object;
}

/** Distance from a chip's edge to its words, px. */
export const CHIP_PAD = 16;
/** Height of a chip in the usual type style, px. */
export const chipH = (): number => atSize(46, 50, 56);
const STAR = 22;
const STAR_GAP = 10;
const ICON = 26;
const ICON_GAP = 8;

/** No chip is wider than the screen. */
const ROOM = screen.right - screen.left;

/** What the chip holds beside its words, px. */
const aroundOf = ({ icon, ours }: ChipSpec): number =>
  CHIP_PAD * 2 + (icon ? ICON + ICON_GAP : 0) + (ours ? STAR + STAR_GAP : 0);

/** The words that there is room for. */
const wordsOf = (spec: ChipSpec): string => {
  const { most = ROOM, style = type.smallBold, text } = spec;
  return cutLine(text, style, most - aroundOf(spec));
};

/** A few words on a small plate, such as a dose, a level or "onze keuze". */
export class Chip
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      Plate: { x: -1, y: -1 },
      Icon: { x: CHIP_PAD, w: ICON, h: ICON, visible: false },
      Label: {},
      Mark: { visible: false },
    };
  }

  /** Width the chip takes, px. */
  static widthOf(spec: ChipSpec): number {
    return textWidth(wordsOf(spec), spec.style ?? type.smallBold) + aroundOf(spec);
  }

  /** The words to show; undefined hides the chip. */
  set chip(spec: ChipSpec | undefined) {
    this.visible = spec !== undefined;
    if (!spec) return;
    const said = JSON.stringify(spec);
    if (said === this.said) return;
    this.said = said;
    const { style = type.smallBold, h = chipH() } = spec;
    const text = wordsOf(spec);
    const textW = textWidth(text, style);
    const w = Chip.widthOf(spec);
    const x = CHIP_PAD + (spec.icon ? ICON + ICON_GAP : 0);
    const ink = spec.ink ?? colours.text;
    this.patch({
      w,
      h,
      Plate: { texture: plate(w, h, radius.small), color: spec.color ?? colours.overlay },
      Icon: spec.icon
        ? { visible: true, y: (h - ICON) / 2, texture: icon(spec.icon, ICON), color: ink }
        : { visible: false },
      Label: {
        x,
        y: centredY(h, style),
        text: { ...style, text },
        color: ink,
      },
      Mark: spec.ours
        ? { visible: true, ...mark(x + textW + STAR_GAP, (h - STAR) / 2, STAR) }
        : { visible: false },
    });
  }
}
