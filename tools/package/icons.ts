/** Draws the app's icon in the sizes that sets require, from one picture (`static/icon.png`). */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ffmpegPath } from '../workbench/index';
import { ROOT } from './files';

const SOURCE = join(ROOT, 'static/icon.png');
/** Background of the icon. */
const GROUND = '0x16302c';

export interface Picture {
  file: string;
  width: number;
  height: number;
  /** Side of the icon in the middle, px; absent where it fills the whole picture. */
  icon?: number;
}

/**
 * Draws the pictures into a folder.
 * @throws Error with the encoder's message
 */
export async function drawIcons(folder: string, pictures: readonly Picture[]): Promise<void> {
  const ffmpeg = await ffmpegPath();
  for (const { file, height, icon: side, width: w } of pictures) {
    const icon = side ?? Math.min(w, height);
    const ground = `color=c=${GROUND}:s=${w}x${height}:d=1,format=rgba`;
    const scaled = `[1:v]scale=${icon}:${icon}:flags=lanczos[icon]`;
    const isWhole = icon === w && icon === height;
    const filter = isWhole
      ? `[0:v]scale=${w}:${height}:flags=lanczos`
      : `${scaled};[0:v][icon]overlay=(W-w)/2:(H-h)/2:format=rgb`;
    const inputs = isWhole ? ['-i', SOURCE] : ['-f', 'lavfi', '-i', ground, '-i', SOURCE];
    const output = ['-frames:v', '1', '-pix_fmt', isWhole ? 'rgba' : 'rgb24', join(folder, file)];
    execFileSync(ffmpeg, ['-v', 'error', '-y', ...inputs, '-filter_complex', filter, ...output]);
  }
}
