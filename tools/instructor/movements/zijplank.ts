import {
  add,
  DEGREE,
  directionOut,
  distance,
  normalize,
  pointOut,
  scale,
  sub,
  type Vec3,
} from '../math';
import { BODY, MAT_TOP } from '../skeleton/body';
import { mirrorPose } from '../skeleton/mirror';
import { ease, mixParams } from '../skeleton/motion';
import { type ArmPose, type LegPose, type Pose, STRAIGHT } from '../skeleton/pose';
import { solve } from '../skeleton/solve';
import { backward, breathing, dissolve, move } from './clips';
import type { Movement } from './types';

/**
 * Lying on the left side on the elbow with the head toward -x, so the front faces away from the
 * camera. `chest` and `head` are tilted up, and `lumbar` and `thorax` bend the spine to the side
 * (degrees).
 */
const LOW = { chest: 57, lumbar: -24.5, thorax: -19.5, head: 46 };
const HIGH = { chest: 18, lumbar: 0, thorax: 0, head: 18 };
/** Length of legs that are almost straight, from hip to ankle, metres. */
const LEG = BODY.thigh + BODY.shin - 0.004;

const FRONT: Vec3 = [0, 0, -1];
const ELBOW: Vec3 = [-0.5, MAT_TOP + 0.032, 0];
const FEET_X = 0.765;

function legs(): Record<'left' | 'right', LegPose> {
  const one = (y: number, x: number): LegPose => ({
    ankle: [x, y, 0.005],
    knee: FRONT,
    toes: [0.16, 0, -1],
    instep: [-1, -0.14, -0.16],
    toeBend: 0,
  });
  return { left: one(MAT_TOP + 0.042, FEET_X), right: one(MAT_TOP + 0.122, FEET_X + 0.014) };
}

/** The supporting arm. Elbow and forearm remain on the mat wherever the shoulder goes. */
function supporting(shoulder: Vec3): ArmPose {
  const forearm = normalize([-0.1, -0.016, -1]);
  return {
    wrist: add(ELBOW, scale(forearm, BODY.forearm)),
    elbow: sub(ELBOW, shoulder),
    fingers: [-0.05, 0, -1],
    palm: [0.1, -1, 0],
    curl: 12,
    raise: 0,
    reach: 0,
  };
}

/** The pose with the upper arm leaning `lean` degrees toward the feet. */
function leaning(p: typeof LOW, lean: number): Pose {
  const turn = (deg: number): Vec3 => [-Math.cos(deg * DEGREE), Math.sin(deg * DEGREE), 0];
  const up = turn(p.chest);
  const left: Vec3 = [-up[1], up[0], 0];
  // The shoulder is above the elbow, and the chest hangs from the shoulder.
  const arm: Vec3 = [Math.sin(lean * DEGREE), Math.cos(lean * DEGREE), 0];
  const shoulder = add(ELBOW, scale(arm, BODY.upperArm));
  const middle = add(shoulder, scale(left, -BODY.shoulderHalfWidth));
  const at = add(middle, scale(FRONT, BODY.shoulderBehind));
  const neck = turn(p.head);
  const head = add(add(at, scale(up, 0.1)), scale(neck, 0.092));
  return {
    rootBone: 'chest',
    root: { at, up, front: FRONT },
    lumbar: { ...STRAIGHT, side: p.lumbar },
    thorax: { ...STRAIGHT, side: p.thorax },
    head: { at: add(head, scale(FRONT, 0.014)), up: neck, front: FRONT },
    legs: legs(),
    arms: { left: supporting(shoulder), right: supporting(shoulder) },
    breath: 0,
  };
}

/** The arm leans so far that the supporting leg remains straight on its foot. */
function pose(p: typeof LOW): Pose {
  const legs = (lean: number): number => {
    const { hip } = solve(leaning(p, lean)).legs.left;
    return distance(hip, [FEET_X, MAT_TOP + 0.042, 0.005]);
  };
  let [back, forth] = [-40, 40];
  for (let i = 0; i < 30; i++) {
    const lean = (back + forth) / 2;
    if (legs(lean) > LEG) back = lean;
    else forth = lean;
  }
  const draft = leaning(p, back);
  // The free arm lies along the body at the pelvis's present place.
  const pelvis = solve(draft).pelvis;
  const right: ArmPose = {
    wrist: pointOut(pelvis, [-0.2, 0.0, 0.015]),
    elbow: scale(pelvis.z, -1),
    fingers: directionOut(pelvis, [0.1, -1, 0.25]),
    palm: pelvis.x,
    curl: 10,
    raise: 0,
    reach: 0,
  };
  return { ...draft, arms: { ...draft.arms, right } };
}

const low = pose(LOW);
const high = pose(HIGH);
const liftLeft = move('lift-left', 60, (t) => pose(mixParams(LOW, HIGH, ease(t))));
const liftRight = {
  name: 'lift-right',
  shots: liftLeft.shots.map((s) => (s.kind === 'pose' ? { ...s, pose: mirrorPose(s.pose) } : s)),
};

export const zijplank: Movement = {
  id: 'zijplank',
  room: { mat: { half: [0.95, 0.37], at: [0.02, 0] } },
  view: { eye: [1.2, 1.25, 4.25], target: [-0.12, 0.14, 0], fieldOfView: 22 },
  inset: { eye: [0.6, 1, -4], target: [0.084, 0.325, 0.039], fieldOfView: 13.9 },
  clips: [
    ...breathing('ready-left', low),
    ...breathing('ready-right', mirrorPose(low)),
    liftLeft,
    liftRight,
    ...breathing('hold-left', high),
    ...breathing('hold-right', mirrorPose(high)),
    backward('lower-left', liftLeft, high),
    backward('lower-right', liftRight, mirrorPose(high)),
    dissolve('to-ready-right', low, mirrorPose(low)),
  ],
  poster: mirrorPose(high),
  contacts: {
    'lift-left': ['leftFoot', 'leftElbow', 'leftHand'],
    'lift-right': ['rightFoot', 'rightElbow', 'rightHand'],
  },
};
