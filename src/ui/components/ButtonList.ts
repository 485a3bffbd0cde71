import { Lightning } from '@lightningjs/sdk';
import { BUTTON_H, Button, type ButtonSpec } from './Button';

const GAP = 28;
/** Longer columns stand closer, so that they fit the screen. */
const LONG = { from: 5, gap: 16 } as const;

/** Px between so many buttons. */
export const gapOf = (direction: 'row' | 'column', count: number): number =>
  direction === 'column' && count >= LONG.from ? LONG.gap : GAP;

interface Spec extends Lightning.Component.TemplateSpec {
  buttons: ButtonSpec[];
  direction: 'row' | 'column';
}

/** Buttons in a row or a column; remembers which had the focus. */
export class ButtonList
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  direction: 'row' | 'column' = 'row';
  private at = 0;
  private specs: ButtonSpec[] = [];

  get buttons(): ButtonSpec[] {
    return this.specs;
  }

  /** New buttons; the focus stays on the one with the same id, else goes to the first. */
  set buttons(specs: ButtonSpec[]) {
    const focused = this.specs[this.at]?.id;
    this.specs = specs;
    this.at = Math.max(
      0,
      specs.findIndex((spec) => spec.id === focused),
    );
    const gap = gapOf(this.direction, specs.length);
    let offset = 0;
    this.children = specs.map((spec) => {
      const place = this.direction === 'row' ? { x: offset, y: 0 } : { x: 0, y: offset };
      offset += (this.direction === 'row' ? Button.widthOf(spec) : BUTTON_H) + gap;
      return { type: Button, spec, ...place };
    });
    this.patch(
      this.direction === 'row'
        ? { w: Math.max(0, offset - gap), h: BUTTON_H }
        : { h: Math.max(0, offset - gap) },
    );
    this._refocus();
  }

  /** Moves the focus to the button with this id, if it is there. */
  select(id: string): void {
    const at = this.specs.findIndex((spec) => spec.id === id);
    if (at >= 0) this.at = at;
    this._refocus();
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

  private step(by: -1 | 1): boolean {
    const to = this.at + by;
    if (to < 0 || to >= this.specs.length) return false;
    this.at = to;
    this._refocus();
    return true;
  }
}
