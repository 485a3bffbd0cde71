/** Describes unreadable files as sentences for the notice on the home screen. Pure. */
import type { CatalogueProblem } from '../../catalogue/problems';
import type { Translate } from '../../texts/translate';
import type { Problem } from '../services';
import type { LocalisedLibrary } from './localisedLibrary';

/** A problem with an exercise, with a short name: `brug` for `exercise "brug"`. */
export const inExercise = ({ entry, file, isFilm, sentence }: CatalogueProblem): Problem => ({
  name: entry?.match(/"(.+)"/)?.[1] ?? entry ?? file,
  sentence,
  ...(isFilm ? { isFilm } : {}),
});

/** A problem with a whole file. */
export const aboutFile = (file: string, sentence: string): Problem => ({
  name: file,
  sentence,
  isFile: true,
});

/** Problems with translations: missing files, and unusable entries. */
export function inTranslations({ library, missing, problems, t }: LocalisedLibrary): Problem[] {
  return [
    ...missing.map((file) => aboutFile(file, t('load.translation', { file }))),
    ...[...library.problems, ...problems].map(inExercise),
  ];
}

/** Problems with catalogues that can't be loaded; for some of them, a portion is loaded. */
export const missingCatalogues = (
  t: Translate,
  missing: readonly string[],
  loaded: readonly { file: string }[],
): Problem[] =>
  missing.map((file) => {
    const isPart = loaded.some((one) => one.file === file);
    return aboutFile(file, t(isPart ? 'load.cataloguePart' : 'load.catalogue', { file }));
  });

/**
 * A problem with the index of media.
 * @param hasSome true if it still has usable media
 */
export const inMediaIndex = (t: Translate, file: string, hasSome: boolean): Problem =>
  aboutFile(file, t(hasSome ? 'load.mediaPart' : 'load.media', { file }));
