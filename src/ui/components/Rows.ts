import { Lightning } from '@lightningjs/sdk';
import type { Leader } from '../access/spoken';
import { atSize, colours, screen, type } from '../theme';
import { glide, setNow, settled } from '../theme/motion';
import { ButtonList } from './ButtonList';
import { Rail } from './Rail';

/** A row of a page that scrolls from row to row. */
export interface RowSpec {
  /** Keeps its place and focus when the page is built anew with a row of the same id. */
  id: string;
  heading?: string;
  element: Lightning.Component;
  h: number;
  /** Room below it, px. */
  after: number;
  /** There is nothing to press in it: the focus passes it by. */
  isIdle?: boolean;
}

/** A row that the focus can stand on, and where it stands. */
interface Stop {
  id: string;
  element: Lightning.Component;
  y: number;
  bottom: number;
}

/** Where a rail's focus stands: on an item, or where that is gone at its place. */
interface RailPlace {
  id: string | undefined;
  at: number;
}

/** The focused row, and of each row the item or the button's id that has its focus. */
export interface FocusPlace {
  row: string;
  items: ReadonlyMap<string, RailPlace | string>;
}

/** Height of a row's heading, px. */
const headingH = (): number => atSize(68, 72, 78);
/** Where the focused row comes to stand. */
const ANCHOR = 90;
const SCREENFUL = screen.h - 40;

/**
 * Rows below one another: Up and Down go from row to row, and the focused one scrolls into view.
 * Built anew, it keeps the focus on the row it was on, and every rail at its place.
 */
export class Rows extends Lightning.Component {
  /** Told when rows scroll: whether any has gone above the page's edge. */
  onScroll: ((isScrolled: boolean) => void) | undefined;
  private stops: Stop[] = [];
  private at = 0;
  private height = 0;

  /**
   * Shows other rows.
   * @param first id of the row that has the focus when none had it before
   * @param before where the focus stood: here, or in rows that this one stands for
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
    // A row that is gone leaves its focus to the one that took its place.
    this.at = kept < 0 ? Math.min(beforeAt, this.stops.length - 1) : kept;
    this.scrollTo(this.at, false);
    this._refocus();
  }

  /** More rows below those that are there; the focus stays. */
  showMore(rows: readonly RowSpec[]): void {
    let y = this.height;
    for (const { id, heading, element, h, after, isIdle } of rows) {
      const top = y;
      if (heading !== undefined) {
        this.childList.add(
          this.stage.createElement({
            y,
            text: { ...type.heading, text: heading },
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

  /** Gives the focus to a row, if it is there. */
  select(id: string): void {
    const at = this.stops.findIndex((one) => one.id === id);
    if (at < 0) return;
    this.at = at;
    this.scrollTo(this.at, false);
    this._refocus();
  }

  /** Where the focus stands, for rows that will be made anew. */
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

  /** To the row before or after the one that stands uppermost; the focus goes along. */
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

  /** Where the page stands when this row has the focus: its y, px. */
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
    // What stands above the rows scrolls away with them.
    if (smoothly) glide(page, 'y', y);
    else setNow(page, 'y', y);
  }
}
