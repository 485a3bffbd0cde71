import { Lightning } from '@lightningjs/sdk';
import type { Leader } from '../access/spoken';
import { Button, type ButtonSpec } from './Button';

/** Gap between two buttons, px. It is smaller in a column, where many buttons have to fit. */
export const BUTTON_GAP = { row: 28, column: 20 } as const;

interface Spec extends Lightning.Component.TemplateSpec {
  buttons: ButtonSpec[];
  direction: 'row' | 'column';
  gap: number | undefined;
  room: number | undefined;
  onMove: ((y: number, h: number) => void) | undefined;
}

/** Buttons in a row or a column. The list remembers which button had the focus. */
export class ButtonList
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  direction: 'row' | 'column' = 'row';
  /** Gap between two buttons, px; absent: the gap of the direction. */
  gap: number | undefined;
  /** Width of a row, px. When the buttons need more, they are drawn without their icons. */
  room: number | undefined;
  /**
   * Called when the focus moves: y and height of the focused button, px from the list's top. An owner
   * that shows a part of the list scrolls by it.
   */
  onMove: ((y: number, h: number) => void) | undefined;
  private at = 0;
  private specs: ButtonSpec[] = [];

  /** Width of a row of these, px. */
  static widthOf(specs: readonly ButtonSpec[], gap: number = BUTTON_GAP.row): number {
    return specs.reduce((sum, spec) => sum + Button.widthOf(spec) + gap, -gap);
  }

  get buttons(): ButtonSpec[] {
    return this.specs;
  }

  /**
   * Shows new buttons. The focus stays on the button with the same id. If that button is gone, the
   * focus keeps its place when the number of buttons is the same (another button took the place);
   * otherwise it goes to the first button.
   */
  set buttons(wished: ButtonSpec[]) {
    const specs = this.fitted(wished);
    const focused = this.specs[this.at]?.id;
    const kept = specs.findIndex((spec) => spec.id === focused);
    const isSwap = specs.length === this.specs.length;
    this.specs = specs;
    this.at = kept >= 0 ? kept : isSwap ? this.at : 0;
    const isRow = this.direction === 'row';
    const gap = this.gap ?? BUTTON_GAP[this.direction];
    let offset = 0;
    this.children = specs.map((spec) => {
      const place = isRow ? { x: offset, y: 0 } : { x: 0, y: offset };
      offset += (isRow ? Button.widthOf(spec) : Button.heightOf(spec)) + gap;
      return { type: Button, spec, ...place };
    });
    const length = Math.max(0, offset - gap);
    const tallest = Math.max(0, ...specs.map((spec) => Button.heightOf(spec)));
    this.patch(isRow ? { w: length, h: tallest } : { h: length });
    this.moved();
  }

  /** Id of the button that has the focus, or will have it when the list gets the focus. */
  get selected(): string | undefined {
    return this.specs[this.at]?.id;
  }

  /** Moves the focus to the button with this id, if it is there. */
  select(id: string): void {
    const at = this.specs.findIndex((spec) => spec.id === id);
    if (at >= 0) this.at = at;
    this.moved();
  }

  lead(part: object, by: Leader): void {
    const at = this.children.indexOf(part as Button);
    if (at < 0) return;
    this.at = at;
    if (by === 'reader') this.moved();
    else this._refocus();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.children[this.at] as Button | undefined;
  }

  override _handleLeft(): boolean {
    return this.direction === 'row' && this.step(-1);
  }

  override _handleRight(): boolean {
    return this.direction === 'row' && this.step(1);
  }

  override _handleUp(): boolean {
    return this.direction === 'column' && this.step(-1);
  }

  override _handleDown(): boolean {
    return this.direction === 'column' && this.step(1);
  }

  private fitted(specs: ButtonSpec[]): ButtonSpec[] {
    const { gap = BUTTON_GAP.row, room } = this;
    if (room === undefined || this.direction !== 'row') return specs;
    return ButtonList.widthOf(specs, gap) <= room ? specs : specs.map(Button.plain);
  }

  private step(by: -1 | 1): boolean {
    const to = this.at + by;
    if (to < 0 || to >= this.specs.length) return false;
    this.at = to;
    this.moved();
    return true;
  }

  private moved() {
    this._refocus();
    const button = this.children[this.at] as Button | undefined;
    if (button) this.onMove?.(button.y, button.h);
  }
}
