/** The stage that every screen is laid out on: places and sizes are px at 1920 × 1080. */

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
