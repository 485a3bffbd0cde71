/**
 * A large catalogue, of many brochures' exercises, takes long to read. What a day needs of it first lies
 * beside it in a file of its own, the day's portion; the rest is read when home is there. Pure.
 */

/** More exercises than this are dealt into portions (ours): four times as many as a brochure has. */
export const MOST_AT_ONCE = 100;

/** So many of each category are in every portion (ours): more than its row shows at first. */
const FIRST = 8;

/** Into how many portions so many exercises are dealt; 1 for all at once. */
export const portionsFor = (exercises: number): number =>
  exercises > MOST_AT_ONCE ? Math.ceil(exercises / MOST_AT_ONCE) : 1;

/**
 * Whose turn it is: one portion after the other.
 * @param day days since 1 January 1970, where the set stands
 */
export const portionOn = (day: number, portions: number): number =>
  ((day % portions) + portions) % portions;

/** The file of a portion: `catalogue/all.portion-3.json` of `catalogue/all.json`. @param portion from 0 */
export const portionFile = (file: string, portion: number): string =>
  `${file.replace(/\.json$/, '')}.portion-${portion}.json`;

/**
 * One portion, in the catalogue's order: the first of each category, which its row shows at once, and of
 * each category those whose turn it is.
 * @param portion from 0
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
