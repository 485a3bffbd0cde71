/** What could not be read, as sentences for the notice on the home screen. Pure. */
import type { CatalogueProblem } from '../../catalogue/problems';
import type { Translate } from '../../texts/translate';
import type { Problem } from '../services';
import type { LocalisedLibrary } from './localisedLibrary';

/** Named as briefly as can be: `brug` of `exercise "brug"`. */
export const inExercise = ({ entry, file, isFilm, sentence }: CatalogueProblem): Problem => ({
  name: entry?.match(/"(.+)"/)?.[1] ?? entry ?? file,
  sentence,
  ...(isFilm ? { isFilm } : {}),
});

/** A sentence about a whole file. */
export const aboutFile = (file: string, sentence: string): Problem => ({
  name: file,
  sentence,
  isFile: true,
});

/** What is wrong in the translations: files that are missing, and entries that can't be used. */
export function inTranslations({ library, missing, problems, t }: LocalisedLibrary): Problem[] {
  return [
    ...missing.map((file) => aboutFile(file, t('load.translation', { file }))),
    ...[...library.problems, ...problems].map(inExercise),
  ];
}

/** Catalogues that can't be had; of some, a portion is there. */
export const missingCatalogues = (
  t: Translate,
  missing: readonly string[],
  loaded: readonly { file: string }[],
): Problem[] =>
  missing.map((file) => {
    const isPart = loaded.some((one) => one.file === file);
    return aboutFile(file, t(isPart ? 'load.cataloguePart' : 'load.catalogue', { file }));
  });

/** The list of media, where anything is wrong in it. @param hasSome it still has media to show */
export const inMediaIndex = (t: Translate, file: string, hasSome: boolean): Problem =>
  aboutFile(file, t(hasSome ? 'load.mediaPart' : 'load.media', { file }));
