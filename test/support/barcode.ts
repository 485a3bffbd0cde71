/**
 * Makes test clips whose frames show their clip and frame number as black and white bars. A test compares
 * the picture with the timeline.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FPS, type Timeline } from '../../src/timeline/types';
import { ffmpegPath } from '../../tools/workbench/index';

export const WIDTH = 320;
export const HEIGHT = 180;
/** Bits of clip number, frame number and check, highest first, from left to right. */
const BITS = { clip: 8, frame: 8, check: 4 } as const;
const BAR_WIDTH = WIDTH / (BITS.clip + BITS.frame + BITS.check);

/** The four check bits: they show that a bar was misread. */
const checkOf = (clip: number, frame: number): number => (clip * 7 + frame * 13 + 5) % 16;

const BLACK = 16;
const WHITE = 235;

/** A picture (yuv420p) with the bars of a clip and a frame. */
export function draw(clip: number, frame: number): Buffer {
  const bits = (clip << 12) | (frame << 4) | checkOf(clip, frame);
  const line = Buffer.alloc(WIDTH);
  const count = BITS.clip + BITS.frame + BITS.check;
  for (let bit = 0; bit < count; bit += 1) {
    line.fill(
      (bits >> (count - 1 - bit)) & 1 ? WHITE : BLACK,
      bit * BAR_WIDTH,
      (bit + 1) * BAR_WIDTH,
    );
  }
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  return Buffer.concat([...Array<Buffer>(HEIGHT).fill(line), chroma]);
}

interface Box {
  type: string;
  start: number;
  end: number;
}

/** Boxes of an MP4 between two offsets. */
export function boxes(bytes: Buffer, start = 0, end = bytes.length): Box[] {
  const found: Box[] = [];
  for (let at = start; at + 8 <= end; ) {
    const size = bytes.readUInt32BE(at);
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, end: at + size });
    at += size;
  }
  return found;
}

/** Sets a fragment's decode time to 0, as for a clip by itself. */
function zeroDecodeTime(bytes: Buffer, moof: Box) {
  const traf = boxes(bytes, moof.start + 8, moof.end).find((box) => box.type === 'traf') as Box;
  const tfdt = boxes(bytes, traf.start + 8, traf.end).find((box) => box.type === 'tfdt') as Box;
  bytes.fill(0, tfdt.start + 12, tfdt.end);
}

async function encode(frames: Iterable<Buffer>, keyFrames: number[], file: string): Promise<void> {
  const ffmpeg = spawn(
    await ffmpegPath(),
    [
      '-loglevel',
      'error',
      '-y',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'yuv420p',
      '-s',
      `${WIDTH}x${HEIGHT}`,
      '-r',
      String(FPS),
      '-i',
      '-',
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-crf',
      '20',
      '-bf',
      '0',
      '-g',
      '9999',
      '-sc_threshold',
      '0',
      '-pix_fmt',
      'yuv420p',
      '-force_key_frames',
      keyFrames.map((frame) => (frame / FPS).toFixed(4)).join(','),
      '-video_track_timescale',
      '90000',
      '-movflags',
      '+frag_keyframe+empty_moov+default_base_moof',
      file,
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = new Promise<number>((resolve) => ffmpeg.once('close', resolve));
  for (const frame of frames) {
    if (!ffmpeg.stdin.write(frame))
      await new Promise((resolve) => ffmpeg.stdin.once('drain', resolve));
  }
  ffmpeg.stdin.end();
  if ((await ended) !== 0) throw new Error(`ffmpeg could not encode ${file}`);
}

export interface BarcodeMedia {
  /** Holds media/index.json and the clips, like static/. */
  folder: string;
  /** Clip number in the bars → `exercise/clip`. */
  names: string[];
}

/** Encodes every clip of the timelines once, with the timeline's number of frames; keeps it in .cache/. */
export async function barcodeMedia(timelines: Timeline[]): Promise<BarcodeMedia> {
  const clips = new Map<string, number>();
  for (const timeline of timelines) {
    for (const one of timeline.segments)
      clips.set(`${timeline.exercise}/${one.clip}`, one.clipFrames);
  }
  const names = [...clips.keys()].sort();
  const key = createHash('sha256')
    .update(
      JSON.stringify([
        names.map((name) => [name, clips.get(name)]),
        readFileSync(import.meta.filename, 'utf8'),
      ]),
    )
    .digest('hex')
    .slice(0, 16);
  const cache = join(import.meta.dirname, '..', '..', '.cache', 'barcodes');
  const folder = join(cache, key);
  if (existsSync(folder)) return { folder, names };

  const work = `${folder}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const starts: number[] = [];
  let total = 0;
  for (const name of names) {
    starts.push(total);
    total += clips.get(name) as number;
  }
  function* frames() {
    for (const [clip, name] of names.entries()) {
      for (let frame = 0; frame < (clips.get(name) as number); frame += 1) yield draw(clip, frame);
    }
  }
  const film = join(work, 'all.mp4');
  await encode(frames(), starts, film);

  const bytes = readFileSync(film);
  const all = boxes(bytes);
  const moofs = all.filter((box) => box.type === 'moof');
  if (moofs.length !== names.length) {
    throw new Error(`expected ${names.length} fragments, ffmpeg made ${moofs.length}`);
  }
  const init = bytes.subarray(0, moofs[0]?.start);
  interface Entry {
    fps: number;
    width: number;
    height: number;
    init: string;
    poster: string;
    tile: string;
    clips: Record<string, { file: string; frames: number; bytes: number }>;
  }
  const exercises: Record<string, Entry> = {};
  for (const [clip, name] of names.entries()) {
    const [exercise, clipName] = name.split('/') as [string, string];
    const base = `media/${exercise}`;
    if (!exercises[exercise]) {
      mkdirSync(join(work, base), { recursive: true });
      writeFileSync(join(work, base, 'init.mp4'), init);
      exercises[exercise] = {
        fps: FPS,
        width: WIDTH,
        height: HEIGHT,
        init: `${base}/init.mp4`,
        poster: `${base}/poster.jpg`,
        tile: `${base}/tile.jpg`,
        clips: {},
      };
    }
    const moof = moofs[clip] as Box;
    zeroDecodeTime(bytes, moof);
    const mdat = all[all.indexOf(moof) + 1] as Box;
    const file = `${base}/${clipName}.m4s`;
    writeFileSync(join(work, file), bytes.subarray(moof.start, mdat.end));
    exercises[exercise].clips[clipName] = {
      file,
      frames: clips.get(name) as number,
      bytes: mdat.end - moof.start,
    };
  }
  // A real picture for posters and tiles, so that the app misses no file.
  const still = join(work, 'still.jpg');
  execFileSync(await ffmpegPath(), ['-loglevel', 'error', '-i', film, '-frames:v', '1', still]);
  for (const { poster, tile } of Object.values(exercises)) {
    copyFileSync(still, join(work, poster));
    copyFileSync(still, join(work, tile));
  }
  rmSync(film);
  writeFileSync(join(work, 'media/index.json'), JSON.stringify({ format: 1, exercises }));
  renameSync(work, folder);
  return { folder, names };
}
