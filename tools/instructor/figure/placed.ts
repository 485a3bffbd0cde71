import { type Frame, pointIn, pointOut, type Vec3 } from '../math';
import type { Field, Surface } from '../mesh/field';
import type { Mesh } from '../mesh/surfaceNets';

/** A rigid field, moved to the place of a bone. */
export class PlacedField implements Field {
  readonly low: Vec3;
  readonly high: Vec3;

  constructor(
    private readonly inner: Field,
    private readonly frame: Frame,
  ) {
    const corners: Vec3[] = [];
    for (let i = 0; i < 8; i++) {
      const pick = (axis: 0 | 1 | 2): number => (i & (1 << axis) ? inner.high : inner.low)[axis];
      corners.push(pointOut(frame, [pick(0), pick(1), pick(2)]));
    }
    const bound = (f: (...v: number[]) => number): Vec3 => [
      f(...corners.map((c) => c[0])),
      f(...corners.map((c) => c[1])),
      f(...corners.map((c) => c[2])),
    ];
    this.low = bound(Math.min);
    this.high = bound(Math.max);
  }

  prepare(px: number, py: number, pz: number, radius: number): number {
    const [x, y, z] = pointIn(this.frame, [px, py, pz]);
    return this.inner.prepare(x, y, z, radius);
  }

  distance(px: number, py: number, pz: number): number {
    const f = this.frame;
    const x = px - f.o[0];
    const y = py - f.o[1];
    const z = pz - f.o[2];
    return this.inner.distance(
      x * f.x[0] + y * f.x[1] + z * f.x[2],
      x * f.y[0] + y * f.y[1] + z * f.y[2],
      x * f.z[0] + y * f.z[1] + z * f.z[2],
    );
  }

  surface(px: number, py: number, pz: number, out: Surface): void {
    const f = this.frame;
    const x = px - f.o[0];
    const y = py - f.o[1];
    const z = pz - f.o[2];
    this.inner.surface(
      x * f.x[0] + y * f.x[1] + z * f.x[2],
      x * f.y[0] + y * f.y[1] + z * f.y[2],
      x * f.z[0] + y * f.z[1] + z * f.z[2],
      out,
    );
  }
}

/** A rigid mesh, moved to the place of a bone. */
export function placeMesh(mesh: Mesh, frame: Frame): Mesh {
  const turnAll = (from: Float32Array, move: boolean): Float32Array => {
    const out = new Float32Array(from.length);
    const { x, y, z, o } = frame;
    for (let i = 0; i < from.length; i += 3) {
      const [a, b, c] = [from[i], from[i + 1], from[i + 2]];
      for (let k = 0; k < 3; k++) out[i + k] = x[k] * a + y[k] * b + z[k] * c + (move ? o[k] : 0);
    }
    return out;
  };
  return {
    ...mesh,
    positions: turnAll(mesh.positions, true),
    normals: turnAll(mesh.normals, false),
    field: new PlacedField(mesh.field, frame),
  };
}
