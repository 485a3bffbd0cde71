import { DEGREE, type Vec3 } from '../math';
import { ease, through } from '../skeleton/motion';
import type { LegPose, Pose, Side } from '../skeleton/pose';
import { bendOf, type LegFrames, solve } from '../skeleton/solve';
import { leaving, legAlong, within } from './limbs';
import { away, restingArm, supine, supineFoot } from './stances';

/** Lying on the back with both legs stretched in the air: `schaar` and `benen-open-dicht`. */

const FEET_X = 0.42;
const AT_REST = 3;
/** Bend of the low back while the legs are in the air, degrees: it presses lightly on the mat. */
const PRESSED = 10;
/** Bend of stretched knees, degrees: they are not locked. */
const STRETCHED = 2;
/**
 * The knees are drawn in before they stretch: the thigh's angle to the floor and the knee's bend,
 * degrees.
 */
const TUCKED = { slope: 84, bend: 98 };

/** A direction in the upright plane of the leg: 0 toward the feet, 90 straight up. */
const rising = (degrees: number): Vec3 => [
  Math.cos(degrees * DEGREE),
  Math.sin(degrees * DEGREE),
  0,
];

/** Slope of a thigh when the legs are together, and how far it has opened to its side, degrees. */
export interface Stretched {
  readonly slope: number;
  readonly open: number;
}

function leg(
  own: LegFrames,
  flat: LegPose,
  side: Side,
  up: number,
  { slope, open }: Stretched,
): LegPose {
  if (up === 0) return flat;
  const start = {
    slope: Math.atan2(own.knee[1] - own.hip[1], own.knee[0] - own.hip[0]) / DEGREE,
    bend: bendOf(own.hip, own.knee, own.ankle),
  };
  const keys = [
    { at: 0, pose: start },
    { at: 0.43, pose: TUCKED },
    { at: 1, pose: { slope, bend: STRETCHED } },
  ];
  const now = through(keys, up);
  const free = (p: typeof start, fallen: number): LegPose => {
    const [x, y] = rising(p.slope);
    const c = Math.cos(fallen * DEGREE);
    const thigh: Vec3 = [x * c, y * c, away(side) * Math.sin(fallen * DEGREE)];
    return legAlong(own.hip, thigh, rising(p.slope + 90), p.bend, 22);
  };
  return leaving(flat, free(start, open), free(now, open), ease(within(up, 0, 0.75)));
}

/** The pose. `up` is how far each leg is on its way from the mat into the air. */
export function legsUp(
  up: Readonly<Record<Side, number>>,
  at: Readonly<Record<Side, Stretched>>,
): Pose {
  const air = (ease(up.left) + ease(up.right)) / 2;
  const flat = { left: supineFoot('left', FEET_X), right: supineFoot('right', FEET_X) };
  const draft: Pose = {
    ...supine(AT_REST + (PRESSED - AT_REST) * air),
    legs: flat,
    arms: { left: restingArm('left'), right: restingArm('right') },
    breath: 0,
  };
  const { legs } = solve(draft);
  const one = (side: Side): LegPose => leg(legs[side], flat[side], side, up[side], at[side]);
  return { ...draft, legs: { left: one('left'), right: one('right') } };
}

/** How far each leg is at a share of the way in: one after the other. */
export const oneByOne = (t: number): Record<Side, number> => ({
  right: within(t, 0, 0.94),
  left: within(t, 0.06, 1),
});
