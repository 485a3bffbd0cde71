/**
 * Encodes a film as HLS for televisions, with its pictures. `docs/decisions/005` gives the reasons.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FPS } from '../../src/timeline/types';
import { ffmpeg } from './ffmpeg';
import { CONFORM, type Film } from './film';

/** Seconds between key frames: a seek decodes no more than this. Two such groups make a segment. */
const GOP_SECONDS = 2;
const SEGMENT_SECONDS = 4;
const SOUND_RATE = 48000;
/** Number of samples that an AAC encoder puts before the first one. */
const AAC_PRIMING = 1024;

export const PLAYLIST = 'index.m3u8';
export const POSTER = 'poster.jpg';
export const TILE = 'tile.jpg';

const LARGE = { width: 1920, height: 1080, rate: 6, level: '4.0' } as const;
const SMALL = { width: 1280, height: 720, rate: 3, level: '3.1' } as const;

/** The largest size that the film fills. Nothing is enlarged beyond the smaller size. */
export const sizeFor = ({ width, height }: Pick<Film, 'width' | 'height'>) =>
  width >= LARGE.width || height >= LARGE.height ? LARGE : SMALL;

/** Fits the whole picture into a frame, with black beside it where the shapes differ. */
const within = (width: number, height: number) =>
  [
    `scale=${width}:${height}:force_original_aspect_ratio=decrease:flags=lanczos:out_color_matrix=bt709:out_range=tv`,
    `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`,
    'setsar=1',
    'format=yuv420p',
  ].join(',');

/**
 * Sound from the picture's first moment to its last. The encoder's priming replaces the first 21
 * ms. Added before them, it would delay the picture by 21 ms.
 */
const soundFilter = (seconds: number) =>
  [
    `aresample=${SOUND_RATE}:async=1:first_pts=0`,
    'apad',
    `atrim=start_sample=${AAC_PRIMING}:end=${seconds}`,
  ].join(',');

function videoArgs(film: Film): string[] {
  const { width, height, rate, level } = sizeFor(film);
  const gop = String(GOP_SECONDS * FPS);
  return [
    ...['-vf', `${CONFORM},${within(width, height)}`, '-frames:v', String(film.frames)],
    ...['-c:v', 'libx264', '-preset', 'medium', '-profile:v', 'high', '-level:v', level],
    ...['-crf', '20', '-maxrate', `${rate}M`, '-bufsize', `${2 * rate}M`, '-bf', '0', '-refs', '3'],
    ...['-g', gop, '-keyint_min', gop, '-sc_threshold', '0', '-flags', '+cgop'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
  ];
}

function soundArgs(film: Film): string[] {
  if (!film.hasSound) return ['-an'];
  return [
    ...['-map', '0:a:0', '-af', soundFilter(film.frames / FPS)],
    ...['-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', String(SOUND_RATE)],
  ];
}

/**
 * Writes playlist, segments, poster and tile into a folder.
 * @param pictureFrame number of the frame that the pictures show
 * @throws Error when the playlist is not as long as the film
 */
export async function encode(
  film: Film,
  folder: string,
  pictureFrame: number,
  signal: AbortSignal,
): Promise<void> {
  const playlist = join(folder, PLAYLIST);
  await ffmpeg(
    [
      ...['-v', 'error', '-y', '-i', film.path, '-map', '0:V:0', '-sn', '-dn'],
      ...['-map_metadata', '-1', '-map_chapters', '-1'],
      ...videoArgs(film),
      ...soundArgs(film),
      ...['-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_playlist_type', 'vod'],
      ...['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4'],
      ...['-hls_flags', 'independent_segments'],
      ...['-hls_segment_filename', join(folder, '%d.m4s'), playlist],
    ],
    signal,
  );
  const lengths = readFileSync(playlist, 'utf8').matchAll(/#EXTINF:([\d.]+)/g);
  const seconds = [...lengths].reduce((sum, [, length]) => sum + Number(length), 0);
  if (Math.abs(seconds - film.frames / FPS) > 0.5 / FPS) {
    throw new Error(`the encoded film lasts ${seconds} s instead of ${film.frames / FPS} s`);
  }
  const picture = (name: string, width: number, height: number) => [
    ...['-map', '0:V:0'],
    ...['-vf', `${CONFORM},select=eq(n\\,${pictureFrame}),${within(width, height)}`],
    ...['-frames:v', '1', '-q:v', '3', '-pix_fmt', 'yuvj420p', join(folder, name)],
  ];
  await ffmpeg(
    [
      ...['-v', 'error', '-y', '-i', film.path],
      ...picture(POSTER, 1280, 720),
      ...picture(TILE, 480, 270),
    ],
    signal,
  );
}
