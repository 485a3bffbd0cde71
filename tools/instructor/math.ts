/**
 * Small vector algebra. World coordinates are right-handed, in metres, Y up.
 * A bone's own axes are x = the person's left, y = up (cranial), z = forward (ventral).
 */
export type Vec3 = readonly [number, number, number];

/** A rigid placement: three unit axes and an origin, all in world coordinates. */
export interface Frame {
  readonly x: Vec3;
  readonly y: Vec3;
  readonly z: Vec3;
  readonly o: Vec3;
}

export const DEGREE = Math.PI / 180;

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: Vec3): number => Math.hypot(a[0], a[1], a[2]);
export const distance = (a: Vec3, b: Vec3): number => length(sub(a, b));
export const normalize = (a: Vec3): Vec3 => scale(a, 1 / (length(a) || 1));
export const mix = (a: Vec3, b: Vec3, t: number): Vec3 => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];
/** The part of `a` that is perpendicular to the unit vector `n`. */
export const reject = (a: Vec3, n: Vec3): Vec3 => sub(a, scale(n, dot(a, n)));
export const clamp = (v: number, low: number, high: number): number =>
  v < low ? low : Math.min(v, high);
export const smoothstep = (low: number, high: number, v: number): number => {
  const t = clamp((v - low) / (high - low), 0, 1);
  return t * t * (3 - 2 * t);
};

/** Angle between two directions, in degrees. */
export const angleBetween = (a: Vec3, b: Vec3): number =>
  Math.acos(clamp(dot(normalize(a), normalize(b)), -1, 1)) / DEGREE;

/** Angle of the way between two points to the ground, in degrees. */
export function slope(from: Vec3, to: Vec3): number {
  const d = sub(to, from);
  return (Math.atan2(d[1], Math.hypot(d[0], d[2])) * 180) / Math.PI;
}

export const IDENTITY: Frame = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1], o: [0, 0, 0] };

/** Turns a direction given in a frame's axes into a world direction. */
export const directionOut = (f: Frame, v: Vec3): Vec3 => [
  f.x[0] * v[0] + f.y[0] * v[1] + f.z[0] * v[2],
  f.x[1] * v[0] + f.y[1] * v[1] + f.z[1] * v[2],
  f.x[2] * v[0] + f.y[2] * v[1] + f.z[2] * v[2],
];
/** Turns a point given in a frame's axes into a world point. */
export const pointOut = (f: Frame, v: Vec3): Vec3 => add(directionOut(f, v), f.o);
/** Turns a world point into the frame's own coordinates. */
export const pointIn = (f: Frame, p: Vec3): Vec3 => {
  const d = sub(p, f.o);
  return [dot(d, f.x), dot(d, f.y), dot(d, f.z)];
};

/** The frame `inner`, given in `outer`'s axes, in world coordinates. */
export const compose = (outer: Frame, inner: Frame): Frame => ({
  x: directionOut(outer, inner.x),
  y: directionOut(outer, inner.y),
  z: directionOut(outer, inner.z),
  o: pointOut(outer, inner.o),
});

export const invert = (f: Frame): Frame => {
  const x: Vec3 = [f.x[0], f.y[0], f.z[0]];
  const y: Vec3 = [f.x[1], f.y[1], f.z[1]];
  const z: Vec3 = [f.x[2], f.y[2], f.z[2]];
  const o: Vec3 = [-dot(f.x, f.o), -dot(f.y, f.o), -dot(f.z, f.o)];
  return { x, y, z, o };
};

/** A frame at `o` whose y points along `up`, and whose z is as close as possible to `front`. */
export const frameFrom = (o: Vec3, up: Vec3, front: Vec3): Frame => {
  const y = normalize(up);
  let z = reject(front, y);
  if (length(z) < 1e-6) z = reject([0.123, 0.456, 0.789], y);
  z = normalize(z);
  return { x: cross(y, z), y, z, o };
};

/** A turn about one of the frame's own axes, in degrees, as a frame at the origin. */
export const turn = (axis: 'x' | 'y' | 'z', degrees: number): Frame => {
  const c = Math.cos(degrees * DEGREE);
  const s = Math.sin(degrees * DEGREE);
  if (axis === 'x') return { x: [1, 0, 0], y: [0, c, s], z: [0, -s, c], o: [0, 0, 0] };
  if (axis === 'y') return { x: [c, 0, -s], y: [0, 1, 0], z: [s, 0, c], o: [0, 0, 0] };
  return { x: [c, s, 0], y: [-s, c, 0], z: [0, 0, 1], o: [0, 0, 0] };
};

export const shift = (o: Vec3): Frame => ({ ...IDENTITY, o });
