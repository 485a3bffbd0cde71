import type { Vec3 } from '../math';
import type { ArmPose, Bend, LegPose, Placement, Pose } from './pose';

const flip = (v: Vec3): Vec3 => [v[0], v[1], -v[2]];
const flipBend = (b: Bend): Bend => ({ flex: b.flex, side: -b.side, twist: -b.twist });
const flipPlace = (p: Placement): Placement => ({
  at: flip(p.at),
  up: flip(p.up),
  front: flip(p.front),
});
const flipLeg = (l: LegPose): LegPose => ({
  ankle: flip(l.ankle),
  knee: flip(l.knee),
  toes: flip(l.toes),
  instep: flip(l.instep),
  toeBend: l.toeBend,
});
const flipArm = (a: ArmPose): ArmPose => ({
  ...a,
  wrist: flip(a.wrist),
  elbow: flip(a.elbow),
  fingers: flip(a.fingers),
  palm: flip(a.palm),
});

/**
 * The same pose on the other side of the body: mirrored in the upright plane along the mat, so that
 * the head stays where it is in the picture.
 */
export const mirrorPose = (p: Pose): Pose => ({
  rootBone: p.rootBone,
  root: flipPlace(p.root),
  lumbar: flipBend(p.lumbar),
  thorax: flipBend(p.thorax),
  head: flipPlace(p.head),
  legs: { left: flipLeg(p.legs.right), right: flipLeg(p.legs.left) },
  arms: { left: flipArm(p.arms.right), right: flipArm(p.arms.left) },
  ...(p.ball ? { ball: flipPlace(p.ball) } : {}),
  breath: p.breath,
});
