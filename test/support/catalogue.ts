/** The real catalogue and media index, as the app reads them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/load';
import type { Catalogue, Exercise } from '../../src/catalogue/types';
import { mediaKey, withVariant } from '../../src/catalogue/variant';
import { type MediaIndex, readMediaIndex } from '../../src/playback/media';

const STATIC = join(import.meta.dirname, '../../static');
const CATALOGUE = 'catalogue/thuisoefeningen-rug.json';
const MEDIA = 'media/index.json';

/** @throws Error when the file has any problem: tests need a valid catalogue */
export function realCatalogue(): Catalogue {
  const { catalogue, problems } = readCatalogue(
    readFileSync(join(STATIC, CATALOGUE), 'utf8'),
    CATALOGUE,
  );
  if (!catalogue || problems.length) throw new Error(problems[0]?.sentence ?? CATALOGUE);
  return catalogue;
}

/** @throws when the file has any problem */
export const realExercises = (): Map<string, Exercise> =>
  new Map(realCatalogue().exercises.map((one) => [one.id, one]));

/** Every exercise and every variant of the brochure, by the name of its media. */
export function realShown(): Map<string, Exercise> {
  const shown = [...realExercises().values()].flatMap((exercise) => [
    exercise,
    ...exercise.variants.map(({ id }) => withVariant(exercise, id)),
  ]);
  return new Map(shown.map((one) => [mediaKey(one), one]));
}

/** @throws when the index has any problem */
export function realMedia(): MediaIndex {
  const { media, problems } = readMediaIndex(readFileSync(join(STATIC, MEDIA), 'utf8'), MEDIA);
  if (problems.length) throw new Error(problems[0]);
  return media;
}

/** The text of a file in the static folder. */
export const staticFile = (path: string): string => join(STATIC, path);
