import type { Field, Surface } from './field';

/** Triangles with everything the renderer wants to know at their corners. */
export interface Mesh {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** a, b, c, d of each vertex. */
  readonly paint: Float32Array;
  readonly owners: Uint8Array;
  readonly triangles: Uint32Array;
  /** The field it was made from, to ask what exactly lies at a point between two owners. */
  readonly field: Field;
}

/** Cells per edge of a coarse block; blocks far from the surface are skipped as a whole. */
const BLOCK = 8;
/** The fields over-estimate distances a little away from the surface: look this much further. */
const SLACK = 1.35;

/**
 * Meshes a field on a grid of `cell` metres with naive surface nets, then pulls every vertex onto
 * the surface and takes its normal from the field: the grid doesn't show.
 */
export function meshField(field: Field, cell: number): Mesh {
  const pad = 2 * cell;
  const [ox, oy, oz] = field.low.map((v) => Math.floor((v - pad) / cell) * cell);
  const nx = blocks(field.high[0] + pad - ox, cell);
  const ny = blocks(field.high[1] + pad - oy, cell);
  const nz = blocks(field.high[2] + pad - oz, cell);
  const sx = 1;
  const sy = nx;
  const sz = nx * ny;
  const values = new Float32Array(nx * ny * nz).fill(1);

  const builder = new Builder(field);
  const active: number[] = [];
  const halfDiagonal = (BLOCK / 2) * cell * Math.sqrt(3);
  for (let bz = 0; bz < nz; bz += BLOCK) {
    for (let by = 0; by < ny; by += BLOCK) {
      for (let bx = 0; bx < nx; bx += BLOCK) {
        const cx = ox + (bx + BLOCK / 2) * cell;
        const cy = oy + (by + BLOCK / 2) * cell;
        const cz = oz + (bz + BLOCK / 2) * cell;
        const d = field.prepare(cx, cy, cz, halfDiagonal * 1.3);
        if (Math.abs(d) > halfDiagonal * SLACK + 0.02) {
          if (d < 0) fillBlock(values, bx, by, bz, sy, sz, BLOCK, -1);
          continue;
        }
        active.push(bx, by, bz);
        sample(field, values, bx, by, bz, BLOCK, { ox, oy, oz, cell, sy, sz });
      }
    }
  }
  const vertexOf = new Map<number, number>();
  const surfaceCells: number[] = [];
  for (let i = 0; i < active.length; i += 3) {
    const [bx, by, bz] = [active[i], active[i + 1], active[i + 2]];
    let prepared = false;
    // Cells reach one point into the next block, so start one cell early.
    for (let z = bz - 1; z < bz + BLOCK; z++) {
      if (z < 0 || z >= nz - 1) continue;
      for (let y = by - 1; y < by + BLOCK; y++) {
        if (y < 0 || y >= ny - 1) continue;
        for (let x = bx - 1; x < bx + BLOCK; x++) {
          if (x < 0 || x >= nx - 1) continue;
          const at = x + y * sy + z * sz;
          const offset = crossing(values, at, sx, sy, sz);
          if (!offset || vertexOf.has(at)) continue;
          if (!prepared) {
            const h = BLOCK / 2;
            field.prepare(
              ox + (bx + h) * cell,
              oy + (by + h) * cell,
              oz + (bz + h) * cell,
              halfDiagonal * 1.5,
            );
            prepared = true;
          }
          const px = ox + (x + offset[0]) * cell;
          const py = oy + (y + offset[1]) * cell;
          const pz = oz + (z + offset[2]) * cell;
          vertexOf.set(at, builder.vertex(px, py, pz, cell));
          surfaceCells.push(at);
        }
      }
    }
  }
  for (const at of surfaceCells) {
    // An edge that crosses the surface is shared by four cells: one quad.
    quad(builder, vertexOf, values, at, sx, sy, sz);
    quad(builder, vertexOf, values, at, sy, sz, sx);
    quad(builder, vertexOf, values, at, sz, sx, sy);
  }
  return builder.done();
}

const blocks = (size: number, cell: number): number =>
  Math.ceil(size / cell / BLOCK) * BLOCK + BLOCK;

interface Grid {
  ox: number;
  oy: number;
  oz: number;
  cell: number;
  sy: number;
  sz: number;
}

/** Samples a cube of `size` points, dividing it into eight as long as that lets parts be skipped. */
function sample(
  field: Field,
  values: Float32Array,
  x: number,
  y: number,
  z: number,
  size: number,
  g: Grid,
): void {
  if (size === 1) {
    values[x + y * g.sy + z * g.sz] = field.distance(
      g.ox + x * g.cell,
      g.oy + y * g.cell,
      g.oz + z * g.cell,
    );
    return;
  }
  const h = size / 2;
  for (let i = 0; i < 8; i++) {
    const cx = x + (i & 1 ? h : 0);
    const cy = y + (i & 2 ? h : 0);
    const cz = z + (i & 4 ? h : 0);
    if (h >= 2) {
      const half = (h / 2) * g.cell;
      // Neighbouring cells need one point more than the cube's own, hence the extra cell.
      const reach = (half + g.cell / 2) * Math.sqrt(3) * SLACK + g.cell * 1.5 + 0.004;
      const d = field.distance(
        g.ox + cx * g.cell + half,
        g.oy + cy * g.cell + half,
        g.oz + cz * g.cell + half,
      );
      if (Math.abs(d) > reach) {
        fillBlock(values, cx, cy, cz, g.sy, g.sz, h, d < 0 ? -1 : 1);
        continue;
      }
    }
    sample(field, values, cx, cy, cz, h, g);
  }
}

function fillBlock(
  values: Float32Array,
  x: number,
  y: number,
  z: number,
  sy: number,
  sz: number,
  size: number,
  value: number,
): void {
  for (let k = z; k < z + size; k++)
    for (let j = y; j < y + size; j++) {
      const at = x + j * sy + k * sz;
      values.fill(value, at, at + size);
    }
}

const spot: [number, number, number] = [0, 0, 0];

/** Mean of the points where the surface crosses a cell's edges, in cells; undefined without one. */
function crossing(
  v: Float32Array,
  at: number,
  sx: number,
  sy: number,
  sz: number,
): [number, number, number] | undefined {
  const first = v[at] < 0;
  let same = true;
  for (let i = 1; i < 8; i++) {
    const k = at + (i & 1 ? sx : 0) + (i & 2 ? sy : 0) + (i & 4 ? sz : 0);
    if (v[k] < 0 !== first) {
      same = false;
      break;
    }
  }
  if (same) return undefined;
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
  return spot;
}

function quad(
  builder: Builder,
  vertexOf: Map<number, number>,
  v: Float32Array,
  at: number,
  step: number,
  su: number,
  sv: number,
): void {
  const inside = v[at] < 0;
  if (inside === v[at + step] < 0) return;
  const a = vertexOf.get(at);
  const b = vertexOf.get(at - su);
  const c = vertexOf.get(at - su - sv);
  const d = vertexOf.get(at - sv);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return;
  if (inside) builder.triangles.push(a, b, c, a, c, d);
  else builder.triangles.push(a, c, b, a, d, c);
}

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
    let [x, y, z] = [px, py, pz];
    let [nx, ny, nz] = [0, 1, 0];
    // A second step where the first went far: it gives the normal where the vertex really is.
    for (let step = 0; step < 2; step++) {
      const e = cell * 0.25;
      const d1 = field.distance(x + e, y - e, z - e);
      const d2 = field.distance(x - e, y - e, z + e);
      const d3 = field.distance(x - e, y + e, z - e);
      const d4 = field.distance(x + e, y + e, z + e);
      const gx = d1 - d2 - d3 + d4;
      const gy = -d1 - d2 + d3 + d4;
      const gz = -d1 + d2 - d3 + d4;
      const size = Math.hypot(gx, gy, gz) || 1;
      nx = gx / size;
      ny = gy / size;
      nz = gz / size;
      // The mean of the four is the middle's distance; size / 4e is the slope there.
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

  done(): Mesh {
    return {
      positions: Float32Array.from(this.positions),
      normals: Float32Array.from(this.normals),
      paint: Float32Array.from(this.paint),
      owners: Uint8Array.from(this.owners),
      triangles: Uint32Array.from(this.triangles),
      field: this.field,
    };
  }
}
