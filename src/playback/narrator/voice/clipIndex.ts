/** Reads the index of recorded voice clips, `static/voice/<language>/index.json`, which `npm run voice` writes. */
import * as v from 'valibot';
import { readJson } from '../../../catalogue/json';

const clipSchema = v.object({
  /** Name of a file in the index's folder. */
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/, 'must be a file name')),
  seconds: v.pipe(v.number(), v.minValue(0.05)),
});

const indexSchema = v.object({
  format: v.literal(1),
  language: v.string(),
  clips: v.record(v.string(), clipSchema),
});

export type ClipIndex = v.InferOutput<typeof indexSchema>;

/** @throws Error, one sentence that names the file, when the text is not an index */
export function readClipIndex(text: string, file: string): ClipIndex {
  const read = readJson(text);
  if ('complaint' in read) {
    const { complaint, place } = read;
    throw new Error(`${file}${place ? `: ${place}` : ''}: ${complaint}`);
  }
  const result = v.safeParse(indexSchema, read.raw);
  if (result.success) return result.output;
  const where = v.getDotPath(result.issues[0]);
  throw new Error(`${file}: ${where ? `${where}: ` : ''}${result.issues[0].message}`);
}
