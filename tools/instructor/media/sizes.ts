import type { Exercise } from '../../../src/catalogue/types';
import { mediaKey, withVariant } from '../../../src/catalogue/variant';
import { compileTimeline } from '../../../src/timeline/compile';
import { FPS } from '../../../src/timeline/types';
import type { ExerciseMedia, MediaIndex } from './produce';

/** How many bytes an exercise at its catalogue dose fetches, and how long it lasts. */
export interface Weight {
  /** Name of its media: `EXERCISE`, or `EXERCISE--VARIANT`. */
  readonly key: string;
  /** Bytes of the clips that its timeline shows, each counted once. */
  readonly bytes: number;
  readonly minutes: number;
}

/** The weight of one exercise or variant, at its own dose and with the usual preparation. */
export function weigh(exercise: Exercise, media: ExerciseMedia): Weight {
  const timeline = compileTimeline(exercise);
  const files = new Map<string, number>();
  for (const { clip } of timeline.segments) {
    const entry = media.clips[clip];
    if (!entry) throw new Error(`${mediaKey(exercise)}: the clip ${clip} is not filmed`);
    files.set(entry.file, entry.bytes);
  }
  return {
    key: mediaKey(exercise),
    bytes: sum([...files.values()]),
    minutes: timeline.frames / FPS / 60,
  };
}

/** Every file that the index names, each once. */
export const filesOf = (index: MediaIndex): Set<string> =>
  new Set(
    Object.values(index.exercises).flatMap(({ init, poster, tile, clips }) => [
      ...[init, poster, tile],
      ...Object.values(clips).map(({ file }) => file),
    ]),
  );

/**
 * The report on the size of all media and the bytes of a minute of exercise. It has a line for each
 * filmed exercise and variant, and one for the catalogue, without variants, because a variant
 * replaces its exercise. `size` gives a file's bytes.
 */
export function sizesReport(
  index: MediaIndex,
  exercises: readonly Exercise[],
  size: (file: string) => number,
): string[] {
  const filmed = (one: Exercise): Weight[] => {
    const media = index.exercises[mediaKey(one)];
    return media ? [weigh(one, media)] : [];
  };
  const plain = exercises.flatMap(filmed);
  const variants = exercises.flatMap((one) =>
    one.variants.flatMap(({ id }) => filmed(withVariant(one, id))),
  );
  const files = [...filesOf(index)];
  const all: Weight = {
    key: `catalogue (${plain.length} exercises)`,
    bytes: sum(plain.map(({ bytes }) => bytes)),
    minutes: sum(plain.map(({ minutes }) => minutes)),
  };
  return [
    ...[...plain, ...variants, all].map(line),
    `all media: ${mega(sum(files.map(size)))} in ${files.length} files`,
  ];
}

const line = ({ key, bytes, minutes }: Weight): string =>
  `${key}: ${mega(bytes)} for ${minutes.toFixed(1)} min, ` +
  `${Math.round(bytes / minutes)} bytes a routine minute`;

const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
