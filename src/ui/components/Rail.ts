import { Lightning } from '@lightningjs/sdk';
import type { Leader } from '../access/spoken';
import { screen } from '../theme';
import { glide, setNow } from '../theme/motion';
import { fade } from './Fade';

/** A component that can show one item of a rail, and another one later. */
export interface RailCell<Item> extends Lightning.Component {
  item: Item | undefined;
}

/** How a rail is made: what its cells are, and their measures along it. */
export interface RailSpec<Item> {
  cell: new (...stage: ConstructorParameters<typeof Lightning.Component>) => RailCell<Item>;
  direction: 'row' | 'column';
  /** From one cell's edge to the next one's. */
  step: number;
  /** How much of it is to be seen, px from the first cell's edge. */
  view: number;
  items: Item[];
  /** Over what is only half in view at the end of a column: its ground's colour, and its width in px. */
  fade?: { color: number; w: number };
  /** Its cells are made when it comes into view, or near it: a start needn't wait for the others. */
  isLazy?: boolean;
  /** Items may come before others: made anew, the focus stays on its item, not at its place. */
  keepsItem?: boolean;
}

/** Cells beyond the view that are kept filled, so that scrolling never shows a gap. */
const SPARE = 2;
/** A fade begins in the gap below the last whole cell, and ends beyond the view's edge, px. */
const FADE_EARLY = 10;
const FADE_LATE = 16;

/**
 * A row or column of cells that recycles them: there are as many as fit in view, whether there
 * are 23 items or 2,300. The focus moves from the first place on; the rail scrolls so that the
 * focused cell comes first, as long as there is more to fill the view with.
 */
export class Rail<Item> extends Lightning.Component {
  /** What its items are together, for who can't see it. */
  listName: string | undefined;
  /** Told which place has the focus, whenever that changes. */
  onMove: ((at: number) => void) | undefined;
  private made: RailSpec<Item> | undefined;
  private cells: RailCell<Item>[] = [];
  /** Item that each cell shows now. */
  private showing: number[] = [];
  private at = 0;
  private first = 0;

  static override _template(): Lightning.Component.Template {
    return { Strip: {} };
  }

  /** New items; the focus stays at the same place as far as there is one. */
  set rail(spec: RailSpec<Item>) {
    this.made = spec;
    (this.getByRef('Strip') as Lightning.Element).childList.clear();
    this.cells = [];
    this.at = Math.min(this.at, Math.max(0, spec.items.length - 1));
    if (!spec.isLazy || this.active) this.makeCells(spec);
    this._refocus();
  }

  private makeCells(spec: RailSpec<Item>) {
    if (this.cells.length) return;
    const fits = Math.ceil(spec.view / spec.step) + SPARE;
    const strip = this.getByRef('Strip') as Lightning.Element;
    this.cells = spec.items.slice(0, fits).map(() => {
      const cell = this.stage.c({ type: spec.cell }) as RailCell<Item>;
      strip.childList.add(cell);
      return cell;
    });
    this.showing = this.cells.map(() => -1);
    this.place(false);
  }

  override _active() {
    if (!this.made?.isLazy || this.cells.length) return;
    // In the frame after: within this one nobody would be told of them.
    this.stage.once('frameStart', () => {
      if (!this.active || !this.made) return;
      this.makeCells(this.made);
      // What is in them loads no earlier than elsewhere.
      this.boundsMargin = null;
    });
  }

  /** Other items in the same places: nothing is made anew where there are as many as before. */
  set items(items: Item[]) {
    const { made } = this;
    if (!made) return;
    if (items.length !== made.items.length) {
      this.rail = { ...made, items };
      return;
    }
    made.items = items;
    this.cells.forEach((cell, at) => {
      const item = items[this.showing[at] ?? -1];
      if (item !== undefined) cell.item = item;
    });
  }

  get length(): number {
    return this.made?.items.length ?? 0;
  }

  /** Id of the item that the focus stays on when the rail is made anew; undefined where it keeps its place. */
  get kept(): string | undefined {
    return this.made?.keepsItem ? idOf(this.made.items[this.at]) : undefined;
  }

  /** To the item with this id; without one, to a place. */
  select(id: string | undefined, place: number): void {
    const at =
      id === undefined ? -1 : (this.made?.items.findIndex((one) => idOf(one) === id) ?? -1);
    this.index = at < 0 ? place : at;
  }

  /** The focused item's place. */
  get index(): number {
    return this.at;
  }

  set index(at: number) {
    this.at = Math.min(Math.max(at, 0), Math.max(0, this.length - 1));
    this.place(false);
    this._refocus();
  }

  placeOf(cell: object): { at: number; of: number } | undefined {
    const place = this.cells.indexOf(cell as RailCell<Item>);
    const item = this.showing[place];
    return item === undefined || item < 0 ? undefined : { at: item + 1, of: this.length };
  }

  lead(part: object, by: Leader): void {
    const place = this.placeOf(part);
    if (!place || place.at - 1 === this.at) return;
    this.at = place.at - 1;
    if (by === 'reader') this.place(true);
    this._refocus();
    this.onMove?.(this.at);
  }

  scroll(by: -1 | 1, direction: 'row' | 'column'): boolean {
    const { made } = this;
    if (!made || direction !== made.direction) return false;
    const { fits, last } = extent(made);
    if (!last) return false;
    const first = Math.min(Math.max(this.first + by, 0), last);
    const before = this.at;
    this.at = Math.min(Math.max(before, first), first + fits - 1);
    this.place(true, first);
    this._refocus();
    if (this.at !== before) this.onMove?.(this.at);
    return true;
  }

  override _getFocused(): Lightning.Component | undefined {
    if (this.made) this.makeCells(this.made);
    return this.cells[this.at % Math.max(1, this.cells.length)];
  }

  override _handleLeft(): boolean {
    return this.made?.direction === 'row' && this.move(-1);
  }

  override _handleRight(): boolean {
    return this.made?.direction === 'row' && this.move(1);
  }

  override _handleUp(): boolean {
    return this.made?.direction === 'column' && this.move(-1);
  }

  override _handleDown(): boolean {
    return this.made?.direction === 'column' && this.move(1);
  }

  private move(by: -1 | 1): boolean {
    const to = this.at + by;
    if (to < 0 || to >= this.length) return false;
    this.at = to;
    this.place(true);
    this._refocus();
    this.onMove?.(to);
    return true;
  }

  /** Scrolls to the focused item, or to another, and gives the cells in view their items. */
  private place(smoothly: boolean, first = this.at) {
    const { made } = this;
    if (!made || !this.cells.length) return;
    this.first = Math.min(first, extent(made).last);
    const from = Math.max(0, Math.min(this.first - 1, made.items.length - this.cells.length));
    for (let item = from; item < from + this.cells.length; item++) this.fill(item, made);
    const strip = this.getByRef('Strip') as Lightning.Element;
    const axis = made.direction === 'row' ? 'x' : 'y';
    const to = -this.first * made.step;
    if (smoothly) glide(strip, axis, to);
    else setNow(strip, axis, to);
    this.fadeOut(made);
  }

  /** From the last cell that is wholly in view to the edge, while there are more. */
  private fadeOut(made: RailSpec<Item>) {
    const { color, w } = made.fade ?? {};
    if (color === undefined) return;
    const { fits, last } = extent(made);
    const y = fits * made.step - FADE_EARLY;
    const h = made.view + FADE_LATE - y;
    const visible = this.first < last;
    this.patch({ Fade: { ...fade('below', color), visible, x: -FADE_LATE, y, w, h } });
  }

  private fill(item: number, made: RailSpec<Item>) {
    const place = item % this.cells.length;
    const cell = this.cells[place];
    if (!cell || this.showing[place] === item) return;
    this.showing[place] = item;
    cell.item = made.items[item];
    cell[made.direction === 'row' ? 'x' : 'y'] = item * made.step;
  }
}

const idOf = (item: unknown): string | undefined => (item as { id?: string } | undefined)?.id;

/** How many items are wholly in view, and which may stand first at most. */
function extent<Item>({ items, step, view }: RailSpec<Item>): { fits: number; last: number } {
  const fits = Math.max(1, Math.floor(view / step));
  return { fits, last: Math.max(0, items.length - fits) };
}

/** The view of a row that runs from the safe area's left edge to the screen's edge. */
export const ROW_VIEW = screen.right - screen.left;
