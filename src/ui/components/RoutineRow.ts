import { Lightning } from '@lightningjs/sdk';
import { centredY, colours, radius, type } from '../theme';
import { icon, plate, ring, ringPlace } from '../theme/shapes';
import { BUTTON_H } from './Button';
import { Chip, type ChipSpec } from './Chip';
import { Picture, type PictureSpec } from './Picture';

/** An exercise in the routine's list. */
export interface RoutineRowItem {
  id: string;
  title: string;
  dose: string;
  level: ChipSpec | undefined;
  picture: PictureSpec;
  /** What OK does. */
  open(): void;
  /** What OK does one step to the right, and how that is called. */
  remove(): void;
  removeLabel: string;
}

interface Spec extends Lightning.Component.TemplateSpec {
  item: RoutineRowItem | undefined;
  testId: string;
  Plate: object;
  Picture: typeof Picture;
  Title: object;
  Dose: object;
  Level: typeof Chip;
  Remove: { Plate: object; Icon: object; Label: object; Ring: object };
  Ring: object;
}

export const ROW = { w: 900, h: 148 } as const;
const REMOVE = { w: 264, h: BUTTON_H } as const;
const REMOVE_X = ROW.w + 28;
const REMOVE_ICON = 36;
const PICTURE = { w: 212, h: 119 } as const;
const INSET = (ROW.h - PICTURE.h) / 2;
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
      Title: { x: TEXT_X, y: 26, color: colours.text },
      Dose: { x: TEXT_X, y: 82, color: colours.soft },
      Level: { type: Chip, x: w - 30, mountX: 1, y: (h - 46) / 2 },
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
      Title: { text: { ...type.label, text: item.title } },
      Dose: { text: { ...type.small, text: item.dose } },
      Level: { chip: item.level },
      Remove: { Label: { text: { ...type.label, text: item.removeLabel } } },
    });
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
    if (this.isRemoving) return false;
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
    if (this.isRemoving) this.current?.remove();
    else this.current?.open();
  }

  private drawFocus() {
    const { current, isFocused, isRemoving } = this;
    this.testId = `${isRemoving ? 'remove' : 'row'}:${current?.id ?? ''}`;
    this.patch({
      Ring: { visible: isFocused && !isRemoving },
      Remove: { visible: isFocused, Ring: { visible: isRemoving } },
    });
  }
}
