/**
 * A page that scrolls cuts its contents at an edge. This fades them out there, so that no half letters
 * show.
 */

/** Mask for a colour without its alpha. */
const RGB = 0xffffff;

/**
 * A box over the edge of a part that scrolls.
 * @param side which edge of that part; the box becomes opaque towards it
 * @param color colour of the ground, ARGB
 */
export const fade = (side: 'above' | 'below', color: number) => {
  const clear = color & RGB;
  const [colorTop, colorBottom] = side === 'above' ? [color, clear] : [clear, color];
  return { rect: true, colorTop, colorBottom };
};
