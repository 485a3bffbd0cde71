import { Lightning } from '@lightningjs/sdk';
import { colours, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { Chip, type ChipSpec, chipH } from './Chip';

/** Texts of a waiting room about the exercise on its screen. */
export interface RoomHeadSpec {
  eyebrow: string;
  /** Name of the exercise; empty between two exercises. */
  title: string;
  dose: ChipSpec | undefined;
  /** Says that people can do the exercise on their chair; undefined for other exercises. */
  chair: ChipSpec | undefined;
  /** Says that the QR code below puts the exercise on one's telephone; empty without a code. */
  take: string;
}

interface Spec extends Lightning.Component.TemplateSpec {
  Eyebrow: object;
  Title: object;
  Dose: typeof Chip;
  DoseText: object;
  Chair: typeof Chip;
  Take: object;
}

const GAP = 14;

/** Name and dose of the exercise on the screen, as large as the room allows. */
export class RoomHead
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Eyebrow: { y: -6, color: colours.mint },
      Title: { color: colours.text },
      Dose: { type: Chip },
      DoseText: { color: colours.text },
      Chair: { type: Chip },
      Take: { color: colours.soft },
    };
  }

  /**
   * @param room box that it may fill, px
   * @param isWide true puts the chips side by side
   * @returns height that it takes, px
   */
  show(spec: RoomHeadSpec, room: { w: number; h: number }, isWide: boolean): number {
    const { chair, dose, eyebrow, take, title } = spec;
    const eyebrowStyle = { ...type.smallBold, letterSpacing: 2 };
    const said = eyebrow ? wrapLines(eyebrow.toUpperCase(), type.smallBold, room.w * 0.88) : [];
    let y = said.length * type.smallBold.lineHeight + (said.length ? 8 : 0);
    const doseW = dose ? Chip.widthOf(dose) : 0;
    const isChip = dose !== undefined && doseW <= room.w;
    const asterisk = dose?.ours ? ' *' : '';
    const doseLines = dose && !isChip ? wrapLines(dose.text + asterisk, type.body, room.w) : [];
    const doseH = isChip ? chipH() : doseLines.length * type.body.lineHeight;
    const isBeside =
      isWide && isChip && chair !== undefined && doseW + GAP + Chip.widthOf(chair) <= room.w;
    const chairH = chair && !isBeside ? chipH() + GAP : 0;
    const below = (doseH ? doseH + GAP : 0) + chairH;
    const titleStyle =
      [type.title, type.heading, type.label].find(
        (style) => y + wrapLines(title, style, room.w).length * style.lineHeight + below <= room.h,
      ) ?? type.label;
    const lines = title ? wrapLines(title, titleStyle, room.w) : [];
    const titleY = y;
    y += lines.length * titleStyle.lineHeight + GAP;
    const doseY = y;
    y += doseH;
    const chairY = isBeside ? doseY : y + (doseH ? GAP : 0);
    y += chairH;
    const taken = take ? wrapLines(take, type.small, room.w) : [];
    const takeH = taken.length * type.small.lineHeight;
    const isTold = taken.length > 0 && y + GAP + takeH <= room.h;
    this.patch({
      Eyebrow: { text: { ...eyebrowStyle, text: said.join('\n') } },
      Title: { y: titleY, text: { ...titleStyle, text: lines.join('\n') } },
      Dose: { y: doseY, chip: isChip ? dose : undefined },
      DoseText: doseLines.length
        ? { visible: true, y: doseY, text: { ...type.body, text: doseLines.join('\n') } }
        : { visible: false },
      Chair: { x: isBeside ? doseW + GAP : 0, y: chairY, chip: chair },
      Take: isTold
        ? { visible: true, y: y + GAP, text: { ...type.small, text: taken.join('\n') } }
        : { visible: false },
    });
    return y + (isTold ? GAP + takeH : 0);
  }
}
