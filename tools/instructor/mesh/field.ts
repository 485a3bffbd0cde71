import type { Owner } from '../figure/owners';
import type { Vec3 } from '../math';

/** The owner of a point of a surface, and its coordinates a…d, which the owner's paint reads. */
export interface Surface {
  owner: Owner;
  a: number;
  b: number;
  c: number;
  d: number;
}

/** A solid as a signed distance in metres, negative inside. */
export interface Field {
  readonly low: Vec3;
  readonly high: Vec3;
  /**
   * Tells the field that the next points lie within `radius` of this one, so that it can ignore far
   * parts. Returns the distance there.
   */
  prepare(x: number, y: number, z: number, radius: number): number;
  distance(x: number, y: number, z: number): number;
  surface(x: number, y: number, z: number, out: Surface): void;
}
