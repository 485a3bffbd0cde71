/**
 * What media there is: `static/media/index.json`, written by the media tools. An exercise that
 * isn't in it runs on its pictogram and a clock.
 */
import * as v from 'valibot';
import { mediaPath as path } from '../catalogue/fields';
import { readJson } from '../catalogue/json';

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

const clipSchema = v.object({ file: path, frames: whole, bytes: whole });

const exerciseMediaSchema = v.object({
  fps: v.literal(30),
  width: whole,
  height: whole,
  /** One for all clips of the exercise: they are encoded alike. */
  init: v.optional(path),
  /** For the page, 1280 × 720. */
  poster: path,
  /** For a tile, 480 × 270. */
  tile: path,
  /** By clip name (`src/timeline/clips.ts`); several names may share a file. */
  clips: v.record(v.string(), clipSchema),
  /** Names of the playlists built as files (`readyMade.ts`); the build adds them. */
  playlists: v.optional(v.array(v.string())),
});

const headSchema = v.object({
  format: v.literal(1),
  exercises: v.record(v.string(), v.unknown()),
});

export type ExerciseMedia = v.InferOutput<typeof exerciseMediaSchema>;

export interface MediaIndex {
  exercises: Record<string, ExerciseMedia | undefined>;
}

const NOTHING: MediaIndex = { exercises: {} };

/**
 * Reads the index; what is broken in it is left out and named, never thrown.
 * @returns the media there is, and a sentence for each entry that can't be used
 */
export function readMediaIndex(
  text: string,
  file: string,
): { media: MediaIndex; problems: string[] } {
  const read = readJson(text);
  if ('complaint' in read) {
    const { complaint, place } = read;
    const where = place ? `: ${place}` : '';
    return { media: NOTHING, problems: [`${file}${where}: ${complaint}`] };
  }
  const head = v.safeParse(headSchema, read.raw);
  if (!head.success) {
    return { media: NOTHING, problems: [`${file}: ${head.issues[0].message}`] };
  }
  const media: MediaIndex = { exercises: {} };
  const problems: string[] = [];
  for (const [id, entry] of Object.entries(head.output.exercises)) {
    const result = v.safeParse(exerciseMediaSchema, entry);
    if (result.success) media.exercises[id] = result.output;
    else {
      const where = v.getDotPath(result.issues[0]);
      problems.push(
        `${file}: exercise "${id}"${where ? `: ${where}` : ''}: ${result.issues[0].message}`,
      );
    }
  }
  return { media, problems };
}

/** Names of the clips that a timeline wants and this media lacks. Empty: video can play. */
export function missingClips(media: ExerciseMedia, wanted: Iterable<string>): string[] {
  const missing = new Set<string>();
  for (const clip of wanted) if (!media.clips[clip]) missing.add(clip);
  return [...missing];
}
