import { add, DEGREE, mix, scale, type Vec3 } from '../math';
import { mirrorPose } from '../skeleton/mirror';
import { ease } from '../skeleton/motion';
import type { ArmPose, Pose, Side } from '../skeleton/pose';
import { solve } from '../skeleton/solve';
import { backward, breathing, dissolve, move } from './clips';
import { handAround, legAlong, mirrored } from './limbs';
import { away, LYING_VIEW, MAT_ROOM, restingArm, supine, supineFoot } from './stances';
import type { Movement } from './types';

/** The thigh stands a little past upright, within reach of both hands (degrees to the floor). */
const SLOPE = 107;
/** Bend of the knee at ease, and stretched as far as it goes. */
const BENT = 88;
const STRETCHED = 9;
const FEET_X = 0.42;

const rising = (degrees: number): Vec3 => [
  Math.cos(degrees * DEGREE),
  Math.sin(degrees * DEGREE),
  0,
];

/** `t`: how far the left leg is stretched. */
function pose(t: number): Pose {
  const feet = { left: supineFoot('left', FEET_X), right: supineFoot('right', FEET_X) };
  const arms = { left: restingArm('left'), right: restingArm('right') };
  const draft: Pose = { ...supine(8), legs: feet, arms, breath: 0 };
  const { hip } = solve(draft).legs.left;
  const bend = BENT + (STRETCHED - BENT) * t;
  const leg = legAlong(hip, rising(SLOPE), rising(SLOPE + 90), bend, 14 - 8 * t);
  const lifted: Pose = { ...draft, legs: { left: leg, right: feet.right } };
  const { knee, thigh } = solve(lifted).legs.left;
  const arm = (side: Side): ArmPose => {
    const k = away(side);
    const at = add(mix(knee, hip, 0.28), scale(thigh.y, side === 'left' ? -0.01 : 0.03));
    return {
      ...restingArm(side),
      elbow: [0.3, -0.7, k],
      // The shoulders come along a little.
      reach: 0.035,
      ...handAround(at, thigh.y, scale(thigh.z, -1), [0, 0, k], 0.058),
    };
  };
  return { ...lifted, arms: { left: arm('left'), right: arm('right') } };
}

const low = pose(0);
const high = pose(1);
const liftLeft = move('lift-left', 60, (t) => pose(ease(t)));
const liftRight = mirrored('lift-right', liftLeft);

export const hamstringsActief: Movement = {
  id: 'hamstrings-actief',
  room: MAT_ROOM,
  view: { ...LYING_VIEW, target: [-0.4, 0.33, 0], fieldOfView: 23.6 },
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
    'lift-left': ['rightFoot', 'leftHand', 'rightHand', 'head'],
    'lift-right': ['leftFoot', 'leftHand', 'rightHand', 'head'],
  },
};
