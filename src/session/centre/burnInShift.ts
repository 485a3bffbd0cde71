/**
 * Where a picture that stands for weeks stands now, so that nothing burns into the screen. Pure: the
 * minute is an argument.
 */

/** Never farther than this share of the screen from its place (the brief for screens that stay on). */
export const MOST_SHIFT = 0.015;

/** Minutes of one round, sideways and up and down: without a common factor, so that rounds differ. */
const ROUND = { x: 47, y: 31 } as const;

/** Px from its place, whole; a minute later some px farther on. */
export interface BurnInShift {
  x: number;
  y: number;
}

const along = (minute: number, round: number, most: number): number =>
  Math.round(Math.sin((2 * Math.PI * (minute % round)) / round) * Math.floor(most)) || 0;

/**
 * @param minute since any beginning, whole
 * @param w width of the screen, px
 * @param h its height, px
 */
export const burnInShiftAt = (minute: number, w: number, h: number): BurnInShift => ({
  x: along(minute, ROUND.x, w * MOST_SHIFT),
  y: along(minute, ROUND.y, h * MOST_SHIFT),
});
