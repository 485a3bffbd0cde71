import { SEAT } from '../render/props';
import type { Pose } from '../skeleton/pose';
import { tilting } from './tilting';
import type { Movement } from './types';
import { complete, flatFoot, handOnThigh, type Trunk, upright } from './upright';

const HIPS = SEAT.top + 0.112;
/** The pelvis rolls on the seat; the chest stays upright above it. */
const MIDDLE: Trunk = { x: 0, y: HIPS, tilt: -2, lumbar: 1, thorax: 2 };
const HOLLOW: Trunk = { x: 0.007, y: HIPS, tilt: 15, lumbar: -27, thorax: 11 };
const ROUND: Trunk = { x: 0.003, y: HIPS - 0.005, tilt: -26, lumbar: 40, thorax: -5 };

const pose = (p: Trunk): Pose =>
  complete(
    upright(p),
    { left: flatFoot('left', 0.4, 0.11), right: flatFoot('right', 0.4, 0.11) },
    (side, s) => handOnThigh(side, s, 0.62),
    0.9,
  );

export const bekkenZit: Movement = {
  id: 'bekken-zit',
  room: { props: [{ kind: 'stool', at: [-0.02, 0] }] },
  view: { eye: [-1.35, 1.25, 3.7], target: [-0.22, 0.68, 0], fieldOfView: 23 },
  clips: tilting(MIDDLE, HOLLOW, ROUND, pose),
  poster: pose(HOLLOW),
  contacts: {
    hollow: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand'],
    round: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand'],
  },
};
