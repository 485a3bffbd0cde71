import { sub } from '../math';
import { mirrorPose } from '../skeleton/mirror';
import { ease, mixParams } from '../skeleton/motion';
import type { Pose } from '../skeleton/pose';
import { bendOf, solve } from '../skeleton/solve';
import { HIGH, LOW, lying } from './brug';
import { backward, breathing, move } from './clips';
import { leaving, legAlong, mirrored, within } from './limbs';
import { LYING_VIEW, MAT_ROOM, restingArm } from './stances';
import type { Movement } from './types';

/**
 * The bridge, as in `brug`. `up` is how far the hips are lifted, `out` how far the left leg is
 * stretched.
 */
function pose(up: number, out: number): Pose {
  const draft = lying(mixParams(LOW, HIGH, up), restingArm);
  if (out === 0) return draft;
  const { hip, knee, ankle, thigh } = solve(draft).legs.left;
  // The thigh remains beside the other one. Only the knee opens.
  const bend = bendOf(hip, knee, ankle);
  const along = (opened: number) => legAlong(hip, sub(knee, hip), thigh.z, opened, 14);
  const free = along(bend + (3 - bend) * out);
  const left = leaving(draft.legs.left, along(bend), free, ease(within(out, 0, 0.8)));
  return { ...draft, legs: { ...draft.legs, left } };
}

const low = pose(0, 0);
const high = pose(1, 1);
/** Lifts the hips, then the leg. */
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
