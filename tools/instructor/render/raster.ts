import { Owner } from '../figure/owners';
import { type Colour, paint } from '../figure/paint';
import type { Surface } from '../mesh/field';
import type { Mesh } from '../mesh/surfaceNets';
import type { Camera } from './camera';
import { type LightGrid, TO_LIGHT } from './light';
import { fineTone, shade } from './shade';

/**
 * Shifts within a pixel, one per pass. They are spread so that steep and flat edges are equally
 * smooth.
 */
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
const BEST_SAMPLES = JITTER.length;

/**
 * Passes that represent all eight inside a smooth piece: four corners, or two where the paint is
 * plain.
 */
const CORNERS = [3, 7, 4, 6] as const;
const DIAGONAL = [4, 7] as const;
/**
 * The pass nearest to the middle. It suffices where all passes lie in one triangle of one paint.
 */
const MIDDLE = [0] as const;
/** Largest difference of these passes in a smooth piece, screen values. */
const SMOOTH = 3;
/** Difference of depth within a pixel that counts as an edge, metres. */
const DEEP = 0.02;
/** Owners that have one colour everywhere. */
const PLAIN: readonly boolean[] = Array.from({ length: 32 }, (_, owner) =>
  ([Owner.LegLeft, Owner.LegRight, Owner.Hand, Owner.Hair] as number[]).includes(owner),
);

/** Cosine to the main light below which neither a corner nor its neighbours get any of it. */
const AWAY = -0.5;

/** Value of a corner whose light is not yet computed. */
const UNLIT = -1;

/**
 * A mesh that is ready to draw: projected, with the light of the corners that were needed so far.
 */
interface Prepared {
  readonly mesh: Mesh;
  /** x, y in pixels and depth in metres of each corner. */
  readonly screen: Float32Array;
  readonly open: Float32Array;
  readonly lit: Float32Array;
  /**
   * Per triangle: 1 where its corners have different owners, so that each pixel must ask the field.
   */
  readonly mixed: Uint8Array;
}

function prepare(mesh: Mesh, c: Camera): Prepared {
  const count = mesh.owners.length;
  const screen = new Float32Array(count * 3);
  const open = new Float32Array(count).fill(UNLIT);
  const lit = new Float32Array(count);
  const { positions: p } = mesh;
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

const normal: [number, number, number] = [0, 0, 0];

/** Computes the light of a corner when it is first needed. */
function light({ mesh, open, lit }: Prepared, i: number, grid: LightGrid): void {
  const { positions: p, normals: n } = mesh;
  const at = i * 3;
  const nx = n[at];
  const ny = n[at + 1];
  const nz = n[at + 2];
  normal[0] = nx;
  normal[1] = ny;
  normal[2] = nz;
  open[i] = grid.open(p[at], p[at + 1], p[at + 2], normal, true);
  // The main light comes from behind, so its way need not be followed.
  if (nx * TO_LIGHT[0] + ny * TO_LIGHT[1] + nz * TO_LIGHT[2] < AWAY) return;
  lit[i] = grid.lit(p[at] + nx * 0.025, p[at + 1] + ny * 0.025, p[at + 2] + nz * 0.025, 0.03);
}

/** The pixels that meshes can touch: first column and row, and their numbers. */
interface Region {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Draws meshes over a picture, with several samples a pixel, averaged. Where all samples of a pixel
 * lie in one smooth piece, a few of them are lit and represent the others. `picture` holds the
 * background as screen values (RGB, 0 to 255) and receives the result.
 */
export class Rasterizer {
  /** Depth and triangle of each sample. The samples of a pixel lie together. */
  private depth = new Float32Array(0);
  private triangle = new Int32Array(0);
  private ready: readonly Prepared[] = [];
  /** Number of each mesh's first triangle, and the number of all triangles. */
  private starts: number[] = [];
  private readonly out = new Float32Array(3);
  private readonly toEye: [number, number, number] = [0, 0, 0];
  private readonly found: Surface = { owner: 0, a: 0, b: 0, c: 0, d: 0 };
  private base: Colour = [0, 0, 0];
  /** The last triangle between owners for which its field was prepared. */
  private asked = -1;

  private grid!: LightGrid;

  constructor(
    private readonly c: Camera,
    private readonly samples: number,
  ) {}

  draw(meshes: readonly Mesh[], light: LightGrid, picture: Uint8Array): void {
    this.ready = meshes.map((mesh) => prepare(mesh, this.c));
    this.starts = [0];
    for (const one of this.ready)
      this.starts.push(this.starts[this.starts.length - 1] + one.mixed.length);
    this.asked = -1;
    this.grid = light;
    const region = this.region();
    const size = region.columns * region.rows * this.samples;
    if (this.depth.length < size) {
      this.depth = new Float32Array(size);
      this.triangle = new Int32Array(size);
    }
    this.depth.fill(1e9, 0, size);
    this.triangle.fill(-1, 0, size);
    this.ready.forEach((one, m) => {
      this.cover(one, this.starts[m], region);
    });
    this.colour(picture, region);
  }

  private region(): Region {
    const { width, height } = this.c;
    let [x0, y0, x1, y1] = [width, height, -1, -1];
    for (const { screen } of this.ready)
      for (let i = 0; i < screen.length; i += 3) {
        const x = screen[i];
        const y = screen[i + 1];
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
      }
    const left = Math.max(0, Math.floor(x0) - 1);
    const top = Math.max(0, Math.floor(y0) - 1);
    const columns = Math.max(0, Math.min(width - 1, Math.ceil(x1) + 1) - left + 1);
    const rows = Math.max(0, Math.min(height - 1, Math.ceil(y1) + 1) - top + 1);
    return { left, top, columns, rows };
  }

  /** Finds for every sample the nearest triangle. */
  private cover(one: Prepared, first: number, { left, top, columns, rows }: Region): void {
    const { depth, triangle, samples } = this;
    const { screen } = one;
    const tri = one.mesh.triangles;
    const [right, bottom] = [left + columns - 1, top + rows - 1];
    const jitter = samples === 1 ? ([[0, 0]] as const) : JITTER;
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
      // The triangle faces away (the picture's y points down).
      if (area >= 0) continue;
      const lowX = ax + Math.min(0, bx, cx) - 0.5;
      const highX = ax + Math.max(0, bx, cx) - 0.5;
      const lowY = ay + Math.min(0, by, cy) - 0.5;
      const highY = ay + Math.max(0, by, cy) - 0.5;
      const inv = 1 / area;
      const za = screen[a + 2];
      const zb = screen[b + 2] - za;
      const zc = screen[d + 2] - za;
      for (let s = 0; s < samples; s++) {
        const jx = jitter[s][0];
        const jy = jitter[s][1];
        const x0 = Math.max(left, Math.ceil(lowX - jx));
        const x1 = Math.min(right, Math.floor(highX - jx));
        const y0 = Math.max(top, Math.ceil(lowY - jy));
        const y1 = Math.min(bottom, Math.floor(highY - jy));
        for (let y = y0; y <= y1; y++) {
          const py = y + 0.5 + jy - ay;
          for (let x = x0; x <= x1; x++) {
            const px = x + 0.5 + jx - ax;
            const u = (px * cy - py * cx) * inv;
            const v = (bx * py - by * px) * inv;
            if (u < 0 || v < 0 || u + v > 1) continue;
            const z = za + u * zb + v * zc;
            const at = (x - left + (y - top) * columns) * samples + s;
            if (z >= depth[at]) continue;
            depth[at] = z;
            triangle[at] = first + t;
          }
        }
      }
    }
  }

  private colour(picture: Uint8Array, { left, top, columns, rows }: Region): void {
    const { samples, triangle, out } = this;
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const first = (column + row * columns) * samples;
        let hits = 0;
        for (let s = 0; s < samples; s++) if (triangle[first + s] >= 0) hits++;
        if (hits === 0) continue;
        const to = (left + column + (top + row) * this.c.width) * 3;
        const [x, y] = [left + column, top + row];
        if (hits === BEST_SAMPLES && this.smooth(first, x, y)) {
          for (let k = 0; k < 3; k++) picture[to + k] = Math.round(out[k]);
          continue;
        }
        let [r, g, b] = [0, 0, 0];
        for (let s = 0; s < samples; s++) {
          if (triangle[first + s] < 0) continue;
          this.sample(triangle[first + s], s, x, y);
          r += out[0];
          g += out[1];
          b += out[2];
        }
        const behind = samples - hits;
        picture[to] = Math.round((r + picture[to] * behind) / samples);
        picture[to + 1] = Math.round((g + picture[to + 1] * behind) / samples);
        picture[to + 2] = Math.round((b + picture[to + 2] * behind) / samples);
      }
  }

  /**
   * Computes a pixel's colour from a few of its samples, into `out`; false where it may not be
   * smooth.
   */
  private smooth(first: number, x: number, y: number): boolean {
    const { triangle, depth, out } = this;
    const m = this.meshOf(triangle[first]);
    const [start, end] = [this.starts[m], this.starts[m + 1]];
    const { mesh, mixed } = this.ready[m];
    let near = 1e9;
    let far = 0;
    let one = true;
    for (let s = 0; s < BEST_SAMPLES; s++) {
      const t = triangle[first + s];
      if (t !== triangle[first]) one = false;
      if (t < start || t >= end || mixed[t - start]) return false;
      const z = depth[first + s];
      if (z < near) near = z;
      if (z > far) far = z;
    }
    if (far - near > DEEP) return false;
    const plain = PLAIN[mesh.owners[mesh.triangles[(triangle[first] - start) * 3]]];
    const some = plain ? (one ? MIDDLE : DIAGONAL) : CORNERS;
    let [r, g, b] = [0, 0, 0];
    let [r0, g0, b0, r1, g1, b1] = [256, 256, 256, -1, -1, -1];
    let base: Colour | undefined;
    for (let i = 0; i < some.length; i++) {
      this.sample(triangle[first + some[i]], some[i], x, y);
      base ??= this.base;
      if (base !== this.base) return false;
      r += out[0];
      g += out[1];
      b += out[2];
      r0 = Math.min(r0, out[0]);
      r1 = Math.max(r1, out[0]);
      g0 = Math.min(g0, out[1]);
      g1 = Math.max(g1, out[1]);
      b0 = Math.min(b0, out[2]);
      b1 = Math.max(b1, out[2]);
    }
    if (r1 - r0 > SMOOTH || g1 - g0 > SMOOTH || b1 - b0 > SMOOTH) return false;
    out[0] = r / some.length;
    out[1] = g / some.length;
    out[2] = b / some.length;
    return true;
  }

  private meshOf(t: number): number {
    let m = this.ready.length - 1;
    while (this.starts[m] > t) m--;
    return m;
  }

  /** Lights one sample of a pixel: its screen values into `out`, its paint into `base`. */
  private sample(number: number, s: number, column: number, row: number): void {
    const { eye } = this.c;
    const { out, found, toEye } = this;
    const m = this.meshOf(number);
    const t = number - this.starts[m];
    const { mesh, screen, open, lit, mixed } = this.ready[m];
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
    const px = column + 0.5 + (this.samples === 1 ? 0 : JITTER[s][0]) - ax;
    const py = row + 0.5 + (this.samples === 1 ? 0 : JITTER[s][1]) - ay;
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
      if (this.asked !== number) mesh.field.prepare(x, y, z, 0.04);
      this.asked = number;
      mesh.field.surface(x, y, z, found);
    } else {
      const q = mesh.paint;
      found.owner = mesh.owners[ia] as Owner;
      found.a = w * q[ia * 4] + u * q[ib * 4] + v * q[ic * 4];
      found.b = w * q[ia * 4 + 1] + u * q[ib * 4 + 1] + v * q[ic * 4 + 1];
      found.c = w * q[ia * 4 + 2] + u * q[ib * 4 + 2] + v * q[ic * 4 + 2];
      found.d = w * q[ia * 4 + 3] + u * q[ib * 4 + 3] + v * q[ic * 4 + 3];
    }
    this.base = paint(found.owner, found.a, found.b, found.c, found.d);
    const ex = eye[0] - x;
    const ey = eye[1] - y;
    const ez = eye[2] - z;
    const far = 1 / Math.sqrt(ex * ex + ey * ey + ez * ez);
    toEye[0] = ex * far;
    toEye[1] = ey * far;
    toEye[2] = ez * far;
    if (open[ia] === UNLIT) light(this.ready[m], ia, this.grid);
    if (open[ib] === UNLIT) light(this.ready[m], ib, this.grid);
    if (open[ic] === UNLIT) light(this.ready[m], ic, this.grid);
    const o = w * open[ia] + u * open[ib] + v * open[ic];
    const l = w * lit[ia] + u * lit[ib] + v * lit[ic];
    shade(out, this.base, found.owner, nx, ny, nz, toEye, o, l);
    out[0] = fineTone(out[0]);
    out[1] = fineTone(out[1]);
    out[2] = fineTone(out[2]);
  }
}
