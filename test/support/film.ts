/** Makes a film like a centre's: each frame shows its number as bars, with a tone if wanted. */
import { spawn } from 'node:child_process';
import { FPS } from '../../src/timeline/types';
import { ffmpegPath } from '../../tools/workbench/index';
import { draw, HEIGHT, WIDTH } from './barcode';
import type { Bars } from './bars';

/** The frame number in the bars. */
export const frameOfBars = ({ clip, frame }: Bars): number => clip * 256 + frame;

interface FilmWish {
  frames: number;
  /** A tone during the whole film. */
  sound?: boolean;
}

/** Encodes bars at 30 frames a second. @param file with an extension that ffmpeg knows */
export async function filmBars(file: string, { frames, sound }: FilmWish): Promise<void> {
  const seconds = String(frames / FPS);
  const child = spawn(
    await ffmpegPath(),
    [
      ...['-loglevel', 'error', '-y'],
      ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${WIDTH}x${HEIGHT}`],
      ...['-r', String(FPS), '-i', '-'],
      ...(sound ? ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`] : []),
      // B-frames and long groups of pictures, as in a camera's film.
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p'],
      ...(sound ? ['-c:a', 'aac'] : []),
      file,
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for (let n = 0; n < frames; n += 1) {
    if (!child.stdin.write(draw(n >> 8, n & 255))) {
      await new Promise((resolve) => child.stdin.once('drain', resolve));
    }
  }
  child.stdin.end();
  if ((await ended) !== 0) throw new Error(`ffmpeg could not film ${file}`);
}
