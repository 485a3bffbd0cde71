import { type DrawnIn, drawingIn } from './kneesIn';

/** As in `rek-onderrug-bil`, but the knee goes toward the opposite shoulder. */
const IN: DrawnIn = { slope: 134, bend: 116, across: 25, lumbar: 14 };

export const rekBil = drawingIn(
  'rek-bil',
  IN,
  { eye: [0.8, 1.4, 4.1], target: [0.16, 0.14, 0], fieldOfView: 23.5 },
  { eye: [0.1, 3.8, 0.7], target: [0.105, 0.195, 0.027], fieldOfView: 16.1 },
);
