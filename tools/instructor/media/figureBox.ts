import { buildFigure, type Detail } from '../figure/figure';
import type { Vec3 } from '../math';
import type { Clip, Movement } from '../movements/types';
import { type Camera, camera, project } from '../render/camera';
import { INSET } from '../render/stage';
import type { Pose } from '../skeleton/pose';
import { solve } from '../skeleton/solve';

/** A box of the picture, in shares of its width and height. */
export interface FigureBox {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A coarse mesh is exact to a few pixels, and quick. */
const ROUGH: Detail = { body: 0.03, limbs: 0.016 };
/** The box grows by this on each side, for what the coarse mesh leaves out. */
const MARGIN = 0.006;
/** Every so many frames of a clip are measured. */
const STEP = 10;
const WIDTH = 1280;
const HEIGHT = 720;

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Poses that reach the limits of what a clip shows: every few frames, and the last one. */
function posesOf(clip: Clip): Pose[] {
  const last = clip.shots.length - 1;
  return clip.shots
    .filter((_, at) => at % STEP === 0 || at === last)
    .flatMap((shot) => (shot.kind === 'pose' ? [shot.pose] : [shot.from, shot.to]));
}

function widen(edges: Edges, c: Camera, positions: ArrayLike<number>): void {
  for (let i = 0; i < positions.length; i += 3) {
    const at: Vec3 = [positions[i], positions[i + 1], positions[i + 2]];
    const [x, y] = project(c, at);
    edges.left = Math.min(edges.left, x / c.width);
    edges.right = Math.max(edges.right, x / c.width);
    edges.top = Math.min(edges.top, y / c.height);
    edges.bottom = Math.max(edges.bottom, y / c.height);
  }
}

/** The box of the small picture in the upper right corner. */
const insetEdges = (): Edges => {
  const right = 1 - INSET.unsafe;
  const h = INSET.share;
  return { left: right - INSET.share, top: INSET.unsafe, right, bottom: INSET.unsafe + h };
};

const rounded = (share: number) => Math.round(share * 1000) / 1000;

/**
 * The box that holds the whole body, and the second view where there is one, in every picture of a
 * movement.
 */
export function figureBox(movement: Movement): FigureBox {
  const c = camera(movement.view, WIDTH, HEIGHT);
  const edges: Edges = { left: 1, top: 1, right: 0, bottom: 0 };
  const seen = new Set<string>();
  for (const clip of movement.clips) {
    for (const pose of posesOf(clip)) {
      const key = JSON.stringify(pose);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const { positions } of buildFigure(solve(pose), ROUGH).meshes) {
        widen(edges, c, positions);
      }
    }
  }
  if (movement.inset) {
    const inset = insetEdges();
    edges.left = Math.min(edges.left, inset.left);
    edges.right = Math.max(edges.right, inset.right);
    edges.top = Math.min(edges.top, inset.top);
    edges.bottom = Math.max(edges.bottom, inset.bottom);
  }
  // What the picture itself cuts off is not part of the box.
  const left = Math.max(0, edges.left - MARGIN);
  const top = Math.max(0, edges.top - MARGIN);
  const right = Math.min(1, edges.right + MARGIN);
  const bottom = Math.min(1, edges.bottom + MARGIN);
  return {
    x: rounded(left),
    y: rounded(top),
    w: rounded(right - left),
    h: rounded(bottom - top),
  };
}
