import type { Owner } from '../figure/owners';
import { paint } from '../figure/paint';
import type { Surface } from '../mesh/field';
import type { Mesh } from '../mesh/surfaceNets';
import type { Camera } from './camera';
import type { LightGrid } from './light';
import { shade, tone } from './shade';

/** Shifts within a pixel, one per pass: spread so that steep and flat edges are smoothed alike. */
const JITTER: readonly (readonly [number, number])[] = [
  [0.0625, -0.1875],
  [-0.0625, 0.1875],
  [0.3125, 0.0625],
  [-0.1875, -0.3125],
  [-0.3125, 0.3125],
  [-0.4375, -0.0625],
  [0.1875, 0.4375],
  [0.4375, -0.4375],
];
export const BEST_SAMPLES = JITTER.length;

/** A mesh ready to be drawn: in the picture, and lit at its corners. */
interface Prepared {
  readonly mesh: Mesh;
  /** x, y in pixels and depth in metres of each corner. */
  readonly screen: Float32Array;
  readonly open: Float32Array;
  readonly lit: Float32Array;
  /** Per triangle: 1 where its corners belong to different parts, so each pixel must be asked. */
  readonly mixed: Uint8Array;
}

function prepare(mesh: Mesh, c: Camera, light: LightGrid): Prepared {
  const count = mesh.owners.length;
  const screen = new Float32Array(count * 3);
  const open = new Float32Array(count);
  const lit = new Float32Array(count);
  const { positions: p, normals: n } = mesh;
  for (let i = 0; i < count; i++) {
    const at = i * 3;
    const dx = p[at] - c.eye[0];
    const dy = p[at + 1] - c.eye[1];
    const dz = p[at + 2] - c.eye[2];
    const depth = dx * c.forward[0] + dy * c.forward[1] + dz * c.forward[2];
    const k = c.focal / depth;
    screen[at] = c.width / 2 + (dx * c.right[0] + dy * c.right[1] + dz * c.right[2]) * k;
    screen[at + 1] = c.height / 2 - (dx * c.up[0] + dy * c.up[1] + dz * c.up[2]) * k;
    screen[at + 2] = depth;
    // Corners turned well away from the eye are never seen: no light needed.
    if (n[at] * dx + n[at + 1] * dy + n[at + 2] * dz > 0.3 * depth) continue;
    const nx = n[at];
    const ny = n[at + 1];
    const nz = n[at + 2];
    open[i] = light.open(p[at], p[at + 1], p[at + 2], [nx, ny, nz], true);
    lit[i] = light.lit(p[at] + nx * 0.025, p[at + 1] + ny * 0.025, p[at + 2] + nz * 0.025, 0.03);
  }
  const mixed = new Uint8Array(mesh.triangles.length / 3);
  for (let t = 0; t < mixed.length; t++) {
    const a = mesh.owners[mesh.triangles[t * 3]];
    const b = mesh.owners[mesh.triangles[t * 3 + 1]];
    const d = mesh.owners[mesh.triangles[t * 3 + 2]];
    mixed[t] = a === b && b === d ? 0 : 1;
  }
  return { mesh, screen, open, lit, mixed };
}

/**
 * Draws meshes over a picture: several passes, each shifted within the pixel, averaged.
 * `picture` holds the background as screen values (RGB, 0 to 255) and receives the result.
 */
export class Rasterizer {
  private readonly depth: Float32Array;
  private readonly triangle: Int32Array;
  private readonly sum: Float32Array;
  private readonly hits: Uint8Array;

  constructor(
    private readonly c: Camera,
    private readonly samples: number,
  ) {
    const size = c.width * c.height;
    this.depth = new Float32Array(size);
    this.triangle = new Int32Array(size);
    this.sum = new Float32Array(size * 3);
    this.hits = new Uint8Array(size);
  }

  draw(meshes: readonly Mesh[], light: LightGrid, picture: Uint8Array): void {
    const ready = meshes.map((mesh) => prepare(mesh, this.c, light));
    this.sum.fill(0);
    this.hits.fill(0);
    for (let s = 0; s < this.samples; s++) {
      const [jx, jy] = this.samples === 1 ? [0, 0] : JITTER[s];
      this.depth.fill(1e9);
      this.triangle.fill(-1);
      let first = 0;
      for (const one of ready) {
        this.cover(one, first, jx, jy);
        first += one.mixed.length;
      }
      this.colour(ready, jx, jy);
    }
    for (let i = 0; i < this.hits.length; i++) {
      const hits = this.hits[i];
      if (hits === 0) continue;
      for (let k = 0; k < 3; k++) {
        const behind = picture[i * 3 + k] * (this.samples - hits);
        picture[i * 3 + k] = Math.round((this.sum[i * 3 + k] + behind) / this.samples);
      }
    }
  }

  /** Finds for every pixel the nearest triangle. */
  private cover(one: Prepared, first: number, jx: number, jy: number): void {
    const { width, height } = this.c;
    const { screen } = one;
    const tri = one.mesh.triangles;
    for (let t = 0; t < one.mixed.length; t++) {
      const a = tri[t * 3] * 3;
      const b = tri[t * 3 + 1] * 3;
      const d = tri[t * 3 + 2] * 3;
      const ax = screen[a];
      const ay = screen[a + 1];
      const bx = screen[b] - ax;
      const by = screen[b + 1] - ay;
      const cx = screen[d] - ax;
      const cy = screen[d + 1] - ay;
      const area = bx * cy - by * cx;
      // Turned away (the picture's y points down).
      if (area >= 0) continue;
      const x0 = Math.max(0, Math.ceil(ax + Math.min(0, bx, cx) - 0.5 - jx));
      const x1 = Math.min(width - 1, Math.floor(ax + Math.max(0, bx, cx) - 0.5 - jx));
      const y0 = Math.max(0, Math.ceil(ay + Math.min(0, by, cy) - 0.5 - jy));
      const y1 = Math.min(height - 1, Math.floor(ay + Math.max(0, by, cy) - 0.5 - jy));
      if (x0 > x1 || y0 > y1) continue;
      const inv = 1 / area;
      const za = screen[a + 2];
      const zb = screen[b + 2] - za;
      const zc = screen[d + 2] - za;
      for (let y = y0; y <= y1; y++) {
        const py = y + 0.5 + jy - ay;
        for (let x = x0; x <= x1; x++) {
          const px = x + 0.5 + jx - ax;
          const u = (px * cy - py * cx) * inv;
          const v = (bx * py - by * px) * inv;
          if (u < 0 || v < 0 || u + v > 1) continue;
          const z = za + u * zb + v * zc;
          const at = x + y * width;
          if (z >= this.depth[at]) continue;
          this.depth[at] = z;
          this.triangle[at] = first + t;
        }
      }
    }
  }

  private colour(ready: readonly Prepared[], jx: number, jy: number): void {
    const { width, eye } = this.c;
    const out = new Float32Array(3);
    const found: Surface = { owner: 0, a: 0, b: 0, c: 0, d: 0 };
    const starts: number[] = [];
    let total = 0;
    for (const one of ready) {
      starts.push(total);
      total += one.mixed.length;
    }
    for (let at = 0; at < this.triangle.length; at++) {
      let t = this.triangle[at];
      if (t < 0) continue;
      let m = ready.length - 1;
      while (starts[m] > t) m--;
      t -= starts[m];
      const { mesh, screen, open, lit, mixed } = ready[m];
      const ia = mesh.triangles[t * 3];
      const ib = mesh.triangles[t * 3 + 1];
      const ic = mesh.triangles[t * 3 + 2];
      const ax = screen[ia * 3];
      const ay = screen[ia * 3 + 1];
      const bx = screen[ib * 3] - ax;
      const by = screen[ib * 3 + 1] - ay;
      const cx = screen[ic * 3] - ax;
      const cy = screen[ic * 3 + 1] - ay;
      const inv = 1 / (bx * cy - by * cx);
      const px = (at % width) + 0.5 + jx - ax;
      const py = Math.floor(at / width) + 0.5 + jy - ay;
      const u = (px * cy - py * cx) * inv;
      const v = (bx * py - by * px) * inv;
      const w = 1 - u - v;
      const p = mesh.positions;
      const x = w * p[ia * 3] + u * p[ib * 3] + v * p[ic * 3];
      const y = w * p[ia * 3 + 1] + u * p[ib * 3 + 1] + v * p[ic * 3 + 1];
      const z = w * p[ia * 3 + 2] + u * p[ib * 3 + 2] + v * p[ic * 3 + 2];
      const n = mesh.normals;
      let nx = w * n[ia * 3] + u * n[ib * 3] + v * n[ic * 3];
      let ny = w * n[ia * 3 + 1] + u * n[ib * 3 + 1] + v * n[ic * 3 + 1];
      let nz = w * n[ia * 3 + 2] + u * n[ib * 3 + 2] + v * n[ic * 3 + 2];
      const size = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
      nx *= size;
      ny *= size;
      nz *= size;
      if (mixed[t]) {
        mesh.field.prepare(x, y, z, 0.02);
        mesh.field.surface(x, y, z, found);
      } else {
        const q = mesh.paint;
        found.owner = mesh.owners[ia] as Owner;
        found.a = w * q[ia * 4] + u * q[ib * 4] + v * q[ic * 4];
        found.b = w * q[ia * 4 + 1] + u * q[ib * 4 + 1] + v * q[ic * 4 + 1];
        found.c = w * q[ia * 4 + 2] + u * q[ib * 4 + 2] + v * q[ic * 4 + 2];
        found.d = w * q[ia * 4 + 3] + u * q[ib * 4 + 3] + v * q[ic * 4 + 3];
      }
      const base = paint(found.owner, found.a, found.b, found.c, found.d);
      const ex = eye[0] - x;
      const ey = eye[1] - y;
      const ez = eye[2] - z;
      const far = 1 / Math.sqrt(ex * ex + ey * ey + ez * ez);
      const o = w * open[ia] + u * open[ib] + v * open[ic];
      const l = w * lit[ia] + u * lit[ib] + v * lit[ic];
      shade(out, base, found.owner, nx, ny, nz, [ex * far, ey * far, ez * far], o, l);
      this.hits[at]++;
      this.sum[at * 3] += tone(out[0]);
      this.sum[at * 3 + 1] += tone(out[1]);
      this.sum[at * 3 + 2] += tone(out[2]);
    }
  }
}
