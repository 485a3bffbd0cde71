import { add, DEGREE, mix, normalize, scale, sub, type Vec3 } from '../math';
import { BODY, MAT_TOP } from '../skeleton/body';
import { type ArmPose, type LegPose, type Pose, type Side, STRAIGHT } from '../skeleton/pose';
import { relaxedHead, type Skeleton, solve } from '../skeleton/solve';
import { away } from './stances';

/**
 * Sitting, standing and kneeling. The front faces +x, so the patient's left is away from the
 * camera, as in lying. The other side is the mirrored pose.
 */

/**
 * Place of the pelvis and its forward tilt, and the bends of the low and the upper back (metres,
 * degrees). Hollow is tilted forward with the low back bent backward, round the reverse.
 */
export type Trunk = {
  readonly x: number;
  readonly y: number;
  readonly tilt: number;
  readonly lumbar: number;
  readonly thorax: number;
};

type Torso = Pick<Pose, 'rootBone' | 'root' | 'lumbar' | 'thorax' | 'head' | 'breath'>;

export function upright(p: Trunk): Torso {
  const c = Math.cos(p.tilt * DEGREE);
  const s = Math.sin(p.tilt * DEGREE);
  const at: Vec3 = [p.x, p.y, 0];
  return {
    rootBone: 'pelvis',
    root: { at, up: [s, c, 0], front: [c, -s, 0] },
    lumbar: { ...STRAIGHT, flex: p.lumbar },
    thorax: { ...STRAIGHT, flex: p.thorax },
    head: { at: add(at, [0, 0.65, 0]), up: [0, 1, 0], front: [1, 0, 0] },
    breath: 0,
  };
}

/** A foot flat on the ground with its ankle at (x, z); `out` turns the toes to the side. */
export function flatFoot(side: Side, x: number, z: number, out = 0.1): LegPose {
  const k = away(side);
  return {
    ankle: [x, MAT_TOP + BODY.ankleHeight, k * z],
    knee: [1, 1, k * out],
    toes: [1, 0, k * out],
    instep: [0, 1, 0],
    toeBend: 0,
  };
}

/** A provisional place for a hand. */
const HANGING: ArmPose = {
  wrist: [0, 0.9, 0.3],
  elbow: [-1, 0, 0.2],
  fingers: [0, -1, 0],
  palm: [0, 0, 1],
  curl: 20,
  raise: 0,
  reach: 0,
};

/**
 * Completes a pose. The head follows the trunk, and is held upright by the share `level`. `arm`
 * places the arms from the solved bones.
 */
export function complete(
  trunk: Torso,
  legs: Pose['legs'],
  arm: (side: Side, s: Skeleton) => ArmPose,
  level = 0.75,
): Pose {
  const draft: Pose = { ...trunk, legs, arms: { left: HANGING, right: HANGING } };
  const s = solve(draft);
  const head = {
    at: relaxedHead(s.chest),
    up: mix(s.chest.y, [0, 1, 0], level),
    front: mix(s.chest.z, [1, 0, 0], level),
  };
  return { ...draft, head, arms: { left: arm('left', s), right: arm('right', s) } };
}

/** A relaxed foot at the end of a shin. It points so many degrees beyond a right angle. */
export function looseFoot(s: Skeleton, side: Side, pointed: number, leg: LegPose): LegPose {
  const { shin } = s.legs[side];
  const [c, n] = [Math.cos(pointed * DEGREE), Math.sin(pointed * DEGREE)];
  return {
    ...leg,
    toes: add(scale(shin.z, c), scale(shin.y, -n)),
    instep: add(scale(shin.y, c), scale(shin.z, n)),
  };
}

/** An arm that hangs down, with the hand a little before the hip. */
export function hangingArm(side: Side, s: Skeleton): ArmPose {
  const k = away(side);
  const { shoulder } = s.arms[side];
  return {
    wrist: add(shoulder, [0.085, -0.518, k * 0.075]),
    elbow: [-1, 0, k * 0.35],
    fingers: [0.12, -1, k * 0.02],
    palm: [-0.15, 0, -k],
    curl: 18,
    raise: -0.008,
    reach: 0,
  };
}

/** A hand flat on the thigh of `leg`: at a share of its length, and so far off its middle line. */
export function handOnThigh(
  side: Side,
  s: Skeleton,
  along: number,
  across = 0,
  leg: Side = side,
): ArmPose {
  const k = away(side);
  const { hip, knee, thigh } = s.legs[leg];
  const way = normalize(sub(knee, hip));
  const over = add(mix(hip, knee, along), scale(thigh.z, 0.108 - 0.038 * along));
  return {
    wrist: add(over, [0, 0, k * across]),
    elbow: [-0.8, -0.3, k * 0.75],
    fingers: add(scale(way, 1), [0, 0, k * -0.12]),
    palm: scale(thigh.z, -1),
    curl: 12,
    raise: -0.006,
    reach: 0.012,
  };
}
