import { MAT_TOP } from '../skeleton/body';
import type { Pose } from '../skeleton/pose';
import { tilting } from './tilting';
import type { Movement } from './types';
import { complete, flatFoot, handOnThigh, type Trunk, upright } from './upright';

/** Knees a little loose, so that the pelvis can tilt. */
const HIPS = MAT_TOP + 0.078 + 0.819;
const MIDDLE: Trunk = { x: 0.02, y: HIPS, tilt: 2, lumbar: -3, thorax: 1 };
const HOLLOW: Trunk = { x: 0.008, y: HIPS - 0.002, tilt: 16, lumbar: -27, thorax: 11 };
const ROUND: Trunk = { x: 0.04, y: HIPS - 0.01, tilt: -18, lumbar: 31, thorax: -9 };

const pose = (p: Trunk): Pose =>
  complete(
    upright(p),
    { left: flatFoot('left', 0, 0.1), right: flatFoot('right', 0, 0.1) },
    (side, s) => handOnThigh(side, s, 0.13, 0.035),
    0.9,
  );

export const bekkenStand: Movement = {
  id: 'bekken-stand',
  room: {},
  // From head to thighs, a little from behind: the movement is small, and the low back shows it.
  view: { eye: [-1.5, 1.2, 3.8], target: [-0.14, 1.21, -0.05], fieldOfView: 16 },
  clips: tilting(MIDDLE, HOLLOW, ROUND, pose),
  poster: pose(HOLLOW),
  contacts: { hollow: ['leftFoot', 'rightFoot'], round: ['leftFoot', 'rightFoot'] },
};
