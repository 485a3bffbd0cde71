import type { Vec3 } from '../math';
import type { Field } from '../mesh/field';
import { type Mesh, meshField } from '../mesh/surfaceNets';
import { SIDES, type Skeleton } from '../skeleton/solve';
import { BodyField } from './bodyField';
import { FootField } from './foot';
import { HandField } from './hand';
import { HairField, HeadField } from './head';
import { PlacedField, placeMesh } from './placed';

/** Grid sizes in metres. A preview has a coarser mesh. */
export interface Detail {
  readonly body: number;
  readonly limbs: number;
}
export const FINE: Detail = { body: 0.0095, limbs: 0.0048 };
export const COARSE: Detail = { body: 0.012, limbs: 0.006 };

let headMesh: Mesh | undefined;
let hairMesh: Mesh | undefined;

/** The figure's solids and their meshes in one pose. */
export interface Figure {
  readonly fields: readonly Field[];
  readonly meshes: readonly Mesh[];
}

/**
 * Builds the figure in the pose of `skeleton`. Joints are blended in each pose, not skinned. With
 * `eyes`, only the parts that are visible from there are precise.
 */
export function buildFigure(skeleton: Skeleton, detail: Detail, eyes?: readonly Vec3[]): Figure {
  headMesh ??= meshField(new HeadField(), 0.0032);
  hairMesh ??= meshField(new HairField(), 0.0036);
  const body = new BodyField(skeleton);
  const hands = SIDES.map((side) => new HandField(skeleton.arms[side], side));
  const feet = SIDES.map((side) => new FootField(skeleton.legs[side], side));
  const small = [...hands, ...feet];
  return {
    fields: [
      body,
      ...small,
      new PlacedField(headMesh.field, skeleton.head),
      new PlacedField(hairMesh.field, skeleton.head),
    ],
    meshes: [
      meshField(body, detail.body, eyes),
      ...small.map((field) => meshField(field, detail.limbs, eyes)),
      placeMesh(headMesh, skeleton.head),
      placeMesh(hairMesh, skeleton.head),
    ],
  };
}
