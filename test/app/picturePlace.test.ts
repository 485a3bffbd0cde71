/** The instructor's picture beside what is drawn over it: the body stays whole, and as large as possible. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyIn, overlap, placePicture, withoutSliver } from '../../src/app/picturePlace';
import { type Box, WHOLE_STAGE } from '../../src/app/stage';

const BODY = { x: 0.3, y: 0.2, w: 0.5, h: 0.5 };

it('fills the stage where nothing is in the way', () => {
  expect(placePicture(BODY, [])).toEqual({ picture: WHOLE_STAGE, scale: 1 });
  const corner = { x: 96, y: 800, w: 400, h: 200 };
  expect(placePicture(BODY, [corner]).picture).toEqual(WHOLE_STAGE);
});

it('moves aside before it shrinks', () => {
  const { picture, scale } = placePicture(BODY, [{ x: 0, y: 0, w: 700, h: 1080 }]);
  expect(scale).toBeGreaterThanOrEqual(1);
  expect(bodyIn(picture, BODY).x).toBeGreaterThan(700);
});

it('fills the stage also where it moves a little', () => {
  const { picture } = placePicture(BODY, [{ x: 0, y: 740, w: 1920, h: 340 }]);
  expect(picture.y + picture.h).toBeGreaterThanOrEqual(1080);
  expect(bodyIn(picture, BODY).y + bodyIn(picture, BODY).h).toBeLessThan(740);
});

it('shrinks where there is no other room', () => {
  const { picture, scale } = placePicture(BODY, [{ x: 0, y: 300, w: 1920, h: 780 }]);
  expect(scale).toBeLessThan(0.6);
  expect(scale).toBeGreaterThan(0.5);
  expect(bodyIn(picture, BODY).y + bodyIn(picture, BODY).h).toBeLessThan(300);
});

it('leaves no thin line of the picture below what stands in front of it, and the body no larger', () => {
  const placed = { picture: { x: 160, y: 94, w: 1600, h: 900 }, scale: 0.83 };
  const { picture } = withoutSliver(placed, BODY, 990);
  expect(picture.y + picture.h).toBe(990);
  const [before, now] = [bodyIn(placed.picture, BODY), bodyIn(picture, BODY)];
  expect(now.x).toBeGreaterThanOrEqual(before.x - 1);
  expect(now.y).toBeGreaterThanOrEqual(before.y);
  expect(now.x + now.w).toBeLessThanOrEqual(before.x + before.w + 1);
  expect(now.y + now.h).toBeLessThanOrEqual(before.y + before.h);
  for (const bottom of [994, 980]) expect(withoutSliver(placed, BODY, bottom)).toEqual(placed);
});

it('leaves no thin line between the picture and the edge of the stage', () => {
  // The body just fits between the two, with the picture 6 px from the upper edge.
  const boxes = [
    { x: 0, y: 600, w: 1920, h: 480 },
    { x: 1460, y: 0, w: 460, h: 1080 },
  ];
  const { picture } = placePicture({ x: 0.02, y: 0.15, w: 0.9, h: 0.5 }, boxes);
  expect(picture.y > 12 || picture.y <= 0).toBe(true);
});

it('whatever is drawn where: the body is whole on the stage, and nothing touches it', () => {
  const box = (w: number, h: number): fc.Arbitrary<Box> =>
    fc
      .tuple(fc.nat(1900), fc.nat(1060), fc.nat(w), fc.nat(h))
      .map(([x, y, wide, tall]) => ({ x, y, w: wide + 10, h: tall + 10 }));
  const share = fc
    .tuple(fc.nat(60), fc.nat(60), fc.nat(30), fc.nat(30))
    .map(([x, y, w, h]) => ({ x: x / 100, y: y / 100, w: (w + 10) / 100, h: (h + 10) / 100 }));
  fc.assert(
    fc.property(share, fc.array(box(800, 500), { maxLength: 5 }), (body, covered) => {
      const { picture, scale } = placePicture(body, covered);
      if (scale === 0) return;
      const at = bodyIn(picture, body);
      for (const one of covered) expect(overlap(at, one)).toBe(false);
      expect(Math.min(at.x, at.y)).toBeGreaterThanOrEqual(-1);
      expect(at.x + at.w).toBeLessThanOrEqual(1921);
      expect(at.y + at.h).toBeLessThanOrEqual(1081);
    }),
  );
});
