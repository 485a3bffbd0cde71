import type { Vec3 } from '../math';
import type { ArmPose, Bend, LegPose, Placement, Pose } from './pose';

/** Maps a vector to its image. */
type Change = (v: Vec3) => Vec3;

const flip: Change = (v) => [v[0], v[1], -v[2]];
const flipBend = (b: Bend): Bend => ({ flex: b.flex, side: -b.side, twist: -b.twist });
const place = (p: Placement, to: Change): Placement => ({
  at: to(p.at),
  up: to(p.up),
  front: to(p.front),
});
const leg = (l: LegPose, to: Change): LegPose => ({
  ankle: to(l.ankle),
  knee: to(l.knee),
  toes: to(l.toes),
  instep: to(l.instep),
  toeBend: l.toeBend,
});
const arm = (a: ArmPose, to: Change): ArmPose => ({
  ...a,
  wrist: to(a.wrist),
  elbow: to(a.elbow),
  fingers: to(a.fingers),
  palm: to(a.palm),
});

/**
 * The same pose on the other side of the body. It is mirrored in the upright plane along the mat,
 * so that the head keeps its place in the picture.
 */
export const mirrorPose = (p: Pose): Pose => ({
  rootBone: p.rootBone,
  root: place(p.root, flip),
  lumbar: flipBend(p.lumbar),
  thorax: flipBend(p.thorax),
  head: place(p.head, flip),
  legs: { left: leg(p.legs.right, flip), right: leg(p.legs.left, flip) },
  arms: { left: arm(p.arms.right, flip), right: arm(p.arms.left, flip) },
  ...(p.ball ? { ball: place(p.ball, flip) } : {}),
  breath: p.breath,
});

const about: Change = (v) => [-v[0], v[1], -v[2]];

/** The same pose, turned by half a turn around the upright line through the room's middle. */
export const turnPose = (p: Pose): Pose => ({
  ...p,
  root: place(p.root, about),
  head: place(p.head, about),
  legs: { left: leg(p.legs.left, about), right: leg(p.legs.right, about) },
  arms: { left: arm(p.arms.left, about), right: arm(p.arms.right, about) },
  ...(p.ball ? { ball: place(p.ball, about) } : {}),
});
