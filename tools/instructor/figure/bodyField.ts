import {
  add,
  clamp,
  compose,
  dot,
  mix,
  pointOut,
  scale,
  shift,
  sub,
  turn,
  type Vec3,
} from '../math';
import type { Field, Surface } from '../mesh/field';
import type { Side } from '../skeleton/pose';
import { type ArmFrames, type LegFrames, SIDES, type Skeleton, sign } from '../skeleton/solve';
import { Owner } from './owners';
import { Parts, smoothMin } from './parts';
import { Trunk } from './trunk';

/** Radius of the trouser leg at the calf, metres. The trouser leg at the foot has the same. */
export const CALF = 0.0545;
/**
 * Blend width, metres, between parts that only touch (a thigh on the belly): it makes a soft fold
 * without a web.
 */
const TOUCH = 0.012;
const HIP_BLEND = 0.075;
const SHOULDER_BLEND = 0.07;

interface Limb {
  readonly owner: Owner;
  readonly first: Parts;
  readonly second: Parts;
  /** The bone from which the limb leaves the trunk. */
  readonly from: Vec3;
  readonly axis: Vec3;
  readonly perMetre: number;
  readonly boneLength: number;
  readonly blend: number;
  /** Blend width between the two bones, metres. */
  readonly joint: number;
  /** Shares of the bone between which the blend fades. */
  readonly fade: readonly [number, number];
}

/** The body without head, hands and feet: trunk, neck, arms to the wrist and legs to the ankle. */
export class BodyField implements Field {
  readonly low: Vec3;
  readonly high: Vec3;
  private readonly trunk: Trunk;
  private readonly girdle: Parts;
  private readonly neck: Parts;
  private readonly limbs: Limb[];
  private readonly all: readonly Parts[];
  private readonly chest;
  /** Bits of the parts near the point of the last `prepare`: trunk 1, neck 2, limbs 4…32. */
  private mask = 63;
  private readonly dist = new Float64Array(6);
  /** Distances at the last point, metres: girdle, neck, then the two halves of each limb. */
  private readonly raw = new Float64Array(10);

  constructor(skeleton: Skeleton) {
    this.trunk = new Trunk(skeleton.spine, skeleton.breath);
    this.chest = skeleton.chest;
    this.girdle = girdle(skeleton);
    this.neck = neck(skeleton);
    this.limbs = SIDES.flatMap((side) => [leg(skeleton, side), arm(skeleton, side)]);
    this.all = [this.girdle, this.neck, ...this.limbs.flatMap((l) => [l.first, l.second])];
    const boxes = this.all;
    const trunkPoints = skeleton.spine.map(({ frame }) => frame.o);
    const corner = (pick: (...v: number[]) => number, side: 'low' | 'high', grow: number): Vec3 => {
      const value = (i: 0 | 1 | 2): number =>
        pick(...boxes.map((b) => b.bounds()[side][i]), ...trunkPoints.map((p) => p[i] + grow));
      return [value(0), value(1), value(2)];
    };
    this.low = corner(Math.min, 'low', -0.2);
    this.high = corner(Math.max, 'high', 0.2);
  }

  prepare(x: number, y: number, z: number, radius: number): number {
    const { all, raw, dist } = this;
    for (let i = 0; i < all.length; i++) raw[i] = all[i].prepare(x, y, z, radius);
    this.mask = 63;
    const d = this.join(x, y, z);
    const limit = d + 2 * radius + HIP_BLEND + 0.02;
    let mask = 0;
    for (let i = 0; i < 6; i++) if (dist[i] < limit) mask |= 1 << i;
    this.mask = mask;
    return d;
  }

  distance(x: number, y: number, z: number): number {
    const { all, raw, mask } = this;
    if (mask & 1) raw[0] = all[0].distance(x, y, z);
    if (mask & 2) raw[1] = all[1].distance(x, y, z);
    for (let i = 0; i < 4; i++) {
      if (!(mask & (4 << i))) continue;
      raw[2 + 2 * i] = all[2 + 2 * i].distance(x, y, z);
      raw[3 + 2 * i] = all[3 + 2 * i].distance(x, y, z);
    }
    return this.join(x, y, z);
  }

  /** Joins the distances in `raw` of all near parts into one smooth distance. */
  private join(x: number, y: number, z: number): number {
    const { dist, raw, mask } = this;
    dist.fill(1e3);
    let d = 1e3;
    if (mask & 1) {
      this.trunk.locate(x, y, z);
      d = smoothMin(this.trunk.distanceThere(), raw[0], 0.05);
      dist[0] = d;
    }
    if (mask & 2) {
      dist[1] = raw[1];
      d = smoothMin(d, raw[1], 0.04);
    }
    for (let i = 0; i < 4; i++) {
      if (!(mask & (4 << i))) continue;
      const limb = this.limbs[i];
      const first = raw[2 + 2 * i];
      const second = raw[3 + 2 * i];
      const own = smoothMin(first, second, limb.joint);
      dist[2 + i] = own;
      const reach = TOUCH + limb.blend;
      if (own > d + reach) continue;
      if (own < d - reach) {
        d = own;
        continue;
      }
      const [f, t] = [limb.from, limb.axis];
      const along = ((x - f[0]) * t[0] + (y - f[1]) * t[1] + (z - f[2]) * t[2]) * limb.perMetre;
      const gone = clamp((along - limb.fade[0]) / (limb.fade[1] - limb.fade[0]), 0, 1);
      const folded = clamp((first - second) / 0.04, 0, 1);
      const near = (1 - gone * gone * (3 - 2 * gone)) * (1 - folded);
      d = smoothMin(d, own, TOUCH + limb.blend * near);
    }
    return d;
  }

  surface(x: number, y: number, z: number, out: Surface): void {
    this.distance(x, y, z);
    let best = 0;
    for (let i = 1; i < 6; i++) if (this.dist[i] < this.dist[best]) best = i;
    const c = this.chest;
    const rel: Vec3 = [x - c.o[0], y - c.o[1], z - c.o[2]];
    // The collar: a ring around the neck's root, lower in front than behind.
    const [left, up, front] = [dot(rel, c.x), dot(rel, c.y), dot(rel, c.z)];
    out.c = smoothMin(
      up * 0.9 + front * 0.43 - 0.055,
      0.092 - Math.hypot(left, (front + 0.006) * 0.95),
      0.03,
    );
    if (best < 2) {
      this.trunk.locate(x, y, z);
      out.owner = best === 0 ? Owner.Trunk : Owner.Neck;
      out.a = this.trunk.s;
      out.b = this.trunk.across;
      out.d = this.trunk.forward - this.trunk.middleThere();
      return;
    }
    const limb = this.limbs[best - 2];
    const along = dot([x - limb.from[0], y - limb.from[1], z - limb.from[2]], limb.axis);
    const far = limb.second.distance(x, y, z) < limb.first.distance(x, y, z);
    out.owner = limb.owner;
    out.a = far ? limb.boneLength : along * limb.perMetre * limb.boneLength;
    out.b = 0;
    out.d = 0;
  }
}

function girdle(skeleton: Skeleton): Parts {
  const parts = new Parts();
  const { chest, pelvis } = skeleton;
  for (const side of SIDES) {
    const k = sign(side);
    const shoulder = skeleton.arms[side].shoulder;
    const inner = pointOut(chest, [k * 0.05, 0.03, -0.028]);
    const lat = pointOut(chest, [k * 0.098, -0.11, -0.04]);
    const pec = pointOut(chest, [k * 0.075, -0.07, 0.042]);
    const end = mix(shoulder, chest.o, 0.13);
    parts.cone(inner, end, 0.043, 0.039, 0.04);
    parts.cone(lat, end, 0.053, 0.039, 0.045);
    parts.cone(pec, end, 0.048, 0.037, 0.045);
    const seat = compose(pelvis, compose(shift([k * 0.072, -0.035, -0.045]), turn('x', 12)));
    parts.ellipsoid(seat, [0.08, 0.092, 0.07], 0.05);
  }
  return parts;
}

function neck(skeleton: Skeleton): Parts {
  const parts = new Parts();
  const at = skeleton.neck.map((f) => f.o);
  const radius = (i: number): number => 0.054 - 0.005 * Math.min(1, (i / (at.length - 1)) * 2);
  for (let i = 1; i < at.length; i++) parts.cone(at[i - 1], at[i], radius(i - 1), radius(i), 0.012);
  // The slopes from the neck to the shoulders.
  for (const side of SIDES) {
    const shoulder = add(skeleton.arms[side].shoulder, scale(skeleton.chest.y, 0.014));
    const inner = add(mix(at[1], at[2], 0.6), scale(skeleton.chest.z, -0.012));
    parts.cone(inner, mix(shoulder, inner, 0.22), 0.034, 0.03, 0.04);
  }
  return parts;
}

function leg(skeleton: Skeleton, side: Side): Limb {
  const { hip, knee, ankle, thigh, shin } = skeleton.legs[side];
  const first = new Parts();
  const middle = mix(hip, knee, 0.45);
  first.cone(add(hip, scale(thigh.y, -0.02)), middle, 0.088, 0.075, 0.03);
  first.cone(middle, knee, 0.075, 0.0545, 0.03);
  // The muscle at the front of the thigh.
  first.cone(
    add(mix(hip, knee, 0.25), scale(thigh.z, 0.018)),
    add(mix(hip, knee, 0.85), scale(thigh.z, 0.006)),
    0.06,
    0.05,
    0.04,
  );
  const second = new Parts();
  const calf = calfOf(skeleton.legs[side]);
  second.cone(add(knee, scale(shin.z, 0.003)), calf, 0.0525, CALF, 0.03);
  second.cone(calf, mix(knee, ankle, 0.8), CALF + 0.0007, 0.0475, 0.02);
  return limb(side === 'left' ? Owner.LegLeft : Owner.LegRight, {
    first,
    second,
    from: hip,
    to: knee,
    blend: HIP_BLEND,
    joint: 0.022,
    fade: [0.1, 0.5],
  });
}

/** The place where the calf is thickest. */
export const calfOf = (leg: LegFrames): Vec3 =>
  add(mix(leg.knee, leg.ankle, 0.28), scale(leg.shin.z, -0.009));

function arm(skeleton: Skeleton, side: Side): Limb {
  const arm = skeleton.arms[side];
  const { shoulder, elbow, wrist, upper } = arm;
  const first = new Parts();
  first.ball(add(shoulder, scale(upper.y, -0.014)), 0.0475, 0.03);
  first.cone(mix(shoulder, elbow, 0.08), mix(shoulder, elbow, 0.55), 0.046, 0.041, 0.03);
  first.cone(mix(shoulder, elbow, 0.5), elbow, 0.041, 0.0335, 0.02);
  const second = new Parts();
  second.cone(elbow, belly(arm), 0.0335, FOREARM, 0.02);
  second.cone(belly(arm), mix(elbow, wrist, 0.94), FOREARM, WRIST, 0.01);
  return limb(side === 'left' ? Owner.ArmLeft : Owner.ArmRight, {
    first,
    second,
    from: shoulder,
    to: elbow,
    blend: SHOULDER_BLEND,
    joint: 0.015,
    fade: [0, 0.45],
  });
}

/** The place where the forearm is thickest. */
export const belly = (arm: ArmFrames): Vec3 =>
  add(mix(arm.elbow, arm.wrist, 0.3), scale(arm.fore.x, 0.002));
export const FOREARM = 0.0362;
export const WRIST = 0.0265;

/** Length of the sleeve from the shoulder joint, in metres. */
export const SLEEVE = 0.16;

function limb(
  owner: Owner,
  of: Pick<Limb, 'first' | 'second' | 'from' | 'blend' | 'joint' | 'fade'> & { to: Vec3 },
): Limb {
  const way = sub(of.to, of.from);
  const boneLength = Math.sqrt(dot(way, way));
  const { to: _, ...rest } = of;
  return { ...rest, owner, axis: way, perMetre: 1 / (boneLength * boneLength), boneLength };
}
