import { type Colour, colour } from '../figure/paint';
import { add, clamp, dot, normalize, scale, smoothstep, type Vec3 } from '../math';
import { MAT_TOP } from '../skeleton/body';
import type { Camera } from './camera';
import type { Prop } from './props';

/**
 * The room: a floor at height 0, a wall behind, and a mat. Lengths are in metres. The wall is
 * always square to the camera, because a level skirting board is calmer to look at.
 */
export interface Room {
  /** Half length and half width of the mat, and the place of its middle; absent without a mat. */
  readonly mat?: {
    readonly half: readonly [number, number];
    readonly at: readonly [number, number];
  };
  /** Other things in the room. */
  readonly props?: readonly Prop[];
  /** Distance of the wall behind the room's middle. It faces the camera. */
  readonly wall?: number;
}

const FLOOR = colour('#8e867b');
const WALL = colour('#7d9093');
const SKIRTING = colour('#9aa5a3');
const MAT = colour('#3f7377');
const MAT_LINE = colour('#5b8f90');
const MAT_SIDE = colour('#2c5458');
const CORNER = 0.05;

/** The empty room from one camera: everything that is the same in all frames. */
export interface Backdrop {
  /** Linear light of each pixel, three numbers a pixel. */
  readonly light: Float32Array;
  /** Place on the ground of each pixel (x, z); NaN where the pixel shows no ground. */
  readonly ground: Float32Array;
}

/** Rays per side of a pixel on an edge. Other pixels have one ray. */
const SAMPLES = 5;
/** Half the width of the mat's rim with its fine lines, metres. */
const MAT_RIM = 0.045;
/** Share of their light by which neighbours on an edge differ. */
const EDGE = 0.02;

export function backdrop(room: Room, c: Camera): Backdrop {
  const wall = wallOf(room, c);
  const { width, height } = c;
  const light = new Float32Array(width * height * 3);
  const ground = new Float32Array(width * height * 2);
  for (let at = 0; at < width * height; at++) {
    const middle = look(room, wall, c, (at % width) + 0.5, Math.floor(at / width) + 0.5);
    ground[at * 2] = middle.onGround ? middle.at[0] : Number.NaN;
    ground[at * 2 + 1] = middle.onGround ? middle.at[2] : Number.NaN;
    light.set(middle.light, at * 3);
  }
  const plain = light.slice();
  const differs = (at: number, other: number): boolean =>
    Math.abs(plain[at * 3] - plain[other * 3]) > EDGE * plain[at * 3];
  for (let at = width; at < width * (height - 1); at++) {
    const x = ground[at * 2];
    const rim =
      room.mat && Math.abs(matDistance(room.mat, x, ground[at * 2 + 1]) + 0.015) < MAT_RIM;
    const edge =
      rim || [at - 1, at + 1, at - width, at + width].some((other) => differs(at, other));
    if (!edge) continue;
    const sum = [0, 0, 0];
    for (let s = 0; s < SAMPLES * SAMPLES; s++) {
      const sx = (at % width) + ((s % SAMPLES) + 0.5) / SAMPLES;
      const sy = Math.floor(at / width) + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES;
      const one = look(room, wall, c, sx, sy).light;
      for (let i = 0; i < 3; i++) sum[i] += one[i];
    }
    for (let i = 0; i < 3; i++) light[at * 3 + i] = sum[i] / (SAMPLES * SAMPLES);
  }
  return { light, ground };
}

interface Seen {
  readonly light: Colour;
  readonly at: Vec3;
  readonly onGround: boolean;
}

/**
 * A wall: the points p with (p · n) = at, where n is level and points toward the camera. `side`
 * runs along it.
 */
interface Wall {
  readonly n: Vec3;
  readonly side: Vec3;
  readonly at: number;
}

function wallOf(room: Room, c: Camera): Wall {
  const n = normalize([-c.forward[0], 0, -c.forward[2]]);
  return { n, side: [c.right[0], 0, c.right[2]], at: -(room.wall ?? 1.5) };
}

function look(room: Room, wall: Wall, c: Camera, px: number, py: number): Seen {
  const ray = normalize(
    add(
      scale(c.forward, c.focal),
      add(scale(c.right, px - c.width / 2), scale(c.up, c.height / 2 - py)),
    ),
  );
  const eye = c.eye;
  const hitY = (y: number): Vec3 => add(eye, scale(ray, (y - eye[1]) / ray[1]));
  if (room.mat && ray[1] < 0) {
    const top = hitY(MAT_TOP);
    const inside = matDistance(room.mat, top[0], top[2]);
    if (inside < 0) {
      const line = Math.abs(inside + 0.03) < 0.004;
      const edge = 1 + 0.25 * (1 - smoothstep(0, 0.008, -inside));
      return seen(line ? MAT_LINE : MAT, top, edge * pool(top), true);
    }
    const half = matDistance(room.mat, hitY(MAT_TOP / 2)[0], hitY(MAT_TOP / 2)[2]);
    const low = hitY(0);
    if (half < 0 || matDistance(room.mat, low[0], low[2]) < 0)
      return seen(MAT_SIDE, low, pool(low), true);
  }
  if (ray[1] < 0) {
    // Without a mat the floor itself is the ground under everything.
    const floor = hitY(room.mat ? 0 : MAT_TOP);
    const before = dot(floor, wall.n) - wall.at;
    if (before > 0) {
      const corner = 0.74 + 0.26 * smoothstep(0, 0.5, before);
      let shade = pool(floor) * corner;
      if (room.mat) {
        const d = matDistance(room.mat, floor[0], floor[2]);
        const away = matDistance(room.mat, floor[0] - 0.014, floor[2] + 0.012);
        shade *=
          1 - 0.3 * (1 - smoothstep(0, 0.045, d)) - 0.2 * (1 - smoothstep(-0.005, 0.02, away));
      }
      return seen(FLOOR, floor, shade, true);
    }
  }
  const back = add(eye, scale(ray, (wall.at - dot(eye, wall.n)) / dot(ray, wall.n)));
  const spread = Math.exp(-(((dot(back, wall.side) + 0.35) / 2.6) ** 2)) * 0.26;
  const height = smoothstep(0, 2.2, back[1]);
  const bottom = 0.8 + 0.2 * smoothstep(0.05, 0.5, back[1]);
  const shade = (0.66 + spread - 0.16 * height) * bottom;
  if (back[1] < 0.075) {
    const top = smoothstep(0.071, 0.075, back[1]);
    return seen(SKIRTING, back, shade * (0.92 + 0.2 * top), false);
  }
  return seen(WALL, back, shade, false);
}

const seen = (c: Colour, at: Vec3, k: number, onGround: boolean): Seen => ({
  light: [c[0] * k, c[1] * k, c[2] * k],
  at,
  onGround,
});

/** Light of the floor. It is strongest around the figure. */
function pool(p: Vec3): number {
  const d = Math.hypot(p[0] / 2.3, (p[2] - 0.1) / 1.7);
  return 0.62 + 0.4 * Math.exp(-d * d);
}

/** Distance to the mat's outline in the plane, negative inside. The mat has round corners. */
function matDistance(mat: NonNullable<Room['mat']>, x: number, z: number): number {
  const dx = Math.abs(x - mat.at[0]) - mat.half[0] + CORNER;
  const dz = Math.abs(z - mat.at[1]) - mat.half[1] + CORNER;
  return Math.hypot(Math.max(dx, 0), Math.max(dz, 0)) + clamp(Math.max(dx, dz), -9, 0) - CORNER;
}
