import type { Frame, Vec3 } from '../math';

/**
 * A list of round cones and ellipsoids, and the signed distance (metres, negative inside) of their
 * smooth union. It uses flat arrays for speed, because a frame asks for a distance a million times.
 */
const STRIDE = 20;
const CONE = 0;

/** Polynomial smooth minimum: `k` is the width in metres over which two surfaces blend. */
export function smoothMin(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  return h > 0 ? Math.min(a, b) - (h * h) / (4 * k) : Math.min(a, b);
}

/** Smooth maximum: cuts one shape with another. The edge is rounded over `k` metres. */
export function smoothMax(a: number, b: number, k: number): number {
  return -smoothMin(-a, -b, k);
}

export class Parts {
  private data = new Float64Array(STRIDE * 8);
  private count = 0;
  /** Offsets of the parts near the point of the last `prepare`: the first `nearCount` are valid. */
  private near = new Int32Array(8);
  private nearCount = 0;
  /** Distances of all parts from the point of the last `prepare`. */
  private own = new Float64Array(8);
  private readonly low = [1e9, 1e9, 1e9];
  private readonly high = [-1e9, -1e9, -1e9];

  /** Adds a cone with rounded ends from `a` (radius `ra`) to `b` (radius `rb`). */
  cone(a: Vec3, b: Vec3, ra: number, rb: number, blend: number): this {
    const at = this.grow();
    const d = this.data;
    const [x, y, z] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const l2 = x * x + y * y + z * z;
    d.set([CONE, blend, a[0], a[1], a[2], x, y, z, ra, rb, ra - rb, l2, l2 - (ra - rb) ** 2], at);
    // A ball around the part, for a quick test whether it is far away.
    d.set(
      [a[0] + x / 2, a[1] + y / 2, a[2] + z / 2, Math.sqrt(l2) / 2 + Math.max(ra, rb)],
      at + 13,
    );
    this.cover(a, ra);
    this.cover(b, rb);
    return this;
  }

  ball(center: Vec3, radius: number, blend: number): this {
    const tip: Vec3 = [center[0], center[1] + 1e-4, center[2]];
    return this.cone(center, tip, radius, radius, blend);
  }

  /** Adds an ellipsoid centred at the frame's origin, radii along the frame's axes. */
  ellipsoid(f: Frame, radii: Vec3, blend: number): this {
    const at = this.grow();
    this.data.set([1, blend, ...f.o, ...f.x, ...f.y, ...f.z, ...radii.map((r) => 1 / r)], at);
    this.data[at + 17] = Math.min(...radii);
    this.cover(f.o, Math.max(...radii));
    return this;
  }

  /** Bounds of the parts: lowest and highest corner. */
  bounds(): { low: Vec3; high: Vec3 } {
    const [a, b, c] = this.low;
    const [d, e, f] = this.high;
    return { low: [a, b, c], high: [d, e, f] };
  }

  /**
   * Keeps only the parts that can matter within `reach` metres of a point, and returns the distance
   * at that point. Before any call, every part counts.
   */
  prepare(px: number, py: number, pz: number, reach: number): number {
    const { data: d, own, near, count } = this;
    let least = 1e9;
    for (let i = 0; i < count; i++) {
      const v = one(d, i * STRIDE, px, py, pz);
      own[i] = v;
      if (v < least) least = v;
    }
    const limit = least + 2 * reach;
    let kept = 0;
    let sum = 1e9;
    for (let i = 0; i < count; i++) {
      const at = i * STRIDE;
      const k = d[at + 1];
      const v = own[i];
      if (!(v < limit + k)) continue;
      near[kept++] = at;
      const h = k - Math.abs(sum - v);
      if (v < sum) sum = v;
      if (h > 0) sum -= (h * h) / (4 * k);
    }
    this.nearCount = kept;
    return sum;
  }

  distance(px: number, py: number, pz: number): number {
    const d = this.data;
    const { near, nearCount } = this;
    let sum = 1e9;
    for (let i = 0; i < nearCount; i++) {
      const at = near[i];
      const k = d[at + 1];
      if (d[at] === CONE) {
        const bx = px - d[at + 13];
        const by = py - d[at + 14];
        const bz = pz - d[at + 15];
        const reach = sum + k + d[at + 16];
        if (reach > 0 && bx * bx + by * by + bz * bz > reach * reach) continue;
      }
      const own = one(d, at, px, py, pz);
      const h = k - Math.abs(sum - own);
      if (own < sum) sum = own;
      if (h > 0) sum -= (h * h) / (4 * k);
    }
    return sum;
  }

  private grow(): number {
    const at = this.count++ * STRIDE;
    if (at + STRIDE > this.data.length) {
      const bigger = new Float64Array(this.data.length * 2);
      bigger.set(this.data);
      this.data = bigger;
      this.own = new Float64Array(this.own.length * 2);
      this.near = new Int32Array(this.near.length * 2);
    }
    for (let i = 0; i < this.count; i++) this.near[i] = i * STRIDE;
    this.nearCount = this.count;
    return at;
  }

  private cover(p: Vec3, r: number): void {
    for (let i = 0; i < 3; i++) {
      this.low[i] = Math.min(this.low[i], p[i] - r);
      this.high[i] = Math.max(this.high[i], p[i] + r);
    }
  }
}

const one = (d: Float64Array, at: number, px: number, py: number, pz: number): number =>
  d[at] === CONE ? cone(d, at, px, py, pz) : ellipsoid(d, at, px, py, pz);

function cone(d: Float64Array, at: number, px: number, py: number, pz: number): number {
  const ax = px - d[at + 2];
  const ay = py - d[at + 3];
  const az = pz - d[at + 4];
  const bx = d[at + 5];
  const by = d[at + 6];
  const bz = d[at + 7];
  const r1 = d[at + 8];
  const rr = d[at + 10];
  const l2 = d[at + 11];
  const a2 = d[at + 12];
  const il2 = 1 / l2;
  const y = ax * bx + ay * by + az * bz;
  const z = y - l2;
  const vx = ax * l2 - bx * y;
  const vy = ay * l2 - by * y;
  const vz = az * l2 - bz * y;
  const x2 = vx * vx + vy * vy + vz * vz;
  const y2 = y * y * l2;
  const z2 = z * z * l2;
  const k = (rr < 0 ? -1 : 1) * rr * rr * x2;
  if ((z < 0 ? -1 : 1) * a2 * z2 > k) return Math.sqrt(x2 + z2) * il2 - d[at + 9];
  if ((y < 0 ? -1 : 1) * a2 * y2 < k) return Math.sqrt(x2 + y2) * il2 - r1;
  return (Math.sqrt(x2 * a2 * il2) + y * rr) * il2 - r1;
}

function ellipsoid(d: Float64Array, at: number, px: number, py: number, pz: number): number {
  const ox = px - d[at + 2];
  const oy = py - d[at + 3];
  const oz = pz - d[at + 4];
  const ix = d[at + 14];
  const iy = d[at + 15];
  const iz = d[at + 16];
  const x = (ox * d[at + 5] + oy * d[at + 6] + oz * d[at + 7]) * ix;
  const y = (ox * d[at + 8] + oy * d[at + 9] + oz * d[at + 10]) * iy;
  const z = (ox * d[at + 11] + oy * d[at + 12] + oz * d[at + 13]) * iz;
  const k0 = Math.sqrt(x * x + y * y + z * z);
  if (k0 < 0.2) return (k0 - 1) * d[at + 17];
  const gx = x * ix;
  const gy = y * iy;
  const gz = z * iz;
  return (k0 * (k0 - 1)) / Math.sqrt(gx * gx + gy * gy + gz * gz);
}
