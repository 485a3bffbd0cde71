import { Lightning } from '@lightningjs/sdk';
import type { DoseLine } from '../../texts/dose';
import { named, type Spoken } from '../access/spoken';
import { atSize, colours, radius, type } from '../theme';
import { textWidth, wrapLines } from '../theme/measure';
import { type IconName, icon, MARK, mark, plate, ring, ringPlace } from '../theme/shapes';
import { boxed } from '../theme/textBox';
import { Chip, type ChipSpec, chipH } from './Chip';
import { Picture, type PictureSpec } from './Picture';

/** An exercise in the routine's list. */
export interface RoutineRowItem {
  id: string;
  title: string;
  dose: DoseLine;
  level: ChipSpec | undefined;
  picture: PictureSpec;
  /** The action of OK on the row. */
  open(): void;
  /** Actions to the right of the row; empty for a list that can't be changed. */
  actions: RowAction[];
  /** Id of the action that has the focus when the row gets it; absent: the row itself. */
  start?: string | undefined;
}

/** An action on a row. OK on its icon runs it. */
export interface RowAction {
  id: string;
  label: string;
  icon: IconName;
  /**
   * True when the action does nothing here. Its icon is drawn faintly, so that the other icons keep
   * their places.
   */
  isIdle?: boolean;
  press(): void;
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
  Actions: { Buttons: object; Label: object };
  Ring: object;
}

/** Measures of a row, px. */
export const ROW = {
  get w(): number {
    return atSize(860, 820, 760);
  },
  get h(): number {
    return atSize(166, 190, 264);
  },
};
const ACTION = { side: 84, gap: 14, icon: 36 } as const;
const ACTION_STEP = ACTION.side + ACTION.gap;
const ACTIONS_Y = 10;
/** Gap between the row and its actions, px. */
const ACTIONS_GAP = 26;
/** Width of the actions, px. */
const actionsW = (count: number): number => count * ACTION_STEP - ACTION.gap;
const PICTURE = { w: 212, h: 119 } as const;
/** Distance from the row's left edge to its picture, px. */
const INSET = 14.5;
const PAD = 30;
const GAP = 4;
const MARK_GAP = 12;
/** Smallest width of a name that has a chip beside it, px. */
const LEAST_NAME = 300;
const TEXT_X = INSET + PICTURE.w + 30;

/** A row of the routine. OK opens the exercise; the row's actions are to its right. */
export class RoutineRow
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: RoutineRowItem | undefined;
  /** Place of the focused action, from 0; -1 is the row itself. */
  private at = -1;
  private isFocused = false;

  static override _template(): Lightning.Component.Template<Spec> {
    const { w, h } = ROW;
    return {
      w,
      h,
      Plate: { x: -1, y: -1, texture: plate(w, h, radius.medium), color: colours.card },
      Picture: {
        type: Picture,
        x: INSET,
        y: (h - PICTURE.h) / 2,
        ...PICTURE,
        corner: radius.small,
      },
      Title: { x: TEXT_X, color: colours.text },
      Dose: { x: TEXT_X, color: colours.soft },
      Mark: { visible: false },
      Level: { type: Chip, x: w - PAD, mountX: 1, y: (h - chipH()) / 2 },
      Actions: {
        x: w + ACTIONS_GAP,
        y: ACTIONS_Y,
        visible: false,
        Buttons: {},
        Label: {
          mountX: 0.5,
          y: ACTION.side + 12,
          color: colours.text,
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
    this.at = -1;
    this.patch({
      Picture: { picture: item.picture },
      Level: { chip: item.level },
      Actions: { Buttons: { children: item.actions.map(actionAt) } },
    });
    this.drawText(item);
    this.drawFocus();
  }

  /** The row and each of its actions, for a screen reader. */
  get spoken(): Spoken[] | undefined {
    const { current: item } = this;
    if (!item) return undefined;
    const { side } = ACTION;
    const part = (place: number, name: string, disabled = false): Spoken => ({
      role: 'button',
      name,
      box:
        place < 0
          ? { x: 0, y: 0, ...ROW }
          : { x: ROW.w + ACTIONS_GAP + place * ACTION_STEP, y: ACTIONS_Y, w: side, h: side },
      disabled,
      isFocused: place === this.at,
      take: () => {
        this.at = place;
        this.drawFocus();
      },
    });
    return [
      part(-1, named(item.title, item.dose.text, item.level?.text)),
      ...item.actions.map(({ isIdle, label }, place) => part(place, label, isIdle)),
    ];
  }

  override _focus() {
    this.isFocused = true;
    const { actions = [], start } = this.current ?? {};
    this.at = actions.findIndex(({ id }) => id === start);
    if (this.current) this.current.start = undefined;
    this.drawFocus();
  }

  override _unfocus() {
    this.isFocused = false;
    this.at = -1;
    this.drawFocus();
  }

  override _handleRight(): boolean {
    return this.step(1);
  }

  override _handleLeft(): boolean {
    return this.step(-1);
  }

  override _handleEnter() {
    const action = this.current?.actions[this.at];
    if (!action) this.current?.open();
    else if (!action.isIdle) action.press();
  }

  private step(by: -1 | 1): boolean {
    const to = this.at + by;
    if (to < -1 || to >= (this.current?.actions.length ?? 0)) return false;
    this.at = to;
    this.drawFocus();
    return true;
  }

  /** Draws title and dose in the middle of the row. A long dose takes a second line in smaller letters. */
  private drawText({ dose, level, title }: RoutineRowItem) {
    const chipW = level ? Chip.widthOf(level) + 24 : 0;
    const all = ROW.w - TEXT_X - PAD;
    // If the chip leaves the name too little width, the chip goes above the name.
    const isAbove = level !== undefined && all - chipW < LEAST_NAME;
    const above = isAbove ? chipH() + GAP : 0;
    const room = isAbove ? all : all - chipW;
    const forDose = room - (dose.ours ? MARK + MARK_GAP : 0);
    const style = wrapLines(dose.text, type.small, forDose).length > 1 ? type.caption : type.small;
    const lines = wrapLines(dose.text, style, forDose, 2);
    const forNames = ROW.h - above - GAP - lines.length * style.lineHeight;
    const names = wrapLines(title, type.label, room, forNames / type.label.lineHeight);
    const h = above + names.length * type.label.lineHeight + GAP + lines.length * style.lineHeight;
    const top = Math.round((ROW.h - h) / 2);
    const y = top + above;
    const doseY = y + names.length * type.label.lineHeight + GAP;
    const last = lines[lines.length - 1] ?? '';
    this.patch({
      Level: isAbove
        ? { x: TEXT_X, mountX: 0, y: top }
        : { x: ROW.w - PAD, mountX: 1, y: (ROW.h - chipH()) / 2 },
      Title: { y, text: boxed(type.label, names, room) },
      Dose: { y: doseY, text: boxed(style, lines, forDose) },
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
    const { at, current, isFocused } = this;
    const { actions = [] } = current ?? {};
    const action = actions[at];
    this.testId = `${action?.id ?? 'row'}:${current?.id ?? ''}`;
    this.patch({
      Ring: { visible: isFocused && !action },
      Actions: {
        visible: isFocused && actions.length > 0,
        Label: {
          visible: action !== undefined,
          x: middleOfName(action?.label ?? '', at, actions.length),
          text: { ...type.caption, text: action?.label ?? '' },
        },
      },
    });
    const buttons = this.getByRef('Actions')?.getByRef('Buttons') as Lightning.Element | undefined;
    buttons?.children.forEach((button, place) => {
      button.patch({ Ring: { visible: place === at } });
    });
  }
}

/** X of the middle of an action's name, px: under its icon, as far as the name stays below the actions. */
function middleOfName(name: string, at: number, count: number): number {
  const half = textWidth(name, type.caption) / 2;
  const most = actionsW(count) - half;
  return Math.max(Math.min(at * ACTION_STEP + ACTION.side / 2, most), Math.min(half, most));
}

/** An action's icon on its plate. */
const actionAt = ({ icon: name, isIdle }: RowAction, at: number) => ({
  x: at * ACTION_STEP,
  alpha: isIdle ? 0.4 : 1,
  Plate: {
    x: -1,
    y: -1,
    texture: plate(ACTION.side, ACTION.side, radius.medium),
    color: colours.cardHigh,
  },
  Icon: {
    x: (ACTION.side - ACTION.icon) / 2,
    y: (ACTION.side - ACTION.icon) / 2,
    w: ACTION.icon,
    h: ACTION.icon,
    texture: icon(name, ACTION.icon),
    color: colours.text,
  },
  Ring: {
    x: ringPlace,
    y: ringPlace,
    texture: ring(ACTION.side, ACTION.side, radius.medium),
    visible: false,
  },
});
