/**
 * The catalogues that are loaded: each one whole, or the day's portion of a large one
 * (`src/catalogue/portions.ts`). Pure. It tells which exercises a day chooses from, and whether
 * they are enough for the home page.
 */

import type { LoadedCatalogue } from '../../catalogue/merge';
import { dealt, portionsFor } from '../../catalogue/portions';
import type { CatalogueProblem } from '../../catalogue/problems';
import type { Centre } from '../centre/centre';
import { centreRoutines, waitingRoomExercises } from '../centre/centreRoutines';
import { type Day, exercisesIn, type Memory } from '../memory/memory';
import { openQuestions } from '../memory/pain';
import { portionFor } from './portion';

/** A catalogue, or the day's portion of it. */
export interface LoadedPart extends LoadedCatalogue {
  isPortion: boolean;
}

/** The catalogues that are loaded. */
export interface LoadedCatalogues {
  loaded: readonly LoadedPart[];
  problems: readonly CatalogueProblem[];
  /** Files that could not be loaded. */
  missing: readonly string[];
  /** Files of which only a portion is loaded. */
  inPortions: readonly string[];
}

/**
 * Ids of the exercises that today's routine is chosen from. Of a large catalogue they are the day's
 * portion, even when the whole is loaded.
 */
export function amongOn({ loaded }: LoadedCatalogues, day: Day): string[] {
  const ids = loaded.flatMap(({ catalogue: { exercises }, isPortion }) => {
    const portions = isPortion ? 1 : portionsFor(exercises.length);
    const those = portions > 1 ? dealt(exercises, portionFor(day, portions), portions) : exercises;
    return those.map(({ id }) => id);
  });
  // Two catalogues may have an exercise with the same id.
  return [...new Set(ids)];
}

/**
 * True when the loaded portions suffice for the home page: they have every exercise that the set's
 * memory and the centre name, and the language is the catalogue's own (a translation has texts for
 * all exercises).
 */
export function suffices(
  { inPortions, loaded }: LoadedCatalogues,
  { centre, day, language, memory }: { centre: Centre; day: Day; language: string; memory: Memory },
): boolean {
  if (!inPortions.length) return true;
  const exercises = loaded.flatMap(({ catalogue }) => catalogue.exercises);
  const known = new Map(exercises.map((one) => [one.id, one]));
  const hurt = openQuestions(memory, day).map(({ exercise }) => exercise);
  return (
    loaded.every(({ catalogue }) => catalogue.language === language) &&
    [...exercisesIn(memory), ...hurt].every((id) => known.has(id)) &&
    !centreRoutines(centre, known).problems.length &&
    !waitingRoomExercises(centre, known).problems.length
  );
}
