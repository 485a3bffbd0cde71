import { type DrawnIn, drawingIn } from './kneesIn';

const IN: DrawnIn = { slope: 130, bend: 128, across: 0, lumbar: 14 };

export const rekOnderrugBil = drawingIn('rek-onderrug-bil', IN, {
  eye: [0.35, 1.3, 4.2],
  target: [-0.08, 0.16, 0],
  fieldOfView: 20.4,
});
