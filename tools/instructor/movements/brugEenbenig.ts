import { sub } from '../math';
import { mirrorPose } from '../skeleton/mirror';
import { ease, mixParams } from '../skeleton/motion';
import type { Pose } from '../skeleton/pose';
import { bendOf, solve } from '../skeleton/solve';
import { backward, breathing, move } from './clips';
import { leaving, legAlong, mirrored, within } from './limbs';
import { LYING_CHEST, LYING_VIEW, MAT_ROOM, restingArm, supine, supineFoot } from './stances';
import type { Movement } from './types';

/** The bridge, as in `brug`: tilt and bends in degrees, height and push in metres. */
const LOW = { tilt: -1, lumbar: 3, thorax: 0, chest: LYING_CHEST[1], pushed: 0 };
const HIGH = { tilt: 22.5, lumbar: 2.5, thorax: 4.5, chest: 0.119, pushed: 0.01 };
const FEET_X = 0.42;

/** `up`: how far the hips are lifted; `out`: how far the left leg is stretched. */
function pose(up: number, out: number): Pose {
  const p = mixParams(LOW, HIGH, up);
  const draft: Pose = {
    ...supine(p.lumbar, p.tilt, p.thorax, [LYING_CHEST[0] - p.pushed, p.chest, 0]),
    legs: { left: supineFoot('left', FEET_X), right: supineFoot('right', FEET_X) },
    arms: { left: restingArm('left'), right: restingArm('right') },
    breath: 0,
  };
  if (out === 0) return draft;
  const { hip, knee, ankle, thigh } = solve(draft).legs.left;
  // The thigh stays beside the other one; only the knee opens.
  const bend = bendOf(hip, knee, ankle);
  const along = (opened: number) => legAlong(hip, sub(knee, hip), thigh.z, opened, 14);
  const free = along(bend + (3 - bend) * out);
  const left = leaving(draft.legs.left, along(bend), free, ease(within(out, 0, 0.8)));
  return { ...draft, legs: { ...draft.legs, left } };
}

const low = pose(0, 0);
const high = pose(1, 1);
/** First the hips, then the leg. */
const liftLeft = move('lift-left', 60, (t) =>
  pose(ease(within(t, 0, 0.72)), ease(within(t, 0.24, 1))),
);
const liftRight = mirrored('lift-right', liftLeft);

export const brugEenbenig: Movement = {
  id: 'brug-eenbenig',
  room: MAT_ROOM,
  view: { ...LYING_VIEW, target: [-0.29, 0.2, 0], fieldOfView: 22 },
  clips: [
    ...breathing('ready', low),
    liftLeft,
    liftRight,
    ...breathing('hold-left', high),
    ...breathing('hold-right', mirrorPose(high)),
    backward('lower-left', liftLeft, high),
    backward('lower-right', liftRight, mirrorPose(high)),
  ],
  poster: mirrorPose(high),
  contacts: {
    'lift-left': ['rightFoot', 'leftHand', 'rightHand', 'head'],
    'lift-right': ['leftFoot', 'leftHand', 'rightHand', 'head'],
  },
};
