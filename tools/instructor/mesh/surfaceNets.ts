import type { Vec3 } from '../math';
import type { Field, Surface } from './field';

/** Triangles, and at their corners everything that the renderer needs. */
export interface Mesh {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Paint coordinates a, b, c, d of each vertex. */
  readonly paint: Float32Array;
  readonly owners: Uint8Array;
  readonly triangles: Uint32Array;
  /** The field from which it was made. It tells what lies at a point between two owners. */
  readonly field: Field;
}

/** Cells per edge of a coarse block. Blocks far from the surface are skipped as a whole. */
const BLOCK = 8;
/** Blocks per edge of a region, the largest piece that is tested as a whole. */
const REGION = 4;
/** Cells per edge of a cube within a block. The field is prepared once for each cube. */
const CUBE = 4;
/** Factor on distances, because the fields give too large ones a little away from the surface. */
const SLACK = 1.35;

/** The grid: its first point, its size in points, and its steps. Its arrays are reused. */
interface Grid {
  readonly ox: number;
  readonly oy: number;
  readonly oz: number;
  readonly cell: number;
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  readonly sy: number;
  readonly sz: number;
  /** Distance at each point. Away from the surface only its sign is right. */
  readonly values: Float32Array;
  /** Number of the vertex in the cell above each point, or -1. */
  readonly vertexOf: Int32Array;
  /** Per cube: 1 where the surface may pass. */
  readonly open: Uint8Array;
}

let pool = { values: new Float32Array(0), vertexOf: new Int32Array(0), open: new Uint8Array(0) };

function gridFor(field: Field, cell: number): Grid {
  const pad = 2 * cell;
  const [ox, oy, oz] = field.low.map((v) => Math.floor((v - pad) / cell) * cell);
  const nx = blocks(field.high[0] + pad - ox, cell);
  const ny = blocks(field.high[1] + pad - oy, cell);
  const nz = blocks(field.high[2] + pad - oz, cell);
  const size = nx * ny * nz;
  if (pool.values.length < size)
    pool = {
      values: new Float32Array(size),
      vertexOf: new Int32Array(size),
      open: new Uint8Array(size / CUBE ** 3),
    };
  const values = pool.values.subarray(0, size).fill(1);
  const vertexOf = pool.vertexOf.subarray(0, size).fill(-1);
  const open = pool.open.subarray(0, size / CUBE ** 3).fill(0);
  return { ox, oy, oz, cell, nx, ny, nz, sy: nx, sz: nx * ny, values, vertexOf, open };
}

/**
 * Meshes a field on a grid of `cell` metres with naive surface nets. It then moves every vertex
 * onto the surface and takes its normal from the field, so that the grid is invisible. `eyes` are
 * the places from which the mesh is seen. The side that they cannot see keeps the vertices of the
 * grid.
 */
export function meshField(field: Field, cell: number, eyes?: readonly Vec3[]): Mesh {
  const g = gridFor(field, cell);
  const { values, vertexOf, sy, sz } = g;
  const cubes = sampleNear(field, g);
  const builder = new Builder(field);
  const surfaceCells: number[] = [];
  for (let i = 0; i < cubes.length; i += 3)
    placeVertices(field, g, builder, surfaceCells, cubes[i], cubes[i + 1], cubes[i + 2], eyes);
  for (const at of surfaceCells) {
    // Four cells share an edge that crosses the surface: they make one quad.
    quad(builder, vertexOf, values, at, 1, sy, sz);
    quad(builder, vertexOf, values, at, sy, sz, 1);
    quad(builder, vertexOf, values, at, sz, 1, sy);
  }
  return builder.done();
}

const blocks = (size: number, cell: number): number =>
  Math.ceil(size / cell / BLOCK) * BLOCK + BLOCK;

/** Samples the field where the surface may pass. Returns the first points of the cubes there. */
function sampleNear(field: Field, g: Grid): number[] {
  const cubes: number[] = [];
  const near: number[] = [];
  const step = BLOCK * REGION;
  const regionHalf = (step / 2) * g.cell * Math.sqrt(3);
  const half = (BLOCK / 2) * g.cell * Math.sqrt(3);
  for (let rz = 0; rz < g.nz; rz += step)
    for (let ry = 0; ry < g.ny; ry += step)
      for (let rx = 0; rx < g.nx; rx += step) {
        const h = step / 2;
        const cx = g.ox + (rx + h) * g.cell;
        const cy = g.oy + (ry + h) * g.cell;
        const cz = g.oz + (rz + h) * g.cell;
        const far = field.prepare(cx, cy, cz, regionHalf * 1.3);
        if (far > regionHalf * SLACK + 0.04) continue;
        near.length = 0;
        const [tx, ty, tz] = [
          Math.min(rx + step, g.nx),
          Math.min(ry + step, g.ny),
          Math.min(rz + step, g.nz),
        ];
        for (let z = rz; z < tz; z += BLOCK)
          for (let y = ry; y < ty; y += BLOCK)
            for (let x = rx; x < tx; x += BLOCK) {
              const d = field.distance(
                g.ox + (x + BLOCK / 2) * g.cell,
                g.oy + (y + BLOCK / 2) * g.cell,
                g.oz + (z + BLOCK / 2) * g.cell,
              );
              if (Math.abs(d) <= half * SLACK + 0.02) near.push(x, y, z);
              else if (d < 0) fill(g, x, y, z, BLOCK, -1);
            }
        for (let i = 0; i < near.length; i += 3)
          for (let k = 0; k < 8; k++) {
            const x = near[i] + (k & 1 ? CUBE : 0);
            const y = near[i + 1] + (k & 2 ? CUBE : 0);
            const z = near[i + 2] + (k & 4 ? CUBE : 0);
            if (sampleCube(field, g, x, y, z)) {
              cubes.push(x, y, z);
              g.open[cubeAt(g, x, y, z)] = 1;
            }
          }
      }
  return cubes;
}

const cubeAt = (g: Grid, x: number, y: number, z: number): number =>
  (x >> 2) + (g.nx >> 2) * ((y >> 2) + (g.ny >> 2) * (z >> 2));

/** Half diagonals, in cells, of a cube's points and of the eight points at its corners. */
const CUBE_HALF = ((CUBE - 1) / 2) * Math.sqrt(3);
const PAIR_HALF = Math.sqrt(3) / 2;
/**
 * Distance, in cells, within which a value matters: to the other end of an edge, and a little more.
 */
const EDGE = 1.1;
/** Like SLACK, for the short distance within a pair of cells. */
const PAIR_SLACK = 1.25;
/**
 * Cosine between a vertex's normal and the direction to an eye. Below it for all eyes, the vertex
 * is invisible.
 */
const HIDDEN = -0.35;

/** Samples a cube of points, in pairs, where the surface may be near; false where it is not. */
function sampleCube(field: Field, g: Grid, x: number, y: number, z: number): boolean {
  const { ox, oy, oz, cell, sy, sz, values } = g;
  const h = (CUBE - 1) / 2;
  const middle = field.prepare(
    ox + (x + h) * cell,
    oy + (y + h) * cell,
    oz + (z + h) * cell,
    CUBE_HALF * 1.3 * cell,
  );
  if (Math.abs(middle) > (CUBE_HALF + EDGE) * SLACK * cell) {
    if (middle < 0) fill(g, x, y, z, CUBE, -1);
    return false;
  }
  const reach = (PAIR_HALF + EDGE) * PAIR_SLACK * cell;
  for (let k = 0; k < 8; k++) {
    const px = x + (k & 1 ? 2 : 0);
    const py = y + (k & 2 ? 2 : 0);
    const pz = z + (k & 4 ? 2 : 0);
    const wx = ox + px * cell;
    const wy = oy + py * cell;
    const wz = oz + pz * cell;
    const d = field.distance(wx + cell / 2, wy + cell / 2, wz + cell / 2);
    if (Math.abs(d) > reach) {
      if (d < 0) fill(g, px, py, pz, 2, -1);
      continue;
    }
    const at = px + py * sy + pz * sz;
    for (let i = 0; i < 8; i++)
      values[at + (i & 1) + (i & 2 ? sy : 0) + (i & 4 ? sz : 0)] = field.distance(
        i & 1 ? wx + cell : wx,
        i & 2 ? wy + cell : wy,
        i & 4 ? wz + cell : wz,
      );
  }
  return true;
}

function fill(g: Grid, x: number, y: number, z: number, size: number, value: number): void {
  for (let k = z; k < z + size; k++)
    for (let j = y; j < y + size; j++) {
      const at = x + j * g.sy + k * g.sz;
      g.values.fill(value, at, at + size);
    }
}

/** Makes a vertex for each cell of a cube through which the surface passes. */
function placeVertices(
  field: Field,
  g: Grid,
  builder: Builder,
  surfaceCells: number[],
  bx: number,
  by: number,
  bz: number,
  eyes: readonly Vec3[] | undefined,
): void {
  const { ox, oy, oz, cell, sy, sz, values, vertexOf } = g;
  let prepared = false;
  // Cells reach one point into the next cube, so the loop starts one cell early.
  for (let z = Math.max(0, bz - 1); z < Math.min(bz + CUBE, g.nz - 1); z++)
    for (let y = Math.max(0, by - 1); y < Math.min(by + CUBE, g.ny - 1); y++)
      for (let x = Math.max(0, bx - 1); x < Math.min(bx + CUBE, g.nx - 1); x++) {
        const at = x + y * sy + z * sz;
        if (vertexOf[at] >= 0) continue;
        if ((x < bx || y < by || z < bz) && g.open[cubeAt(g, x, y, z)]) continue;
        if (!crossing(values, at, 1, sy, sz)) continue;
        const px = ox + (x + spot[0]) * cell;
        const py = oy + (y + spot[1]) * cell;
        const pz = oz + (z + spot[2]) * cell;
        surfaceCells.push(at);
        if (eyes && hidden(values, at, sy, sz, px, py, pz, eyes)) {
          vertexOf[at] = builder.bare(px, py, pz);
          continue;
        }
        if (!prepared) {
          const h = (CUBE - 1) / 2;
          const [mx, my, mz] = [ox + (bx + h) * cell, oy + (by + h) * cell, oz + (bz + h) * cell];
          field.prepare(mx, my, mz, (CUBE_HALF + 2.2) * 1.3 * cell);
          prepared = true;
        }
        vertexOf[at] = builder.vertex(px, py, pz, cell);
      }
}

/** Whether the surface in a cell faces clearly away from all eyes, and the cell's corners agree. */
function hidden(
  v: Float32Array,
  at: number,
  sy: number,
  sz: number,
  px: number,
  py: number,
  pz: number,
  eyes: readonly Vec3[],
): boolean {
  let gx = 0;
  let gy = 0;
  let gz = 0;
  for (let i = 0; i < 8; i++) {
    const d = v[at + (i & 1) + (i & 2 ? sy : 0) + (i & 4 ? sz : 0)];
    // The point is too far away to have a distance. Only its sign is known.
    if (d === 1 || d === -1) return false;
    gx += i & 1 ? d : -d;
    gy += i & 2 ? d : -d;
    gz += i & 4 ? d : -d;
  }
  const size = Math.sqrt(gx * gx + gy * gy + gz * gz);
  for (let i = 0; i < eyes.length; i++) {
    const x = eyes[i][0] - px;
    const y = eyes[i][1] - py;
    const z = eyes[i][2] - pz;
    const facing = gx * x + gy * y + gz * z;
    if (facing >= HIDDEN * size * Math.sqrt(x * x + y * y + z * z)) return false;
  }
  return true;
}

/** Place of the last crossing, in cells. */
const spot = new Float64Array(3);

/**
 * Finds the mean of the points where the surface crosses a cell's edges; false if there is none.
 */
function crossing(v: Float32Array, at: number, sx: number, sy: number, sz: number): boolean {
  const first = v[at] < 0;
  let same = true;
  for (let i = 1; i < 8; i++) {
    const k = at + (i & 1 ? sx : 0) + (i & 2 ? sy : 0) + (i & 4 ? sz : 0);
    if (v[k] < 0 !== first) {
      same = false;
      break;
    }
  }
  if (same) return false;
  let n = 0;
  spot[0] = spot[1] = spot[2] = 0;
  for (let axis = 0; axis < 3; axis++) {
    const step = axis === 0 ? sx : axis === 1 ? sy : sz;
    const su = axis === 0 ? sy : axis === 1 ? sz : sx;
    const sv = axis === 0 ? sz : axis === 1 ? sx : sy;
    for (let i = 0; i < 4; i++) {
      const k = at + (i & 1 ? su : 0) + (i & 2 ? sv : 0);
      const a = v[k];
      const b = v[k + step];
      if (a < 0 === b < 0) continue;
      n++;
      spot[axis] += a / (a - b);
      spot[(axis + 1) % 3] += i & 1;
      spot[(axis + 2) % 3] += i >> 1;
    }
  }
  spot[0] /= n;
  spot[1] /= n;
  spot[2] /= n;
  return true;
}

function quad(
  builder: Builder,
  vertexOf: Int32Array,
  v: Float32Array,
  at: number,
  step: number,
  su: number,
  sv: number,
): void {
  const inside = v[at] < 0;
  if (inside === v[at + step] < 0) return;
  const a = vertexOf[at];
  const b = vertexOf[at - su];
  const c = vertexOf[at - su - sv];
  const d = vertexOf[at - sv];
  // A cell before the first has no vertex: the number is undefined, and the comparison fails.
  if (!(a >= 0 && b >= 0 && c >= 0 && d >= 0)) return;
  if (inside) builder.triangles.push(a, b, c, a, c, d);
  else builder.triangles.push(a, c, b, a, d, c);
}

/** Owner of invisible vertices. */
const UNSEEN = 255;

class Builder {
  readonly triangles: number[] = [];
  private readonly positions: number[] = [];
  private readonly normals: number[] = [];
  private readonly paint: number[] = [];
  private readonly owners: number[] = [];
  private readonly out: Surface = { owner: 0, a: 0, b: 0, c: 0, d: 0 };

  constructor(private readonly field: Field) {}

  vertex(px: number, py: number, pz: number, cell: number): number {
    const { field, out } = this;
    let x = px;
    let y = py;
    let z = pz;
    let nx = 0;
    let ny = 1;
    let nz = 0;
    // If the first step was long, a second one gives the normal at the vertex's final place.
    for (let step = 0; step < 2; step++) {
      const e = cell * 0.25;
      const d1 = field.distance(x + e, y - e, z - e);
      const d2 = field.distance(x - e, y - e, z + e);
      const d3 = field.distance(x - e, y + e, z - e);
      const d4 = field.distance(x + e, y + e, z + e);
      const gx = d1 - d2 - d3 + d4;
      const gy = -d1 - d2 + d3 + d4;
      const gz = -d1 + d2 - d3 + d4;
      const size = Math.sqrt(gx * gx + gy * gy + gz * gz) || 1;
      nx = gx / size;
      ny = gy / size;
      nz = gz / size;
      // The mean of the four distances is the distance in the middle, and size / 4e is the slope
      // there.
      const d = (d1 + d2 + d3 + d4) / 4;
      const move = Math.max(-cell, Math.min(cell, (d * 4 * e) / size));
      x -= nx * move;
      y -= ny * move;
      z -= nz * move;
      if (Math.abs(move) < 0.06 * cell) break;
    }
    field.surface(x, y, z, out);
    this.positions.push(x, y, z);
    this.normals.push(nx, ny, nz);
    this.paint.push(out.a, out.b, out.c, out.d);
    return this.owners.push(out.owner) - 1;
  }

  /** Adds an invisible vertex. It keeps its place. */
  bare(x: number, y: number, z: number): number {
    this.positions.push(x, y, z);
    this.normals.push(0, 0, 0);
    this.paint.push(0, 0, 0, 0);
    return this.owners.push(UNSEEN) - 1;
  }

  done(): Mesh {
    return {
      positions: new Float32Array(this.positions),
      normals: new Float32Array(this.normals),
      paint: new Float32Array(this.paint),
      owners: new Uint8Array(this.owners),
      triangles: new Uint32Array(this.triangles),
      field: this.field,
    };
  }
}
