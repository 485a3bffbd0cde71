import { expect, it } from 'vitest';
import { canvasSize } from '../../src/app/stage';

const of = (innerWidth: number, innerHeight: number, devicePixelRatio = 1, larger = {}) =>
  canvasSize({
    innerWidth,
    innerHeight,
    devicePixelRatio,
    screen: { width: innerWidth, height: innerHeight, ...larger },
  });

it.each([
  ['a 720p set', 1280, 720, 1],
  ['a small window', 640, 360, 1],
  ['an upright telephone', 390, 844, 2],
])('%s draws 1280 × 720', (_, w, h, ratio) => {
  expect(of(w, h, ratio)).toEqual({ w: 1280, h: 720, precision: 2 / 3 });
});

it.each([
  ['a 1080p set', 1920, 1080, 1],
  ['a web view of half the size', 960, 540, 2],
  ['a laptop', 1366, 768, 1],
  ['a zoomed page', 1536, 864, 1.25],
  ['a 4K set', 3840, 2160, 1],
  ['an upright screen of 4K', 2160, 3840, 1],
])('%s draws 1920 × 1080', (_, w, h, ratio) => {
  expect(of(w, h, ratio)).toEqual({ w: 1920, h: 1080, precision: 1 });
});

it('a small window on a large screen may become large', () => {
  expect(of(800, 450, 1, { width: 1920, height: 1080 }).h).toBe(1080);
});

it('a window that tells nothing of its screen counts by itself', () => {
  expect(canvasSize({ innerWidth: 1280, innerHeight: 720 }).h).toBe(720);
});
