/** Joins several catalogues into one library, in which every id means one thing. */

import type { CatalogueProblem } from './problems';
import { problemOf } from './problems';
import type { Advice, Catalogue, Category, Exercise } from './types';

/** A catalogue and its file, so that a clash can name both files. */
export interface LoadedCatalogue {
  file: string;
  catalogue: Catalogue;
}

export interface MergedCatalogues {
  /** The catalogues without the entries that clash with an earlier one. */
  catalogues: Catalogue[];
  /**
   * In the order in which they first appear. Catalogues that use the same category id share its
   * row.
   */
  categories: Category[];
  exercises: Exercise[];
  advice: Advice[];
  problems: CatalogueProblem[];
}

/**
 * Joins catalogues. The first one to use an id keeps it. Every clash becomes a problem that names
 * both files.
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

  /** True for the first use of this id; otherwise reports a problem. */
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
