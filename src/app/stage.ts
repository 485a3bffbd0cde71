/** The stage on which every screen is drawn: positions and sizes are px at 1920 × 1080. */

/** A box on the stage, px at 1080p. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Width and height of the stage, px at 1080p. */
export const STAGE = { w: 1920, h: 1080 } as const;

/** The whole stage. */
export const WHOLE_STAGE: Box = { x: 0, y: 0, ...STAGE };

/** The size of a window; lengths in CSS px. */
export interface SizedWindow {
  innerWidth: number;
  innerHeight: number;
  devicePixelRatio?: number;
  screen?: { width: number; height: number };
}

/** The sizes that the canvas can have, in pixels, with what Lightning calls precision: pixels per px at 1080p. */
const SMALL = { w: 1280, h: 720, precision: 2 / 3 };
const LARGE = { ...STAGE, precision: 1 };

/** Height of the stage in pixels, on a window or screen of this size in CSS px. */
const stagePixels = (w: number, h: number, ratio: number): number =>
  Math.min(h, (w * STAGE.h) / STAGE.w) * ratio;

/**
 * The size of the canvas in pixels: that of a 720p set, or 1080p. The page scales it to the window. The
 * screen's size counts too, since a window may become larger later. A 4K set draws 1080p: four times the pixels
 * would be too slow on weak sets.
 */
export function canvasSize(of: SizedWindow): { w: number; h: number; precision: number } {
  const ratio = of.devicePixelRatio || 1;
  const { height = 0, width = 0 } = of.screen ?? {};
  const pixels = Math.max(
    stagePixels(of.innerWidth, of.innerHeight, ratio),
    stagePixels(width, height, ratio),
  );
  return pixels > SMALL.h ? LARGE : SMALL;
}
