/** Judges how well a routine fits a wish. A lower weight is better. Pure: chance is an argument. */
import type { Dose, Exercise } from '../../catalogue/types';
import { compileTimeline } from '../../timeline/compile';
import { FPS } from '../../timeline/types';
import { preparationSeconds } from '../routine/preparation';
import type { RoutineItem } from '../routine/routine';
import { bestOrder, orderCost, type SetUp, spotKey } from './order';

/** Share by which a routine may differ from the wished-for length. */
const TOLERANCE = 0.2;

/** Weights (ours). Each usually exceeds the sum of those below it. */
const WEIGHT = {
  /** A length outside the tolerance, and each second outside it. */
  outside: 100_000,
  outsideSecond: 100,
  /** A missing exercise that the routine must have. */
  wanted: 5000,
  /** A missing category that has exercises to offer. */
  missing: 500,
  /** An exercise that was done so many days ago. */
  ago: [0, 40, 8, 4, 2, 2, 2, 2],
  /** An exercise of the routine that the patient wants replaced. */
  avoided: 15,
  /** Times the square of the difference between the largest and the smallest category, less one. */
  uneven: 12,
  /** A length at the edge of the tolerance. */
  away: 20,
  /** One set instead of two. */
  reduced: 6,
  /** Times the cost of the order (`order.ts`). Getting down or up once weighs 8. */
  order: 0.08,
  /** Greatest preference that chance gives to an exercise. */
  chance: 8,
} as const;

/** An exercise that the routine may have, with its doses. */
export interface Candidate {
  exercise: Exercise;
  item: RoutineItem;
}

/** The wish for a routine. */
export interface RoutineWish {
  candidates: readonly Candidate[];
  /** Length, seconds. */
  seconds: number;
  /** Number of days since each exercise was done. */
  since?: ReadonlyMap<string, number>;
  avoided?: readonly string[];
  /** Id of an exercise that the routine must have. */
  wanted?: string;
  random(): number;
}

/** State of a candidate: out, in with the brochure's dose, or in with one set. */
export type ItemState = typeof OUT | typeof WHOLE | typeof REDUCED;
export const OUT = 0;
export const WHOLE = 1;
export const REDUCED = 2;

/**
 * The doses with one set instead of several; undefined where no part has several, or where a film
 * fixes the dose.
 */
export const oneSet = ({ parts, recorded }: Exercise): Dose[] | undefined =>
  !recorded && parts.some(({ dose }) => dose.sets > 1)
    ? parts.map(({ dose }) => ({ ...dose, sets: 1 }))
    : undefined;

/** Seconds of an exercise without its preparation, by state. */
type Lengths = [out: 0, whole: number, reduced: number | undefined];

/** Lengths by exercise, so that each is laid out only once. */
const lengths = new WeakMap<Exercise, Lengths>();

function lengthsOf(exercise: Exercise): Lengths {
  const known = lengths.get(exercise);
  if (known) return known;
  const secondsOf = (doses?: Dose[]) =>
    compileTimeline(exercise, { preparationSeconds: 0, ...(doses ? { doses } : {}) }).frames / FPS;
  const reduced = oneSet(exercise);
  const made: Lengths = [0, secondsOf(), reduced && secondsOf(reduced)];
  lengths.set(exercise, made);
  return made;
}

/** The cheapest way through some spots. */
interface Way {
  /** Numbers of the spots, in order. */
  spots: number[];
  cost: number;
  /** Seconds of getting from one spot to the next. */
  seconds: number;
}

/** Weighs selections of the same candidates. A selection has one state per candidate. */
export class RoutineFit {
  readonly least: number;
  readonly most: number;
  /** Whether each candidate has several sets, so that it can be reduced to one. */
  readonly canReduce: boolean[];
  private readonly ways = new Map<string, Way>();
  private readonly spots: SetUp[];
  private readonly spotOf: number[];
  private readonly staying: number[];
  private readonly lengths: Lengths[];
  private readonly categoryOf: number[];
  private readonly categories: number;
  /** Weight of each exercise alone. */
  private readonly own: number[];
  private readonly wanted: number;
  // Reused by every weighing, because thousands of selections are weighed.
  private readonly inSpot: number[];
  private readonly inCategory: number[];

  constructor(private readonly wish: RoutineWish) {
    const { avoided = [], candidates, random, seconds, since, wanted } = wish;
    const exercises = candidates.map((one) => one.exercise);
    const keys = exercises.map(spotKey);
    const spotKeys = [...new Set(keys)];
    const categories = [...new Set(exercises.map((one) => one.category))];
    this.spotOf = keys.map((key) => spotKeys.indexOf(key));
    this.spots = spotKeys.map((key) => exercises[keys.indexOf(key)] as Exercise);
    this.staying = this.spots.map(({ position }) => preparationSeconds(position, position));
    this.lengths = exercises.map(lengthsOf);
    this.canReduce = this.lengths.map(([, , reduced]) => reduced !== undefined);
    this.categoryOf = exercises.map((one) => categories.indexOf(one.category));
    this.categories = categories.length;
    this.own = exercises.map(({ id }) => {
      const recent = WEIGHT.ago[since?.get(id) ?? 0] ?? 0;
      const again = avoided.includes(id) ? WEIGHT.avoided : 0;
      return recent + again + (random() - 0.5) * WEIGHT.chance;
    });
    this.wanted = exercises.findIndex(({ id }) => id === wanted);
    this.inSpot = this.spots.map(() => 0);
    this.inCategory = categories.map(() => 0);
    this.least = seconds * (1 - TOLERANCE);
    this.most = seconds * (1 + TOLERANCE);
  }

  /** Length of a selection with preparations and rests, in the cheapest order, seconds. */
  seconds(states: readonly ItemState[]): number {
    this.count(states);
    const way = this.way();
    return way.seconds + this.within(states);
  }

  fits(states: readonly ItemState[]): boolean {
    const seconds = this.seconds(states);
    return seconds >= this.least && seconds <= this.most;
  }

  /** Whether a weight means that the length is right and no category is missing. */
  isGood(weight: number): boolean {
    return weight < WEIGHT.missing;
  }

  /** The weight of a selection. */
  weigh(states: readonly ItemState[]): number {
    this.count(states);
    const way = this.way();
    const seconds = way.seconds + this.within(states);
    let sum = WEIGHT.order * way.cost;
    for (let at = 0; at < states.length; at += 1) {
      if (states[at] === OUT) continue;
      sum += this.own[at] as number;
      if (states[at] === REDUCED) sum += WEIGHT.reduced;
    }
    if (this.wanted >= 0 && states[this.wanted] === OUT) sum += WEIGHT.wanted;
    sum += (WEIGHT.away * Math.abs(seconds - this.wish.seconds)) / (TOLERANCE * this.wish.seconds);
    if (seconds < this.least || seconds > this.most) {
      const outside = Math.max(this.least - seconds, seconds - this.most);
      sum += WEIGHT.outside + WEIGHT.outsideSecond * outside;
    }
    return sum + this.imbalance();
  }

  /**
   * Places of the selected candidates, in order. Within a spot they are sorted by category, then by
   * place.
   */
  order(states: readonly ItemState[]): number[] {
    this.count(states);
    const { spots } = this.way();
    const rank = (at: number) => spots.indexOf(this.spotOf[at] as number);
    return states
      .map((_, at) => at)
      .filter((at) => states[at] !== OUT)
      .sort(
        (a, b) =>
          rank(a) - rank(b) ||
          (this.categoryOf[a] as number) - (this.categoryOf[b] as number) ||
          a - b,
      );
  }

  /** Counts the selected candidates of each spot and category. */
  private count(states: readonly ItemState[]) {
    const { categoryOf, inCategory, inSpot, spotOf } = this;
    for (let spot = 0; spot < inSpot.length; spot += 1) inSpot[spot] = 0;
    for (let category = 0; category < this.categories; category += 1) inCategory[category] = 0;
    for (let at = 0; at < states.length; at += 1) {
      if (states[at] === OUT) continue;
      (inSpot[spotOf[at] as number] as number) += 1;
      (inCategory[categoryOf[at] as number] as number) += 1;
    }
  }

  /** Seconds of the selected exercises, and of the preparations within a spot. */
  private within(states: readonly ItemState[]): number {
    let sum = 0;
    for (let at = 0; at < states.length; at += 1) {
      sum += this.lengths[at]?.[states[at] as ItemState] ?? 0;
    }
    for (let spot = 0; spot < this.inSpot.length; spot += 1) {
      // The way already has the preparation of a spot's first exercise.
      const others = (this.inSpot[spot] as number) - 1;
      if (others > 0) sum += others * (this.staying[spot] as number);
    }
    return sum;
  }

  private imbalance(): number {
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    let missing = 0;
    for (let category = 0; category < this.categories; category += 1) {
      const count = this.inCategory[category] as number;
      if (count === 0) missing += 1;
      least = Math.min(least, count);
      most = Math.max(most, count);
    }
    const uneven = Math.max(0, most - least - 1);
    return missing * WEIGHT.missing + uneven * uneven * WEIGHT.uneven;
  }

  /** The way through the counted spots. */
  private way(): Way {
    let key = '';
    for (let spot = 0; spot < this.inSpot.length; spot += 1)
      if (this.inSpot[spot]) key += `${spot},`;
    const known = this.ways.get(key);
    if (known) return known;
    const numbers = this.spots.map((_, spot) => spot).filter((spot) => this.inSpot[spot]);
    const order = bestOrder(numbers.map((spot) => this.spots[spot] as SetUp));
    const spots = order.map((at) => numbers[at] as number);
    const walked = spots.map((spot) => this.spots[spot] as SetUp);
    const way = {
      spots,
      cost: orderCost(walked),
      seconds: walked.reduce(
        (sum, { position }, at) => sum + preparationSeconds(walked[at - 1]?.position, position),
        0,
      ),
    };
    this.ways.set(key, way);
    return way;
  }
}
