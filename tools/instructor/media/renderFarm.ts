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
import type { Scene } from '../render/stage';
import type { Pose } from '../skeleton/pose';

/** Size and care of a picture. */
export interface Quality {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly fine: boolean;
}
/** What a worker is told: a scene once, then poses. */
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

/**
 * Renders poses in `workers` threads. Pictures are kept in a folder by the code that draws them, so
 * that a second run only renders what changed. Returns a function that reads a picture as PNG.
 */
export async function render(
  scene: Scene,
  quality: Quality,
  poses: ReadonlyMap<string, Pose>,
  workers: number,
  progress: (done: number, total: number) => void,
): Promise<(key: string) => Buffer> {
  const { room, view, inset } = scene;
  const folder = join(
    CACHE,
    hash(JSON.stringify({ room, view, inset, quality, code: codeHash() })),
  );
  mkdirSync(folder, { recursive: true });
  const file = (key: string): string => join(folder, `${key}.png`);
  const missing = [...poses].filter(([key]) => !existsSync(file(key)));
  let done = poses.size - missing.length;
  const total = poses.size;
  const parts = Array.from({ length: workers }, (_, i) =>
    missing.filter((_, at) => at % workers === i).map(([key, pose]) => ({ key, pose })),
  );
  const work = (part: Order['poses']): Promise<void> =>
    new Promise((resolve, reject) => {
      const order: Order = { scene: { room, view, inset }, quality, poses: part };
      const worker = new Worker(new URL('./renderThread.mjs', import.meta.url), {
        workerData: order,
      });
      worker.on('message', ({ key, png }: Delivery) => {
        writeFileSync(`${file(key)}.part`, png);
        renameSync(`${file(key)}.part`, file(key));
        progress(++done, total);
      });
      worker.on('error', reject);
      worker.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a render thread stopped with ${code}`)),
      );
    });
  await Promise.all(parts.filter((part) => part.length > 0).map(work));
  return (key) => readFileSync(file(key));
}

const hash = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 16);

function codeHash(): string {
  const sum = createHash('sha1');
  const visit = (path: string): void => {
    if (path.endsWith('.ts')) sum.update(readFileSync(path));
    else for (const name of readdirSync(path).sort()) visit(join(path, name));
  };
  for (const name of DRAWN_BY) visit(join(HERE, name));
  return sum.digest('hex');
}
