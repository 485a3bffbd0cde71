import { add, DEGREE, normalize, scale, sub, type Vec3 } from '../math';
import { mirrorPose } from '../skeleton/mirror';
import { ease } from '../skeleton/motion';
import type { ArmPose, Pose } from '../skeleton/pose';
import { bendOf, solve } from '../skeleton/solve';
import { ALL_FOURS_ROOM, allFours, EVEN, kneelingLeg, standingArm } from './allFours';
import { backward, breathing, move } from './clips';
import { armAlong, legAlong, mirrored, mixArm, mixLeg } from './limbs';
import type { Movement } from './types';

const base = allFours(EVEN);
const still = solve(base);
/** Slope of the trunk, degrees above the ground. Leg and arm continue its line. */
const line = ((): number => {
  const [x, y] = [still.chest.o[0] - still.pelvis.o[0], still.chest.o[1] - still.pelvis.o[1]];
  return Math.atan2(y, -x) / DEGREE;
})();
/**
 * Factor on this slope: hips and shoulders lie below the outline of the back, which is a little
 * more level.
 */
const LEVEL = 0.75;
const { shoulder, wrist } = still.arms.right;
/** The supporting position of the arm: its bend, and how far it leans toward the hand, degrees. */
const START = {
  lean: Math.atan2(shoulder[0] - wrist[0], shoulder[1] - wrist[1]) / DEGREE,
  arm: bendOf(shoulder, still.arms.right.elbow, wrist),
};

/** A direction in the upright plane: 0 is down, 90 toward the feet. */
const swing = (degrees: number, z = 0): Vec3 => [
  Math.sin(degrees * DEGREE),
  -Math.cos(degrees * DEGREE),
  z,
];

/**
 * The pose. `t` is how far the left leg and the right arm are stretched. The trunk does not move.
 */
function pose(t: number): Pose {
  // The shin remains level while the thigh swings back, so that the foot first slides, then rises.
  const thigh = (90 - line * LEVEL) * t;
  const freeLeg = legAlong(
    still.legs.left.hip,
    swing(thigh, 0.02),
    swing(thigh - 90),
    4 + (90 - 4) * (1 - t) ** 1.15,
    72,
  );
  const raised = START.lean + (90 + line * LEVEL - START.lean) * t;
  const lift = Math.sin(Math.PI * t) * 14;
  const free = (lean: number, bend: number): ArmPose =>
    armAlong(
      shoulder,
      swing(-lean, -0.02),
      add(swing(-lean + 90), [0, 0, -0.5]),
      bend,
      normalize(add(swing(-lean + 90), [0, 0, 0.25 * t])),
    );
  const stands = standingArm('right');
  const first = free(START.lean, START.arm);
  const freeArm = free(raised, START.arm + (5 - START.arm) * t + lift);
  // The first part of the way leads from the ground to the free limb.
  const off = ease(Math.min(1, t / 0.7));
  // The difference between the supporting arm and its free path fades.
  const arm: ArmPose = {
    ...mixArm(stands, freeArm, off),
    wrist: add(freeArm.wrist, scale(sub(stands.wrist, first.wrist), 1 - off)),
  };
  return {
    ...base,
    legs: { left: mixLeg(kneelingLeg('left'), freeLeg, off), right: base.legs.right },
    arms: { left: base.arms.left, right: arm },
  };
}

const high = pose(1);
const liftLeft = move('lift-left', 60, (t) => pose(ease(t)));
const liftRight = mirrored('lift-right', liftLeft);

export const superman: Movement = {
  id: 'superman',
  room: ALL_FOURS_ROOM,
  view: { eye: [-0.35, 1.25, 4.6], target: [-0.08, 0.19, 0], fieldOfView: 21.5 },
  clips: [
    ...breathing('ready', base),
    liftLeft,
    liftRight,
    ...breathing('hold-left', high),
    ...breathing('hold-right', mirrorPose(high)),
    backward('lower-left', liftLeft, high),
    backward('lower-right', liftRight, mirrorPose(high)),
  ],
  poster: high,
  contacts: {
    'lift-left': ['rightFoot', 'leftHand', 'head'],
    'lift-right': ['leftFoot', 'rightHand', 'head'],
  },
};
