import { Lightning } from '@lightningjs/sdk';
import type { Leader } from '../access/spoken';
import { atSize, colours, screen, type } from '../theme';
import { cutLine } from '../theme/measure';
import { glide, setNow, settled } from '../theme/motion';
import { ButtonList } from './ButtonList';
import { Rail } from './Rail';

/** A row of a page that scrolls from row to row. */
export interface RowSpec {
  /** Rows of the same id keep their focus when the page is built again. */
  id: string;
  heading?: string;
  element: Lightning.Component;
  h: number;
  /** Room below it, px. */
  after: number;
  /** True for a row without anything to press: the focus skips it. */
  isIdle?: boolean;
}

/** A row that can have the focus, and its y. */
interface Stop {
  id: string;
  element: Lightning.Component;
  y: number;
  bottom: number;
}

/** Focus of a rail: the id of its item, and the item's place for when that id is gone. */
interface RailPlace {
  id: string | undefined;
  at: number;
}

/** The focused row, and per row the id of its focused item or button. */
export interface FocusPlace {
  row: string;
  items: ReadonlyMap<string, RailPlace | string>;
}

/** Height of a row's heading, px. */
const headingH = (): number => atSize(68, 72, 78);
/** Y of the focused row after scrolling, px from the top of the page. */
const ANCHOR = 90;
const SCREENFUL = screen.h - 40;

/**
 * Rows below one another. Up and Down move the focus from row to row, and the page scrolls to the
 * focused row. When the rows are built again, the focus stays on its row, and every rail keeps its
 * place.
 */
export class Rows extends Lightning.Component {
  /** Called when the rows scroll: true when a part of them is above the page's upper edge. */
  onScroll: ((isScrolled: boolean) => void) | undefined;
  private stops: Stop[] = [];
  private at = 0;
  private height = 0;

  /**
   * Shows other rows.
   * @param rows the rows, from top to bottom
   * @param first id of the row that has the focus when no row had it
   * @param before the former focus, of these rows or of the rows that they replace
   */
  show(rows: readonly RowSpec[], first: string, before = this.place): void {
    const beforeAt = this.at;
    const row = before?.row ?? first;
    this.childList.clear();
    this.stops = [];
    this.height = 0;
    this.showMore(rows);
    for (const [id, item] of before?.items ?? []) {
      const element = this.find(id);
      if (element instanceof Rail && typeof item !== 'string') element.select(item.id, item.at);
      if (element instanceof ButtonList && typeof item === 'string') element.select(item);
    }
    const kept = this.stops.findIndex(({ id }) => id === row);
    // If the focused row is gone, the focus goes to the row in its place.
    this.at = kept < 0 ? Math.min(beforeAt, this.stops.length - 1) : kept;
    this.scrollTo(this.at, false);
    this._refocus();
  }

  /** Adds rows below the others; the focus stays. */
  showMore(rows: readonly RowSpec[]): void {
    let y = this.height;
    for (const { id, heading, element, h, after, isIdle } of rows) {
      const top = y;
      if (heading !== undefined) {
        this.childList.add(
          this.stage.createElement({
            y,
            text: {
              ...type.heading,
              text: cutLine(heading, type.heading, screen.right - screen.left),
            },
            color: colours.text,
            spoken: { role: 'heading', name: heading },
          } as Lightning.Element.NewPatchTemplate),
        );
        y += headingH();
      }
      element.y = y;
      if (element instanceof Rail) element.listName = heading;
      this.childList.add(element);
      if (!isIdle) this.stops.push({ id, element, y: top, bottom: y + h });
      y += h + after;
    }
    this.height = y;
  }

  /** Id of the row that has the focus. */
  get row(): string | undefined {
    return this.stops[this.at]?.id;
  }

  /** Moves the focus to a row, if that row is there. */
  select(id: string): void {
    const at = this.stops.findIndex((one) => one.id === id);
    if (at < 0) return;
    this.at = at;
    this.scrollTo(this.at, false);
    this._refocus();
  }

  /** The place of the focus, for rows that will be made again. */
  get place(): FocusPlace | undefined {
    const { row } = this;
    if (row === undefined) return undefined;
    const items = new Map<string, RailPlace | string>();
    for (const { element, id } of this.stops) {
      if (element instanceof Rail) items.set(id, { id: element.kept, at: element.index });
      else if (element instanceof ButtonList && element.selected) items.set(id, element.selected);
    }
    return { row, items };
  }

  /** The element of a row. */
  find(id: string): Lightning.Component | undefined {
    return this.stops.find((one) => one.id === id)?.element;
  }

  lead(part: object, by: Leader): void {
    const at = this.stops.findIndex(({ element }) => element === part);
    if (at < 0 || at === this.at) return;
    this.at = at;
    if (by === 'reader') this.scrollTo(at, false);
    this._refocus();
  }

  /** Scrolls to the row before or after the uppermost one in view, and moves the focus to it. */
  scroll(by: -1 | 1, direction: 'row' | 'column'): boolean {
    const { parent: page } = this;
    if (direction !== 'column' || !page) return false;
    const now = settled(page, 'y');
    const places = this.stops.map((_, at) => this.placeFor(at));
    const to =
      by > 0
        ? places.findIndex((y) => y < now - 1)
        : places.length - 1 - [...places].reverse().findIndex((y) => y > now + 1);
    if (to < 0 || to >= places.length) return true;
    this.at = to;
    this.scrollTo(to, true);
    this._refocus();
    return true;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.stops[this.at]?.element;
  }

  override _handleUp(): boolean {
    return this.step(-1);
  }

  override _handleDown(): boolean {
    return this.step(1);
  }

  private step(by: -1 | 1): boolean {
    const to = this.at + by;
    if (to < 0 || to >= this.stops.length) return false;
    this.at = to;
    this.scrollTo(this.at, true);
    this._refocus();
    return true;
  }

  /** Y of the page when this row has the focus, px. */
  private placeFor(at: number): number {
    const stop = this.stops[at];
    if (!stop) return 0;
    const lowest = Math.max(0, this.y + this.height - SCREENFUL);
    const fitsOnTop = this.y + stop.bottom <= screen.bottom;
    return fitsOnTop ? 0 : -Math.min(this.y + stop.y - ANCHOR, lowest);
  }

  private scrollTo(at: number, smoothly: boolean) {
    const { parent: page } = this;
    if (!this.stops[at] || !page) return;
    const y = this.placeFor(at);
    this.onScroll?.(y < 0);
    // The parts above the rows scroll with them.
    if (smoothly) glide(page, 'y', y);
    else setNow(page, 'y', y);
  }
}
