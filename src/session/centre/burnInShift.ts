/**
 * Where a picture that shows for weeks moves to, so that nothing burns into the screen. Pure: the
 * minute is an argument.
 */

/**
 * Largest distance from its place, as a share of the screen (from the brief for screens that stay
 * on).
 */
export const MOST_SHIFT = 0.015;

/**
 * Minutes of one round, sideways and up and down. They have no common factor, so every round
 * differs.
 */
const ROUND = { x: 47, y: 31 } as const;

/** Distance from its place, whole px. It changes by some px every minute. */
export interface BurnInShift {
  x: number;
  y: number;
}

const along = (minute: number, round: number, most: number): number =>
  Math.round(Math.sin((2 * Math.PI * (minute % round)) / round) * Math.floor(most)) || 0;

/**
 * The shift at a minute.
 * @param minute whole minutes since any beginning
 * @param w width of the screen, px
 * @param h height of the screen, px
 */
export const burnInShiftAt = (minute: number, w: number, h: number): BurnInShift => ({
  x: along(minute, ROUND.x, w * MOST_SHIFT),
  y: along(minute, ROUND.y, h * MOST_SHIFT),
});
