import { directionOut, pointOut, type Vec3 } from '../math';
import { ease, mixParams } from '../skeleton/motion';
import type { ArmPose, Pose, Side } from '../skeleton/pose';
import { type Skeleton, sign, solve } from '../skeleton/solve';
import { backward, breathing, move } from './clips';
import { LYING_CHEST, LYING_VIEW, MAT_ROOM, restingArm, supine, supineFoot } from './stances';
import type { Contact, Movement } from './types';

/**
 * `tilt` lifts the trunk about the shoulders, and the others bend the spine (degrees). `chest` is
 * its height, and `pushed` how far the feet push it toward the head (metres).
 */
export const LOW = { tilt: -1, lumbar: 3, thorax: 0, chest: LYING_CHEST[1], pushed: 0 };
export const HIGH = { tilt: 23.5, lumbar: 2, thorax: 2.5, chest: 0.119, pushed: 0.01 };
/** Distance of the feet from the seat, metres: the shins are nearly upright at the top. */
const FEET_X = 0.42;

type Arms = (side: Side, s: Skeleton) => ArmPose;

/** Lying on the back with flat feet. The numbers decide the height of the hips. */
export function lying(p: typeof LOW, arm: Arms): Pose {
  const draft: Pose = {
    ...supine(p.lumbar, p.tilt, p.thorax, [LYING_CHEST[0] - p.pushed, p.chest, 0]),
    legs: { left: supineFoot('left', FEET_X), right: supineFoot('right', FEET_X) },
    arms: { left: restingArm('left'), right: restingArm('right') },
    breath: 0,
  };
  const s = solve(draft);
  return { ...draft, arms: { left: arm('left', s), right: arm('right', s) } };
}

/** An arm crossed on the chest, with the hand before the other shoulder. */
function crossedArm(side: Side, { chest }: Skeleton): ArmPose {
  const k = sign(side);
  // The right forearm lies over the left one, a little further down.
  const over = side === 'right' ? 1 : 0;
  const out = (v: Vec3): Vec3 => directionOut(chest, v);
  return {
    wrist: pointOut(chest, [-k * 0.03, -0.085 - over * 0.03, 0.14 + over * 0.035]),
    elbow: out([k * 0.55, -1, 0.15]),
    fingers: out([-k, 0.55, -0.18 - over * 0.2]),
    palm: out([-k * 0.1, 0, -1]),
    curl: 10,
    raise: 0,
    reach: 0.012,
  };
}

function bridge(arm: Arms): Pick<Movement, 'room' | 'view' | 'clips' | 'poster'> {
  const low = lying(LOW, arm);
  const high = lying(HIGH, arm);
  const lift = move('lift', 60, (t) => lying(mixParams(LOW, HIGH, ease(t)), arm));
  return {
    room: MAT_ROOM,
    view: LYING_VIEW,
    clips: [
      ...breathing('ready', low),
      lift,
      ...breathing('hold', high),
      backward('lower', lift, high),
    ],
    poster: high,
  };
}

const still = (contacts: readonly Contact[]): Movement['contacts'] => ({
  lift: contacts,
  lower: contacts,
});

export const brug: Movement = {
  id: 'brug',
  ...bridge(restingArm),
  contacts: still(['leftFoot', 'rightFoot', 'leftHand', 'rightHand', 'head']),
};

/** The brochure's harder variant: the arms are crossed, so that they give no support. */
export const brugArmenGekruist: Movement = {
  id: 'brug--armen-gekruist',
  ...bridge(crossedArm),
  contacts: still(['leftFoot', 'rightFoot', 'head']),
};
