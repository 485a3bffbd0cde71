import { cross, DEGREE, dot, normalize, sub, type Vec3 } from '../math';

/**
 * The place of the camera. Lengths are in metres. The angle, in degrees, is the height of the
 * picture.
 */
export interface View {
  readonly eye: Vec3;
  readonly target: Vec3;
  readonly fieldOfView: number;
}

/** A view with its axes, for a picture of `width` x `height` pixels. */
export interface Camera {
  readonly eye: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
  readonly forward: Vec3;
  readonly width: number;
  readonly height: number;
  /** Pixels per metre at one metre from the eye. */
  readonly focal: number;
}

export function camera(view: View, width: number, height: number): Camera {
  const forward = normalize(sub(view.target, view.eye));
  const right = normalize(cross(forward, [0, 1, 0]));
  const up = cross(right, forward);
  const focal = height / 2 / Math.tan((view.fieldOfView * DEGREE) / 2);
  return { eye: view.eye, right, up, forward, width, height, focal };
}

/** Place in the picture (pixels, y down) and depth (metres) of a world point. */
export function project(c: Camera, p: Vec3): Vec3 {
  const d = sub(p, c.eye);
  const depth = dot(d, c.forward);
  const k = c.focal / depth;
  return [c.width / 2 + dot(d, c.right) * k, c.height / 2 - dot(d, c.up) * k, depth];
}
