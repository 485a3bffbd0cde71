import { clamp, normalize, smoothstep, type Vec3 } from '../math';
import type { Field } from '../mesh/field';
import { MAT_TOP } from '../skeleton/body';

/** Direction toward the main light: above, in front, and to the left of the camera's middle. */
export const TO_LIGHT: Vec3 = normalize([-0.42, 0.82, 0.5]);
/** Hardness of shadows: they soften over the distance of the reach divided by this. */
const HARDNESS = 5.5;
const CELL = 0.03;
const PAD = 0.3;
/** The longest step toward the light, in metres. */
const LONGEST = 0.12;
/** Distances at which the darkness of a fold is tested, metres, and their weights. */
const FEELERS = [0.025, 0.055, 0.1, 0.17, 0.27] as const;
const FEELER_WEIGHTS = FEELERS.map((_, i) => 0.42 * 0.72 ** i);

/**
 * The scene's distances on a coarse grid. They suffice for soft shadows and for the darkness in
 * folds and under the body, and cost far less than the fields.
 */
export class LightGrid {
  private readonly values: Float32Array;
  private readonly size: readonly [number, number, number];
  private readonly origin: Vec3;
  /** Result of the last `crossBox`. */
  private enter = 0;
  private leave = 0;

  constructor(fields: readonly Field[]) {
    const low = (i: 0 | 1 | 2): number => Math.min(...fields.map((f) => f.low[i])) - PAD;
    const high = (i: 0 | 1 | 2): number => Math.max(...fields.map((f) => f.high[i])) + PAD;
    this.origin = [low(0), Math.max(low(1), -0.1), low(2)];
    const count = (i: 0 | 1 | 2): number => Math.ceil((high(i) - this.origin[i]) / CELL) + 2;
    this.size = [count(0), count(1), count(2)];
    const [nx, ny, nz] = this.size;
    this.values = new Float32Array(nx * ny * nz).fill(PAD);
    for (const field of fields) this.lay(field);
  }

  private lay(field: Field): void {
    const [nx, ny, nz] = this.size;
    const [ox, oy, oz] = this.origin;
    const reach = 0.2;
    const from = (i: 0 | 1 | 2, n: number): number =>
      clamp(Math.floor((field.low[i] - reach - this.origin[i]) / CELL), 0, n);
    const to = (i: 0 | 1 | 2, n: number): number =>
      clamp(Math.ceil((field.high[i] + reach - this.origin[i]) / CELL), 0, n);
    const block = 4;
    const half = (block * CELL) / 2;
    for (let bz = from(2, nz); bz < to(2, nz); bz += block)
      for (let by = from(1, ny); by < to(1, ny); by += block)
        for (let bx = from(0, nx); bx < to(0, nx); bx += block) {
          const d = field.prepare(
            ox + bx * CELL + half,
            oy + by * CELL + half,
            oz + bz * CELL + half,
            half * 1.8,
          );
          // No point of this block is nearer to this field than to an earlier one.
          if (d - half * 1.8 > this.farthest(bx, by, bz, block)) continue;
          for (let z = bz; z < Math.min(bz + block, nz); z++)
            for (let y = by; y < Math.min(by + block, ny); y++)
              for (let x = bx; x < Math.min(bx + block, nx); x++) {
                const at = x + nx * (y + ny * z);
                const own = field.distance(ox + x * CELL, oy + y * CELL, oz + z * CELL);
                if (own < this.values[at]) this.values[at] = own;
              }
        }
  }

  /** The largest distance so far among the points of a block. */
  private farthest(bx: number, by: number, bz: number, block: number): number {
    const [nx, ny, nz] = this.size;
    let most = -1;
    for (let z = bz; z < Math.min(bz + block, nz); z++)
      for (let y = by; y < Math.min(by + block, ny); y++)
        for (let x = bx; x < Math.min(bx + block, nx); x++)
          most = Math.max(most, this.values[x + nx * (y + ny * z)]);
    return most;
  }

  /** Distance to the figure and its props, without the ground; at most 0.3 m. */
  distance(px: number, py: number, pz: number): number {
    const [nx, ny, nz] = this.size;
    const gx = (px - this.origin[0]) / CELL;
    const gy = (py - this.origin[1]) / CELL;
    const gz = (pz - this.origin[2]) / CELL;
    if (gx < 0 || gy < 0 || gz < 0 || gx >= nx - 1 || gy >= ny - 1 || gz >= nz - 1) return PAD;
    const x = gx | 0;
    const y = gy | 0;
    const z = gz | 0;
    const fx = gx - x;
    const fy = gy - y;
    const fz = gz - z;
    const v = this.values;
    const at = x + nx * (y + ny * z);
    const sy = nx;
    const sz = nx * ny;
    const a = v[at] + (v[at + 1] - v[at]) * fx;
    const b = v[at + sy] + (v[at + sy + 1] - v[at + sy]) * fx;
    const c = v[at + sz] + (v[at + sz + 1] - v[at + sz]) * fx;
    const e = v[at + sz + sy] + (v[at + sz + sy + 1] - v[at + sz + sy]) * fx;
    const low = a + (b - a) * fy;
    return low + (c + (e - c) * fy - low) * fz;
  }

  /** Share of the main light that reaches a point, 0 to 1, with a soft edge. */
  lit(px: number, py: number, pz: number, start: number): number {
    // Outside the grid no part is near, so long steps need no tests.
    this.crossBox(px, py, pz);
    const { enter, leave } = this;
    let share = 1;
    let t = start;
    for (let i = 0; i < 26 && t < 1.6; i++) {
      if (t > leave) break;
      if (t < enter) {
        t += LONGEST;
        continue;
      }
      const d = this.distance(px + TO_LIGHT[0] * t, py + TO_LIGHT[1] * t, pz + TO_LIGHT[2] * t);
      share = Math.min(share, 0.5 + 0.5 * clamp((HARDNESS * d) / t, -1, 1));
      if (share < 0.02) return 0;
      t += clamp(d * 0.7, 0.02, LONGEST);
    }
    return smoothstep(0, 1, share);
  }

  /** Finds the stretch of the way from a point to the light that lies within the grid. */
  private crossBox(px: number, py: number, pz: number): void {
    const { origin: o, size } = this;
    let enter = -1e9;
    let leave = 1e9;
    for (let i = 0; i < 3; i++) {
      const from = o[i] - (i === 0 ? px : i === 1 ? py : pz);
      const to = from + (size[i] - 1) * CELL;
      const k = 1 / TO_LIGHT[i];
      enter = Math.max(enter, Math.min(from * k, to * k));
      leave = Math.min(leave, Math.max(from * k, to * k));
    }
    this.enter = enter - 1e-6;
    this.leave = enter > leave ? -1e9 : leave + 1e-6;
  }

  /**
   * Share of the sky that is visible from a point, 0 to 1. With `ground`, the floor hides its part
   * too.
   */
  open(px: number, py: number, pz: number, n: Vec3, ground: boolean): number {
    let dark = 0;
    for (let i = 0; i < FEELERS.length; i++) {
      const h = FEELERS[i];
      const y = py + n[1] * h;
      let d = this.distance(px + n[0] * h, y, pz + n[2] * h);
      if (ground) d = Math.min(d, y - MAT_TOP + 0.004);
      if (d < h) dark += FEELER_WEIGHTS[i] * clamp((h - d) / h, 0, 1);
    }
    return dark === 0 ? 1 : clamp(1 - dark * 0.92, 0, 1) ** 1.15;
  }
}
