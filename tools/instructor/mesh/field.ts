import type { Owner } from '../figure/owners';
import type { Vec3 } from '../math';

/** What a point of a surface is made of; a…d are coordinates that the paint of its owner reads. */
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
   * Tells the field that the next points lie within `radius` of this one, so that it can leave out
   * what is far away. Returns the distance there.
   */
  prepare(x: number, y: number, z: number, radius: number): number;
  distance(x: number, y: number, z: number): number;
  surface(x: number, y: number, z: number, out: Surface): void;
}
