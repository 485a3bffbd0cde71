/**
 * Portions of a large catalogue. A catalogue with the exercises of many brochures takes long to
 * read. Each portion is a file of its own with what one day needs first. The app reads the whole
 * catalogue once the home page is there. Pure.
 */

/**
 * Number of exercises above which a catalogue is split into portions (ours): four times as many as
 * a brochure has.
 */
export const MOST_AT_ONCE = 100;

/**
 * Number of exercises of each category that every portion contains (ours): more than the category's
 * row shows at first.
 */
const FIRST = 8;

/** Number of portions for so many exercises; 1 when the catalogue is not split. */
export const portionsFor = (exercises: number): number =>
  exercises > MOST_AT_ONCE ? Math.ceil(exercises / MOST_AT_ONCE) : 1;

/**
 * Number of a day's portion, from 0. The portions take turns, day by day.
 * @param day days since 1 January 1970, in the set's time zone
 */
export const portionOn = (day: number, portions: number): number =>
  ((day % portions) + portions) % portions;

/**
 * The file of a portion: `catalogue/all.portion-3.json` of `catalogue/all.json`.
 * @param portion number of the portion, from 0
 */
export const portionFile = (file: string, portion: number): string =>
  `${file.replace(/\.json$/, '')}.portion-${portion}.json`;

/**
 * The items of one portion, in the catalogue's order: the first items of each category, which its
 * row shows at once, and those of the rest whose turn it is.
 * @param portion number of the portion, from 0
 */
export function dealt<T extends { category: string }>(
  exercises: readonly T[],
  portion: number,
  portions: number,
): T[] {
  const places = new Map<string, number>();
  return exercises.filter(({ category }) => {
    const place = places.get(category) ?? 0;
    places.set(category, place + 1);
    return place < FIRST || place % portions === portion;
  });
}
