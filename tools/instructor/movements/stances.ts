import { DEGREE, type Vec3 } from '../math';
import type { View } from '../render/camera';
import type { Room } from '../render/room';
import { BODY, MAT_TOP } from '../skeleton/body';
import { type ArmPose, type LegPose, type Pose, type Side, STRAIGHT } from '../skeleton/pose';

/**
 * Lying on the back with the head toward -x, the patient's left is away from the camera (-z). This
 * is the sign of z on that side.
 */
export const away = (side: Side): 1 | -1 => (side === 'left' ? -1 : 1);

export const MAT_ROOM: Room = { mat: { half: [0.87, 0.37], at: [-0.16, 0] } };

/**
 * View for exercises on the back: from the side, a little from the feet, with the lower left of the
 * picture free.
 */
export const LYING_VIEW: View = {
  eye: [0.5, 1.3, 3.7],
  target: [-0.4, 0.16, 0],
  fieldOfView: 20.4,
};

/**
 * The middle of the chest of a lying person: above the ground, and toward the head from the hips,
 * metres.
 */
export const LYING_CHEST: Vec3 = [-0.44, 0.124, 0];
const HEAD: Vec3 = [-0.633, MAT_TOP + 0.105, 0];

/**
 * Trunk and head of a person who lies on the back. `tilt` raises the chest at the hips' end, and
 * `lumbar` and `thorax` bend the low and the upper back forward (degrees).
 */
export function supine(
  lumbar: number,
  tilt = -1,
  thorax = 0,
  chest: Vec3 = LYING_CHEST,
): Pick<Pose, 'rootBone' | 'root' | 'lumbar' | 'thorax' | 'head'> {
  const c = Math.cos(tilt * DEGREE);
  const s = Math.sin(tilt * DEGREE);
  return {
    rootBone: 'chest',
    root: { at: chest, up: [-c, -s, 0], front: [-s, c, 0] },
    lumbar: { ...STRAIGHT, flex: lumbar },
    thorax: { ...STRAIGHT, flex: thorax },
    head: { at: HEAD, up: [-1, 0.06, 0], front: [0.06, 1, 0] },
  };
}

/** A foot flat on the mat, `x` metres beyond the hips, with the knee up. */
export function supineFoot(side: Side, x: number): LegPose {
  const k = away(side);
  return {
    ankle: [x, MAT_TOP + BODY.ankleHeight, k * 0.115],
    knee: [0.35, 1, k * 0.06],
    toes: [1, 0, k * 0.13],
    instep: [0, 1, 0],
    toeBend: 0,
  };
}

/** An arm on the mat beside the trunk, palm down. */
export function restingArm(side: Side): ArmPose {
  const k = away(side);
  return {
    wrist: [0.055, MAT_TOP + 0.027, k * 0.285],
    elbow: [0, -0.1, k],
    fingers: [1, -0.035, k * -0.02],
    palm: [0, -1, 0],
    curl: 5,
    raise: 0,
    reach: 0,
  };
}
