/**
 * Reads a screen: walks the drawn elements in order, and collects their words. It takes only things
 * that are on the screen or just beyond it, at the places they will have after all movements.
 */
import { screen } from '../theme';
import { settled } from '../theme/motion';
import { onOneLine, type Speaks, type Spoken } from './spoken';

/** The parts of Lightning's elements that this reads. */
export interface Drawn extends Speaks {
  readonly visible: boolean;
  readonly clipping: boolean;
  readonly w: number;
  readonly h: number;
  readonly mountX: number;
  readonly mountY: number;
  readonly children: Drawn[];
  readonly parent: Drawn | null;
  readonly text?: { text: string } | null;
  readonly x: number;
  readonly y: number;
  readonly alpha: number;
}

/** One thing to read, and the element that it belongs to. */
export interface Said extends Spoken {
  /** The same for as long as the thing is on the screen. */
  id: string;
  element: Drawn;
  /** The list that the thing is in, and its place there. */
  list?: { id: string; name: string | undefined };
  place?: { at: number; of: number };
}

/** Place of a thing on the stage, px. */
export interface Place {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A thing of which less than this is in view can't be seen, px. */
const LEAST = 8;
const SEEN_ALPHA = 0.01;
/**
 * Distance beyond the upper and lower edge that is read too, px. The next row of a page is there, and
 * leads a person who reads without the arrows to the rows after it.
 */
export const REACH = 320;
const WHOLE: Place = { left: 0, top: -REACH, right: screen.w, bottom: screen.h + REACH };

export const within = (one: Place, other: Place): Place => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

const isSeen = ({ bottom, left, right, top }: Place): boolean =>
  right - left >= LEAST && bottom - top >= LEAST;

/**
 * Place of an element after all movements.
 * @param element the element
 * @param x of the point within it, px
 * @param y of the point within it, px
 */
export function restingPlace(element: Drawn, x: number, y: number): Place {
  const left = x + settled(element, 'x') - element.mountX * element.w;
  const top = y + settled(element, 'y') - element.mountY * element.h;
  return {
    left,
    top,
    right: left + (element.w || LEAST),
    bottom: top + (element.h || LEAST),
  };
}

/** Gives every element a short name, the same for as long as the element exists. */
export class Names {
  private readonly known = new WeakMap<object, string>();
  private count = 0;

  of(element: object): string {
    const name = this.known.get(element) ?? `e${++this.count}`;
    this.known.set(element, name);
    return name;
  }
}

/** All things to read within an element. */
export function gather(from: Drawn, names: Names): Said[] {
  const said: Said[] = [];

  const add = (element: Drawn, one: Spoken, part: number, list?: ListPlace) => {
    const id = `${names.of(element)}.${part}`;
    if (onOneLine(one.name)) said.push({ ...one, ...list, id, element });
  };

  const walk = (element: Drawn, x: number, y: number, clip: Place, list?: ListPlace) => {
    const box = restingPlace(element, x, y);
    const { left, top } = box;
    const { spoken, text } = element;
    if (spoken) {
      if (!isSeen(within(box, clip))) return;
      const parts: readonly Spoken[] = 'role' in spoken ? [spoken] : spoken;
      for (const [part, one] of parts.entries()) add(element, one, part, list);
      return;
    }
    if (text?.text) {
      // A text knows its size only after it is drawn, so its corner decides.
      const corner = { x: x + settled(element, 'x'), y: top + LEAST };
      const isIn = corner.x >= clip.left && corner.x <= clip.right;
      if (isIn && corner.y >= clip.top && corner.y <= clip.bottom) {
        add(element, { role: 'text', name: text.text }, 0, list);
      }
    }
    const inner = element.clipping ? within(box, clip) : clip;
    const { parent } = element;
    // The cells of a list are in a strip that scrolls, in the order in which they were made.
    const isStrip = parent?.placeOf !== undefined;
    const children = isStrip ? [...element.children].sort(inOrder) : element.children;
    for (const child of children) {
      if (!child.visible || settled(child, 'alpha') < SEEN_ALPHA) continue;
      const place = isStrip ? parent.placeOf?.(child) : undefined;
      const listId = parent ? names.of(parent) : '';
      walk(
        child,
        left,
        top,
        inner,
        place ? { list: { id: listId, name: parent?.listName }, place } : list,
      );
    }
  };

  walk(from, 0, 0, WHOLE);
  return said;
}

type ListPlace = Pick<Said, 'list' | 'place'>;

const along = (cell: Drawn): number => cell.x + cell.y;
const inOrder = (one: Drawn, other: Drawn): number => along(one) - along(other);
