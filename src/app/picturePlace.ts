/**
 * Places the instructor's picture on the stage so that nothing drawn over it covers the body. Pure: boxes in,
 * boxes out. The picture may move aside and become smaller, and its edges may leave the stage; the body stays whole.
 */
import { type Box, STAGE } from './stage';

/** A box of the picture, in shares of its width and height. */
export type Share = Box;

/** Where the body is when nobody has measured it: films keep the lower left third free for the counter. */
export const UNMEASURED: Share = { x: 0.34, y: 0.06, w: 0.6, h: 0.88 };

/** Distance of the body from what is drawn beside it, px. */
const CLEAR = 8;
/** Distance of the body from the edges of the stage, px: it may fill the picture's height. */
const EDGE = 0;
/** A difference of sizes that nobody sees. */
const SAME = 0.005;
/** A moved picture may grow by these factors, so that it still fills the stage. */
const FILLING = [1.02, 1.04, 1.06, 1.08, 1.1, 1.12];

const grown = ({ h, w, x, y }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  w: w + 2 * by,
  h: h + 2 * by,
});

/** True when two boxes share some area. */
export const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.w &&
  other.x < one.x + one.w &&
  one.y < other.y + other.h &&
  other.y < one.y + one.h;

/** The body's box on the stage when the picture has this box. */
export const bodyIn = (picture: Box, body: Share): Box => ({
  x: picture.x + body.x * picture.w,
  y: picture.y + body.y * picture.h,
  w: body.w * picture.w,
  h: body.h * picture.h,
});

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/** The edges of the stage and of the boxes along one axis, in order. */
const edges = (size: number, from: readonly number[]): number[] =>
  [...new Set([EDGE, size - EDGE, ...from])]
    .filter((at) => at >= EDGE && at <= size - EDGE)
    .sort((a, b) => a - b);

/** Every box between the edges that none of the covered boxes touches. */
function freeBoxes(covered: readonly Box[]): Box[] {
  const xs = edges(
    STAGE.w,
    covered.flatMap(({ w, x }) => [x, x + w]),
  );
  const ys = edges(
    STAGE.h,
    covered.flatMap(({ h, y }) => [y, y + h]),
  );
  const free: Box[] = [];
  for (const [i, x] of xs.entries()) {
    for (const right of xs.slice(i + 1)) {
      for (const [j, y] of ys.entries()) {
        for (const bottom of ys.slice(j + 1)) {
          const box = { x, y, w: right - x, h: bottom - y };
          if (!covered.some((one) => overlap(box, one))) free.push(box);
        }
      }
    }
  }
  return free;
}

export interface Placed {
  /** The picture's box; it may reach beyond the stage. */
  picture: Box;
  /** Its size, as a share of the stage. */
  scale: number;
}

/** The picture at a size, with the body in a free box, as near to the middle of the stage as that allows. */
function inBox(body: Share, scale: number, { h, w, x, y }: Box): Placed {
  const size = { w: STAGE.w * scale, h: STAGE.h * scale };
  const left = x - body.x * size.w;
  const top = y - body.y * size.h;
  return {
    scale,
    picture: {
      x: Math.round(within((STAGE.w - size.w) / 2, left, left + w - body.w * size.w)),
      y: Math.round(within((STAGE.h - size.h) / 2, top, top + h - body.h * size.h)),
      w: Math.round(size.w),
      h: Math.round(size.h),
    },
  };
}

/** How far the picture's middle is from that of the stage, px. */
export const moved = ({ picture: { h, w, x, y } }: Placed): number =>
  Math.abs(x + w / 2 - STAGE.w / 2) + Math.abs(y + h / 2 - STAGE.h / 2);

const fills = ({ picture: { h, w, x, y } }: Placed): boolean =>
  x <= 0 && y <= 0 && x + w >= STAGE.w && y + h >= STAGE.h;

/** The picture a little larger than the stage, where it fills the stage so. */
function filling(body: Share, free: readonly Box[]): Placed | undefined {
  for (const scale of FILLING) {
    for (const box of free) {
      if (body.w * STAGE.w * scale > box.w || body.h * STAGE.h * scale > box.h) continue;
      const placed = inBox(body, scale, box);
      if (fills(placed)) return placed;
    }
  }
  return undefined;
}

/** So little of a picture, or beside it, would show as a thin line, px. */
const SLIVER = 12;

const isIn = (one: Box, room: Box): boolean =>
  one.x >= room.x &&
  one.y >= room.y &&
  one.x + one.w <= room.x + room.w &&
  one.y + one.h <= room.y + room.h;

/** The picture moved to the edges of the stage that it nearly reaches, where the body has room for that. */
function toTheEdges({ picture, scale }: Placed, body: Share, free: readonly Box[]): Placed {
  const { h, w, x, y } = picture;
  const isNear = (gap: number) => gap > 0 && gap <= SLIVER;
  const right = STAGE.w - w;
  const bottom = STAGE.h - h;
  const ways: Box[] = [
    ...(isNear(y) ? [{ ...picture, y: 0 }] : []),
    ...(isNear(bottom - y) ? [{ ...picture, y: bottom }] : []),
    ...(isNear(x) ? [{ ...picture, x: 0 }] : []),
    ...(isNear(right - x) ? [{ ...picture, x: right }] : []),
  ];
  const way = ways.find((one) => free.some((room) => isIn(bodyIn(one, body), room)));
  return { picture: way ?? picture, scale };
}

/**
 * A picture that ends with what stands in front of it, where it would reach a little below. It becomes smaller, and
 * the body stays within the box that it had.
 * @param bottom lower edge of what stands in front, px
 */
export function withoutSliver({ picture, scale }: Placed, body: Share, bottom: number): Placed {
  const { h, w, x, y } = picture;
  const below = y + h - bottom;
  if (below <= 0 || below > SLIVER) return { picture, scale };
  const by = (bottom - y - body.y * h) / (h * (1 - body.y));
  const left = x + (body.x + body.w / 2) * w * (1 - by);
  const top = Math.ceil(y + body.y * h * (1 - by));
  return {
    scale: scale * by,
    picture: { x: Math.round(left), y: top, w: Math.round(w * by), h: bottom - top },
  };
}

/**
 * The largest picture in which no covered box touches the body. It is as large as the stage where that is possible,
 * and a little larger where it has to move.
 * @param covered boxes that are drawn in front of the picture
 */
export function placePicture(body: Share, covered: readonly Box[]): Placed {
  let best: Placed = { picture: { x: 0, y: 0, w: 0, h: 0 }, scale: 0 };
  const all = freeBoxes(covered.map((one) => grown(one, CLEAR)));
  for (const free of all) {
    const scale = Math.min(1, free.w / (body.w * STAGE.w), free.h / (body.h * STAGE.h));
    if (scale < best.scale - SAME) continue;
    const placed = inBox(body, scale, free);
    if (scale > best.scale + SAME || moved(placed) < moved(best)) best = placed;
  }
  if (best.scale < 1 || fills(best)) return toTheEdges(best, body, all);
  return filling(body, all) ?? best;
}
