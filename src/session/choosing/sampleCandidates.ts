/**
 * Of a large catalogue some candidates are drawn before a routine is composed: weighing all of them
 * against each other takes their number squared. Pure; chance is an argument.
 */

import type { Candidate, RoutineWish } from './routineFit';
import { shuffled } from './seededRandom';

/**
 * As many as are weighed against each other (ours): three to four times what fifteen minutes hold,
 * and more than one brochure has.
 */
export const MOST_WEIGHED = 36;

/** Those done lately, and those to be avoided, only where there are no others. */
function rankOf({ exercise }: Candidate, { avoided = [], since, wanted }: RoutineWish): number {
  if (exercise.id === wanted) return -1;
  return (since?.has(exercise.id) ? 2 : 0) + (avoided.includes(exercise.id) ? 1 : 0);
}

/**
 * The wish with at most that many candidates, as many of every category as there are; unchanged,
 * and nothing drawn by chance, where there are no more.
 */
export function sampleCandidates(wish: RoutineWish): RoutineWish {
  if (wish.candidates.length <= MOST_WEIGHED) return wish;
  const ranked = shuffled(wish.candidates, wish.random)
    .map((candidate) => ({ candidate, rank: rankOf(candidate, wish) }))
    .sort((a, b) => a.rank - b.rank);
  const byCategory = new Map<string, Candidate[]>();
  for (const { candidate } of ranked) {
    const { category } = candidate.exercise;
    const those = byCategory.get(category);
    if (those) those.push(candidate);
    else byCategory.set(category, [candidate]);
  }
  const candidates: Candidate[] = [];
  for (let turn = 0; candidates.length < MOST_WEIGHED; turn += 1) {
    for (const those of byCategory.values()) {
      const next = those[turn];
      if (next && candidates.length < MOST_WEIGHED) candidates.push(next);
    }
  }
  return { ...wish, candidates };
}
