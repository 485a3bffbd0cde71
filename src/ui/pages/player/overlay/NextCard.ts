import { Lightning } from '@lightningjs/sdk';
import type { DoseLine } from '../../../../texts/dose';
import { atSize, colours, radius, type } from '../../../theme';
import { textWidth, wrapLines } from '../../../theme/measure';
import { MARK, mark, plate } from '../../../theme/shapes';
import { boxed } from '../../../theme/textBox';

/** Texts about the next exercise or set, in large type. */
export interface NextSpec {
  eyebrow: string;
  title: string;
  dose: DoseLine;
}

interface Spec extends Lightning.Component.TemplateSpec {
  next: NextSpec | undefined;
  Ground: object;
  Eyebrow: object;
  Title: object;
  Dose: object;
  Mark: object;
}

/** Measures of the card, px. Its height depends on its text. */
export const NEXT = {
  get w(): number {
    return atSize(800, 774, 624);
  },
};
const PAD = 26;

/**
 * During a wait, the next exercise or set with its dose. Its letters are large enough to read from the
 * mat. Its y is its lower edge, so that it stays low, beside the panel, and doesn't cover the
 * instructor.
 */
export class NextCard
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      mountY: 1,
      w: NEXT.w,
      Ground: { x: -1, y: -1, color: colours.overlay },
      Eyebrow: { x: PAD, y: PAD - 10, color: colours.sky },
      Title: { x: PAD, color: colours.text },
      Dose: { x: PAD, color: colours.accent },
      Mark: { visible: false },
    };
  }

  /** The texts to show; undefined hides the card. */
  set next(next: NextSpec | undefined) {
    this.visible = next !== undefined;
    if (!next) return;
    const said = `${next.eyebrow}\n${next.title}\n${next.dose.text} ${next.dose.ours}`;
    if (said === this.said) return;
    this.said = said;
    const room = NEXT.w - PAD * 2;
    const eyebrow = wrapLines(next.eyebrow, type.smallBold, room, 2);
    const title = wrapLines(next.title, type.title, room, 3);
    const dose = wrapLines(next.dose.text, type.lead, room - MARK - 14, 3);
    const titleY = PAD - 8 + eyebrow.length * type.smallBold.lineHeight;
    const doseY = titleY + title.length * type.title.lineHeight + 4;
    const h = doseY + dose.length * type.lead.lineHeight + PAD - 14;
    this.patch({
      h,
      Ground: { texture: plate(NEXT.w, h, radius.large) },
      Eyebrow: { text: boxed(type.smallBold, eyebrow, room) },
      Title: { y: titleY, text: boxed(type.title, title, room) },
      Dose: { y: doseY, text: boxed(type.lead, dose, room) },
      Mark: next.dose.ours
        ? {
            visible: true,
            ...mark(
              PAD + textWidth(dose[dose.length - 1] ?? '', type.lead) + 14,
              doseY + (dose.length - 1) * type.lead.lineHeight + 12,
            ),
          }
        : { visible: false },
    });
  }
}
