import { Lightning } from '@lightningjs/sdk';
import type { Exercise } from '../../catalogue/types';
import type { Translate } from '../../texts/translate';
import { longTitle } from '../../texts/words';
import { atSize, colours, screen, type } from '../theme';
import { cutSpaced, LETTER_SPACING, spacedWidth, textWidth, wrapLines } from '../theme/measure';
import { MARK, mark } from '../theme/shapes';
import type { TypeStyle } from '../theme/sizes';
import { boxed } from '../theme/textBox';
import { Chip } from './Chip';
import { levelChip, translationChip } from './exerciseChips';

interface Spec extends Lightning.Component.TemplateSpec {
  Eyebrow: object;
  Level: typeof Chip;
  Variant: typeof Chip;
  Translated: typeof Chip;
  Title: object;
  Long: object;
  Mark: object;
}

const ROOM = screen.right - screen.left;
const MARK_GAP = 20;
const CHIP_GAP = 16;
const CHIP_Y = -10;
const LONG_GAP = 28;
/** Widest that the chip of a variant may be, px. */
const CHIP_W = 560;

/** Distance from the top of a line to its baseline, px. The share is that of Lexend, nearly. */
const baseline = ({ fontSize, lineHeight }: TypeStyle): number =>
  (lineHeight - fontSize) / 2 + fontSize * 0.8;

/**
 * The exercise's name. The brochure's longer title is beside it when there is room. Above it are a line
 * of its own, the level, the variant and the mark of a translation, as far as the exercise has them.
 */
export class ExerciseHead
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Eyebrow: { y: -6, color: colours.mint },
      Level: { type: Chip, y: CHIP_Y },
      Variant: { type: Chip, y: CHIP_Y },
      Translated: { type: Chip, x: ROOM, mountX: 1, y: CHIP_Y },
      Title: { color: colours.text },
      Long: { color: colours.soft },
      Mark: { visible: false },
    };
  }

  /**
   * @param eyebrow line above the name; empty: none
   * @param exercise with the patient's changes
   */
  show(eyebrow: string, exercise: Exercise, t: Translate): void {
    const isOurs = !exercise.titleFromBrochure;
    const room = ROOM - (isOurs ? MARK + MARK_GAP : 0);
    const name = exercise.shortTitle;
    const style = textWidth(name, type.title) <= room ? type.title : type.heading;
    const lines = wrapLines(name, style, room, 2);
    const last = lines[lines.length - 1] ?? '';
    const nameW = textWidth(last, style);
    const title = longTitle(exercise) ?? '';
    const longX = nameW + LONG_GAP;
    const longW = textWidth(title, type.lead);
    const hasLong = title !== '' && lines.length === 1 && longX + longW <= room;
    const titleY = lines.length > 1 ? atSize(26, 32, 38) : atSize(42, 46, 50);
    const level = levelChip(t, exercise);
    const variant = exercise.variants.find(({ id }) => id === exercise.variant);
    const chips = [
      level,
      variant && { text: variant.title, color: colours.cardHigh, most: CHIP_W },
    ];
    const translated = translationChip(t, exercise);
    const chipsW = [...chips, translated]
      .map((chip) => (chip ? Chip.widthOf(chip) + CHIP_GAP : 0))
      .reduce((sum, one) => sum + one, 0);
    const label = cutSpaced(eyebrow.toUpperCase(), type.smallBold, ROOM - chipsW - 12);
    const chipX = spacedWidth(label, type.smallBold) + CHIP_GAP + 12;
    this.patch({
      Eyebrow: { text: { ...type.smallBold, letterSpacing: LETTER_SPACING, text: label } },
      Level: { x: chipX, chip: level },
      Translated: { chip: translated },
      Variant: {
        x: chipX + (level ? Chip.widthOf(level) + CHIP_GAP : 0),
        chip: chips[1],
      },
      Title: { y: titleY, text: boxed(style, lines, room) },
      Long: {
        visible: hasLong,
        x: longX,
        y: titleY + baseline(style) - baseline(type.lead),
        text: { ...type.lead, text: hasLong ? title : '' },
      },
      Mark: isOurs
        ? {
            visible: true,
            ...mark(
              (hasLong ? longX + longW : nameW) + MARK_GAP,
              titleY + (lines.length - 1) * style.lineHeight + (style.lineHeight - MARK) / 2,
            ),
          }
        : { visible: false },
    });
  }
}
