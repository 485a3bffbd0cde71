import { pointOut } from '../math';
import { mixParams } from '../skeleton/motion';
import type { Pose } from '../skeleton/pose';
import { solve } from '../skeleton/solve';
import { breathing, move } from './clips';
import { bisect, outAndBack } from './limbs';
import { LYING_CHEST, LYING_VIEW, MAT_ROOM, restingArm, supine, supineFoot } from './stances';
import type { Movement } from './types';

/** Bends of the low and the upper back, degrees; forward is round. */
const NEUTRAL = { lumbar: 1, thorax: 0 };
const HOLLOW = { lumbar: -23, thorax: -5 };
const ROUND = { lumbar: 21, thorax: 3 };
const FEET_X = 0.42;
/** Height of the seat on the mat, metres. */
const SEAT_Y = 0.022;

/** Height of the seat's lowest point: at the sacrum or at the buttocks. */
function seat(pose: Pose): number {
  const { pelvis } = solve(pose);
  const at = (y: number, z: number): number => pointOut(pelvis, [0, y, z])[1];
  return Math.min(at(0.07, -0.103), at(0.035, -0.107), at(0, -0.107), at(-0.035, -0.105));
}

function tilted(p: typeof NEUTRAL, tilt: number): Pose {
  /** An arm that lies away from the trunk, so that the low back is visible. */
  const arm = (side: 'left' | 'right') => {
    const own = restingArm(side);
    const k = Math.sign(own.wrist[2]);
    return {
      ...own,
      wrist: [-0.09, own.wrist[1] - 0.008, k * 0.51] as const,
      fingers: [1, -0.05, k * 0.9] as const,
    };
  };
  return {
    ...supine(p.lumbar, tilt, p.thorax, LYING_CHEST),
    legs: { left: supineFoot('left', FEET_X), right: supineFoot('right', FEET_X) },
    arms: { left: arm('left'), right: arm('right') },
    breath: 0,
  };
}

/** The chest yields as much as keeps the seat on the mat: the pelvis rolls and is not lifted. */
const pose = (p: typeof NEUTRAL): Pose =>
  tilted(
    p,
    bisect(-20, 20, (tilt) => seat(tilted(p, tilt)) - SEAT_Y),
  );

const low = pose(NEUTRAL);
/** Each movement goes out and comes back through the middle, so both ways share pictures. */
const way = (to: typeof NEUTRAL) => (t: number) => pose(mixParams(NEUTRAL, to, outAndBack(t)));

export const bekkenRuglig: Movement = {
  id: 'bekken-ruglig',
  room: MAT_ROOM,
  view: { ...LYING_VIEW, target: [-0.4, 0.17, 0] },
  clips: [
    ...breathing('ready', low),
    move('hollow', 90, way(HOLLOW)),
    move('round', 90, way(ROUND)),
  ],
  poster: pose(HOLLOW),
  contacts: {
    hollow: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand', 'head'],
    round: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand', 'head'],
  },
};
