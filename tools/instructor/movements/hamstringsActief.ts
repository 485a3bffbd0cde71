import { add, DEGREE, mix, normalize, scale, slope, type Vec3 } from '../math';
import { mirrorPose } from '../skeleton/mirror';
import { ease } from '../skeleton/motion';
import type { ArmPose, LegPose, Pose, Side } from '../skeleton/pose';
import { bendOf, type Skeleton, solve } from '../skeleton/solve';
import { backward, breathing, FPS, move } from './clips';
import { handAround, leaving, legAlong, mirrored, mixArm, within } from './limbs';
import { away, LYING_VIEW, MAT_ROOM, restingArm, supine, supineFoot } from './stances';
import type { Movement } from './types';

/**
 * Angle of the thigh to the floor, degrees. It is a little past upright, within reach of both
 * hands.
 */
const SLOPE = 107;
/** Bend of the knee at rest and when stretched as far as possible, degrees. */
const BENT = 88;
const STRETCHED = 9;
const FEET_X = 0.42;

const rising = (degrees: number): Vec3 => [
  Math.cos(degrees * DEGREE),
  Math.sin(degrees * DEGREE),
  0,
];

/** Lying with flat feet and the arms on the mat. Legs and hands start from here. */
const LYING: Pose = {
  ...supine(8),
  legs: { left: supineFoot('left', FEET_X), right: supineFoot('right', FEET_X) },
  arms: { left: restingArm('left'), right: restingArm('right') },
  breath: 0,
};
const lying = solve(LYING);

/** The raised leg with its knee bent by so many degrees. */
const raised = (side: Side, bend: number, pointed: number): LegPose =>
  legAlong(lying.legs[side].hip, rising(SLOPE), rising(SLOPE + 90), bend, pointed);

/** A hand behind the thigh of the leg `of`, near the knee. */
function behindKnee(side: Side, of: Side, s: Skeleton): ArmPose {
  const k = away(side);
  const { hip, knee, thigh } = s.legs[of];
  const at = add(mix(knee, hip, 0.28), scale(thigh.y, side === of ? -0.01 : 0.03));
  return {
    ...restingArm(side),
    elbow: [0.3, -0.7, k],
    // The shoulders follow a little.
    reach: 0.035,
    ...handAround(at, thigh.y, scale(thigh.z, -1), [0, 0, k], 0.058),
  };
}

/** The pose. `t` is how far the left leg is stretched. */
function pose(t: number): Pose {
  const left = raised('left', BENT + (STRETCHED - BENT) * t, 14 - 8 * t);
  const lifted: Pose = { ...LYING, legs: { left, right: LYING.legs.right } };
  const s = solve(lifted);
  const arm = (side: Side): ArmPose => behindKnee(side, 'left', s);
  return { ...lifted, arms: { left: arm('left'), right: arm('right') } };
}

/** A leg on its way from the flat foot (0) to the raised position with a bent knee (1). */
function goingUp(side: Side, t: number): LegPose {
  const { hip, knee, ankle } = lying.legs[side];
  const [from, bent] = [slope(hip, knee), bendOf(hip, knee, ankle)];
  // The foot is flat.
  const flat = 90 + from - bent;
  const along = (share: number): LegPose => {
    const thigh = from + (SLOPE - from) * share;
    const way = rising(thigh);
    return legAlong(
      hip,
      way,
      rising(thigh + 90),
      bent + (BENT - bent) * share,
      flat + (14 - flat) * share,
    );
  };
  return leaving(LYING.legs[side], along(0), along(t), t);
}

/** How far the hands move back toward the chest while the thighs pass each other, metres. */
const BACK = 0.13;

/** One leg goes down and the other up, while the hands release one thigh and take the other. */
function change(t: number): Pose {
  const u = ease(t);
  const legs = { left: goingUp('left', 1 - u), right: goingUp('right', u) };
  const s = solve({ ...LYING, legs });
  const drawn = ease(1 - Math.abs(2 * t - 1));
  const open = ease(Math.min(within(t, 0, 0.35), within(1 - t, 0, 0.35)));
  const arm = (side: Side): ArmPose => {
    const k = away(side);
    // The right hand crosses its own thigh before that rises, the left one after its thigh has gone
    // down.
    const over = ease(side === 'right' ? within(t, 0.1, 0.7) : within(t, 0.3, 0.9));
    const own = mixArm(behindKnee(side, 'left', s), behindKnee(side, 'right', s), over);
    return {
      ...own,
      wrist: add(own.wrist, [-BACK * drawn, 0, 0]),
      // The hands open on the way out, and close on the way in.
      fingers: normalize(mix(normalize(own.fingers), [0.45, 0.9, 0], open)),
      palm: mix(normalize(own.palm), [0, 0, -k], open),
      curl: own.curl + (8 - own.curl) * open,
    };
  };
  return { ...LYING, legs, arms: { left: arm('left'), right: arm('right') } };
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
    move('to-ready-right', FPS, change),
  ],
  poster: mirrorPose(high),
  contacts: {
    'to-ready-right': ['head'],
    'lift-left': ['rightFoot', 'leftHand', 'rightHand', 'head'],
    'lift-right': ['leftFoot', 'leftHand', 'rightHand', 'head'],
  },
};
