/**
 * Composes a routine of a wished-for length. It begins with a random selection and makes the best
 * single change until no change improves it (`routineFit.ts` compares selections). Pure: chance is
 * an argument.
 */
import type { Exercise } from '../../catalogue/types';
import type { RoutineItem } from '../routine/routine';
import { MAX_ITEMS } from '../routine/routines';
import {
  type Candidate,
  type ItemState,
  OUT,
  oneSet,
  REDUCED,
  RoutineFit,
  type RoutineWish,
  WHOLE,
} from './routineFit';
import { sampleCandidates } from './sampleCandidates';
import { shuffled } from './seededRandom';

/** Up to so many exercises, every routine is tried when single changes lead to no good one. */
const MOST_TRIED = 7;

/** Number of random selections to begin with; more when none leads to a good routine. */
const BEGINNINGS = { usual: 3, most: 12 } as const;

/** A chosen exercise. */
export interface Choice {
  exercise: Exercise;
  item: RoutineItem;
  /** It has one set instead of the brochure's two or more. */
  isReduced: boolean;
}

export interface Composition {
  choices: Choice[];
  /** Length with preparations and rests, seconds. */
  seconds: number;
  /** The length is the wished-for one, within the tolerance. */
  fits: boolean;
}

interface Weighed {
  states: readonly ItemState[];
  weight: number;
}

/** Tries selections and remembers the best. */
class Search {
  private found: Weighed | undefined;

  constructor(readonly fit: RoutineFit) {}

  try(states: readonly ItemState[]) {
    const weight = this.fit.weigh(states);
    if (!this.found || weight < this.found.weight) this.found = { states: [...states], weight };
  }

  /**
   * The best selection.
   * @param fallback the result when nothing was tried
   */
  best(fallback: Weighed): Weighed {
    return this.found && this.found.weight < fallback.weight ? this.found : fallback;
  }
}

const choices = (fit: RoutineFit, at: number): readonly ItemState[] =>
  fit.canReduce[at] ? [WHOLE, REDUCED] : [WHOLE];

/**
 * Tries all single changes: one exercise in, out, with fewer or more sets, or instead of another.
 */
function tryChanges(from: readonly ItemState[], fit: RoutineFit, search: Search) {
  const states = [...from];
  const isFull = from.filter((state) => state !== OUT).length >= MAX_ITEMS;
  const tryAt = (at: number, without: ItemState) => {
    for (const state of choices(fit, at)) {
      states[at] = state;
      if (state !== without) search.try(states);
    }
  };
  for (let at = 0; at < states.length; at += 1) {
    const before = from[at] as ItemState;
    if (before !== OUT || !isFull) tryAt(at, before);
    states[at] = OUT;
    if (before === OUT) continue;
    search.try(states);
    for (let other = 0; other < states.length; other += 1) {
      if (from[other] !== OUT || other === at) continue;
      tryAt(other, OUT);
      states[other] = OUT;
    }
    states[at] = before;
  }
}

function improve(states: readonly ItemState[], fit: RoutineFit): Weighed {
  let best: Weighed = { states, weight: fit.weigh(states) };
  for (;;) {
    const search = new Search(fit);
    tryChanges(best.states, fit, search);
    const better = search.best(best);
    if (better === best) return best;
    best = better;
  }
}

/** A random selection: exercises in random order until they are long enough. */
function beginning(fit: RoutineFit, count: number, random: () => number): ItemState[] {
  const states = Array.from({ length: count }, (): ItemState => OUT);
  const places = states.map((_, at) => at);
  for (const at of shuffled(places, random).slice(0, MAX_ITEMS)) {
    if (fit.seconds(states) >= fit.least) break;
    states[at] = fit.canReduce[at] && random() < 0.5 ? REDUCED : WHOLE;
  }
  return states;
}

/** The best of all possible selections. Only for few candidates. */
function tryAll(fit: RoutineFit, count: number, fallback: Weighed): Weighed {
  const search = new Search(fit);
  const states: ItemState[] = [];
  const visit = (at: number) => {
    if (at === count) {
      search.try(states);
      return;
    }
    for (const state of [OUT, ...choices(fit, at)] as ItemState[]) {
      states[at] = state;
      visit(at + 1);
    }
  };
  visit(0);
  return search.best(fallback);
}

function search(fit: RoutineFit, count: number, random: () => number): readonly ItemState[] {
  let best = improve(beginning(fit, count, random), fit);
  for (let n = 1; n < BEGINNINGS.most; n += 1) {
    if (n >= BEGINNINGS.usual && fit.isGood(best.weight)) return best.states;
    const found = improve(beginning(fit, count, random), fit);
    if (found.weight < best.weight) best = found;
  }
  if (count <= MOST_TRIED && !fit.isGood(best.weight)) best = tryAll(fit, count, best);
  return best.states;
}

/**
 * The best routine of about the wished-for length. Its length comes first, then every category,
 * then other exercises than in the last days, evenly spread, with few reductions and little getting
 * up and down. If no routine has the length, the one nearest to it.
 */
export function compose(wanted: RoutineWish): Composition {
  const wish = sampleCandidates(wanted);
  const { candidates, random } = wish;
  if (!candidates.length) return { choices: [], seconds: 0, fits: false };
  const fit = new RoutineFit(wish);
  const states = search(fit, candidates.length, random);
  const choices = fit.order(states).map((at): Choice => {
    const { exercise, item } = candidates[at] as Candidate;
    const doses = states[at] === REDUCED ? oneSet(exercise) : undefined;
    return { exercise, item: doses ? { ...item, doses } : item, isReduced: doses !== undefined };
  });
  return { choices: choices, seconds: fit.seconds(states), fits: fit.fits(states) };
}
