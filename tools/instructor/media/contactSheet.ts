import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clip, Movement } from '../movements/types';
import { png, readPng } from '../render/png';
import type { Pose } from '../skeleton/pose';
import { letter } from './lettering';
import { render } from './renderFarm';
import { poseKey } from './shots';

const OUT = fileURLToPath(new URL('../out/', import.meta.url));
const SMALL = { width: 400, height: 225, samples: 2, fine: false };
const COLUMNS = 6;
/** Number of pictures of each step. */
const PER_STEP = 6;

/** Draws a grid with frames of each step and the step's name. Returns the file's path. */
export async function contactSheet(movement: Movement, workers: number): Promise<string> {
  const cells = movement.clips.filter((clip) => !isBreath(clip)).flatMap(samples);
  const poses = new Map(cells.map(({ pose }) => [poseKey(pose), pose]));
  const picture = await render(movement, SMALL, poses, workers, () => undefined);
  const rows = Math.ceil(cells.length / COLUMNS);
  const width = COLUMNS * SMALL.width;
  const height = rows * SMALL.height;
  const sheet = new Uint8Array(width * height * 3);
  cells.forEach(({ pose, label }, n) => {
    const left = (n % COLUMNS) * SMALL.width;
    const top = Math.floor(n / COLUMNS) * SMALL.height;
    const small = readPng(picture(poseKey(pose)));
    for (let y = 0; y < SMALL.height; y++) {
      const row = small.subarray(y * SMALL.width * 3, (y + 1) * SMALL.width * 3);
      sheet.set(row, ((top + y) * width + left) * 3);
    }
    letter(sheet, width, left + 4, top + 4, label, 3);
  });
  mkdirSync(OUT, { recursive: true });
  const file = join(OUT, `${movement.id}.png`);
  writeFileSync(file, png(sheet, width, height));
  return file;
}

/** Whether a clip belongs to a wait or hold (`ready-4-1`), whose clips all look alike. */
const isBreath = (clip: Clip): boolean => /-\d-\d$/.test(clip.name);

function samples(clip: Clip): { pose: Pose; label: string }[] {
  const last = clip.shots.length - 1;
  return Array.from({ length: PER_STEP }, (_, i) => {
    const frame = Math.round((i * last) / (PER_STEP - 1));
    const shot = clip.shots[frame];
    const pose = shot.kind === 'pose' ? shot.pose : shot.share < 0.5 ? shot.from : shot.to;
    return { pose, label: `${clip.name} ${frame}` };
  });
}
