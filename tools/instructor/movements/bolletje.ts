import { DEGREE, type Vec3 } from '../math';
import { ease, through } from '../skeleton/motion';
import type { ArmPose, Pose, Side } from '../skeleton/pose';
import { bendOf, solve } from '../skeleton/solve';
import { backward, breathing, move } from './clips';
import { belowKnee, leaving, legAlong, mixArm, within } from './limbs';
import { away, LYING_VIEW, MAT_ROOM, restingArm, supine, supineFoot } from './stances';
import type { Movement } from './types';

const FEET_X = 0.42;
/** Bend of the low back, degrees: at rest, with free legs, and round with the tail off the mat. */
const LUMBAR = { rest: 3, free: 8, round: 33 };
const THORAX = 7;
/** Angle of the thighs to the floor and bend of the knees, degrees: on the way, and drawn in. */
const FREE = { slope: 92, bend: 116 };
const IN = { slope: 140, bend: 128 };

const rising = (degrees: number, z: number): Vec3 => [
  Math.cos(degrees * DEGREE),
  Math.sin(degrees * DEGREE),
  z,
];

const draftOf = (lumbar: number, thorax: number): Pose => ({
  ...supine(lumbar, -1, thorax),
  legs: { left: supineFoot('left', FEET_X), right: supineFoot('right', FEET_X) },
  arms: { left: restingArm('left'), right: restingArm('right') },
  breath: 0,
});

const START = ((): typeof FREE => {
  const { hip, knee, ankle } = solve(draftOf(LUMBAR.rest, 0)).legs.left;
  return {
    slope: Math.atan2(knee[1] - hip[1], knee[0] - hip[0]) / DEGREE,
    bend: bendOf(hip, knee, ankle),
  };
})();

function pose(t: number): Pose {
  const now = through(
    [
      { at: 0, pose: { ...START, lumbar: LUMBAR.rest, thorax: 0 } },
      { at: 0.5, pose: { ...FREE, lumbar: LUMBAR.free, thorax: 0 } },
      { at: 1, pose: { ...IN, lumbar: LUMBAR.round, thorax: THORAX } },
    ],
    t,
  );
  const draft = draftOf(now.lumbar, now.thorax);
  const { legs } = solve(draft);
  const off = ease(within(t, 0, 0.6));
  const leg = (side: Side) => {
    const k = away(side);
    const free = (p: typeof FREE) =>
      legAlong(legs[side].hip, rising(p.slope, k * 0.05), rising(p.slope + 90, 0), p.bend, 24);
    return leaving(draft.legs[side], free(START), free(now), off);
  };
  const lifted: Pose = { ...draft, legs: { left: leg('left'), right: leg('right') } };
  const s = solve(lifted);
  const reached = ease(within(t, 0.25, 0.85));
  const arm = (side: Side): ArmPose => {
    const k = away(side);
    const holding: ArmPose = {
      ...restingArm(side),
      elbow: [0.25, -0.7, k],
      ...belowKnee(s.legs[side], [0, 0, k]),
    };
    const mixed = mixArm(restingArm(side), holding, reached);
    const [x, y, z] = mixed.wrist;
    return { ...mixed, wrist: [x, y, z + k * 0.08 * Math.sin(Math.PI * reached)] };
  };
  return { ...lifted, arms: { left: arm('left'), right: arm('right') } };
}

const low = pose(0);
const high = pose(1);
const lift = move('lift', 60, pose);

export const bolletje: Movement = {
  id: 'bolletje',
  room: MAT_ROOM,
  view: { ...LYING_VIEW, target: [-0.4, 0.18, 0], fieldOfView: 19.8 },
  clips: [
    ...breathing('ready', low),
    lift,
    ...breathing('hold', high),
    backward('lower', lift, high),
  ],
  poster: high,
  contacts: { lift: ['head'], lower: ['head'] },
};
