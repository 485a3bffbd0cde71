/** Sorts what could not be read by what it means for the patient. Pure. */
import type { CatalogueProblem } from '../../catalogue/problems';
import type { Problem, ProblemKind } from '../services';
import type { LocalisedLibrary } from './localisedLibrary';

/** The end of a sentence about a file that did not come. */
export const NOT_LOADED = ': could not be loaded';

/** The exercise that a problem is about: `brug` for `exercise "brug"`. */
const exerciseOf = ({ entry }: CatalogueProblem): { exercise?: string } => {
  const id = entry?.match(/^exercise "(.+)"$/)?.[1];
  return id === undefined ? {} : { exercise: id };
};

const as =
  (kind: ProblemKind) =>
  (problem: CatalogueProblem): Problem => ({
    kind,
    sentence: problem.sentence,
    ...exerciseOf(problem),
  });

/** Problems with the centre's own settings. */
export const inCentre: (problem: CatalogueProblem) => Problem = as('centre');

/** What is known of the catalogues when their problems are sorted. */
export interface Known {
  /** Files of the catalogues that could be read, whole or in part. */
  files: readonly string[];
  /** True for an exercise that can be shown. */
  has(exercise: string): boolean;
}

/** A problem in a catalogue. */
export function inCatalogue(problem: CatalogueProblem, { files, has }: Known): Problem {
  const { entry, file, isFilm } = problem;
  const { exercise } = exerciseOf(problem);
  if (isFilm) return as('film')(problem);
  if (!files.includes(file)) return as('refused')(problem);
  const isLost = entry?.startsWith('exercise ') && !(exercise && has(exercise));
  return as(isLost ? 'exercise' : 'entry')(problem);
}

/** Problems with translations: missing files, and unusable entries. */
export function inTranslations({ missing, problems }: LocalisedLibrary): Problem[] {
  return [
    ...missing.map((file): Problem => ({ kind: 'translation', sentence: `${file}${NOT_LOADED}` })),
    ...problems.map(as('translationPart')),
  ];
}

/** Problems with catalogues that can't be loaded; for some of them, a portion is loaded. */
export const missingCatalogues = (
  missing: readonly string[],
  loaded: readonly { file: string }[],
): Problem[] =>
  missing.map((file) => ({
    kind: loaded.some((one) => one.file === file) ? 'cataloguePart' : 'catalogue',
    sentence: `${file}${NOT_LOADED}`,
  }));

/**
 * Problems with the index of media.
 * @param sentences one about each unusable entry
 * @param hasSome true if it still has usable media
 */
export const inMediaIndex = (sentences: readonly string[], hasSome: boolean): Problem[] =>
  sentences.map((sentence) => ({ kind: hasSome ? 'mediaPart' : 'media', sentence }));
