import { Lightning } from '@lightningjs/sdk';
import { colours, type } from '../theme';
import { textWidth, wrapLines } from '../theme/measure';
import { boxed } from '../theme/textBox';
import { CHIP_PAD, Chip, type ChipSpec, chipH } from './Chip';

/** Texts of a waiting room about the exercise on its screen. */
export interface RoomHeadSpec {
  /** Name of the exercise; empty between two exercises. */
  title: string;
  dose: ChipSpec | undefined;
  /** Says that people can do the exercise on their chair; undefined for other exercises. */
  chair: ChipSpec | undefined;
}

interface Spec extends Lightning.Component.TemplateSpec {
  Title: object;
  Dose: typeof Chip;
  DoseText: object;
  Chair: typeof Chip;
}

const GAP = 24;
const LINE_GAP = 10;
/** Most lines of a name, and of a dose that is no chip. */
const TITLE_LINES = 3;
const DOSE_LINES = 3;

/** Name and dose of the exercise on the screen: side by side where they fit. */
export class RoomHead
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Title: { color: colours.text },
      Dose: { type: Chip },
      DoseText: { color: colours.text },
      Chair: { type: Chip },
    };
  }

  /**
   * @param w width that it may fill, px
   * @returns height that it takes, px
   */
  show({ chair, dose, title }: RoomHeadSpec, w: number): number {
    const style = textWidth(title, type.title) <= w ? type.title : type.heading;
    const lines = title ? wrapLines(title, style, w, TITLE_LINES) : [];
    this.patch({ Title: { text: boxed(style, lines, w) } });
    const lineH = style.lineHeight;
    // Chips follow the name on its last line, and go on below it.
    let x = lines.length ? textWidth(lines[lines.length - 1] ?? '', style) + GAP : 0;
    let y = Math.max(0, lines.length - 1) * lineH + (lineH - chipH()) / 2;
    let used = lines.length * lineH;
    const nextLine = () => {
      x = 0;
      y = used + LINE_GAP;
    };
    const place = (chip: ChipSpec) => {
      const wide = Chip.widthOf(chip);
      if (x > 0 && x + wide > w) nextLine();
      const at = { x, y, chip };
      x += wide + GAP;
      used = Math.max(used, y + chipH());
      return at;
    };
    const isChip = dose !== undefined && Chip.widthOf(dose) <= w;
    const placed = isChip ? place(dose) : { x: 0, chip: undefined };
    // At the beginning of a line its words, not its faint plate, are below the name.
    this.patch({ Dose: placed.x > 0 ? placed : { ...placed, x: -CHIP_PAD } });
    this.patch({ Chair: chair ? place(chair) : { chip: undefined } });
    if (!dose || isChip) {
      this.patch({ DoseText: { visible: false } });
      return used;
    }
    nextLine();
    const said = wrapLines(dose.text + (dose.ours ? ' *' : ''), type.smallBold, w, DOSE_LINES);
    this.patch({
      DoseText: { visible: true, y, text: boxed(type.smallBold, said, w) },
    });
    return y + said.length * type.smallBold.lineHeight;
  }
}
