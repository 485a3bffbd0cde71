import { mixParams, type Params } from '../skeleton/motion';
import type { Pose } from '../skeleton/pose';
import { breathing, move } from './clips';
import type { Clip } from './types';

/** A way from the middle out to one end and back, without a stop: 0, 1, 0. */
const outAndBack = (t: number): number => (1 - Math.cos(2 * Math.PI * t)) / 2;

/**
 * Hollow and round in turn, each from the middle out and back (3 s). Both ways have the same
 * pictures.
 */
export function tilting<P extends Params>(
  middle: P,
  hollow: P,
  round: P,
  pose: (p: P) => Pose,
): Clip[] {
  const swing = (name: string, end: P): Clip =>
    // The poses out and back are equal to the last digit, so that they share pictures.
    move(name, 90, (t) => pose(mixParams(middle, end, outAndBack(Math.min(t, 1 - t)))));
  return [...breathing('ready', pose(middle)), swing('hollow', hollow), swing('round', round)];
}
