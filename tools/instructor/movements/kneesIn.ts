import { clamp, DEGREE, type Vec3 } from '../math';
import type { View } from '../render/camera';
import { BODY } from '../skeleton/body';
import { mirrorPose } from '../skeleton/mirror';
import { ease } from '../skeleton/motion';
import type { ArmPose, LegPose, Pose, Side } from '../skeleton/pose';
import { type Skeleton, solve } from '../skeleton/solve';
import { backward, breathing, move, resting } from './clips';
import { belowKnee, legAlong, mirrored, mixArm, within } from './limbs';
import { away, restingArm, supine } from './stances';
import type { Movement } from './types';

/** Lying on the back and drawing a knee in with the hands: `rek-onderrug-bil` and `rek-bil`. */

/** A leg stretched on the mat: bend of the knee (degrees) and height of its ankle (metres). */
const STRETCHED = 2.5;
const ANKLE_Y = 0.075;
const POINTED = 14;

/**
 * The knee when drawn in: slope of the thigh and bend, degrees. `across` is toward the other side.
 */
export interface DrawnIn {
  readonly slope: number;
  readonly bend: number;
  readonly across: number;
  /** Bend of the low back (degrees). */
  readonly lumbar: number;
}

const rising = (degrees: number, across: number): Vec3 => [
  Math.cos(degrees * DEGREE) * Math.cos(across * DEGREE),
  Math.sin(degrees * DEGREE) * Math.cos(across * DEGREE),
  Math.sin(across * DEGREE),
];

function leg(hip: Vec3, side: Side, slope: number, bend: number, across: number): LegPose {
  const k = away(side);
  // On the mat the feet lie a little apart.
  const apart = bend < 20 ? 2 : 2 * Math.max(0, 1 - (bend - 20) / 60);
  const thigh = rising(slope, k * (apart - across));
  const front = rising(slope + 90, 0);
  return legAlong(hip, thigh, [front[0], front[1], k * (0.05 - across * 0.004)], bend, POINTED);
}

/** A hand on its way from the mat to the knee of `worked`. */
function arm(s: Skeleton, side: Side, worked: Side, reached: number): ArmPose {
  const k = away(side);
  const rest = restingArm(side);
  if (reached === 0) return rest;
  const holding: ArmPose = {
    ...rest,
    elbow: [0.25, -0.7, k],
    ...belowKnee(s.legs[worked], [0, 0, k], side === worked ? 0.05 : 0.085),
  };
  const now = mixArm(rest, holding, reached);
  const arc = Math.sin(Math.PI * reached);
  return {
    ...now,
    wrist: [now.wrist[0] - 0.05 * arc, now.wrist[1] + 0.03 * arc, now.wrist[2] + k * 0.06 * arc],
  };
}

/** Slope of a thigh whose leg lies stretched on the mat. */
const flatSlope = (hip: Vec3): number =>
  Math.asin((ANKLE_Y - hip[1]) / (BODY.thigh + BODY.shin)) / DEGREE + STRETCHED / 2;

const fall = (degrees: number): number => Math.sin(degrees * DEGREE);

/**
 * Bend of the knee with the ankle at a height. The heel slides along the mat before the foot leaves
 * it.
 */
const bendAt = (hip: Vec3, slope: number, height: number): number =>
  slope +
  Math.asin(clamp((hip[1] + BODY.thigh * fall(slope) - height) / BODY.shin, -1, 1)) / DEGREE;

const supineLong = (lumbar: number): Pose => {
  const place: LegPose = {
    ankle: [0.8, ANKLE_Y, 0],
    knee: [0, 1, 0],
    toes: [0, 1, 0],
    instep: [-1, 0, 0],
    toeBend: 0,
  };
  return {
    ...supine(lumbar),
    legs: { left: place, right: place },
    arms: { left: restingArm('left'), right: restingArm('right') },
    breath: 0,
  };
};

/**
 * The pose on the way from both legs on the mat (`t` 0, not eased) to the left knee drawn in (1).
 */
function kneeIn(t: number, to: DrawnIn): Pose {
  const done = ease(t);
  const trunk = supineLong(2 + (to.lumbar - 2) * done);
  const hips = solve(trunk).legs;
  const hip = hips.left.hip;
  const flat = flatSlope(hip);
  const slope = flat + (to.slope - flat) * done;
  const top = hip[1] + BODY.thigh * fall(to.slope) - BODY.shin * fall(to.bend - to.slope);
  const start = hip[1] + BODY.thigh * fall(flat) - BODY.shin * fall(STRETCHED - flat);
  const bend = bendAt(hip, slope, start + (top - start) * ease(within(t, 0.17, 0.9)));
  const across = to.across * ease(within(t, 0.3, 1));
  const draft: Pose = {
    ...trunk,
    legs: {
      left: leg(hip, 'left', slope, bend, across),
      // The other heel remains on the mat, whatever the pelvis does.
      right: leg(hips.right.hip, 'right', flatSlope(hips.right.hip), STRETCHED, 0),
    },
  };
  const s = solve(draft);
  const reached = ease(within(t, 0.3, 1));
  return {
    ...draft,
    arms: { left: arm(s, 'left', 'left', reached), right: arm(s, 'right', 'left', reached) },
  };
}

/** The mat reaches a little more toward the feet than for bent knees. */
const ROOM = { mat: { half: [0.9, 0.37], at: [0.03, 0] } } as const;

/** The whole exercise. The resting pose is the same for both sides, so its pictures are too. */
export function drawingIn(id: string, to: DrawnIn, view: View, inset?: View): Movement {
  const low = kneeIn(0, to);
  const high = kneeIn(1, to);
  const lift = move('lift-left', 60, (t) => kneeIn(t, to));
  const other = mirrored('lift-right', lift);
  const [stays, mirroredStays] = [['rightFoot', 'head'] as const, ['leftFoot', 'head'] as const];
  return {
    id,
    room: ROOM,
    view,
    ...(inset ? { inset } : {}),
    clips: [
      ...breathing('ready-left', low),
      ...breathing('ready-right', low),
      lift,
      other,
      ...breathing('hold-left', high),
      ...breathing('hold-right', mirrorPose(high)),
      backward('lower-left', lift, high),
      backward('lower-right', other, mirrorPose(high)),
      resting('to-ready-right', low),
    ],
    poster: mirrorPose(high),
    contacts: { 'lift-left': stays, 'lift-right': mirroredStays },
  };
}
