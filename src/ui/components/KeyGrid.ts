import { Lightning } from '@lightningjs/sdk';
import {
  type Arrow,
  keyAt,
  type Layout,
  type Place,
  placeOfKey,
  stepOnGrid,
} from '../../session/typing/keyGrid';
import { Button, type ButtonSpec } from './Button';

/** A key's label and what it does. */
export type GridKey = Pick<ButtonSpec, 'id' | 'label' | 'icon' | 'primary' | 'character' | 'press'>;

export interface GridSpec {
  layout: Layout;
  /** The key of an id in the layout. It is asked again by `refresh`. */
  keyOf(id: string): GridKey;
  /** Width of a key, and distances between the corners of neighbours, px. */
  size: { w: number; x: number; y: number };
  /** Tests find a key as `<name>:<id of the key>`; absent: as a button. */
  name?: string;
  /** Key that has the focus at the beginning; absent: the first one. */
  first?: string;
}

interface Spec extends Lightning.Component.TemplateSpec {
  grid: GridSpec;
}

/** Keys on which one types with the arrows and OK. Each arrow leads around to the other side. */
export class KeyGrid
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private current: GridSpec | undefined;
  private at: Place = { row: 0, column: 0 };
  /** Ids of the keys, in the order of the buttons. */
  private ids: string[] = [];

  get grid(): GridSpec {
    if (!this.current) throw new Error('A grid without keys');
    return this.current;
  }

  set grid(grid: GridSpec) {
    this.current = grid;
    const { layout, size } = grid;
    this.ids = [...new Set(layout.flat())];
    this.at = placeOfKey(layout, grid.first ?? '') ?? { row: 0, column: 0 };
    this.children = this.ids.map((id) => {
      const place = placeOfKey(layout, id) ?? this.at;
      return {
        type: Button,
        x: place.column * size.x,
        y: place.row * size.y,
        ...this.lookOf(id),
      };
    });
    this._refocus();
  }

  /** Id of the key that has the focus. */
  get selected(): string | undefined {
    return keyAt(this.grid.layout, this.at);
  }

  /** Moves the focus to a key. */
  select(id: string): void {
    this.at = placeOfKey(this.grid.layout, id) ?? this.at;
    this._refocus();
  }

  /** Draws the keys whose label changed. */
  refresh(): void {
    this.ids.forEach((id, at) => {
      const button = this.children[at] as Button | undefined;
      const look = this.lookOf(id);
      const isSame = button?.spec.id === look.spec.id && button.spec.label === look.spec.label;
      if (!isSame) button?.patch(look as object);
    });
  }

  lead(part: object): void {
    const id = this.ids[this.children.indexOf(part as Button)];
    if (id !== undefined && id !== this.selected) this.select(id);
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.children[this.ids.indexOf(this.selected ?? '')] as Button | undefined;
  }

  override _handleLeft(): void {
    this.step('Left');
  }

  override _handleRight(): void {
    this.step('Right');
  }

  override _handleUp(): void {
    this.step('Up');
  }

  override _handleDown(): void {
    this.step('Down');
  }

  private step(arrow: Arrow) {
    this.at = stepOnGrid(this.grid.layout, this.at, arrow);
    this._refocus();
  }

  private lookOf(id: string): { spec: ButtonSpec; testId: string } {
    const { keyOf, layout, name = 'button', size } = this.grid;
    const key = keyOf(id);
    const columns = layout.find((row) => row.includes(id))?.filter((one) => one === id).length ?? 1;
    const w = size.w + (columns - 1) * size.x;
    // The button names itself by its spec, so its other name comes after that.
    return { spec: { ...key, w, centred: true }, testId: `${name}:${key.id}` };
  }
}
