import { spawn } from 'node:child_process';
import { ffmpegPath } from '../../workbench/index';
import { boxes } from './mp4';

/** Size of the film in pixels, and its rate. */
export const FILM = { width: 1280, height: 720, fps: 30, timescale: 90000 } as const;

/**
 * Keeps slow breathing smooth. By default the encoder skips blocks that hardly change until the
 * next key frame.
 */
const CALM = 'no-fast-pskip=1:no-dct-decimate=1:aq-mode=3';

/**
 * Settings of every clip. There are no B-frames, because they would shift each joint of a composed
 * playlist. The only key frame is at the start. All clips have the same settings, so that one
 * initialisation segment serves them all.
 */
const VIDEO = [
  ...['-c:v', 'libx264', '-profile:v', 'high', '-level:v', '3.1', '-preset', 'slow', '-crf', '19'],
  ...['-tune', 'animation', '-x264-params', CALM],
  ...['-bf', '0', '-refs', '3', '-g', '600', '-keyint_min', '600'],
  ...['-sc_threshold', '0', '-threads', '2', '-pix_fmt', 'yuv420p'],
  ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709'],
  ...['-color_trc', 'bt709'],
];
const TO_VIDEO_COLOURS =
  'scale=out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int+bicubic,format=yuv420p';
const BOXES = [
  ...['-bsf:v', 'filter_units=remove_types=6', '-video_track_timescale', String(FILM.timescale)],
  ...['-movflags', 'empty_moov+default_base_moof+frag_keyframe', '-use_editlist', '0'],
  ...['-an', '-f', 'mp4', 'pipe:1'],
];
const raw = (width: number, height: number): string[] => [
  ...['-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`],
  ...['-r', String(FILM.fps), '-i', 'pipe:0'],
];

/** A clip in two pieces: the part that all clips share, and its own frames. */
export interface Encoded {
  readonly init: Buffer;
  readonly media: Buffer;
}

/** Encodes pictures (RGB, 8 bits) as one fragment. */
export async function encodeClip(frames: Iterable<Uint8Array>): Promise<Encoded> {
  const input = raw(FILM.width, FILM.height);
  const file = await ffmpeg([...input, '-vf', TO_VIDEO_COLOURS, ...VIDEO, ...BOXES], frames);
  const all = boxes(file);
  const join = (types: string[]): Buffer =>
    Buffer.concat(all.filter((box) => types.includes(box.type)).map((box) => box.bytes));
  return { init: join(['ftyp', 'moov']), media: join(['moof', 'mdat']) };
}

/** A picture as JPEG, `width` pixels wide. */
export function encodeJpeg(picture: Uint8Array, width: number): Promise<Buffer> {
  const input = raw(FILM.width, FILM.height);
  const filter = `scale=${width}:-2:flags=lanczos`;
  const output = [
    '-vf',
    filter,
    '-frames:v',
    '1',
    '-q:v',
    '3',
    '-f',
    'image2pipe',
    '-c:v',
    'mjpeg',
  ];
  return ffmpeg([...input, ...output, 'pipe:1'], [picture]);
}

async function ffmpeg(args: string[], frames: Iterable<Uint8Array>): Promise<Buffer> {
  const child = spawn(await ffmpegPath(), args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  const done = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // When the encoder gives up early, its exit code reports it. The error of the broken pipe adds
  // nothing.
  child.stdin.on('error', () => undefined);
  for (const frame of frames) {
    if (!child.stdin.write(frame)) {
      await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), done]);
    }
  }
  child.stdin.end();
  const code = await done;
  if (code !== 0) throw new Error(`ffmpeg stopped with ${code}: ${Buffer.concat(complaints)}`);
  return Buffer.concat(chunks);
}
