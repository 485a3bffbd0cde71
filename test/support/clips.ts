/** Decodes the pictures of an exercise's clips with the encoder's own program. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ExerciseMedia } from '../../src/playback/media';
import { FPS } from '../../src/timeline/types';
import { ffmpegPath } from '../../tools/workbench/index';
import { staticFile } from './catalogue';

/** Start of the contents of a box of this type, after its four letters. */
function contentOf(bytes: Buffer, type: string): number {
  const at = bytes.indexOf(type, 0, 'latin1');
  if (at < 0) throw new Error(`no ${type} box`);
  return at + 4;
}

/** The unit of time in the init segment's media header. */
function timescaleOf(init: Buffer): number {
  const at = contentOf(init, 'mdhd');
  return init.readUInt32BE(at + (init.readUInt8(at) === 1 ? 20 : 12));
}

/** A copy of a fragment with another start time. */
function beginningAt(fragment: Buffer, time: number): Uint8Array {
  const copy = Buffer.from(fragment);
  const at = contentOf(copy, 'tfdt');
  if (copy.readUInt8(at) === 1) copy.writeBigUInt64BE(BigInt(time), at + 4);
  else copy.writeUInt32BE(time, at + 4);
  return copy;
}

/**
 * All clips of an exercise, each once, as one film. Each clip's time begins at 0, and a decoder drops what
 * begins earlier than the last frame, so each clip gets a new start.
 */
export function filmOfClips(media: ExerciseMedia): { film: Buffer; frames: number } {
  const init = readFileSync(staticFile(media.init ?? ''));
  const timescale = timescaleOf(init);
  const files = new Map(Object.values(media.clips).map((clip) => [clip.file, clip]));
  const parts: Uint8Array[] = [init];
  let frames = 0;
  for (const [file, clip] of files) {
    parts.push(beginningAt(readFileSync(staticFile(file)), (frames * timescale) / FPS));
    frames += clip.frames;
  }
  return { film: Buffer.concat(parts), frames };
}

/**
 * Decodes a film and makes each picture small: each pixel is the mean of a block.
 * @param picture called for each picture in order: red, green, blue of every pixel
 * @throws Error when the decoder reports a fault
 */
export async function eachPicture(
  film: Buffer,
  [w, h]: readonly [number, number],
  picture: (pixels: Uint8Array) => void,
): Promise<void> {
  const child = spawn(
    await ffmpegPath(),
    [
      ...['-loglevel', 'error', '-xerror', '-threads', '1', '-f', 'mp4', '-i', '-'],
      ...['-vf', `scale=${w}:${h}:flags=area`, '-pix_fmt', 'rgb24', '-vsync', '0'],
      ...['-f', 'rawvideo', '-'],
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const size = w * h * 3;
  const kept = Buffer.alloc(size);
  let filled = 0;
  let trouble = '';
  child.stderr.on('data', (text: Uint8Array) => {
    trouble += text;
  });
  child.stdout.on('data', (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; ) {
      const taken = bytes.copy(kept, filled, at);
      at += taken;
      filled += taken;
      if (filled < size) continue;
      picture(kept);
      filled = 0;
    }
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.on('error', () => {});
  child.stdin.end(film);
  if ((await ended) !== 0 || trouble) throw new Error(trouble || 'ffmpeg failed');
}
