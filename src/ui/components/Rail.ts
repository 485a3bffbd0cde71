import { Lightning } from '@lightningjs/sdk';
import type { Leader } from '../access/spoken';
import { screen } from '../theme';
import { glide, setNow } from '../theme/motion';
import { fade } from './Fade';

/** A component that shows one item of a rail, and can be given another item. */
export interface RailCell<Item> extends Lightning.Component {
  item: Item | undefined;
}

/** The cells of a rail and their measures along it. */
export interface RailSpec<Item> {
  cell: new (...stage: ConstructorParameters<typeof Lightning.Component>) => RailCell<Item>;
  direction: 'row' | 'column';
  /** Distance from one cell's edge to the next cell's edge, px. */
  step: number;
  /** Length of the visible part, px from the first cell's edge. */
  view: number;
  items: Item[];
  /**
   * Fades out a cell that is half in view at the end of a column. Colour of the ground (ARGB) and width
   * of the fade, px.
   */
  fade?: { color: number; w: number };
  /** Makes the cells when the rail is in view or near it, so that the start of the app is faster. */
  isLazy?: boolean;
  /**
   * When the rail is filled again, the focus stays on its item, not on its place: new items may come
   * before it.
   */
  keepsItem?: boolean;
}

/** Number of cells outside the view that are filled, so that scrolling shows no gap. */
const SPARE = 2;
/** A fade begins in the gap after the last whole cell, and ends this far outside the view, px. */
const FADE_EARLY = 10;
const FADE_LATE = 16;

/**
 * A row or column of cells that recycles its cells. The number of cells depends on the view and not on
 * the number of items, be it 23 or 2,300. The rail scrolls so that the focused cell comes first, as
 * long as the remaining items fill the view.
 */
export class Rail<Item> extends Lightning.Component {
  /** Name of the list, for a screen reader. */
  listName: string | undefined;
  /** Called with the focused item's place when that changes. */
  onMove: ((at: number) => void) | undefined;
  private made: RailSpec<Item> | undefined;
  private cells: RailCell<Item>[] = [];
  /** Per cell, the place of the item that it shows. */
  private showing: number[] = [];
  private at = 0;
  private first = 0;

  static override _template(): Lightning.Component.Template {
    return { Strip: {} };
  }

  /** Shows new items. The focus keeps its place; if there are fewer items, it goes to the last one. */
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
    // One frame later: Lightning doesn't tell cells that become active within this frame.
    this.stage.once('frameStart', () => {
      if (!this.active || !this.made) return;
      this.makeCells(this.made);
      // With the usual margin, the cells' pictures load as early as those of other elements.
      this.boundsMargin = null;
    });
  }

  /** Shows other items in the same cells. Cells are made again only when the number of items changes. */
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

  /**
   * Id of the item that keeps the focus when the rail is made again; undefined: the focus keeps its
   * place.
   */
  get kept(): string | undefined {
    return this.made?.keepsItem ? idOf(this.made.items[this.at]) : undefined;
  }

  /** Moves the focus to the item with this id; without an id, or without such an item, to a place. */
  select(id: string | undefined, place: number): void {
    const at =
      id === undefined ? -1 : (this.made?.items.findIndex((one) => idOf(one) === id) ?? -1);
    this.index = at < 0 ? place : at;
  }

  /** Place of the focused item, from 0. */
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

  /** Scrolls to the focused item, or to the one at `first`, and gives the cells in view their items. */
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

  /** Draws the fade from the last whole cell to the edge, while more items follow. */
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

/** Number of items that are wholly in view, and the last place that may come first in the view. */
function extent<Item>({ items, step, view }: RailSpec<Item>): { fits: number; last: number } {
  const fits = Math.max(1, Math.floor(view / step));
  return { fits, last: Math.max(0, items.length - fits) };
}

/** Length of the view of a row, px: from the safe area's left edge to its right edge. */
export const ROW_VIEW = screen.right - screen.left;
