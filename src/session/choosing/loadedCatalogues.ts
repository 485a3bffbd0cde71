/**
 * What there is of the catalogues: all of each, or of a large one the day's portion for now
 * (`src/catalogue/portions.ts`). Pure: what of it a day chooses from, and whether it is enough to begin with.
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

/** What there is of the catalogues. */
export interface LoadedCatalogues {
  loaded: readonly LoadedPart[];
  problems: readonly CatalogueProblem[];
  /** Files that are not to be had. */
  missing: readonly string[];
  /** Files of which only a portion was read, and all of which is still to be asked for. */
  inPortions: readonly string[];
}

/** Ids of what today's routine is chosen from: the day's portion, however much of the catalogue is there. */
export function amongOn({ loaded }: LoadedCatalogues, day: Day): string[] {
  const ids = loaded.flatMap(({ catalogue: { exercises }, isPortion }) => {
    const portions = isPortion ? 1 : portionsFor(exercises.length);
    const those = portions > 1 ? dealt(exercises, portionFor(day, portions), portions) : exercises;
    return those.map(({ id }) => id);
  });
  // Two catalogues may have one by the same id.
  return [...new Set(ids)];
}

/**
 * True when home finds all that it speaks of at first: the set remembers no other exercise, the centre names
 * no other, and the language is the catalogue's own (a translation has words for all exercises).
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
