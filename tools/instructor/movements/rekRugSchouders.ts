import { add, DEGREE, distance, type Vec3 } from '../math';
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
 * Kneeling with the head toward -x and the hands on the mat in front. `thigh` is the slope of the
 * thighs and `pitch` that of the pelvis (degrees). The spine's bends are `lumbar` and `thorax`
 * forward, `side` to the left, and `neck` forward. `girdle` is how far the shoulders follow the
 * arms (metres).
 */
const READY = {
  ...{ thigh: 53, pitch: 12, lumbar: 24, thorax: 12, side: 0, neck: -10, girdle: 0.01 },
};
/** Sitting back on the heels, with the chest pushed down between stretched arms. */
const DOWN = {
  ...{ thigh: 32.7, pitch: 18, lumbar: 43, thorax: -3, side: 0, neck: 2, girdle: 0.045 },
};
const ASIDE = { ...DOWN, lumbar: 40, thorax: -1, side: 36 };

const KNEE = { x: 0, y: MAT_TOP + 0.052, z: 0.15 };
/** Distance from the knees to the hips, seen from the side, metres. */
const THIGH = 0.418;
/** Length of arms that are almost straight, from shoulder to wrist, metres. */
const ARM = BODY.upperArm + BODY.forearm - 0.002;
const WRIST_Y = MAT_TOP + 0.03;
/** How far the hands are lifted on their way to the side, in metres. */
const LIFTED = 0.035;

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

/** Places of the hands, and how far they point to the left. */
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
    wrist: add(hands[side], [0, lifted, 0]),
    elbow: [0, 0.4, near(side)],
    fingers: [-1, -0.03 - (0.2 / LIFTED) * lifted, hands.over],
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

/** Where the hands lie to the left, and how far they point there. */
interface Aim {
  readonly left: number;
  readonly right: number;
  readonly over: number;
}

/**
 * Hands on the mat, or `lifted` above it. They are so far ahead that the arms have the lengths
 * `reach` from shoulder to wrist.
 */
function reaching(p: typeof READY, aim: Aim, reach: Record<Side, number>, lifted = 0): Hands {
  const somewhere: Vec3 = [-0.6, WRIST_Y, 0];
  const { arms } = solve(pose(p, { left: somewhere, right: somewhere, over: aim.over }));
  const place = (side: Side): Vec3 => {
    const [x, y, own] = arms[side].shoulder;
    const down = y - WRIST_Y - lifted;
    return [
      x - Math.sqrt(reach[side] ** 2 - down ** 2 - (aim[side] - own) ** 2),
      WRIST_Y,
      aim[side],
    ];
  };
  return { left: place('left'), right: place('right'), over: aim.over };
}

const STRETCHED = { left: ARM, right: ARM };
const AHEAD: Aim = { left: 0.17, right: -0.17, over: 0 };
const ASIDE_AIM: Aim = { left: 0.335, right: 0.085, over: 0.14 };
const BEFORE = reaching(DOWN, AHEAD, STRETCHED);
const BESIDE = reaching(ASIDE, ASIDE_AIM, STRETCHED);

const ready = pose(READY, BEFORE);
const down = pose(DOWN, BEFORE);
const aside = pose(ASIDE, BESIDE);
const lift = move('lift', 60, (t) => pose(mixParams(READY, DOWN, ease(t)), BEFORE));
/** Distance between hands and shoulders at the beginning. */
const START = ((): Record<Side, number> => {
  const { arms } = solve(ready);
  const from = (side: Side): number => distance(arms[side].shoulder, arms[side].wrist);
  return { left: from('left'), right: from('right') };
})();

/** The hands are lifted a little on the way over. The arms stretch all the way and never bend. */
function goingOver(t: number): Pose {
  const p = mixParams(READY, ASIDE, t);
  const aim = mixParams({ ...AHEAD }, { ...ASIDE_AIM }, t);
  const lifted = LIFTED * Math.sin(Math.PI * t) ** 2;
  const reach = mixParams(START, STRETCHED, t);
  return pose(p, reaching(p, aim, reach, lifted), lifted);
}

const sideLeft = move('side-lift-left', 60, (t) => goingOver(ease(t)));
const sideRight = mirrored('side-lift-right', sideLeft);

export const rekRugSchouders: Movement = {
  id: 'rek-rug-schouders',
  room: { mat: { half: [0.87, 0.37], at: [0, 0] } },
  view: { eye: [-1.4, 1.7, 3.6], target: [-0.42, 0, 0], fieldOfView: 20.5 },
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
