import { DEGREE, distance, type Vec3 } from '../math';
import type { View } from '../render/camera';
import type { Room } from '../render/room';
import { BODY, MAT_TOP } from '../skeleton/body';
import type { ArmPose, LegPose, Pose, Side } from '../skeleton/pose';
import { STRAIGHT } from '../skeleton/pose';
import { solve } from '../skeleton/solve';
import { bisect, headOn } from './limbs';

/**
 * On hands and knees the head points toward -x, so the patient's left is near the camera (+z). This
 * is the sign of z on that side.
 */
export const near = (side: Side): 1 | -1 => (side === 'left' ? 1 : -1);

export const ALL_FOURS_ROOM: Room = { mat: { half: [0.87, 0.37], at: [0.06, 0] } };
export const ALL_FOURS_VIEW: View = {
  eye: [-0.35, 1.25, 4.2],
  target: [-0.2, 0.29, 0],
  fieldOfView: 20.2,
};

const KNEE: Vec3 = [0.16, MAT_TOP + 0.052, 0.1];
const WRIST: Vec3 = [-0.315, MAT_TOP + 0.032, 0.17];
/** Length of an arm that is almost straight, metres. */
const ARM = BODY.upperArm + BODY.forearm - 0.004;
/** Place of the hip joints above the knees. */
const HIP: Vec3 = [0.165, KNEE[1] + 0.4195, 0];

/** A leg whose shin lies on the mat, with the foot stretched. */
export function kneelingLeg(side: Side): LegPose {
  const k = near(side);
  return {
    ankle: [KNEE[0] + BODY.shin, MAT_TOP + 0.05, k * KNEE[2]],
    knee: [-0.4, -1, 0],
    toes: [1, -0.16, 0],
    instep: [-0.16, -1, 0],
    toeBend: 0,
  };
}

export function standingArm(side: Side): ArmPose {
  const k = near(side);
  return {
    wrist: [WRIST[0], WRIST[1], k * WRIST[2]],
    elbow: [1, 0, k * 0.5],
    fingers: [-1, -0.05, k * -0.06],
    palm: [0, -1, 0],
    curl: 3,
    raise: 0,
    reach: 0,
  };
}

/** Bends of the back and the neck, degrees; forward is round. */
export interface Back {
  readonly lumbar: number;
  readonly thorax: number;
  readonly neck: number;
}

function pitched(p: Back, pitch: number): Pose {
  const c = Math.cos(pitch * DEGREE);
  const s = Math.sin(pitch * DEGREE);
  const draft: Pose = {
    rootBone: 'pelvis',
    root: { at: HIP, up: [-c, s, 0], front: [-s, -c, 0] },
    lumbar: { ...STRAIGHT, flex: p.lumbar },
    thorax: { ...STRAIGHT, flex: p.thorax },
    head: { at: [-1, 0.6, 0], up: [-1, 0, 0], front: [0, -1, 0] },
    legs: { left: kneelingLeg('left'), right: kneelingLeg('right') },
    arms: { left: standingArm('left'), right: standingArm('right') },
    breath: 0,
  };
  return { ...draft, head: headOn(solve(draft).chest, p.neck) };
}

/**
 * A pose on hands and knees. Hips remain above the knees, and shoulders at an arm's length from the
 * hands. The pelvis tilts to fit.
 */
export const allFours = (p: Back): Pose =>
  pitched(
    p,
    bisect(-30, 60, (pitch) => {
      const { shoulder } = solve(pitched(p, pitch)).arms.left;
      return distance(shoulder, [WRIST[0], WRIST[1], WRIST[2]]) - ARM;
    }),
  );

/** The relaxed back on hands and knees. */
export const EVEN: Back = { lumbar: -2, thorax: 6, neck: -8 };
