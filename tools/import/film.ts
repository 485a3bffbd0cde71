/** Properties of a film, as the encoder reports them. */
import { basename } from 'node:path';
import { FPS } from '../../src/timeline/types';
import { UserError } from '../catalogue/files';
import { ffmpeg } from './ffmpeg';

export interface Film {
  path: string;
  /** Size of the picture as shown, after any rotation of the camera. */
  width: number;
  height: number;
  /** Frame rate of the file, frames a second; for the report. */
  fps: string;
  hasSound: boolean;
  /** Length after conversion to the timeline's frame rate. */
  frames: number;
}

/** One hour, in frames. The catalogue refuses a longer film. */
const MOST_FRAMES = 3600 * FPS;

const last = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].pop()?.[1];

/**
 * Converts a film to the timeline's frame rate. Every moment keeps its time from the beginning, and
 * frames are repeated or left out.
 */
export const CONFORM = `fps=${FPS}:start_time=0`;

/**
 * Reads a film's properties. It decodes the whole film once, because only that gives its length to
 * the frame.
 */
export async function lookAt(path: string, signal: AbortSignal): Promise<Film> {
  const name = basename(path);
  // Without an output, ffmpeg reports on the input and then fails.
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
