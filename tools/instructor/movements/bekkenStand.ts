import type { Vec3 } from '../math';
import { MAT_TOP } from '../skeleton/body';
import { turnPose } from '../skeleton/mirror';
import type { ArmPose, Pose, Side } from '../skeleton/pose';
import type { Skeleton } from '../skeleton/solve';
import { tilting } from './tilting';
import type { Movement } from './types';
import { complete, flatFoot, handOnThigh, type Trunk, upright } from './upright';

const FEET = ['leftFoot', 'rightFoot'] as const;

/** Standing with the ankles at `feet` (x, metres). `arm` places the arms. */
const standing = (p: Trunk, feet: number, arm: (side: Side, s: Skeleton) => ArmPose): Pose =>
  complete(
    upright(p),
    { left: flatFoot('left', feet, 0.1), right: flatFoot('right', feet, 0.1) },
    arm,
    0.9,
  );

/** A hand on the thigh, low enough that the elbow does not hide the low back. */
const onThigh =
  (along: number) =>
  (side: Side, s: Skeleton): ArmPose =>
    handOnThigh(side, s, along, 0.03);

/** Height of the hips with slightly loose knees, so that the pelvis can tilt. */
const HIPS = MAT_TOP + 0.078 + 0.819;
const MIDDLE: Trunk = { x: 0.02, y: HIPS, tilt: 2, lumbar: -3, thorax: 1 };
const HOLLOW: Trunk = { x: 0.008, y: HIPS - 0.002, tilt: 16, lumbar: -27, thorax: 11 };
const ROUND: Trunk = { x: 0.04, y: HIPS - 0.01, tilt: -18, lumbar: 31, thorax: -9 };

const free = (p: Trunk): Pose => standing(p, 0, onThigh(0.23));

export const bekkenStand: Movement = {
  id: 'bekken-stand',
  room: {},
  // From head to knees, from the side. The movement is small, and the outline of the low back shows
  // it.
  view: { eye: [-0.45, 1.2, 4.1], target: [-0.14, 1.1, 0], fieldOfView: 18.2 },
  clips: tilting(MIDDLE, HOLLOW, ROUND, free),
  poster: free(HOLLOW),
  contacts: { hollow: FEET, round: FEET },
};

/** Place of the wall's surface behind the back, metres. The feet are a little away from it. */
const WALL = -0.122;
const FEET_BEFORE_WALL = 0.15;
/**
 * Height of the hips at the wall. The knees bend a little more, because the back slides along it.
 */
const LEANING = MAT_TOP + 0.078 + 0.797;
const WALL_MIDDLE: Trunk = { x: 0.002, y: LEANING, tilt: 2, lumbar: -6, thorax: 4 };
const WALL_HOLLOW: Trunk = { x: 0.004, y: LEANING, tilt: 15, lumbar: -28, thorax: 13 };
const WALL_ROUND: Trunk = { x: 0.014, y: LEANING - 0.004, tilt: -10, lumbar: 11, thorax: 0 };
/** Place of the hand between low back and wall. It remains there while the back moves. */
const HAND: Vec3 = [WALL + 0.02, LEANING + 0.14, 0.05];

/** The far hand lies behind the low back with its palm to the wall. The near one hangs. */
const behindBack = (side: Side, s: Skeleton): ArmPose =>
  side === 'left'
    ? onThigh(0.29)(side, s)
    : {
        wrist: HAND,
        elbow: [0, -0.35, 1],
        fingers: [0, 0.12, -1],
        palm: [-1, 0, 0],
        curl: 3,
        raise: 0,
        reach: -0.012,
      };

/** Faces the light, so that it falls on the wall beside the back. */
const againstWall = (p: Trunk): Pose => turnPose(standing(p, FEET_BEFORE_WALL, behindBack));

/**
 * The brochure's easier variant: the back against a wall, and one hand in the hollow of the low
 * back.
 */
export const bekkenStandMuur: Movement = {
  id: 'bekken-stand--muur',
  room: { props: [{ kind: 'wall', x: [-WALL, 0.16 - WALL], z: [-1.42, 0.34] }] },
  view: { eye: [-0.55, 1.2, 4.1], target: [-0.14, 1.0, 0], fieldOfView: 20 },
  clips: tilting(WALL_MIDDLE, WALL_HOLLOW, WALL_ROUND, againstWall),
  poster: againstWall(WALL_HOLLOW),
  contacts: { hollow: [...FEET, 'rightHand'], round: [...FEET, 'rightHand'] },
};
