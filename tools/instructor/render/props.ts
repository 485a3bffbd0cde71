import { BodyField } from '../figure/bodyField';
import type { Detail } from '../figure/figure';
import { Owner } from '../figure/owners';
import { Parts, smoothMax } from '../figure/parts';
import { clamp, type Frame, type Vec3 } from '../math';
import type { Field, Surface } from '../mesh/field';
import { type Mesh, meshField } from '../mesh/surfaceNets';
import { MAT_TOP } from '../skeleton/body';
import type { Skeleton } from '../skeleton/solve';

/** Things in the room that never move. Lengths are in metres. */
export type Prop =
  | {
      /** A chair without a back-rest. `at` is its middle on the ground (x, z). */
      readonly kind: 'stool';
      readonly at: readonly [number, number];
    }
  | {
      /** A piece of wall across the picture, to hold on to or lean against. */
      readonly kind: 'wall';
      /** From left to right, and from the back to the front. */
      readonly x: readonly [number, number];
      readonly z: readonly [number, number];
    };

/** Height of the stool's seat above the floor, and half its width. */
export const SEAT = { top: MAT_TOP + 0.44, half: 0.2, thick: 0.05 } as const;
/** The gym ball, 65 cm in diameter. A load flattens it a little. */
export const BALL = { radius: 0.325, middle: MAT_TOP + 0.312 } as const;
const WALL_HEIGHT = 2.5;

/** Solids and meshes of the things that do not move. They are made once for a room. */
export interface Furniture {
  readonly fields: readonly Field[];
  readonly meshes: readonly Mesh[];
}

export function furnish(props: readonly Prop[]): Furniture {
  const fields = props.map(propField);
  return { fields, meshes: fields.map((field) => meshField(field, field.cell)) };
}

export const propField = (prop: Prop): SolidField =>
  prop.kind === 'stool' ? new StoolField(prop.at) : new WallField(prop.x, prop.z);

/**
 * The ball of a pose, with its mesh. Every frame needs a new one, because the ball dents where it
 * is pressed.
 */
export function ballOf(skeleton: Skeleton, detail: Detail): Furniture {
  if (!skeleton.ball) return { fields: [], meshes: [] };
  const field = new BallField(skeleton.ball, new BodyField(skeleton));
  return { fields: [field], meshes: [meshField(field, detail.body * 1.3)] };
}

/** A solid that needs no preparation and whose paint depends on height. */
abstract class SolidField implements Field {
  abstract readonly low: Vec3;
  abstract readonly high: Vec3;
  abstract readonly cell: number;
  protected abstract readonly owner: Owner;
  abstract distance(x: number, y: number, z: number): number;

  prepare(x: number, y: number, z: number, _radius: number): number {
    return this.distance(x, y, z);
  }

  surface(x: number, y: number, z: number, out: Surface): void {
    out.owner = this.owner;
    out.a = x;
    out.b = y;
    out.c = z;
    out.d = 0;
  }
}

/** Distance to a box with rounded edges. */
function box(
  p: Vec3,
  low: readonly [number, number, number],
  high: readonly [number, number, number],
  round: number,
): number {
  let outside = 0;
  let inside = -1e9;
  for (let i = 0; i < 3; i++) {
    const d = Math.abs(p[i] - (low[i] + high[i]) / 2) - (high[i] - low[i]) / 2 + round;
    outside += Math.max(d, 0) ** 2;
    inside = Math.max(inside, d);
  }
  return Math.sqrt(outside) + Math.min(inside, 0) - round;
}

class StoolField extends SolidField {
  readonly low: Vec3;
  readonly high: Vec3;
  readonly cell = 0.011;
  protected readonly owner = Owner.Wood;
  private readonly legs = new Parts();

  constructor(private readonly at: readonly [number, number]) {
    super();
    const [x, z] = at;
    const reach = SEAT.half + 0.02;
    this.low = [x - reach, MAT_TOP - 0.01, z - reach];
    this.high = [x + reach, SEAT.top + 0.01, z + reach];
    for (const i of [-1, 1])
      for (const k of [-1, 1]) {
        const top: Vec3 = [x + i * 0.15, SEAT.top - 0.03, z + k * 0.15];
        const foot: Vec3 = [x + i * 0.185, MAT_TOP + 0.014, z + k * 0.185];
        this.legs.cone(foot, top, 0.0145, 0.02, 0.002);
      }
    const rail = SEAT.top - 0.075;
    for (const i of [-1, 1]) {
      this.legs.cone(
        [x + i * 0.155, rail, z - 0.15],
        [x + i * 0.155, rail, z + 0.15],
        0.013,
        0.013,
        0.002,
      );
      this.legs.cone(
        [x - 0.15, rail, z + i * 0.155],
        [x + 0.15, rail, z + i * 0.155],
        0.013,
        0.013,
        0.002,
      );
    }
  }

  distance(px: number, py: number, pz: number): number {
    const [x, z] = this.at;
    const h = SEAT.half;
    const seat = box(
      [px, py, pz],
      [x - h, SEAT.top - SEAT.thick, z - h],
      [x + h, SEAT.top, z + h],
      0.022,
    );
    return Math.max(Math.min(seat, this.legs.distance(px, py, pz)), MAT_TOP - py);
  }
}

class WallField extends SolidField {
  readonly low: Vec3;
  readonly high: Vec3;
  readonly cell = 0.02;
  protected readonly owner = Owner.Wall;

  constructor(x: readonly [number, number], z: readonly [number, number]) {
    super();
    this.low = [x[0], MAT_TOP, z[0]];
    this.high = [x[1], WALL_HEIGHT, z[1]];
  }

  distance(px: number, py: number, pz: number): number {
    return box([px, py, pz], this.low, this.high, 0.008);
  }
}

/** A ball that is flat on the ground and yields to the body that presses on it. */
class BallField implements Field {
  readonly low: Vec3;
  readonly high: Vec3;

  constructor(
    private readonly frame: Frame,
    private readonly body: Field,
  ) {
    const { o } = frame;
    const r = BALL.radius + 0.02;
    this.low = [o[0] - r, MAT_TOP - 0.01, o[2] - r];
    this.high = [o[0] + r, o[1] + r, o[2] + r];
  }

  /** Distance to the ball as if nothing pressed on it. */
  round(x: number, y: number, z: number): number {
    const { o } = this.frame;
    return Math.hypot(x - o[0], y - o[1], z - o[2]) - BALL.radius;
  }

  prepare(x: number, y: number, z: number, radius: number): number {
    this.body.prepare(x, y, z, radius + 0.02);
    return this.distance(x, y, z);
  }

  distance(x: number, y: number, z: number): number {
    const ball = smoothMax(this.round(x, y, z), MAT_TOP - y, 0.03);
    if (ball > 0.12) return ball;
    return smoothMax(ball, 0.002 - this.body.distance(x, y, z), 0.03);
  }

  surface(px: number, py: number, pz: number, out: Surface): void {
    const { x, o } = this.frame;
    out.owner = Owner.Ball;
    // Position around the ball from its middle line, -1 to 1. The rings are painted by it.
    const along = (px - o[0]) * x[0] + (py - o[1]) * x[1] + (pz - o[2]) * x[2];
    out.a = clamp(along / BALL.radius, -1, 1);
    out.b = 0;
    out.c = 0;
    out.d = 0;
  }
}
