import { Lightning } from '@lightningjs/sdk';
import type { Leader } from '../access/spoken';
import { atSize, colours, type } from '../theme';
import { glide, setNow } from '../theme/motion';
import { fade } from './Fade';
import type { RailCell } from './Rail';

/** Rows below a heading; without a heading they follow the rows above. */
export interface Section<Item> {
  heading?: string;
  items: readonly Item[];
}

/** The rows of a list and their measures, px. */
export interface SectionListSpec<Item> {
  cell: new (...stage: ConstructorParameters<typeof Lightning.Component>) => RailCell<Item>;
  sections: readonly Section<Item>[];
  /** Height of a row. */
  rowH: number;
  /** Distance from a row's upper edge to that of the next row. */
  step: number;
  /** Width of the rows, and height of the visible part. */
  w: number;
  view: number;
  /** Colour of the ground, ARGB: rows fade into it at the edges. */
  ground: number;
}

/** A row, and the lengths of the list before it, px. */
interface Row<Item> {
  cell: RailCell<Item>;
  y: number;
  /** Upper edge with the heading that belongs to it. */
  top: number;
}

/** Height of a heading, px. */
const headingH = (): number => atSize(58, 64, 72);
/** Gap above a heading that is not the first, px. */
const ABOVE_HEADING = 10;
/** A rest of a row that is thinner than this tells nothing, px. */
const THIN = 60;
/** How far a fade reaches over the edge of the view, px, and how high it is. */
const OVER = 16;
const FADE_H = 72;

/**
 * A column of rows below headings. Up and Down go from row to row; the list scrolls no further than the
 * focused row needs, with the row after it in view.
 */
export class SectionList<Item> extends Lightning.Component {
  /** Called when the focus moves to another row. */
  onMove: (() => void) | undefined;
  private made: SectionListSpec<Item> | undefined;
  private rows: Row<Item>[] = [];
  private at = 0;
  private offset = 0;
  private length = 0;

  static override _template(): Lightning.Component.Template {
    return { Strip: {} };
  }

  /** Shows other rows. The focus keeps its place, and cells are made again only for another number of rows. */
  set list(spec: SectionListSpec<Item>) {
    const { made } = this;
    this.made = spec;
    if (made && shapeOf(made) === shapeOf(spec)) {
      const items = spec.sections.flatMap((one) => one.items);
      this.rows.forEach(({ cell }, place) => {
        cell.item = items[place];
      });
      return;
    }
    this.make(spec);
    this.index = this.at;
  }

  /** Place of the focused row, from 0. */
  get index(): number {
    return this.at;
  }

  set index(at: number) {
    this.at = Math.max(0, Math.min(at, this.rows.length - 1));
    this.show(false);
    this._refocus();
  }

  placeOf(cell: object): { at: number; of: number } | undefined {
    const place = this.rows.findIndex((row) => row.cell === cell);
    return place < 0 ? undefined : { at: place + 1, of: this.rows.length };
  }

  lead(part: object, by: Leader): void {
    const place = this.placeOf(part);
    if (!place || place.at - 1 === this.at) return;
    this.at = place.at - 1;
    if (by === 'reader') this.show(true);
    this._refocus();
    this.onMove?.();
  }

  scroll(by: -1 | 1, direction: 'row' | 'column'): boolean {
    const { made } = this;
    const most = this.mostOffset;
    if (!made || direction !== 'column' || !most) return false;
    this.scrollTo(Math.max(0, Math.min(this.offset + by * made.step, most)), true);
    const isInView = ({ y }: Row<Item>) =>
      y >= this.offset && y + made.rowH <= this.offset + made.view;
    const { rows } = this;
    const before = rows[this.at];
    if (!before || isInView(before)) return true;
    const inView = rows.map((_, place) => place).filter((place) => isInView(rows[place] as never));
    this.at = (before.y < this.offset ? inView[0] : inView[inView.length - 1]) ?? this.at;
    this._refocus();
    this.onMove?.();
    return true;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.rows[this.at]?.cell;
  }

  override _handleUp(): boolean {
    return this.move(-1);
  }

  override _handleDown(): boolean {
    return this.move(1);
  }

  private move(by: -1 | 1): boolean {
    const to = this.at + by;
    if (to < 0 || to >= this.rows.length) return false;
    this.at = to;
    this.show(true);
    this._refocus();
    this.onMove?.();
    return true;
  }

  private make({ cell: type, ground, rowH, sections, step, view, w }: SectionListSpec<Item>) {
    const strip = this.getByRef('Strip') as Lightning.Element;
    strip.childList.clear();
    this.rows = [];
    let y = 0;
    for (const { heading, items } of sections) {
      let top = y;
      if (heading !== undefined) {
        if (y > 0) y += ABOVE_HEADING;
        strip.childList.add(this.stage.createElement(headingAt(y, heading) as never));
        y += headingH();
      }
      for (const item of items) {
        const cell = this.stage.c({ type, y }) as RailCell<Item>;
        cell.item = item;
        strip.childList.add(cell);
        this.rows.push({ cell, y, top });
        y += step;
        top = y;
      }
    }
    this.length = y - (step - rowH);
    const edge = { x: -OVER, w: w + 2 * OVER, h: FADE_H, visible: false };
    this.patch({
      Above: { ...fade('above', ground), ...edge, y: -OVER },
      Below: { ...fade('below', ground), ...edge, y: view + OVER - FADE_H },
    });
  }

  private get mostOffset(): number {
    return Math.max(0, this.length - (this.made?.view ?? 0));
  }

  /** Scrolls as far as the focused row and the row after it need. */
  private show(smoothly: boolean) {
    const { at, made, rows } = this;
    const row = rows[at];
    if (!made || !row) return;
    const end = (rows[at + 1] ?? row).y + made.rowH;
    const before = rows[at - 1] ?? row;
    const least = Math.min(end - made.view, this.mostOffset);
    const most = at > 0 ? before.top : 0;
    const offset = Math.max(0, least, Math.min(this.offset, most));
    // No thin rest of a row stays at the upper edge.
    const edge = rows.find(({ top }) => top >= offset && top - offset <= THIN && top <= most);
    this.scrollTo(offset > 0 && edge ? edge.top : offset, smoothly);
  }

  private scrollTo(offset: number, smoothly: boolean) {
    this.offset = offset;
    const strip = this.getByRef('Strip') as Lightning.Element;
    if (smoothly) glide(strip, 'y', -offset);
    else setNow(strip, 'y', -offset);
    this.patch({
      Above: { visible: offset > 0 },
      Below: { visible: offset < this.mostOffset },
    });
  }
}

/** Headings and number of rows: what decides where everything is. */
const shapeOf = <Item>({ rowH, sections }: SectionListSpec<Item>): string =>
  JSON.stringify([rowH, sections.map(({ heading, items }) => [heading, items.length])]);

const headingAt = (y: number, heading: string) => ({
  y: y + headingH() - type.smallBold.lineHeight - 10,
  text: { ...type.smallBold, text: heading.toUpperCase(), letterSpacing: 2 },
  color: colours.mint,
  spoken: { role: 'heading', name: heading },
});
