import type { Vec3 } from '../math';
import { SEAT } from '../render/props';
import { MAT_TOP } from '../skeleton/body';
import { ease, mixParams } from '../skeleton/motion';
import type { LegPose, Pose } from '../skeleton/pose';
import { away } from './stances';
import { bothSides, stretching } from './stretching';
import type { Movement } from './types';
import { complete, flatFoot, handOnThigh, upright } from './upright';

/**
 * Height of the hips, metres: that of the standing leg, which is almost straight. They rise as they
 * tip.
 */
const HIPS = MAT_TOP + 0.078 + 0.8288;
/** Upright, and leaning slightly forward: the pelvis tips, and the low back keeps its hollow. */
const UPRIGHT = { x: -0.026, y: HIPS, tilt: -1, lumbar: -1, thorax: 1, hands: 0.33 };
const LEANING = { x: -0.026, y: HIPS + 0.0021, tilt: 27, lumbar: -9, thorax: 1, hands: 0.62 };
/** Place of the heel on the seat. The leg is almost straight. */
const HEEL: Vec3 = [0.699, SEAT.top + 0.05, 0];

function pose(p: typeof UPRIGHT): Pose {
  const k = away('left');
  const working: LegPose = {
    ankle: [HEEL[0], HEEL[1], k * 0.085],
    knee: [0.45, 1, 0],
    toes: [0.2, 1, k * 0.1],
    instep: [-1, 0.2, 0],
    toeBend: 8,
  };
  return complete(
    upright(p),
    { left: working, right: flatFoot('right', 0, 0.085, 0.08) },
    (side, s) => handOnThigh(side, s, p.hands - (side === 'left' ? 0 : 0.08), 0.03, 'left'),
    0.45,
  );
}

const path = (t: number): Pose => pose(mixParams(UPRIGHT, LEANING, ease(t)));

export const hamstringsPassief: Movement = {
  id: 'hamstrings-passief',
  room: { props: [{ kind: 'stool', at: [0.74, 0] }] },
  view: { eye: [-0.35, 1.3, 4.4], target: [-0.12, 0.86, 0], fieldOfView: 26.5 },
  clips: stretching(path),
  poster: path(1),
  contacts: bothSides(['leftFoot', 'rightFoot']),
};
