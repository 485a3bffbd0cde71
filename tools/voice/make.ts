/** Makes a language's missing clips, and writes their index. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { ClipIndex } from '../../src/playback/narrator/voice/clipIndex';
import { LONGEST_COUNT } from '../../src/timeline/voicePlan';
import { bytesOf, EXTENSION, record, type Synthesiser, voiceSeconds } from './sound';

/** An entry of the index. Its additional fields tell the tool which recordings are not its own. */
interface Entry {
  file: string;
  seconds: number;
  /** Words from which it was made. */
  text: string;
  /** Length of the file that the tool made; absent for a person's own recording. */
  bytes?: number;
}

export interface MakeOptions {
  folder: string;
  language: string;
  list: ReadonlyMap<string, string>;
  by: Synthesiser;
  /** Makes all clips again, except a person's own recordings. */
  all?: boolean;
  /** Number of clips made at the same time. */
  workers?: number;
  told?(line: string): void;
}

export interface Made {
  made: number;
  own: number;
  kept: number;
  removed: number;
  bytes: number;
}

const INDEX = 'index.json';

function readIndex(folder: string): Record<string, Entry> {
  const file = join(folder, INDEX);
  if (!existsSync(file)) return {};
  return (JSON.parse(readFileSync(file, 'utf8')) as { clips: Record<string, Entry> }).clips;
}

/** Whether the clip is a count, which must end within its second. */
const isCount = (name: string): boolean => name.startsWith('number-');

/**
 * Makes the clips that are missing or whose words have changed. A file that differs from the
 * tool's, or has another ending, is a person's own recording. It remains, and the tool measures it.
 * @throws Error, one sentence, when the synthesiser or the encoder fails
 */
export async function makeVoice(options: MakeOptions): Promise<Made> {
  const { all, by, folder, language, list, told } = options;
  mkdirSync(folder, { recursive: true });
  const before = readIndex(folder);
  const files = new Map<string, string[]>();
  for (const file of readdirSync(folder)) {
    if (file === INDEX) continue;
    const { name } = parse(file);
    files.set(name, [...(files.get(name) ?? []), file]);
  }
  const clips: Record<string, Entry> = {};
  const result: Made = { made: 0, own: 0, kept: 0, removed: 0, bytes: 0 };

  const one = async (name: string, text: string) => {
    const known = before[name];
    const there = files.get(name) ?? [];
    const isMade = (file: string) =>
      known?.file === file && known.bytes === bytesOf(join(folder, file));
    const own = there.find((file) => !isMade(file));
    if (own) {
      const seconds = await voiceSeconds(join(folder, own));
      if (isCount(name) && seconds > LONGEST_COUNT) {
        throw new Error(
          `${own}: lasts ${seconds.toFixed(2)} s, a count at most ${LONGEST_COUNT} s`,
        );
      }
      for (const file of there) if (file !== own) rmSync(join(folder, file));
      clips[name] = { file: own, seconds: Math.round(seconds * 1000) / 1000, text };
      result.own += 1;
      return;
    }
    if (known && there.length && known.text === text && !all) {
      clips[name] = known;
      result.kept += 1;
      return;
    }
    const file = `${name}.${EXTENSION}`;
    const path = join(folder, file);
    const seconds = await record(text, path, by, isCount(name) ? LONGEST_COUNT : undefined);
    clips[name] = { file, seconds, text, bytes: bytesOf(path) };
    result.made += 1;
    told?.(`${name}: ${text}`);
  };

  const queue = [...list];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await one(...next);
  };
  await Promise.all(Array.from({ length: options.workers ?? 2 }, worker));

  // Removes the tool's own clips that the app does not need.
  for (const [name, entry] of Object.entries(before)) {
    const path = join(folder, entry.file);
    if (list.has(name) || entry.bytes === undefined || !existsSync(path)) continue;
    rmSync(path);
    result.removed += 1;
  }
  const sorted = Object.fromEntries(Object.entries(clips).sort(([a], [b]) => (a < b ? -1 : 1)));
  const index: ClipIndex = { format: 1, language, clips: sorted };
  writeFileSync(join(folder, INDEX), `${JSON.stringify(index, null, 2)}\n`);
  result.bytes = Object.values(clips).reduce(
    (sum, { file }) => sum + bytesOf(join(folder, file)),
    0,
  );
  return result;
}
