import { Lightning } from '@lightningjs/sdk';
import type { DoseLine } from '../texts/dose';
import { centredY, colours, radius, type } from '../theme';
import { textWidth, wrapLines } from '../theme/measure';
import { icon, MARK, mark, plate, ring, ringPlace } from '../theme/shapes';
import { BUTTON_H } from './Button';
import { Chip, type ChipSpec } from './Chip';
import { Picture, type PictureSpec } from './Picture';

/** An exercise in the routine's list. */
export interface RoutineRowItem {
  id: string;
  title: string;
  dose: DoseLine;
  level: ChipSpec | undefined;
  picture: PictureSpec;
  /** What OK does. */
  open(): void;
  /** What OK does one step to the right, and how that is called; absent where the list is fixed. */
  remove?: { label: string; press(): void };
}

interface Spec extends Lightning.Component.TemplateSpec {
  item: RoutineRowItem | undefined;
  testId: string;
  Plate: object;
  Picture: typeof Picture;
  Title: object;
  Dose: object;
  Mark: object;
  Level: typeof Chip;
  Remove: { Plate: object; Icon: object; Label: object; Ring: object };
  Ring: object;
}

/** Measures of a row, px. */
export const ROW = { w: 900, h: 148 } as const;
const REMOVE = { w: 264, h: BUTTON_H } as const;
const REMOVE_X = ROW.w + 28;
const REMOVE_ICON = 36;
const PICTURE = { w: 212, h: 119 } as const;
const INSET = (ROW.h - PICTURE.h) / 2;
const PAD = 30;
const GAP = 4;
const MARK_GAP = 12;
const TEXT_X = INSET + PICTURE.w + 30;

/** A row of the routine: OK looks at the exercise; Right, then OK, takes it out. */
export class RoutineRow
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: RoutineRowItem | undefined;
  private isRemoving = false;
  private isFocused = false;

  static override _template(): Lightning.Component.Template<Spec> {
    const { w, h } = ROW;
    return {
      w,
      h,
      Plate: { x: -1, y: -1, texture: plate(w, h, radius.medium), color: colours.card },
      Picture: { type: Picture, x: INSET, y: INSET, ...PICTURE, corner: radius.small },
      Title: { x: TEXT_X, color: colours.text },
      Dose: { x: TEXT_X, color: colours.soft },
      Mark: { visible: false },
      Level: { type: Chip, x: w - PAD, mountX: 1, y: (h - 46) / 2 },
      Remove: {
        x: REMOVE_X,
        y: (h - REMOVE.h) / 2,
        visible: false,
        Plate: {
          x: -1,
          y: -1,
          texture: plate(REMOVE.w, REMOVE.h, radius.medium),
          color: colours.cardHigh,
        },
        Icon: {
          x: 30,
          y: (REMOVE.h - REMOVE_ICON) / 2,
          w: REMOVE_ICON,
          h: REMOVE_ICON,
          texture: icon('trash-2', REMOVE_ICON),
          color: colours.text,
        },
        Label: { x: 84, y: centredY(REMOVE.h, type.label), color: colours.text },
        Ring: {
          x: ringPlace,
          y: ringPlace,
          texture: ring(REMOVE.w, REMOVE.h, radius.medium),
          visible: false,
        },
      },
      Ring: { x: ringPlace, y: ringPlace, texture: ring(w, h, radius.medium), visible: false },
    };
  }

  get item(): RoutineRowItem | undefined {
    return this.current;
  }

  set item(item: RoutineRowItem | undefined) {
    if (!item) return;
    this.current = item;
    this.isRemoving = false;
    this.patch({
      Picture: { picture: item.picture },
      Level: { chip: item.level },
      Remove: { Label: { text: { ...type.label, text: item.remove?.label ?? '' } } },
    });
    this.drawText(item);
    this.drawFocus();
  }

  override _focus() {
    this.isFocused = true;
    this.isRemoving = false;
    this.drawFocus();
  }

  override _unfocus() {
    this.isFocused = false;
    this.isRemoving = false;
    this.drawFocus();
  }

  override _handleRight(): boolean {
    if (this.isRemoving || !this.current?.remove) return false;
    this.isRemoving = true;
    this.drawFocus();
    return true;
  }

  override _handleLeft(): boolean {
    if (!this.isRemoving) return false;
    this.isRemoving = false;
    this.drawFocus();
    return true;
  }

  override _handleEnter() {
    if (this.isRemoving) this.current?.remove?.press();
    else this.current?.open();
  }

  /** Title and dose in the middle of the row; a long dose takes a second line, set smaller. */
  private drawText({ dose, level, title }: RoutineRowItem) {
    const chipW = level ? Chip.widthOf(level) + 24 : 0;
    const room = ROW.w - TEXT_X - PAD - chipW;
    const forDose = room - (dose.ours ? MARK + MARK_GAP : 0);
    const style = wrapLines(dose.text, type.small, forDose).length > 1 ? type.caption : type.small;
    const lines = wrapLines(dose.text, style, forDose);
    const names = wrapLines(title, type.label, room);
    const h = names.length * type.label.lineHeight + GAP + lines.length * style.lineHeight;
    const y = Math.round((ROW.h - h) / 2);
    const doseY = y + names.length * type.label.lineHeight + GAP;
    const last = lines[lines.length - 1] ?? '';
    this.patch({
      Title: { y, text: { ...type.label, text: names.join('\n') } },
      Dose: { y: doseY, text: { ...style, text: lines.join('\n') } },
      Mark: dose.ours
        ? {
            visible: true,
            ...mark(
              TEXT_X + textWidth(last, style) + MARK_GAP,
              doseY + (lines.length - 1) * style.lineHeight + (style.lineHeight - MARK) / 2,
            ),
          }
        : { visible: false },
    });
  }

  private drawFocus() {
    const { current, isFocused, isRemoving } = this;
    this.testId = `${isRemoving ? 'remove' : 'row'}:${current?.id ?? ''}`;
    this.patch({
      Ring: { visible: isFocused && !isRemoving },
      Remove: {
        visible: isFocused && current?.remove !== undefined,
        Ring: { visible: isRemoving },
      },
    });
  }
}
