/**
 * Reads the index of all media, `static/media/index.json`, which the media tools write. An exercise without an
 * entry plays on its pictogram and a clock.
 */
import * as v from 'valibot';
import { mediaPath as path } from '../catalogue/fields';
import { readJson } from '../catalogue/json';

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const clipSchema = v.object({ file: path, frames: whole, bytes: whole });

/** By clip name (`src/timeline/clips.ts`); several names may share a file. */
const clipsSchema = v.record(v.string(), clipSchema);

const exerciseSchema = v.object({
  fps: v.literal(30),
  width: whole,
  height: whole,
  /** One init segment for all clips of the exercise, since they have the same encoding. */
  init: v.optional(path),
  /** For the page, 1280 × 720. */
  poster: path,
  /** For a tile, 480 × 270. */
  tile: path,
  /** The box that holds the body in every clip, in shares of the picture. */
  figure: v.optional(v.object({ x: share, y: share, w: share, h: share })),
  /** The clips have a check of their own, see `clipsSchema`. */
  clips: v.unknown(),
  /** Names of the playlists built as files (`builtPlaylists.ts`); the build adds them. */
  playlists: v.optional(v.array(v.string())),
});

const headSchema = v.object({
  format: v.literal(1),
  exercises: v.record(v.string(), v.unknown()),
});

export type Clips = v.InferOutput<typeof clipsSchema>;
export type ExerciseMedia = Omit<v.InferOutput<typeof exerciseSchema>, 'clips'> & { clips: Clips };

export interface MediaIndex {
  exercises: Record<string, ExerciseMedia | undefined>;
}

const NOTHING: MediaIndex = { exercises: {} };

/** An index whose clips have not been checked yet. */
export interface BegunMedia {
  /** The index. It checks an exercise's clips when they are first requested. */
  media: MediaIndex;
  /** One sentence for each unusable entry found so far. */
  problems: string[];
  /**
   * Checks all clips, once, and leaves out exercises with broken clips.
   * @returns one sentence for each exercise left out
   */
  rest(): string[];
}

/**
 * Reads the index without checking its clips (about a thousand), since the home screen needs none of them.
 * Clips are checked on request, or by `rest`. Never throws: a broken entry is left out and named.
 */
export function beginMediaIndex(text: string, file: string): BegunMedia {
  const nothing = (problem: string) => ({ media: NOTHING, problems: [problem], rest: () => [] });
  const read = readJson(text);
  if ('complaint' in read) {
    const { complaint, place } = read;
    return nothing(`${file}${place ? `: ${place}` : ''}: ${complaint}`);
  }
  const head = v.safeParse(headSchema, read.raw);
  if (!head.success) return nothing(`${file}: ${head.issues[0].message}`);
  const media: MediaIndex = { exercises: {} };
  const problems: string[] = [];
  const told = (id: string, where: string | null, message: string) =>
    `${file}: exercise "${id}"${where ? `: ${where}` : ''}: ${message}`;
  const looks: (() => string | undefined)[] = [];
  for (const [id, entry] of Object.entries(head.output.exercises)) {
    const result = v.safeParse(exerciseSchema, entry);
    if (!result.success) {
      const [issue] = result.issues;
      problems.push(told(id, v.getDotPath(issue), issue.message));
      continue;
    }
    let looked: v.SafeParseResult<typeof clipsSchema> | undefined;
    const look = () => (looked ??= v.safeParse(clipsSchema, result.output.clips));
    media.exercises[id] = {
      ...result.output,
      get clips() {
        const { output, success } = look();
        return success ? output : {};
      },
    };
    looks.push(() => {
      const { issues, success } = look();
      if (success) return undefined;
      delete media.exercises[id];
      const where = v.getDotPath(issues[0]);
      return told(id, ['clips', where].filter(Boolean).join('.'), issues[0].message);
    });
  }
  return { media, problems, rest: () => looks.splice(0).flatMap((look) => look() ?? []) };
}

/**
 * Reads the index and checks all clips.
 * @returns the usable media, and one sentence for each unusable entry
 */
export function readMediaIndex(
  text: string,
  file: string,
): { media: MediaIndex; problems: string[] } {
  const { media, problems, rest } = beginMediaIndex(text, file);
  return { media, problems: [...problems, ...rest()] };
}

/** Names of the clips that a timeline needs and this media lacks. Video can play if there are none. */
export function missingClips(media: ExerciseMedia, wanted: Iterable<string>): string[] {
  const missing = new Set<string>();
  for (const clip of wanted) if (!media.clips[clip]) missing.add(clip);
  return [...missing];
}
