import { Lightning } from '@lightningjs/sdk';
import { colours, type } from '../theme';
import { LETTER_SPACING, wrapLines } from '../theme/measure';
import { boxed } from '../theme/textBox';
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

/** Most lines of a dose that is no chip. */
const DOSE_LINES = 3;

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
    const eyebrowStyle = { ...type.smallBold, letterSpacing: LETTER_SPACING };
    const said = eyebrow ? wrapLines(eyebrow.toUpperCase(), type.smallBold, room.w * 0.88, 2) : [];
    let y = said.length * type.smallBold.lineHeight + (said.length ? 8 : 0);
    const doseW = dose ? Chip.widthOf(dose) : 0;
    const isChip = dose !== undefined && doseW <= room.w;
    const star = dose?.ours ? ' *' : '';
    const doseLines =
      dose && !isChip ? wrapLines(dose.text + star, type.body, room.w, DOSE_LINES) : [];
    const doseH = isChip ? chipH() : doseLines.length * type.body.lineHeight;
    const isBeside =
      isWide && isChip && chair !== undefined && doseW + GAP + Chip.widthOf(chair) <= room.w;
    const chairH = chair && !isBeside ? chipH() + GAP : 0;
    const below = (doseH ? doseH + GAP : 0) + chairH;
    const titleStyle =
      [type.title, type.heading, type.label].find(
        (style) => y + wrapLines(title, style, room.w).length * style.lineHeight + below <= room.h,
      ) ?? type.label;
    const forTitle = (room.h - y - below) / titleStyle.lineHeight;
    const lines = title ? wrapLines(title, titleStyle, room.w, forTitle) : [];
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
      Eyebrow: { text: boxed(eyebrowStyle, said, room.w) },
      Title: { y: titleY, text: boxed(titleStyle, lines, room.w) },
      Dose: { y: doseY, chip: isChip ? dose : undefined },
      DoseText: doseLines.length
        ? { visible: true, y: doseY, text: boxed(type.body, doseLines, room.w) }
        : { visible: false },
      Chair: { x: isBeside ? doseW + GAP : 0, y: chairY, chip: chair },
      Take: isTold
        ? { visible: true, y: y + GAP, text: boxed(type.small, taken, room.w) }
        : { visible: false },
    });
    return y + (isTold ? GAP + takeH : 0);
  }
}
