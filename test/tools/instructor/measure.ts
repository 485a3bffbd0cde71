/** Measures a pose: places, angles, depths. */
import { BodyField } from '../../../tools/instructor/figure/bodyField';
import { FootField } from '../../../tools/instructor/figure/foot';
import { HandField } from '../../../tools/instructor/figure/hand';
import { angleBetween, distance, mix, sub, type Vec3 } from '../../../tools/instructor/math';
import type { Field } from '../../../tools/instructor/mesh/field';
import { BODY, MAT_TOP } from '../../../tools/instructor/skeleton/body';
import { bendOf, SIDES, type Skeleton } from '../../../tools/instructor/skeleton/solve';

/** Limits of joints, degrees, for every frame. */
export const LIMITS = {
  knee: [0, 150],
  elbow: [0, 150],
  hip: [-25, 130],
  lumbarFlex: [-30, 45],
  lumbarSide: [-30, 30],
  thoraxFlex: [-25, 45],
  thoraxSide: [-30, 30],
  /** Limits of the change of the neck's length against a relaxed neck, metres. */
  neckStretch: [-0.03, 0.02],
} as const;

/** Middle between the two shoulder joints. */
export const shouldersOf = (s: Skeleton): Vec3 =>
  mix(s.arms.left.shoulder, s.arms.right.shoulder, 0.5);
export const hipsOf = (s: Skeleton): Vec3 => s.pelvis.o;
export const kneesOf = (s: Skeleton): Vec3 => mix(s.legs.left.knee, s.legs.right.knee, 0.5);
export const anklesOf = (s: Skeleton): Vec3 => mix(s.legs.left.ankle, s.legs.right.ankle, 0.5);

/** How far three joints are from one line, in degrees: 0 is straight. */
export const offLine = (a: Vec3, b: Vec3, c: Vec3): number => angleBetween(sub(b, a), sub(c, b));

/** Joint angles in degrees, to compare with `LIMITS`. */
export interface JointAngles {
  readonly knee: number;
  readonly elbow: number;
  /** Flexion of the hip: 0 with the thigh in line with the pelvis, positive to the front. */
  readonly hip: number;
}

export function jointAngles(s: Skeleton, side: 'left' | 'right'): JointAngles {
  const leg = s.legs[side];
  const arm = s.arms[side];
  const d = sub(leg.knee, leg.hip);
  const { y, z } = s.pelvis;
  const down = -(d[0] * y[0] + d[1] * y[1] + d[2] * y[2]);
  const front = d[0] * z[0] + d[1] * z[1] + d[2] * z[2];
  return {
    knee: bendOf(leg.hip, leg.knee, leg.ankle),
    elbow: bendOf(arm.shoulder, arm.elbow, arm.wrist),
    hip: (Math.atan2(front, down) * 180) / Math.PI,
  };
}

/** By how much the neck is longer than at ease, in metres. */
export function neckStretch(s: Skeleton): number {
  const relaxed = distance(
    [0, BODY.neckBase - BODY.chest, 0],
    [BODY.headJoint[0], BODY.headJoint[1], BODY.headJoint[2]],
  );
  return distance(s.neck[0].o, s.head.o) - relaxed;
}

/** A part that sinks into the ground: its name and its depth in metres. */
export interface Sunk {
  readonly part: string;
  readonly depth: number;
}

/** How deep the parts of the body sink into the mat (flesh and mat yield a little). */
export function sunk(s: Skeleton, ground = MAT_TOP): Sunk[] {
  const parts: [string, Field][] = [['body', new BodyField(s)]];
  for (const side of SIDES) {
    parts.push([`${side} hand`, new HandField(s.arms[side], side)]);
    parts.push([`${side} foot`, new FootField(s.legs[side], side)]);
  }
  return parts.map(([part, field]) => ({ part, depth: ground - lowest(field, ground) }));
}

/** Height of a field's lowest point, searched in steps of 2 mm below `from`. */
function lowest(field: Field, from: number): number {
  const step = 0.015;
  let low = from;
  field.prepare((field.low[0] + field.high[0]) / 2, from, (field.low[2] + field.high[2]) / 2, 2);
  for (let x = field.low[0]; x <= field.high[0]; x += step)
    for (let z = field.low[2]; z <= field.high[2]; z += step)
      while (low > from - 0.2 && field.distance(x, low - 0.002, z) < 0) low -= 0.002;
  return low;
}
