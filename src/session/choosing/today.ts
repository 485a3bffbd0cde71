/**
 * Today's routine. What the brochure asks for: a few minutes every day, not all exercises every
 * day but different ones on different days, leaving out what brings lasting pain. A pure function
 * of the catalogue, of what is remembered of the days before, and of the day: the same all day
 * long, before and after it was done and after a restart. Only what the patient says themselves
 * changes it: a wish, an answer, or that an exercise was skipped because it hurts.
 */
import type { Equipment, Exercise, Level, Variant } from '../../catalogue/types';
import { withVariant } from '../../catalogue/variant';
import { daysSince } from '../memory/history';
import type { Day, Memory, Settings } from '../memory/memory';
import { mayBeChosen } from '../memory/pain';
import { type Routine, type RoutineItem, TODAY_ID } from '../routine/routine';
import { type Composition, compose } from './compose';
import type { Candidate } from './routineFit';
import { seededRandom } from './seededRandom';

/** Something that is true of today's routine and worth a line, the most telling first. */
export interface Reason {
  /**
   * `few`: there was too little to choose from for the wished-for length.
   * `shelf`: what is left out because of pain or a wish stayed out (`n` exercises).
   * `other`: none of them was done yesterday.
   * `balance`: something of every category (`n` of them).
   * `oneSet`: one set instead of two, to fit the time (`n` exercises).
   * `equipment`: only what needs nothing that isn't there (`n` exercises stayed out).
   */
  key: 'balance' | 'other' | 'equipment' | 'oneSet' | 'shelf' | 'few';
  params?: Record<string, string | number>;
}

export interface TodayChoice {
  /** Its id is `TODAY_ID`; without items where nothing is left to choose. */
  routine: Routine;
  /** At normal pace, preparations and rests included. */
  seconds: number;
  reasons: Reason[];
}

export interface TodayInput {
  exercises: readonly Exercise[];
  memory: Memory;
  day: Day;
}

/** How many days back counts for other exercises than lately (ours): as long as `routineFit.ts` weighs. */
const LOOK_BACK = 7;

/** How often an exercise is chosen as its harder variant, where that is switched on (ours). */
const VARIANT_SHARE = 0.5;

const isAllowed = (level: Level, { harder }: Settings): boolean =>
  level === 'basic' || (harder && level === 'harder');

const isAtHand = (needs: readonly Equipment[], { equipment }: Settings): boolean =>
  needs.every((one) => equipment.includes(one));

/** The exercise, or one of the brochure's harder variants of it, as it may be chosen by itself. */
function candidateOf(
  exercise: Exercise,
  settings: Settings,
  random: () => number,
): Candidate | undefined {
  const mayBe = ({ equipment, level }: Exercise) =>
    isAllowed(level, settings) && isAtHand(equipment, settings);
  const harder = exercise.variants
    .filter((one: Variant) => settings.harder && one.kind === 'harder')
    .map((one) => withVariant(exercise, one.id))
    .filter(mayBe);
  // Drawn for every exercise, so that one more or less changes nothing for the others.
  const which = random();
  const share = random();
  const variant = harder[Math.floor(which * harder.length)];
  if (variant && (share < VARIANT_SHARE || !mayBe(exercise))) {
    return { exercise: variant, item: { exercise: exercise.id, variant: variant.variant } };
  }
  return mayBe(exercise) ? { exercise, item: { exercise: exercise.id } } : undefined;
}

/** How often another routine was asked for on this day. */
const timesAsked = ({ another }: Memory, day: Day): number =>
  another?.day === day ? another.times : 0;

/** "Andere keuze": today's routine becomes another one. */
export const askAnother = (memory: Memory, day: Day): Memory => ({
  ...memory,
  another: { day, times: timesAsked(memory, day) + 1 },
});

const idsOf = ({ choices }: Composition): string[] => choices.map(({ exercise }) => exercise.id);

/**
 * Today's composition. Every other one asked for lacks an exercise of the first that those between
 * have again, so that each differs from the one before it.
 */
function composeToday({ day, exercises, memory }: TodayInput): Composition {
  const { seed, settings } = memory;
  const times = timesAsked(memory, day);
  const since = daysSince(memory, day, LOOK_BACK);
  const choose = (n: number, more: { without?: string; wanted?: string; avoided?: string[] }) => {
    const random = seededRandom(`${seed} ${day} ${n}`);
    const candidates = exercises.flatMap((exercise) => {
      const candidate = candidateOf(exercise, settings, random);
      const { id } = exercise;
      if (!candidate || id === more.without) return [];
      return mayBeChosen(memory, id, day) ? [candidate] : [];
    });
    return compose({ ...more, candidates, seconds: settings.minutes * 60, since, random });
  };
  const first = choose(0, {});
  if (times === 0) return first;
  const avoided = idsOf(first);
  for (const mark of avoided) {
    const other = choose(1, { without: mark, avoided });
    // Where the first has no right length either, any other one will do.
    if (!other.choices.length || (first.fits && !other.fits)) continue;
    if (times === 1) return other;
    const next = choose(times, times % 2 ? { without: mark, avoided } : { wanted: mark, avoided });
    if (next.fits || !first.fits) return next;
    return times % 2 ? other : first;
  }
  return first;
}

/** The one line's reasons, the most telling first. */
function reasonsFor({ day, exercises, memory }: TodayInput, composed: Composition): Reason[] {
  const { fits, choices } = composed;
  const reasons: Reason[] = [];
  const say = (key: Reason['key'], n?: number) =>
    reasons.push(n === undefined ? { key } : { key, params: { n } });
  const { settings } = memory;
  if (!fits) say('few');
  if (!choices.length) return reasons;
  const fitting = exercises.filter(({ level }) => isAllowed(level, settings));
  const out = fitting.filter(({ id }) => !mayBeChosen(memory, id, day));
  if (out.length) say('shelf', out.length);
  const yesterday = daysSince(memory, day, 1);
  if (yesterday.size && !choices.some(({ exercise }) => yesterday.has(exercise.id))) say('other');
  const categories = new Set(exercises.map((one) => one.category));
  const chosen = new Set(choices.map(({ exercise }) => exercise.category));
  if (categories.size > 1 && chosen.size === categories.size) say('balance', chosen.size);
  const reduced = choices.filter(({ isReduced: isOne }) => isOne);
  if (reduced.length) say('oneSet', reduced.length);
  const missing = fitting.filter(({ equipment }) => !isAtHand(equipment, settings));
  if (missing.length) say('equipment', missing.length);
  return reasons;
}

/**
 * Today's routine: as long as the settings wish, within a fifth, preparations and rests included;
 * something of every category, others than yesterday where possible, only with what is at hand, in
 * an order with little getting up and down. Never an advanced exercise, a harder one only when
 * switched on, none that is left out. Where that can't all be had, the best there is.
 */
export function chooseToday(input: TodayInput): TodayChoice {
  const composed = composeToday(input);
  return {
    routine: {
      id: TODAY_ID,
      title: 'routine.today',
      items: composed.choices.map(({ item }) => item),
    },
    seconds: composed.seconds,
    reasons: reasonsFor(input, composed),
  };
}

/** One set instead of the brochure's two or more, chosen by us to fit the time. */
export const isReduced = (exercise: Exercise, { doses }: RoutineItem): boolean =>
  exercise.parts.some(({ dose }, at) => (doses?.[at]?.sets ?? dose.sets) < dose.sets);
