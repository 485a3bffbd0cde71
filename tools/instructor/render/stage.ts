import { buildFigure, type Detail, type Figure } from '../figure/figure';
import { clamp, type Vec3 } from '../math';
import { MAT_TOP } from '../skeleton/body';
import type { Skeleton } from '../skeleton/solve';
import { type Camera, camera, type View } from './camera';
import { LightGrid } from './light';
import { ballOf, type Furniture, furnish } from './props';
import { Rasterizer } from './raster';
import { backdrop, type Room } from './room';
import { tone } from './shade';

/** The part of the ground on which shadows are computed, and the size of its cells, metres. */
const GROUND = { x: 2.0, z: 1.5, cell: 0.0125 } as const;
const COLUMNS = Math.round((2 * GROUND.x) / GROUND.cell) + 1;
const ROWS = Math.round((2 * GROUND.z) / GROUND.cell) + 1;

/**
 * The second view: its share of the picture's width, its frame, and the share of the picture that a
 * television may cut off at every edge.
 */
export const INSET = {
  share: 0.297,
  unsafe: 0.05,
  border: 0.0022,
  round: 0.009,
  tone: [190, 200, 200],
} as const;

/** A scene to film: a room and the place of the camera. */
export interface Scene {
  readonly room: Room;
  readonly view: View;
  readonly inset?: View;
}

/** Light on the ground: shares of the sky and of the main light. */
interface GroundLight {
  readonly open: Float32Array;
  readonly lit: Float32Array;
  /** 1 for each square of four points where light is missing at one of them. */
  readonly dim: Uint8Array;
  /** 1 for each point that a camera shows. */
  readonly seen: Uint8Array;
}

/** A scene that is ready to film poses. Pictures are RGB, 8 bits, row by row. */
export class Stage {
  private readonly main: Eye;
  private readonly inset?: Eye;
  private readonly eyes: readonly Vec3[];
  private readonly furniture: Furniture;
  private readonly ground: GroundLight = {
    open: new Float32Array(COLUMNS * ROWS),
    lit: new Float32Array(COLUMNS * ROWS),
    dim: new Uint8Array(COLUMNS * ROWS),
    seen: new Uint8Array(COLUMNS * ROWS),
  };

  constructor(
    scene: Scene,
    readonly width: number,
    readonly height: number,
    samples: number,
    private readonly detail: Detail,
  ) {
    this.furniture = furnish(scene.room.props ?? []);
    this.main = new Eye(scene.room, scene.view, width, height, samples);
    if (scene.inset) {
      const w = Math.round((width * INSET.share) / 2) * 2;
      const h = Math.round((w * 9) / 32) * 2;
      this.inset = new Eye(scene.room, scene.inset, w, h, samples);
    }
    this.eyes = [scene.view, scene.inset].flatMap((view) => (view ? [view.eye] : []));
    this.main.mark(this.ground.seen);
    this.inset?.mark(this.ground.seen);
  }

  film(skeleton: Skeleton): Uint8Array {
    const person = buildFigure(skeleton, this.detail, this.eyes);
    const ball = ballOf(skeleton, this.detail);
    const all = [person, ball, this.furniture];
    const figure: Figure = {
      fields: all.flatMap(({ fields }) => fields),
      meshes: all.flatMap(({ meshes }) => meshes),
    };
    const light = new LightGrid(figure.fields);
    this.lightGround(light);
    const picture = this.main.see(figure, light, this.ground);
    if (this.inset) this.paste(picture, this.inset.see(figure, light, this.ground), this.inset);
    return picture;
  }

  private lightGround(light: LightGrid): void {
    const up = [0, 1, 0] as const;
    const { open, lit, dim, seen } = this.ground;
    dim.fill(0);
    for (let row = 0; row < ROWS; row++)
      for (let column = 0; column < COLUMNS; column++) {
        const at = column + row * COLUMNS;
        if (!seen[at]) continue;
        const x = column * GROUND.cell - GROUND.x;
        const z = row * GROUND.cell - GROUND.z;
        open[at] = light.open(x, MAT_TOP, z, up, false);
        lit[at] = light.lit(x, MAT_TOP, z, 0.015);
        if (open[at] === 1 && lit[at] === 1) continue;
        dim[at] = 1;
        if (column > 0) dim[at - 1] = 1;
        if (row > 0) dim[at - COLUMNS] = 1;
        if (column > 0 && row > 0) dim[at - COLUMNS - 1] = 1;
      }
  }

  /** Puts the small picture into the corner, with round corners and a thin frame. */
  private paste(picture: Uint8Array, small: Uint8Array, { c: { width, height } }: Eye): void {
    const border = this.width * INSET.border;
    const round = this.width * INSET.round;
    const left = Math.floor(this.width * (1 - INSET.unsafe) - border) - width;
    const top = Math.ceil(this.height * INSET.unsafe + border);
    const reach = Math.ceil(border) + 1;
    for (let y = -reach; y < height + reach; y++)
      for (let x = -reach; x < width + reach; x++) {
        const dx = Math.abs(x + 0.5 - width / 2) - width / 2 + round;
        const dy = Math.abs(y + 0.5 - height / 2) - height / 2 + round;
        const outside =
          Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
        const frame = clamp(outside + 0.5, 0, 1);
        const gone = clamp(outside - border + 0.5, 0, 1);
        const to = ((top + y) * this.width + left + x) * 3;
        const from = (clamp(y, 0, height - 1) * width + clamp(x, 0, width - 1)) * 3;
        for (let k = 0; k < 3; k++) {
          const shown = small[from + k] * (1 - frame) + INSET.tone[k] * frame;
          picture[to + k] = Math.round(shown * (1 - gone) + picture[to + k] * gone);
        }
      }
  }
}

/** One camera with its empty room. */
class Eye {
  readonly c: Camera;
  private readonly raster: Rasterizer;
  /** Linear light of the empty room, and its picture where nothing takes light away. */
  private readonly light: Float32Array;
  private readonly empty: Uint8Array;
  /**
   * The pixels that show ground; for each, its square of the ground and its place within that
   * square.
   */
  private readonly pixels: Int32Array;
  private readonly squares: Int32Array;
  private readonly within: Float32Array;

  constructor(room: Room, view: View, width: number, height: number, samples: number) {
    this.c = camera(view, width, height);
    this.raster = new Rasterizer(this.c, samples);
    const { light, ground } = backdrop(room, this.c);
    this.light = light;
    this.empty = new Uint8Array(width * height * 3);
    const pixels: number[] = [];
    const squares: number[] = [];
    const within: number[] = [];
    for (let i = 0; i < width * height; i++) {
      this.put(this.empty, i, 1, 1);
      const gx = (ground[i * 2] + GROUND.x) / GROUND.cell;
      const gz = (ground[i * 2 + 1] + GROUND.z) / GROUND.cell;
      // A pixel without ground has NaN, for which all comparisons fail.
      if (!(gx > 0 && gz > 0 && gx < COLUMNS - 1 && gz < ROWS - 1)) continue;
      const [x, z] = [gx | 0, gz | 0];
      pixels.push(i);
      squares.push(x + z * COLUMNS);
      within.push(gx - x, gz - z);
    }
    this.pixels = new Int32Array(pixels);
    this.squares = new Int32Array(squares);
    this.within = new Float32Array(within);
  }

  see(figure: Figure, light: LightGrid, ground: GroundLight): Uint8Array {
    const picture = this.empty.slice();
    this.background(picture, ground);
    this.raster.draw(figure.meshes, light, picture);
    return picture;
  }

  /** Marks the points of the ground on which the picture depends. */
  mark(seen: Uint8Array): void {
    for (const at of this.squares)
      seen[at] = seen[at + 1] = seen[at + COLUMNS] = seen[at + COLUMNS + 1] = 1;
  }

  private background(picture: Uint8Array, fall: GroundLight): void {
    const { pixels, squares, within } = this;
    for (let i = 0; i < pixels.length; i++) {
      const at = squares[i];
      if (!fall.dim[at]) continue;
      const fx = within[i * 2];
      const fz = within[i * 2 + 1];
      this.put(picture, pixels[i], bilinear(fall.open, at, fx, fz), bilinear(fall.lit, at, fx, fz));
    }
  }

  /** Writes a pixel of the empty room under these shares of the sky and of the main light. */
  private put(picture: Uint8Array, i: number, sky: number, sun: number): void {
    const { light } = this;
    picture[i * 3] = tone(light[i * 3] * (0.46 * sky + 0.54 * sun));
    picture[i * 3 + 1] = tone(light[i * 3 + 1] * (0.49 * sky + 0.51 * sun));
    picture[i * 3 + 2] = tone(light[i * 3 + 2] * (0.53 * sky + 0.47 * sun));
  }
}

function bilinear(v: Float32Array, at: number, fx: number, fz: number): number {
  const a = v[at] + (v[at + 1] - v[at]) * fx;
  const b = v[at + COLUMNS] + (v[at + COLUMNS + 1] - v[at + COLUMNS]) * fx;
  return clamp(a + (b - a) * fz, 0, 1);
}
