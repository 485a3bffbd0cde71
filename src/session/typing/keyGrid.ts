/**
 * A grid of keys on which one types with four arrows and OK. Every arrow leads around: right of the
 * last column is the first one, below the last row is the first one.
 */

/** Rows of equal length with the ids of the keys. Neighbours with the same id are one wide key. */
export type Layout = readonly (readonly string[])[];

export interface Place {
  row: number;
  column: number;
}

export type Arrow = 'Left' | 'Up' | 'Right' | 'Down';

const STEPS: Readonly<Record<Arrow, readonly [down: number, right: number]>> = {
  Left: [0, -1],
  Up: [-1, 0],
  Right: [0, 1],
  Down: [1, 0],
};
const ARROWS = Object.keys(STEPS) as Arrow[];

/** Id of the key at a place. */
export const keyAt = (layout: Layout, { column, row }: Place): string | undefined =>
  layout[row]?.[column];

/** The first place of a key; undefined if the grid lacks it. */
export function placeOfKey(layout: Layout, id: string): Place | undefined {
  const row = layout.findIndex((keys) => keys.includes(id));
  return row < 0 ? undefined : { row, column: layout[row]?.indexOf(id) ?? 0 };
}

/** The place where an arrow leads. A wide key counts as one step. */
export function stepOnGrid(layout: Layout, from: Place, arrow: Arrow): Place {
  const [down, right] = STEPS[arrow];
  const rows = layout.length;
  const columns = layout[from.row]?.length ?? 1;
  let to = from;
  do {
    to = {
      row: (to.row + down + rows) % rows,
      column: (to.column + right + columns) % columns,
    };
  } while (
    keyAt(layout, to) === keyAt(layout, from) &&
    (to.row !== from.row || to.column !== from.column)
  );
  return to;
}

/** A shortest way to a key: its arrows, and the place where it ends. Undefined if the grid lacks the key. */
export function wayTo(
  layout: Layout,
  from: Place,
  id: string,
): { arrows: Arrow[]; end: Place } | undefined {
  const ways = [{ arrows: [] as Arrow[], end: from }];
  const known = new Set([`${from.row},${from.column}`]);
  for (const way of ways) {
    if (keyAt(layout, way.end) === id) return way;
    for (const arrow of ARROWS) {
      const end = stepOnGrid(layout, way.end, arrow);
      const name = `${end.row},${end.column}`;
      if (known.has(name)) continue;
      known.add(name);
      ways.push({ arrows: [...way.arrows, arrow], end });
    }
  }
  return undefined;
}

/**
 * Presses that type a text by the shortest ways, arrows and OKs together.
 * @param from place of the focus at the beginning
 * @throws RangeError when the grid lacks a character
 */
export function pressesFor(layout: Layout, from: Place, text: string): number {
  let at = from;
  let presses = 0;
  for (const character of text) {
    const way = wayTo(layout, at, character);
    if (!way) throw new RangeError(`The grid has no key "${character}".`);
    presses += way.arrows.length + 1;
    at = way.end;
  }
  return presses;
}
