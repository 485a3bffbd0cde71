import { Lightning } from '@lightningjs/sdk';
import type { Spoken } from '../access/spoken';
import { atSize, colours, radius, type } from '../theme';
import { textWidth, wrapLines } from '../theme/measure';
import { boxed } from '../theme/textBox';
import { Picture, type PictureSpec } from './Picture';

/** An exercise in a strip: its picture, and its name below. */
export interface StripItem {
  name: string;
  picture: PictureSpec;
}

/** Exercises side by side, in order. */
export interface StripSpec {
  items: readonly StripItem[];
  /** Says how many exercises the strip has no room for. */
  more(n: number): string;
}

/** Where the parts of a strip are, px. */
export interface StripLayout {
  /** Width of a name. The picture above it may be narrower. */
  w: number;
  pictureW: number;
  pictureH: number;
  /** Lines of each name; the last one says how many more there are, where not all are shown. */
  names: string[][];
  /** Number of pictures. */
  shown: number;
}

const GAP = 16;
/** Y of a name below its picture, px. */
export const NAME_GAP = 8;
/** Most pictures: more would be too small from afar. */
export const stripMost = (): number => atSize(7, 6, 5);
const LEAST_W = 120;
/** A picture is made no wider for a word than this, px: a longer word is broken. */
const MOST_WORD_W = 300;
/** Most lines of a name. */
const NAME_LINES = 4;
const LEAST_H = 64;

/** X of a picture, px. */
export const stripX = (at: number, { w }: StripLayout): number => at * (w + GAP);

/**
 * The largest pictures that fit with their names below. Without room for names, pictures alone.
 * @param w width of the strip, px
 * @param h its height, px
 */
export function layOutStrip({ items, more }: StripSpec, w: number, h: number): StripLayout {
  const style = type.caption;
  const words = items.flatMap(({ name }) => name.split(' '));
  const widths = words.map((word) => Math.min(MOST_WORD_W, textWidth(word, style)));
  const widest = Math.max(LEAST_W, ...widths);
  const roomFor = (cells: number) => Math.floor((w + GAP) / cells) - GAP;
  const layout = (cells: number, width: number): StripLayout => {
    const shown = cells < items.length ? cells - 1 : cells;
    const texts = items.slice(0, shown).map(({ name }) => name);
    if (shown < items.length) texts.push(more(items.length - shown));
    const names = texts.map((text) => wrapLines(text, style, width, NAME_LINES));
    const lines = Math.max(...names.map(({ length }) => length));
    const room = h - NAME_GAP - lines * style.lineHeight;
    const pictureH = Math.min(Math.round((width * 9) / 16), room);
    return { w: width, pictureW: Math.round((pictureH * 16) / 9), pictureH, names, shown };
  };
  const first = Math.min(items.length, stripMost());
  for (let cells = first; cells >= Math.min(first, 3); cells -= 1) {
    let best: StripLayout | undefined;
    for (let width = roomFor(cells); width >= widest; width -= 8) {
      const one = layout(cells, width);
      if (one.pictureH >= (best?.pictureH ?? LEAST_H)) best = one;
    }
    if (best) return best;
  }
  const bare = layout(first, Math.min(roomFor(first), Math.floor((h * 16) / 9)));
  return {
    ...bare,
    pictureW: bare.w,
    pictureH: Math.round((bare.w * 9) / 16),
    // The number of those that are not shown stays.
    names: bare.names.map((lines, at) => (at < bare.shown ? [] : lines)),
  };
}

interface Spec extends Lightning.Component.TemplateSpec {
  strip: StripSpec | undefined;
}

/** Shows which exercises come, as a row of small pictures with their names. */
export class ExerciseStrip
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private names = '';

  /** Draws the strip in the element's box; undefined draws none. */
  set strip(spec: StripSpec | undefined) {
    const { h, w } = this;
    this.names = spec?.items.map(({ name }) => name).join(', ') ?? '';
    if (!spec) {
      this.children = [];
      return;
    }
    const layout = layOutStrip(spec, w, h);
    this.children = layout.names.map((lines, at) => ({
      x: stripX(at, layout),
      Picture: {
        type: Picture,
        w: layout.pictureW,
        h: layout.pictureH,
        corner: radius.small,
        ...(at < layout.shown ? { picture: spec.items[at]?.picture } : { visible: false }),
      },
      Name: {
        y: at < layout.shown ? layout.pictureH + NAME_GAP : 0,
        text: boxed(type.caption, lines.length ? lines : [' '], layout.w),
        color: colours.soft,
      },
    }));
  }

  /** All names, also of those that the strip has no room for. */
  get spoken(): Spoken | undefined {
    return this.names ? { role: 'text', name: this.names } : undefined;
  }
}
