import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Movement, Shot } from '../movements/types';
import { readPng } from '../render/png';
import { type Encoded, encodeClip, encodeJpeg, FILM } from './encode';
import { type FigureBox, figureBox } from './figureBox';
import { render } from './renderFarm';
import { poseKey, posesOf, shotKey } from './shots';

/** Folder in which the app finds the films. */
export const STATIC = fileURLToPath(new URL('../../../static/', import.meta.url));
const INDEX = join(STATIC, 'media', 'index.json');

/** What the app reads about one exercise's films. Paths are relative to the static folder. */
export interface ExerciseMedia {
  fps: number;
  width: number;
  height: number;
  init: string;
  poster: string;
  tile: string;
  /** The box of the body in all clips, in shares of the picture: the app covers none of it. */
  figure?: FigureBox;
  clips: Record<string, { file: string; frames: number; bytes: number }>;
}
export interface MediaIndex {
  format: 1;
  exercises: Record<string, ExerciseMedia>;
}

const QUALITY = { width: FILM.width, height: FILM.height, samples: 8, fine: true };
const TILE_WIDTH = 480;

/** Renders and encodes all clips of one exercise and enters them in the index. */
export async function produce(movement: Movement, workers: number): Promise<ExerciseMedia> {
  const poses = posesOf(movement);
  const picture = await render(movement, QUALITY, poses, workers, (done, total) =>
    process.stdout.write(`\r${movement.id}: ${done} of ${total} pictures `),
  );
  process.stdout.write('\n');
  const look = (key: string): Uint8Array => readPng(picture(key));

  const folder = `media/${movement.id}`;
  rmSync(join(STATIC, folder), { recursive: true, force: true });
  mkdirSync(join(STATIC, folder), { recursive: true });
  const write = (name: string, data: Buffer): string => {
    writeFileSync(join(STATIC, folder, name), data);
    return `${folder}/${name}`;
  };

  let init: Buffer | undefined;
  const clips: ExerciseMedia['clips'] = {};
  /** Files by picture content: clips with the same pictures share a file. */
  const files = new Map<string, { file: string; frames: number; bytes: number }>();
  for (const clip of movement.clips) {
    const content = clip.shots.map(shotKey).join(' ');
    let entry = files.get(content);
    if (!entry) {
      const encoded: Encoded = await encodeClip(pictures(clip.shots, look));
      init ??= encoded.init;
      if (!init.equals(encoded.init))
        throw new Error(`${movement.id}: the clip ${clip.name} is encoded unlike the others`);
      const file = write(`${clip.name}.m4s`, encoded.media);
      entry = { file, frames: clip.shots.length, bytes: encoded.media.length };
      files.set(content, entry);
    }
    clips[clip.name] = entry;
  }
  if (!init) throw new Error(`${movement.id} has no clips`);
  const poster = look(poseKey(movement.poster));
  const media: ExerciseMedia = {
    fps: FILM.fps,
    width: FILM.width,
    height: FILM.height,
    init: write('init.mp4', init),
    poster: write('poster.jpg', await encodeJpeg(poster, FILM.width)),
    tile: write('tile.jpg', await encodeJpeg(poster, TILE_WIDTH)),
    figure: figureBox(movement),
    clips,
  };
  enter(movement.id, media);
  return media;
}

function* pictures(
  shots: readonly Shot[],
  look: (key: string) => Uint8Array,
): Generator<Uint8Array> {
  for (const shot of shots) {
    if (shot.kind === 'pose') {
      yield look(poseKey(shot.pose));
      continue;
    }
    const from = look(poseKey(shot.from));
    const to = look(poseKey(shot.to));
    yield from.map((v, i) => Math.round(v + (to[i] - v) * shot.share));
  }
}

/** The index of all films. */
export const readIndex = (): MediaIndex =>
  existsSync(INDEX)
    ? (JSON.parse(readFileSync(INDEX, 'utf8')) as MediaIndex)
    : { format: 1, exercises: {} };

/** Measures the body's box anew, and enters it beside the films that are there. */
export function remeasure(movement: Movement): FigureBox {
  const media = readIndex().exercises[movement.id];
  if (!media) throw new Error(`${movement.id} is not filmed yet`);
  const { clips, ...rest } = media;
  const figure = figureBox(movement);
  enter(movement.id, { ...rest, figure, clips });
  return figure;
}

function enter(id: string, media: ExerciseMedia): void {
  const index = readIndex();
  index.exercises[id] = media;
  writeFileSync(INDEX, `${JSON.stringify(index, null, 1)}\n`);
}
