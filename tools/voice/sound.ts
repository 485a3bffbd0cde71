/** Makes a small sound file from words: a synthesiser speaks, and the encoder compresses. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ffmpegPath } from '../workbench/index';
import { level, trim } from './shape';

const run = promisify(execFile);

/** Samples a second of the clips: as many as a synthesiser gives, and enough for a voice. */
const RATE = 22_050;
/** MP3, which every set decodes. Without headers, because a cue is small. */
const ENCODING = ['-c:a', 'libmp3lame', '-write_xing', '0', '-id3v2_version', '0'];
/**
 * Bit rate of cues. They must be audible through breath and effort. Sentences have a lower one,
 * because they play in quiet and take most of the bytes.
 */
const CUE = ['-b:a', '24k'];
const SENTENCE = ['-b:a', '16k', '-ar', '16000'];
const SENTENCE_FROM_SECONDS = 2;
export const EXTENSION = 'mp3';
/** Words a minute: a calm speed. */
const SPEED = 155;

export interface Synthesiser {
  /** Speaks into a WAV file. */
  speak(text: string, file: string): Promise<void>;
}

/**
 * Makes a synthesiser.
 * @param command any program that speaks, with `{text}` and `{file}` as placeholders, as in `piper
 *   --model nl.onnx --output_file {file} --sentence {text}`; absent: espeak-ng
 * @throws Error, one sentence, when espeak-ng is wanted and not installed
 */
export function synthesiser(language: string, command?: string): Synthesiser {
  if (command) {
    const [program = '', ...args] = command.split(' ');
    return {
      async speak(text, file) {
        const filled = args.map((one) => one.replace('{text}', text).replace('{file}', file));
        await run(program, filled);
      },
    };
  }
  try {
    execFileSync('espeak-ng', ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      'espeak-ng is not installed: install it (apt-get install espeak-ng, brew install espeak-ng), or name another synthesiser with --command',
    );
  }
  return {
    async speak(text, file) {
      await run('espeak-ng', ['-v', language, '-s', String(SPEED), '-w', file, text]);
    },
  };
}

/** Decodes an audio file to samples of one channel. */
async function decode(file: string): Promise<{ samples: Float32Array; rate: number }> {
  const { stdout } = await run(
    await ffmpegPath(),
    ['-v', 'error', '-i', file, '-ac', '1', '-ar', String(RATE), '-f', 'f32le', '-'],
    { encoding: 'buffer', maxBuffer: 1 << 28 },
  );
  const bytes = new Uint8Array(stdout);
  return { samples: new Float32Array(bytes.buffer, 0, bytes.length >> 2), rate: RATE };
}

/** Seconds of voice in a file, without the silence around it. */
export async function voiceSeconds(file: string): Promise<number> {
  const { rate, samples } = await decode(file);
  return trim(samples, rate).length / rate;
}

/**
 * Speaks words into an encoded file.
 * @param most longest length, seconds, because a count must end within its second
 * @returns seconds of voice
 */
export async function record(
  text: string,
  file: string,
  by: Synthesiser,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'voice-'));
  try {
    const spoken = join(folder, 'spoken.wav');
    const raw = join(folder, 'level.f32');
    await by.speak(text, spoken);
    const { rate, samples } = await decode(spoken);
    const clean = level(trim(samples, rate), rate);
    if (!clean.length) throw new Error(`"${text}": the synthesiser said nothing`);
    writeFileSync(raw, new Uint8Array(clean.buffer, clean.byteOffset, clean.byteLength));
    const seconds = clean.length / rate;
    const tempo = Math.max(1, seconds / most);
    await run(await ffmpegPath(), [
      ...['-v', 'error', '-y', '-f', 'f32le', '-ar', String(rate), '-ac', '1', '-i', raw],
      ...(tempo > 1 ? ['-af', `atempo=${tempo.toFixed(4)}`] : []),
      ...ENCODING,
      ...(seconds < SENTENCE_FROM_SECONDS ? CUE : SENTENCE),
      file,
    ]);
    return Math.round((seconds / tempo) * 1000) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes of a file. */
export const bytesOf = (file: string): number => readFileSync(file).length;
