import { add, DEGREE, mix, type Vec3 } from '../math';
import { BODY, MAT_TOP } from '../skeleton/body';
import { mirrorPose } from '../skeleton/mirror';
import { ease, mixParams } from '../skeleton/motion';
import type { ArmPose, LegPose, Pose, Side } from '../skeleton/pose';
import { solve } from '../skeleton/solve';
import { near } from './allFours';
import { backward, breathing, move, resting } from './clips';
import { headOn, mirrored } from './limbs';
import type { Movement } from './types';

/**
 * Kneeling with the head toward -x and the hands on the mat in front. `thigh` is how steeply the
 * thighs stand, `pitch` the pelvis (degrees); the spine's bends are `lumbar` and `thorax` forward,
 * `side` to the left, `neck` forward; `girdle` is how far the shoulders follow the arms (metres).
 */
const READY = {
  ...{ thigh: 53, pitch: 12, lumbar: 24, thorax: 12, side: 0, neck: -10, girdle: 0.01 },
};
/** Sitting back on the heels, the chest pushed down between stretched arms. */
const DOWN = {
  ...{ thigh: 32.7, pitch: 18, lumbar: 43, thorax: -3, side: 0, neck: 2, girdle: 0.045 },
};
const ASIDE = { ...DOWN, lumbar: 40, thorax: -1, side: 36 };

const KNEE = { x: 0, y: MAT_TOP + 0.052, z: 0.15 };
/** From the knees to the hips, seen from the side. */
const THIGH = 0.418;
/** Arms all but straight, from shoulder to wrist. */
const ARM = BODY.upperArm + BODY.forearm - 0.002;
const WRIST_Y = MAT_TOP + 0.03;

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

/** Where the hands are, and how far they point to the left. */
interface Hands extends Record<Side, Vec3> {
  readonly over: number;
}

function pose(p: typeof READY, hands: Hands, lifted = 0): Pose {
  const c = Math.cos(p.pitch * DEGREE);
  const s = Math.sin(p.pitch * DEGREE);
  const hips: Vec3 = [
    KNEE.x + THIGH * Math.cos(p.thigh * DEGREE),
    KNEE.y + THIGH * Math.sin(p.thigh * DEGREE),
    0,
  ];
  const arm = (side: Side): ArmPose => ({
    wrist: add(hands[side], [0, 0.035 * lifted, 0]),
    elbow: [0, 0.4, near(side)],
    fingers: [-1, -0.03 - 0.2 * lifted, hands.over],
    palm: [0, -1, 0],
    curl: 4,
    raise: p.girdle,
    reach: 0,
  });
  const draft: Pose = {
    rootBone: 'pelvis',
    root: { at: hips, up: [-c, s, 0], front: [-s, -c, 0] },
    lumbar: { flex: p.lumbar, side: p.side * 0.55, twist: 0 },
    thorax: { flex: p.thorax, side: p.side * 0.45, twist: 0 },
    head: { at: [-0.7, 0.2, 0], up: [-1, 0, 0], front: [0, -1, 0] },
    legs: { left: leg('left'), right: leg('right') },
    arms: { left: arm('left'), right: arm('right') },
    breath: 0,
  };
  return { ...draft, head: headOn(solve(draft).chest, p.neck) };
}

/** Hands on the mat as far away as stretched arms reach, at `z` of the left and of the right one. */
function reaching(p: typeof READY, left: number, right: number, over: number): Hands {
  const somewhere: Vec3 = [-0.6, WRIST_Y, 0];
  const { arms } = solve(pose(p, { left: somewhere, right: somewhere, over }));
  const place = (side: Side, z: number): Vec3 => {
    const [x, y, own] = arms[side].shoulder;
    return [x - Math.sqrt(ARM ** 2 - (y - WRIST_Y) ** 2 - (z - own) ** 2), WRIST_Y, z];
  };
  return { left: place('left', left), right: place('right', right), over };
}

const BEFORE = reaching(DOWN, 0.17, -0.17, 0);
const BESIDE = reaching(ASIDE, 0.335, 0.085, 0.14);
const between = (t: number): Hands => ({
  left: mix(BEFORE.left, BESIDE.left, t),
  right: mix(BEFORE.right, BESIDE.right, t),
  over: BESIDE.over * t,
});

const ready = pose(READY, BEFORE);
const down = pose(DOWN, BEFORE);
const aside = pose(ASIDE, BESIDE);
const lift = move('lift', 60, (t) => pose(mixParams(READY, DOWN, ease(t)), BEFORE));
/** The hands are lifted lightly while they go over. */
const sideLeft = move('side-lift-left', 60, (t) =>
  pose(mixParams(READY, ASIDE, ease(t)), between(ease(t)), Math.sin(Math.PI * ease(t)) ** 2),
);
const sideRight = mirrored('side-lift-right', sideLeft);

export const rekRugSchouders: Movement = {
  id: 'rek-rug-schouders',
  room: { mat: { half: [0.87, 0.37], at: [0, 0] } },
  view: { eye: [-1.4, 1.7, 3.6], target: [-0.46, 0, 0], fieldOfView: 19.5 },
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
    lift: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand'],
    'side-lift-left': ['leftFoot', 'rightFoot'],
    'side-lift-right': ['leftFoot', 'rightFoot'],
  },
};
