import { type DrawnIn, drawingIn } from './kneesIn';

/** As `rek-onderrug-bil`, and the knee goes toward the opposite shoulder. */
const IN: DrawnIn = { slope: 134, bend: 116, across: 25, lumbar: 14 };

export const rekBil = drawingIn(
  'rek-bil',
  IN,
  { eye: [0.35, 1.7, 4.0], target: [-0.08, 0.16, 0], fieldOfView: 20.4 },
  { eye: [-0.12, 3.4, 1.1], target: [-0.2, 0.2, 0], fieldOfView: 13.5 },
);
