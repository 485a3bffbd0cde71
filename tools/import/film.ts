/** What the encoder says about a film. */
import { basename } from 'node:path';
import { FPS } from '../../src/timeline/types';
import { UserError } from '../catalogue/files';
import { ffmpeg } from './ffmpeg';

export interface Film {
  path: string;
  /** As shown: turned if the camera was. */
  width: number;
  height: number;
  /** Of the file, frames a second; for the report. */
  fps: string;
  hasSound: boolean;
  /** Length once conformed to the timeline's grid. */
  frames: number;
}

/** An hour; the catalogue takes no longer film. */
const MOST_FRAMES = 3600 * FPS;

const last = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].pop()?.[1];

/**
 * Conforms a film to the grid: every moment at its time from the film's beginning, frames repeated
 * or left out where its own rate differs.
 */
export const CONFORM = `fps=${FPS}:start_time=0`;

/** Looks at a film, and decodes it to its end once: only that tells its length to the frame. */
export async function lookAt(path: string, signal: AbortSignal): Promise<Film> {
  const name = basename(path);
  // Without an output ffmpeg tells about the input and calls that an error.
  const told = await ffmpeg(['-hide_banner', '-i', path], signal, { mayFail: true });
  if (/No such file or directory/.test(told.log)) {
    throw new UserError(`${path}: cannot be opened (no such file)`);
  }
  const streams = told.log.split('\n').filter((line) => /^\s*Stream #0:\d+/.test(line));
  const video = streams.find((line) => line.includes('Video:') && !/attached pic/.test(line));
  const size = video?.match(/, (\d+)x(\d+)/);
  if (!video || !size) throw new UserError(`${name}: holds no video that can be read`);
  const isTurned = /rotation of -?(90|270)/.test(told.log);
  const [width, height] = [Number(size[1]), Number(size[2])];
  const counted = await ffmpeg(
    [
      ...['-v', 'error', '-nostats', '-progress', 'pipe:1', '-xerror', '-i', path],
      ...['-map', '0:V:0', '-vf', CONFORM, '-f', 'null', '-'],
    ],
    signal,
    { mayFail: true },
  );
  const frames = Number(last(counted.out, /^frame=\s*(\d+)/gm) ?? 0);
  if (counted.code !== 0 || frames === 0) {
    const where = frames > 0 ? ` after ${Math.floor(frames / FPS)} s` : '';
    throw new UserError(`${name}: is damaged: it cannot be read to its end${where}`);
  }
  if (frames > MOST_FRAMES) throw new UserError(`${name}: is longer than an hour`);
  return {
    path,
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    fps: video.match(/([\d.]+) fps/)?.[1] ?? '?',
    hasSound: streams.some((line) => line.includes('Audio:')),
    frames,
  };
}
