/** Several brochures side by side: one library, in which every id means one thing. */

import type { CatalogueProblem } from './problems';
import { problemOf } from './problems';
import type { Advice, Catalogue, Category, Exercise } from './types';

/** A catalogue and the file it came from, so that a clash can name both files. */
export interface LoadedCatalogue {
  file: string;
  catalogue: Catalogue;
}

export interface MergedCatalogues {
  /** The catalogues as they are used: without what clashed with an earlier one. */
  catalogues: Catalogue[];
  /** In order of first appearance. Brochures that use the same category id share its row. */
  categories: Category[];
  exercises: Exercise[];
  advice: Advice[];
  problems: CatalogueProblem[];
}

/**
 * Puts catalogues together; the first to use an id keeps it, and every clash becomes a problem
 * that names both files.
 * @param list in the order of `settings.json`
 */
export const mergeCatalogues = (list: readonly LoadedCatalogue[]): MergedCatalogues => {
  const library: MergedCatalogues = {
    catalogues: [],
    categories: [],
    exercises: [],
    advice: [],
    problems: [],
  };
  const owners = new Map<string, string>();

  /** True for the first to use this id; otherwise a problem. */
  const claim = (kind: string, id: string, file: string): boolean => {
    const owner = owners.get(`${kind} ${id}`);
    if (owner === undefined) {
      owners.set(`${kind} ${id}`, file);
      return true;
    }
    const entry = `${kind} "${id}"`;
    const complaint = `is in ${owner} already, which is kept; give one of them another id`;
    library.problems.push(problemOf(file, entry, undefined, complaint));
    return false;
  };

  for (const { file, catalogue } of list) {
    if (!claim('catalogue', catalogue.id, file)) continue;
    const exercises = catalogue.exercises.filter(({ id }) => claim('exercise', id, file));
    const advice = catalogue.advice.filter(({ id }) => claim('advice', id, file));
    library.catalogues.push({ ...catalogue, exercises, advice });
    library.exercises.push(...exercises);
    library.advice.push(...advice);
    for (const category of catalogue.categories) {
      if (!library.categories.some(({ id }) => id === category.id)) {
        library.categories.push(category);
      }
    }
  }
  return library;
};
