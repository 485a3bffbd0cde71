import { Lightning } from '@lightningjs/sdk';
import type { DoseLine } from '../../../../texts/dose';
import { Picture, type PictureSpec } from '../../../components/Picture';
import { colours, radius, type } from '../../../theme';
import { textWidth, wrapLines } from '../../../theme/measure';
import { MARK, mark, plate } from '../../../theme/shapes';
import { boxed } from '../../../theme/textBox';

/** Texts about the next exercise or set, in large type. */
export interface NextSpec {
  eyebrow?: string;
  title: string;
  dose: DoseLine;
  /** The next exercise's picture. */
  picture?: PictureSpec;
}

interface Spec extends Lightning.Component.TemplateSpec {
  room: number;
  next: NextSpec | undefined;
  Ground: object;
  Eyebrow: object;
  Title: object;
  Dose: object;
  Mark: object;
  Picture: typeof Picture;
}

const PAD = 26;
/** Usual width of the card, px. */
const USUAL_W = 800;
/** Most of the card's width that a picture beside the texts takes, and its largest width, px. */
const PICTURE = { share: 0.36, most: 384 } as const;
/** In a narrower card the picture stands above the texts, px. */
const NARROW = 700;

/** Most lines of each text. */
const LINES = 3;

/** The card's texts in lines, with their places, px. */
function layOut({ dose, eyebrow, picture, title }: NextSpec, w: number) {
  const isAbove = w < NARROW;
  const besideW = Math.min(PICTURE.most, w * PICTURE.share);
  const pictureW = picture ? Math.round(isAbove ? w - PAD * 2 : besideW) : 0;
  const pictureH = Math.round((pictureW * 9) / 16);
  const isBeside = pictureW > 0 && !isAbove;
  const room = w - PAD * 2 - (isBeside ? pictureW + PAD : 0);
  const eyebrows = eyebrow ? wrapLines(eyebrow, type.smallBold, room, LINES) : [];
  const titles = wrapLines(title, type.title, room, LINES);
  const doses = wrapLines(dose.text, type.lead, room - MARK - 14, LINES);
  const titleY = PAD - 8 + eyebrows.length * type.smallBold.lineHeight;
  const doseY = titleY + titles.length * type.title.lineHeight + 4;
  const textH = doseY + doses.length * type.lead.lineHeight + PAD - 14;
  const above = pictureH && isAbove ? pictureH + PAD : 0;
  const h = Math.max(textH + above, pictureH ? pictureH + PAD * 2 : 0);
  const drop = Math.round(above + (h - above - textH) / 2);
  const pictureY = isBeside ? Math.round((h - pictureH) / 2) : PAD;
  return { room, eyebrows, titles, doses, titleY, doseY, h, pictureW, pictureH, pictureY, drop };
}

/**
 * During a wait, the next exercise or set with its dose. Its letters are large enough to read from the
 * mat. Its y is its lower edge.
 */
export class NextCard
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  /** Its width, px. */
  room: number = USUAL_W;
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      mountY: 1,
      Ground: { x: -1, y: -1, color: colours.overlay },
      Eyebrow: { x: PAD, color: colours.sky },
      Title: { x: PAD, color: colours.text },
      Dose: { x: PAD, color: colours.accent },
      Mark: { visible: false },
      Picture: { type: Picture, y: PAD, visible: false },
    };
  }

  /** Height of the card with these texts, px. */
  static heightOf(next: NextSpec, w: number): number {
    return layOut(next, w).h;
  }

  /** The texts to show; undefined hides the card. */
  set next(next: NextSpec | undefined) {
    this.visible = next !== undefined;
    if (!next) return;
    const said = JSON.stringify([next, this.room]);
    if (said === this.said) return;
    this.said = said;
    const w = this.room;
    const laid = layOut(next, w);
    const { doses, drop, h, pictureH, pictureW, pictureY } = laid;
    const doseY = laid.doseY + drop;
    this.patch({
      w,
      h,
      Ground: { texture: plate(w, h, radius.large) },
      Eyebrow: laid.eyebrows.length
        ? {
            visible: true,
            y: PAD - 10 + drop,
            text: boxed(type.smallBold, laid.eyebrows, laid.room),
          }
        : { visible: false },
      Title: { y: laid.titleY + drop, text: boxed(type.title, laid.titles, laid.room) },
      Dose: { y: doseY, text: boxed(type.lead, doses, laid.room) },
      Mark: next.dose.ours
        ? {
            visible: true,
            ...mark(
              PAD + textWidth(doses[doses.length - 1] ?? '', type.lead) + 14,
              doseY + (doses.length - 1) * type.lead.lineHeight + 12,
            ),
          }
        : { visible: false },
      Picture: {
        visible: pictureW > 0,
        x: w - PAD - pictureW,
        y: pictureY,
        w: pictureW,
        h: pictureH,
      },
    });
    const picture = this.getByRef('Picture');
    if (picture && next.picture) picture.picture = next.picture;
  }
}
