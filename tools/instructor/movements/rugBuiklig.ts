import { DEGREE, type Vec3 } from '../math';
import { MAT_TOP } from '../skeleton/body';
import { ease, mixParams } from '../skeleton/motion';
import { type ArmPose, type LegPose, type Pose, type Side, STRAIGHT } from '../skeleton/pose';
import { solve } from '../skeleton/solve';
import { ALL_FOURS_ROOM, near } from './allFours';
import { backward, breathing, move } from './clips';
import { headOn } from './limbs';
import type { Movement } from './types';

/** Lying on the front, head toward -x. Bends in degrees; backward lifts the shoulders. */
const LOW = { lumbar: 0, thorax: 0, neck: 4, pitch: 0 };
const HIGH = { lumbar: -12, thorax: -9, neck: -2, pitch: 0 };
const PELVIS: Vec3 = [0, MAT_TOP + 0.105, 0];

function leg(side: Side): LegPose {
  const k = near(side);
  return {
    ankle: [0.825, MAT_TOP + 0.05, k * 0.1],
    knee: [0, -1, 0],
    toes: [1, -0.16, k * 0.08],
    instep: [-0.16, -1, 0],
    toeBend: 0,
  };
}

/** An arm at rest beside the trunk, the palm on the mat. */
function arm(side: Side): ArmPose {
  const k = near(side);
  return {
    wrist: [0.03, MAT_TOP + 0.027, k * 0.28],
    elbow: [0, 0.7, k],
    fingers: [1, -0.03, k * -0.06],
    palm: [0, -1, 0],
    curl: 6,
    raise: 0,
    reach: 0,
  };
}

function pose(p: typeof LOW): Pose {
  const c = Math.cos(p.pitch * DEGREE);
  const s = Math.sin(p.pitch * DEGREE);
  const draft: Pose = {
    rootBone: 'pelvis',
    root: { at: PELVIS, up: [-c, s, 0], front: [-s, -c, 0] },
    lumbar: { ...STRAIGHT, flex: p.lumbar },
    thorax: { ...STRAIGHT, flex: p.thorax },
    head: { at: [-0.7, 0.15, 0], up: [-1, 0, 0], front: [0, -1, 0] },
    legs: { left: leg('left'), right: leg('right') },
    arms: { left: arm('left'), right: arm('right') },
    breath: 0,
  };
  return { ...draft, head: headOn(solve(draft).chest, p.neck) };
}

const low = pose(LOW);
const high = pose(HIGH);
const lift = move('lift', 60, (t) => pose(mixParams(LOW, HIGH, ease(t))));

export const rugBuiklig: Movement = {
  id: 'rug-buiklig',
  room: ALL_FOURS_ROOM,
  view: { eye: [-0.6, 1.15, 4.2], target: [-0.06, 0.1, 0], fieldOfView: 20.5 },
  clips: [
    ...breathing('ready', low),
    lift,
    ...breathing('hold', high),
    backward('lower', lift, high),
  ],
  poster: high,
  contacts: { lift: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand'] },
};
