import { Lightning } from '@lightningjs/sdk';
import { type ClickSpot, named, type Spoken } from '../access/spoken';
import { atSize, centredY, colours, radius, type } from '../theme';
import { cutLine, textWidth, wrapLines } from '../theme/measure';
import { type IconName, icon, MARK, mark, plate, ring, ringPlace } from '../theme/shapes';
import { boxed } from '../theme/textBox';

/** A value that Left and Right change, or an action that OK runs. */
export interface ValueRowItem {
  id: string;
  label: string;
  /** Width of the row, px; all rows of a list have the same width. */
  w: number;
  /** The current value; absent for an action. */
  value?: string;
  /** True when the value is ours and not the brochure's. */
  ours?: boolean;
  icon?: IconName;
  /** Whether Left (less) and Right (more) can change the value. */
  can?: { less: boolean; more: boolean };
  /** Changes the value: Left is -1, Right is 1. */
  step?(by: -1 | 1): void;
  /** The action of OK. */
  press?(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  item: ValueRowItem | undefined;
  testId: string;
  Plate: object;
  Icon: object;
  Label: object;
  Value: object;
  Mark: object;
  Less: object;
  More: object;
  Ring: object;
}

/** Height of a row, px. At the larger text sizes a label may take two lines. */
export const valueRowH = (): number => atSize(76, 96, 112);
const PAD = 28;
const ICON = 32;
const ARROW = 36;
/** Gap between an arrow and the value, px. */
const ARROW_GAP = 18;
const MARK_GAP = 12;
/** Smallest width between the arrows, px, so that they keep their places while the value changes. */
const valueW = (): number => atSize(230, 240, 250);

/** Widest share of the row that a value takes. */
const VALUE_SHARE = 0.5;

/** A row in a list of settings. Left and Right change its value; OK runs its action. */
export class ValueRow
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: ValueRowItem | undefined;
  private isFocused = false;

  static override _template(): Lightning.Component.Template<Spec> {
    const tall = valueRowH();
    const y = (tall - ARROW) / 2;
    const arrow = { y, w: ARROW, h: ARROW, color: colours.text };
    return {
      h: tall,
      Plate: { x: -1, y: -1, color: colours.cardHigh },
      Icon: { x: PAD, y: (tall - ICON) / 2, w: ICON, h: ICON, color: colours.mint },
      Label: { color: colours.text },
      Value: { mountX: 0.5, y: centredY(tall, type.smallBold), color: colours.text },
      Mark: { visible: false },
      Less: { ...arrow, texture: icon('chevron-left', ARROW) },
      More: { ...arrow, texture: icon('chevron-right', ARROW) },
      Ring: { x: ringPlace, y: ringPlace, visible: false },
    };
  }

  get item(): ValueRowItem | undefined {
    return this.current;
  }

  set item(item: ValueRowItem | undefined) {
    if (!item || item === this.current) return;
    this.current = item;
    this.testId = `set:${item.id}`;
    const { label, ours, w } = item;
    const value = cutLine(item.value ?? '', type.smallBold, w * VALUE_SHARE);
    const tall = valueRowH();
    const roomForValue = Math.max(
      valueW(),
      textWidth(value, type.smallBold) + (ours ? 2 * (MARK + MARK_GAP) : 0),
    );
    const moreX = w - PAD - ARROW + 8;
    const middle = moreX - ARROW_GAP - roomForValue / 2;
    const labelX = PAD + (item.icon ? ICON + 18 : 0);
    const room = (value ? middle - roomForValue / 2 - ARROW_GAP - ARROW : w - PAD) - labelX - 16;
    const lines = wrapLines(label, type.small, room, 2);
    // Two lines are closer together than in a text, so that the row stays low.
    const lineHeight = Math.round(type.small.fontSize * 1.16);
    this.patch({
      w,
      Plate: { texture: plate(w, tall, radius.medium) },
      Icon: item.icon ? { visible: true, texture: icon(item.icon, ICON) } : { visible: false },
      Label: {
        x: labelX,
        y: Math.round(centredY(tall, type.small) - ((lines.length - 1) * lineHeight) / 2),
        text: boxed({ ...type.small, lineHeight }, lines, room),
      },
      Value: { x: middle, text: { ...type.smallBold, text: value || ' ' } },
      Mark: ours
        ? {
            visible: true,
            ...mark(middle + textWidth(value, type.smallBold) / 2 + MARK_GAP, (tall - MARK) / 2),
          }
        : { visible: false },
      Less: { x: middle - roomForValue / 2 - ARROW_GAP - ARROW },
      More: { x: moreX },
      Ring: { texture: ring(w, tall, radius.medium) },
    });
    this.drawFocus();
  }

  get spoken(): Spoken | undefined {
    const { current: item } = this;
    if (!item) return undefined;
    const { can, label, value } = item;
    if (!item.step) return { role: 'button', name: named(label, value) };
    const isFixed = can !== undefined && !can.less && !can.more && !item.press;
    return { role: 'value', name: label, value: value ?? '', disabled: isFixed };
  }

  /** The two arrows, which can be clicked. */
  get spots(): ClickSpot[] {
    if (!this.current?.step) return [];
    const arrow = (ref: 'Less' | 'More', key: 'Left' | 'Right'): ClickSpot => ({
      box: {
        x: (this.getByRef(ref)?.x ?? 0) - ARROW_GAP,
        y: 0,
        w: ARROW + 2 * ARROW_GAP,
        h: valueRowH(),
      },
      key,
    });
    return [arrow('Less', 'Left'), arrow('More', 'Right')];
  }

  override _focus() {
    this.isFocused = true;
    this.drawFocus();
  }

  override _unfocus() {
    this.isFocused = false;
    this.drawFocus();
  }

  override _handleLeft(): boolean {
    return this.step(-1);
  }

  override _handleRight(): boolean {
    return this.step(1);
  }

  override _handleEnter() {
    this.current?.press?.();
  }

  /**
   * A row with a value takes Left and Right even when the value is at its end: a held key must not
   * leave the row.
   */
  private step(by: -1 | 1): boolean {
    const { can, step } = this.current ?? {};
    if (!step) return false;
    if (by === -1 ? can?.less : can?.more) step(by);
    return true;
  }

  private drawFocus() {
    const { current, isFocused } = this;
    const arrow = (leads: boolean | undefined) => ({
      visible: current?.step !== undefined,
      alpha: leads ? (isFocused ? 1 : 0.55) : 0.15,
    });
    this.patch({
      Ring: { visible: isFocused },
      Less: arrow(current?.can?.less),
      More: arrow(current?.can?.more),
    });
  }
}
