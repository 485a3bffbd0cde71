import {
  add,
  DEGREE,
  directionOut,
  type Frame,
  mix,
  normalize,
  pointOut,
  reject,
  scale,
  sub,
  type Vec3,
} from '../math';
import { BODY } from '../skeleton/body';
import { mirrorPose } from '../skeleton/mirror';
import type { ArmPose, LegPose, Placement } from '../skeleton/pose';
import type { LegFrames } from '../skeleton/solve';
import type { Clip } from './types';

/** Limbs given by angles instead of by their ends, for limbs that move freely. */

const turned = (a: Vec3, b: Vec3, degrees: number): Vec3 =>
  add(scale(a, Math.cos(degrees * DEGREE)), scale(b, Math.sin(degrees * DEGREE)));

/**
 * A leg from the hip on: the direction of the thigh, the direction of its front, the bend of the
 * knee, and how far the foot points beyond a right angle to the shin (degrees).
 */
export function legAlong(
  hip: Vec3,
  thigh: Vec3,
  front: Vec3,
  bend: number,
  pointed: number,
): LegPose {
  const down = normalize(thigh);
  const knee = normalize(reject(front, down));
  const shin = turned(down, knee, -bend);
  const shinFront = turned(knee, down, bend);
  return {
    ankle: add(hip, add(scale(down, BODY.thigh), scale(shin, BODY.shin))),
    knee,
    toes: turned(shinFront, shin, pointed),
    instep: turned(scale(shin, -1), shinFront, pointed),
    toeBend: 0,
  };
}

/**
 * An arm from the shoulder on: its direction, the directions of elbow and palm, and its bend
 * (degrees).
 */
export function armAlong(
  shoulder: Vec3,
  upper: Vec3,
  elbow: Vec3,
  bend: number,
  palm: Vec3,
): ArmPose {
  const along = normalize(upper);
  const back = normalize(reject(elbow, along));
  const fore = turned(along, back, -bend);
  return {
    wrist: add(shoulder, add(scale(along, BODY.upperArm), scale(fore, BODY.forearm))),
    elbow: back,
    fingers: fore,
    palm,
    curl: 6,
    raise: 0,
    reach: 0,
  };
}

export const mixLeg = (a: LegPose, b: LegPose, t: number): LegPose => ({
  ankle: mix(a.ankle, b.ankle, t),
  knee: mix(a.knee, b.knee, t),
  toes: mix(a.toes, b.toes, t),
  instep: mix(a.instep, b.instep, t),
  toeBend: a.toeBend + (b.toeBend - a.toeBend) * t,
});

export const mixArm = (a: ArmPose, b: ArmPose, t: number): ArmPose => ({
  wrist: mix(a.wrist, b.wrist, t),
  elbow: mix(a.elbow, b.elbow, t),
  fingers: mix(a.fingers, b.fingers, t),
  palm: mix(a.palm, b.palm, t),
  curl: a.curl + (b.curl - a.curl) * t,
  raise: a.raise + (b.raise - a.raise) * t,
  reach: a.reach + (b.reach - a.reach) * t,
});

/**
 * A leg that leaves the ground. On the ground it is `flat`. Its free path begins at `first` and has
 * reached `free`. The leg starts at the place of `flat`, and the difference to the free path fades
 * while `off` goes from 0 to 1.
 */
export const leaving = (flat: LegPose, first: LegPose, free: LegPose, off: number): LegPose => ({
  ...mixLeg(flat, free, off),
  ankle: add(free.ankle, scale(sub(flat.ankle, first.ankle), 1 - off)),
});

/** The skull on a neck that bends forward by so many degrees (negative: backward). */
export function headOn(chest: Frame, flex: number): Placement {
  const c = Math.cos(flex * DEGREE);
  const s = Math.sin(flex * DEGREE);
  const [x, y, z] = BODY.headJoint;
  const half = (flex / 2) * DEGREE;
  const up = y - 0.085;
  return {
    at: pointOut(chest, [
      x,
      0.085 + up * Math.cos(half) - z * Math.sin(half),
      z * Math.cos(half) + up * Math.sin(half),
    ]),
    up: directionOut(chest, [0, c, s]),
    front: directionOut(chest, [0, -s, c]),
  };
}

/**
 * A hand laid around a leg from the outside.
 * @param bone the thigh or the shin; `at` is the place on it, `facing` the side on which the hand
 *   lies, `out` the hand's outer side, and `thick` the leg's radius there
 */
export function handAround(
  at: Vec3,
  bone: Vec3,
  facing: Vec3,
  out: Vec3,
  thick: number,
): Pick<ArmPose, 'wrist' | 'fingers' | 'palm' | 'curl'> {
  const along = normalize(bone);
  const face = normalize(reject(facing, along));
  const side = normalize(reject(reject(out, along), face));
  const place = add(scale(face, thick * 0.75 + 0.018), scale(side, thick * 0.75 + 0.03));
  const fingers = normalize(add(scale(side, -1), scale(face, 0.32)));
  return {
    wrist: add(at, place),
    fingers,
    palm: add(scale(face, -1), scale(side, -0.32)),
    curl: 26,
  };
}

/** The place at which a hand holds a shin, just below the knee. */
export function belowKnee(
  { knee, shin }: LegFrames,
  out: Vec3,
  below = 0.06,
): ReturnType<typeof handAround> {
  return handAround(add(knee, scale(shin.y, -below)), shin.y, shin.z, out, 0.056);
}

/** The same clip of the body's other side. */
export const mirrored = (name: string, of: Clip): Clip => ({
  name,
  shots: of.shots.map((s) => (s.kind === 'pose' ? { ...s, pose: mirrorPose(s.pose) } : s)),
});

/** A share of a way that begins and ends later than the whole: 0 before `from`, 1 after `to`. */
export const within = (t: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (t - from) / (to - from)));

/**
 * Out and back in one movement, with a short rest at the far end: 0, 1, 0. It is the same in
 * reverse.
 */
export const outAndBack = (t: number, rest = 0.12): number => {
  const u = 1 - Math.abs(2 * t - 1);
  const v = Math.min(1, u / (1 - rest));
  return v * v * v * (10 - 15 * v + 6 * v * v);
};

/** The value between `low` and `high` where `f`, which grows, is zero. */
export function bisect(low: number, high: number, f: (x: number) => number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 36; i++) {
    const middle = (a + b) / 2;
    if (f(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
