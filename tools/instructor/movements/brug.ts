import { ease, mixParams } from '../skeleton/motion';
import type { Pose } from '../skeleton/pose';
import { backward, breathing, move } from './clips';
import { LYING_CHEST, LYING_VIEW, MAT_ROOM, restingArm, supine, supineFoot } from './stances';
import type { Movement } from './types';

/**
 * `tilt` lifts the trunk about the shoulders, the rest bends the spine (degrees). `chest` is
 * its height, `pushed` how far the feet push it toward the head (metres).
 */
const LOW = { tilt: -1, lumbar: 3, thorax: 0, chest: LYING_CHEST[1], pushed: 0 };
const HIGH = { tilt: 22.5, lumbar: 2.5, thorax: 4.5, chest: 0.119, pushed: 0.01 };
/** Far enough from the seat for the shins to stand nearly upright at the top. */
const FEET_X = 0.42;

const pose = (p: typeof LOW): Pose => ({
  ...supine(p.lumbar, p.tilt, p.thorax, [LYING_CHEST[0] - p.pushed, p.chest, 0]),
  legs: { left: supineFoot('left', FEET_X), right: supineFoot('right', FEET_X) },
  arms: { left: restingArm('left'), right: restingArm('right') },
  breath: 0,
});

const low = pose(LOW);
const high = pose(HIGH);
const lift = move('lift', 60, (t) => pose(mixParams(LOW, HIGH, ease(t))));

export const brug: Movement = {
  id: 'brug',
  room: MAT_ROOM,
  view: LYING_VIEW,
  clips: [
    ...breathing('ready', low),
    lift,
    ...breathing('hold', high),
    backward('lower', lift, high),
  ],
  poster: high,
  contacts: {
    lift: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand', 'head'],
    lower: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand', 'head'],
  },
};
