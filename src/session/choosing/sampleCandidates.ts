/**
 * Draws some candidates of a large catalogue before a routine is composed, because the time of
 * composing grows with the square of their number. Pure: chance is an argument.
 */

import type { Candidate, RoutineWish } from './routineFit';
import { shuffled } from './seededRandom';

/**
 * Most candidates for one routine (ours): three to four times the exercises of fifteen minutes, and
 * more than one brochure has.
 */
export const MOST_WEIGHED = 36;

/** Rank in the draw. Recently done and avoided exercises come last. */
function rankOf({ exercise }: Candidate, { avoided = [], since, wanted }: RoutineWish): number {
  if (exercise.id === wanted) return -1;
  return (since?.has(exercise.id) ? 2 : 0) + (avoided.includes(exercise.id) ? 1 : 0);
}

/**
 * The wish with at most `MOST_WEIGHED` candidates, equally many of every category where possible.
 * With no more candidates than that, the wish is unchanged and nothing is drawn.
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
