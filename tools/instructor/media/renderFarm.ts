import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { LOOK } from '../render/look';
import type { Scene } from '../render/stage';
import type { Pose } from '../skeleton/pose';

/** Size and precision of a picture. */
export interface Quality {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly fine: boolean;
}
/** Message to a worker: a scene, with the poses to draw. */
export interface Order {
  readonly scene: Scene;
  readonly quality: Quality;
  readonly poses: readonly { readonly key: string; readonly pose: Pose }[];
}
export interface Delivery {
  readonly key: string;
  readonly png: Uint8Array;
}

const HERE = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(HERE, 'out', 'cache');
const DRAWN_BY = ['figure', 'mesh', 'render', 'skeleton', 'math.ts'];

/** Number of pictures that are drawn again to see whether changed code still draws the same. */
const PROBES = 5;

type Poses = readonly (readonly [key: string, pose: Pose])[];

/**
 * Renders poses in `workers` threads. Pictures are kept, so that a second run renders only changes.
 * The README says when changed code may use kept pictures. Returns a function that reads a picture
 * as PNG.
 */
export async function render(
  scene: Scene,
  quality: Quality,
  poses: ReadonlyMap<string, Pose>,
  workers: number,
  progress: (done: number, total: number) => void,
): Promise<(key: string) => Buffer> {
  const folder = await folderFor(scene, quality, [...poses], workers);
  mkdirSync(folder, { recursive: true });
  const file = (key: string): string => join(folder, `${key}.png`);
  const missing = [...poses].filter(([key]) => !existsSync(file(key)));
  let done = poses.size - missing.length;
  await draw(scene, quality, missing, workers, (key, png) => {
    replace(file(key), png);
    progress(++done, poses.size);
  });
  return (key) => readFileSync(file(key));
}

/**
 * The folder for this scene's pictures. It is the newest one of the scene if the same code made it,
 * or if a few sample pictures are still the same. Otherwise it is a new one.
 */
async function folderFor(
  scene: Scene,
  quality: Quality,
  poses: Poses,
  workers: number,
): Promise<string> {
  const { room, view, inset } = scene;
  const home = join(CACHE, hash(JSON.stringify({ room, view, inset, quality, LOOK })));
  const code = codeHash();
  const own = join(home, code);
  const newest = join(home, 'newest');
  if (existsSync(own) || !existsSync(newest)) {
    mkdirSync(own, { recursive: true });
    replace(newest, code);
    return own;
  }
  const older = join(home, readFileSync(newest, 'utf8'));
  const agreed = join(older, `${code}-${hash(poses.map(([key]) => key).join())}.same`);
  if (existsSync(agreed)) return older;
  const kept = poses.filter(([key]) => existsSync(join(older, `${key}.png`)));
  const probes = kept.filter((_, i) => i % Math.ceil(kept.length / PROBES) === 0);
  let same = kept.length > 0;
  await draw(scene, quality, probes, workers, (key, png) => {
    same &&= readFileSync(join(older, `${key}.png`)).equals(png);
  });
  if (same) {
    replace(agreed, '');
    return older;
  }
  mkdirSync(own, { recursive: true });
  replace(newest, code);
  return own;
}

/** Draws poses in threads. Their order is undefined. */
async function draw(
  scene: Scene,
  quality: Quality,
  poses: Poses,
  workers: number,
  receive: (key: string, png: Uint8Array) => void,
): Promise<void> {
  const { room, view, inset } = scene;
  const parts = Array.from({ length: workers }, (_, i) =>
    poses.filter((_, at) => at % workers === i).map(([key, pose]) => ({ key, pose })),
  );
  const work = (part: Order['poses']): Promise<void> =>
    new Promise((resolve, reject) => {
      const order: Order = { scene: { room, view, inset }, quality, poses: part };
      const worker = new Worker(new URL('./renderThread.mjs', import.meta.url), {
        workerData: order,
      });
      worker.on('message', ({ key, png }: Delivery) => receive(key, png));
      worker.on('error', reject);
      worker.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a render thread stopped with ${code}`)),
      );
    });
  await Promise.all(parts.filter((part) => part.length > 0).map(work));
}

/** Writes a file so that no reader ever sees half of it. */
function replace(file: string, data: Uint8Array | string): void {
  writeFileSync(`${file}.${process.pid}`, data);
  renameSync(`${file}.${process.pid}`, file);
}

const hash = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 16);

function codeHash(): string {
  const sum = createHash('sha1');
  const visit = (path: string): void => {
    if (path.endsWith('.ts')) sum.update(readFileSync(path));
    else for (const name of readdirSync(path).sort()) visit(join(path, name));
  };
  for (const name of DRAWN_BY) visit(join(HERE, name));
  return sum.digest('hex').slice(0, 16);
}
