/** What is cut off where a page scrolls on fades away there, instead of ending in half a letter. */

/** Without its alpha. */
const RGB = 0xffffff;

/**
 * A box over the edge of what scrolls.
 * @param side where the edge is: towards it the box becomes opaque
 * @param color of the ground, ARGB
 */
export const fade = (side: 'above' | 'below', color: number) => {
  const clear = color & RGB;
  const [colorTop, colorBottom] = side === 'above' ? [color, clear] : [clear, color];
  return { rect: true, colorTop, colorBottom };
};
