import { Lightning } from '@lightningjs/sdk';
import { Picture, type PictureSpec } from '../../../components/Picture';
import { colours, radius, type } from '../../../theme';
import { cutLine, wrapLines } from '../../../theme/measure';
import { plate } from '../../../theme/shapes';
import { boxed } from '../../../theme/textBox';

/** The brochure's easier or harder way, beside the basic one. */
export interface WaySpec {
  id: string;
  /** "Makkelijker" or "Moeilijker". */
  kind: string;
  name: string;
  dose: string;
  picture: PictureSpec;
}

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Kind: object;
  Name: object;
  Dose: object;
  Picture: typeof Picture;
}

/** Width of the card, px. */
const W = 480;
const PAD = 24;
/** Size of its picture, px: as wide as the card. */
const PICTURE_H = (W * 9) / 16;

/** The card's texts in lines, with their places, px. */
function layOut({ dose, name }: WaySpec) {
  const names = wrapLines(name, type.heading, W - 2 * PAD, 2);
  const doses = wrapLines(dose, type.body, W - 2 * PAD, 2);
  const nameY = PICTURE_H + 10 + type.smallBold.lineHeight;
  const doseY = nameY + names.length * type.heading.lineHeight + 2;
  return { names, doses, nameY, doseY, h: doseY + doses.length * type.body.lineHeight + 12 };
}

/** The easier or harder way of an exercise, in a corner of its own: a still, its name and its dose. */
export class OtherWay
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      Ground: { x: -1, y: -1, color: colours.overlay },
      Picture: { type: Picture, w: W, h: PICTURE_H },
      Kind: { x: PAD, y: PICTURE_H + 12, color: colours.accent },
      Name: { x: PAD, color: colours.text },
      Dose: { x: PAD, color: colours.soft },
    };
  }

  /** Width and height of the card, px. */
  static sizeOf(way: WaySpec): { w: number; h: number } {
    return { w: W, h: layOut(way).h };
  }

  /** @param way the way to show */
  show(way: WaySpec): void {
    const said = JSON.stringify(way);
    if (said === this.said) return;
    this.said = said;
    const { doses, doseY, h, names, nameY } = layOut(way);
    this.patch({
      w: W,
      h,
      Ground: { texture: plate(W, h, radius.medium) },
      Kind: { text: { ...type.smallBold, text: cutLine(way.kind, type.smallBold, W - 2 * PAD) } },
      Name: { y: nameY, text: boxed(type.heading, names, W - 2 * PAD) },
      Dose: { y: doseY, text: boxed(type.body, doses, W - 2 * PAD) },
    });
    const picture = this.getByRef('Picture');
    if (picture) picture.picture = way.picture;
  }
}
