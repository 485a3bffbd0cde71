/** Runs the encoder. It can be stopped at any moment. */
import { spawn } from 'node:child_process';
import { ffmpegPath } from '../workbench/index';

export interface Ran {
  code: number | null;
  out: string;
  /** Text that it wrote to standard error. */
  log: string;
}

/**
 * Runs ffmpeg.
 * @throws Error with the encoder's last line, unless `mayFail`; the signal's reason when stopped
 */
export async function ffmpeg(
  args: readonly string[],
  signal: AbortSignal,
  { mayFail = false } = {},
): Promise<Ran> {
  const path = await ffmpegPath();
  signal.throwIfAborted();
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  // The encoder is killed at once. On a gentle stop it would still complete the file of half a
  // film.
  const stop = () => child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  let out = '';
  let log = '';
  child.stdout.on('data', (text: Buffer) => {
    out += text;
  });
  child.stderr.on('data', (text: Buffer) => {
    log += text;
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal.throwIfAborted();
    if (code !== 0 && !mayFail) {
      const line = log.trim().split('\n').pop();
      throw new Error(`the encoder stopped with ${code}: ${line}`);
    }
    return { code, out, log };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
