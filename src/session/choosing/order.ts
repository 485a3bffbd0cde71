/**
 * The order of a routine with the least getting up and down, few changes of position and little
 * fetching of equipment. Exercises with the same position and equipment form one spot, so only the
 * order of spots is open. The best order is found by trying all.
 */
import type { Equipment, Exercise } from '../../catalogue/types';
import { isOnTheFloor } from '../routine/preparation';

/** Position and equipment of an exercise. */
export type SetUp = Pick<Exercise, 'position' | 'equipment'>;

/** Costs of a change, relative to each other (ours): getting up costs most, then turning over. */
const COST = { upOrDown: 100, position: 10, thing: 8 } as const;

/** Number of spots above which the order is built step by step, with the nearest spot next. */
const MOST_SPOTS = 8;

/**
 * Before the first exercise and after the last one, the patient is on their feet and holds nothing.
 */
const STANDING: SetUp = { position: 'standing', equipment: [] };

/**
 * Equipment that must be fetched and put aside. A mat remains on the floor, so it is not counted.
 */
const things = ({ equipment }: SetUp): Equipment[] => equipment.filter((one) => one !== 'mat');

/** Cost of getting from one to the other. */
function cost(from: SetUp, to: SetUp): number {
  const there = things(to);
  const here = things(from);
  const changes =
    there.filter((one) => !here.includes(one)).length +
    here.filter((one) => !there.includes(one)).length;
  const isUpOrDown = isOnTheFloor(from.position) !== isOnTheFloor(to.position);
  return (
    (isUpOrDown ? COST.upOrDown : 0) +
    (from.position === to.position ? 0 : COST.position) +
    changes * COST.thing
  );
}

/** Cost of an order, from standing to standing again. */
export const orderCost = (spots: readonly SetUp[]): number =>
  [...spots, STANDING].reduce((sum, one, at) => sum + cost(spots[at - 1] ?? STANDING, one), 0);

/** Key of a spot. Between exercises with the same key, nothing changes. */
export const spotKey = ({ equipment, position }: SetUp): string =>
  [position, ...[...equipment].sort()].join();

/** The set of visited spots without one of them, as bits. */
const without = (visited: number, spot: number): number => visited & ~(1 << spot);

/**
 * The cheapest way through all spots, as places. For every set of visited spots and every last spot
 * in it, the least cost is computed from smaller sets.
 */
function cheapest(spots: readonly SetUp[]): number[] {
  const count = spots.length;
  const steps = spots.map((from) => spots.map((to) => cost(from, to)));
  const down = spots.map((spot) => cost(STANDING, spot));
  const up = spots.map((spot) => cost(spot, STANDING));
  /** Least costs. The index is the set of visited spots × count + the last spot. */
  const least: number[] = [];
  const upTo = (visited: number, last: number) => least[visited * count + last] as number;
  /** Cost of being at `last` after `before`; -1 means that no spot comes before. */
  const after = (rest: number, before: number, last: number): number =>
    before < 0
      ? (down[last] as number)
      : upTo(rest, before) + ((steps[before] as number[])[last] as number);
  /** The spot before the last that makes it cheapest; the first of several. */
  const bestBefore = (rest: number, last: number): number => {
    let found = -1;
    let sum = Number.POSITIVE_INFINITY;
    for (let before = 0; rest && before < count; before += 1) {
      if (!(rest & (1 << before))) continue;
      const one = after(rest, before, last);
      if (one < sum) [found, sum] = [before, one];
    }
    return found;
  };
  const all = (1 << count) - 1;
  for (let visited = 1; visited <= all; visited += 1) {
    for (let last = 0; last < count; last += 1) {
      if (!(visited & (1 << last))) continue;
      const rest = without(visited, last);
      least[visited * count + last] = after(rest, bestBefore(rest, last), last);
    }
  }
  let last = -1;
  for (let spot = 0; spot < count; spot += 1) {
    const isBetter =
      last < 0 || upTo(all, spot) + (up[spot] ?? 0) < upTo(all, last) + (up[last] ?? 0);
    if (isBetter) last = spot;
  }
  const order: number[] = [];
  for (let visited = all; last >= 0; ) {
    order.unshift(last);
    visited = without(visited, last);
    last = bestBefore(visited, last);
  }
  return order;
}

/** The order with the nearest spot next. It is good enough when there are too many to try. */
function nearest(spots: readonly SetUp[]): number[] {
  const order: number[] = [];
  let here = STANDING;
  while (order.length < spots.length) {
    let next = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, spot] of spots.entries()) {
      const sum = order.includes(at) ? Number.POSITIVE_INFINITY : cost(here, spot);
      if (sum < least) [least, next] = [sum, at];
    }
    here = spots[next] as SetUp;
    order.push(next);
  }
  return order;
}

/**
 * The cheapest order of some spots, as places; always the same one of several equally cheap ones.
 */
export const bestOrder = (spots: readonly SetUp[]): number[] =>
  spots.length > MOST_SPOTS ? nearest(spots) : cheapest(spots);

/** Exercises in their cheapest order. Within a spot they keep the given order. */
export function arrange<T extends SetUp>(exercises: readonly T[]): T[] {
  const keys = [...new Set(exercises.map(spotKey))];
  const groups = keys.map((key) => exercises.filter((one) => spotKey(one) === key));
  return bestOrder(groups.map((group) => group[0] as T)).flatMap((at) => groups[at] ?? []);
}
