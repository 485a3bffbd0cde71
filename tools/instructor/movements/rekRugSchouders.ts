import { DEGREE, type Vec3 } from '../math';
import { MAT_TOP } from '../skeleton/body';
import { mirrorPose } from '../skeleton/mirror';
import { ease, mixParams } from '../skeleton/motion';
import type { ArmPose, LegPose, Pose, Side } from '../skeleton/pose';
import { solve } from '../skeleton/solve';
import { near } from './allFours';
import { backward, breathing, move, resting } from './clips';
import { headOn, mirrored } from './limbs';
import type { Movement } from './types';

/**
 * Sitting back on the heels, head toward -x. Bends in degrees: `lumbar` and `thorax` forward,
 * `side` to the left, `neck` forward. `left` and `right` are how far the hands lie from the hips,
 * `over` how far to the left, `apart` how far from one another; `girdle` is how far the shoulders
 * follow them (metres).
 */
const READY = {
  ...{ lumbar: 31, thorax: 9, side: 0, neck: -6 },
  ...{ left: 0.935, right: 0.935, over: 0, apart: 0.17, girdle: 0.025 },
};
const DOWN = { ...READY, lumbar: 41, thorax: -1, neck: 2, girdle: 0.045 };
const ASIDE = {
  ...DOWN,
  ...{ lumbar: 36, thorax: 0, side: 22, left: 0.85, right: 0.945, over: 0.25, apart: 0.12 },
};

const KNEE = { x: 0, y: MAT_TOP + 0.052, z: 0.15 };
const HIPS: Vec3 = [0.352, 0.296, 0];
/** How steeply the pelvis stands above the thighs (degrees). */
const PITCH = 20;

function leg(side: Side): LegPose {
  const k = near(side);
  return {
    ankle: [KNEE.x + 0.405, MAT_TOP + 0.05, k * (KNEE.z - 0.055)],
    knee: [-0.6, -0.6, k * 0.12],
    toes: [1, -0.14, -k * 0.12],
    instep: [-0.14, -1, 0],
    toeBend: 0,
  };
}

function pose(p: typeof READY, lifted = 0): Pose {
  const c = Math.cos(PITCH * DEGREE);
  const s = Math.sin(PITCH * DEGREE);
  const arm = (side: Side): ArmPose => {
    const k = near(side);
    return {
      wrist: [HIPS[0] - p[side], MAT_TOP + 0.03 + 0.035 * lifted, p.over + k * p.apart],
      elbow: [0, 0.4, k],
      fingers: [-1, -0.03 - 0.2 * lifted, p.over * 0.5],
      palm: [0, -1, 0],
      curl: 4,
      raise: p.girdle,
      reach: 0,
    };
  };
  const draft: Pose = {
    rootBone: 'pelvis',
    root: { at: HIPS, up: [-c, s, 0], front: [-s, -c, 0] },
    lumbar: { flex: p.lumbar, side: p.side * 0.55, twist: 0 },
    thorax: { flex: p.thorax, side: p.side * 0.45, twist: 0 },
    head: { at: [-0.7, 0.2, 0], up: [-1, 0, 0], front: [0, -1, 0] },
    legs: { left: leg('left'), right: leg('right') },
    arms: { left: arm('left'), right: arm('right') },
    breath: 0,
  };
  return { ...draft, head: headOn(solve(draft).chest, p.neck) };
}

const ready = pose(READY);
const down = pose(DOWN);
const aside = pose(ASIDE);
const lift = move('lift', 60, (t) => pose(mixParams(READY, DOWN, ease(t))));
/** The hands are lifted lightly while they go over. */
const sideLeft = move('side-lift-left', 60, (t) =>
  pose(mixParams(READY, ASIDE, ease(t)), Math.sin(Math.PI * ease(t)) ** 2),
);
const sideRight = mirrored('side-lift-right', sideLeft);

export const rekRugSchouders: Movement = {
  id: 'rek-rug-schouders',
  room: { mat: { half: [0.87, 0.37], at: [0.06, 0] } },
  view: { eye: [-1.4, 1.7, 3.6], target: [-0.36, 0.08, 0], fieldOfView: 19 },
  clips: [
    ...breathing('ready', ready),
    ...breathing('ready-left', ready),
    ...breathing('ready-right', ready),
    lift,
    ...breathing('hold', down),
    backward('lower', lift, down),
    sideLeft,
    sideRight,
    ...breathing('side-hold-left', aside),
    ...breathing('side-hold-right', mirrorPose(aside)),
    backward('side-lower-left', sideLeft, aside),
    backward('side-lower-right', sideRight, mirrorPose(aside)),
    resting('to-ready-left', ready),
    resting('to-ready-right', ready),
  ],
  poster: down,
  contacts: {
    lift: ['leftFoot', 'rightFoot'],
    'side-lift-left': ['leftFoot', 'rightFoot'],
    'side-lift-right': ['leftFoot', 'rightFoot'],
  },
};
