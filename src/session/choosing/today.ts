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

/** A property of today's routine that the home page mentions. */
export interface Reason {
  /**
   * `few`: there were too few exercises for the wished-for length. `long`: the exercises are too long
   * for it. `shelf`: exercises are out
   * because of pain or a wish (`n` of them). `other`: none of the exercises was done yesterday.
   * `balance`: every category is in (`n` of them). `oneSet`: one set instead of two, to fit the
   * time (`n` exercises). `equipment`: exercises are out because their equipment is not at hand
   * (`n` of them).
   */
  key: 'balance' | 'other' | 'equipment' | 'oneSet' | 'shelf' | 'few' | 'long';
  params?: Record<string, string | number>;
}

export interface TodayChoice {
  /** Its id is `TODAY_ID`; without items where nothing is left to choose. */
  routine: Routine;
  /** Length at normal pace, with preparations and rests. */
  seconds: number;
  reasons: Reason[];
}

export interface TodayInput {
  exercises: readonly Exercise[];
  memory: Memory;
  day: Day;
}

/** Days whose exercises count as done recently (ours): as many as `routineFit.ts` weighs. */
const LOOK_BACK = 7;

/**
 * Share of choices in which an exercise is its harder variant, if the settings allow that (ours).
 */
const VARIANT_SHARE = 0.5;

const isAllowed = (level: Level, { harder }: Settings): boolean =>
  level === 'basic' || (harder && level === 'harder');

const isAtHand = (needs: readonly Equipment[], { equipment }: Settings): boolean =>
  needs.every((one) => equipment.includes(one));

/**
 * The exercise as a candidate, or one of the brochure's harder variants of it; undefined where it
 * may not be chosen.
 */
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
  // Every exercise draws a number, so that one exercise more or less changes nothing for the
  // others.
  const which = random();
  const share = random();
  const variant = harder[Math.floor(which * harder.length)];
  if (variant && (share < VARIANT_SHARE || !mayBe(exercise))) {
    return { exercise: variant, item: { exercise: exercise.id, variant: variant.variant } };
  }
  return mayBe(exercise) ? { exercise, item: { exercise: exercise.id } } : undefined;
}

/** How often the patient has asked for another routine on this day. */
const timesAsked = ({ another }: Memory, day: Day): number =>
  another?.day === day ? another.times : 0;

/** The memory after "Andere keuze": today's routine becomes another one. */
export const askAnother = (memory: Memory, day: Day): Memory => ({
  ...memory,
  another: { day, times: timesAsked(memory, day) + 1 },
});

const idsOf = ({ choices }: Composition): string[] => choices.map(({ exercise }) => exercise.id);

/**
 * Today's composition. After an odd number of requests the routine lacks one exercise of the first;
 * after an even number it has this exercise. So each differs from the one before it.
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
    // If the first one has no right length either, any other one is accepted.
    if (!other.choices.length || (first.fits && !other.fits)) continue;
    if (times === 1) return other;
    const next = choose(times, times % 2 ? { without: mark, avoided } : { wanted: mark, avoided });
    if (next.fits || !first.fits) return next;
    return times % 2 ? other : first;
  }
  return first;
}

/** The reasons for the home page's line, the most important first. */
function reasonsFor({ day, exercises, memory }: TodayInput, composed: Composition): Reason[] {
  const { fits, choices } = composed;
  const reasons: Reason[] = [];
  const say = (key: Reason['key'], n?: number) =>
    reasons.push(n === undefined ? { key } : { key, params: { n } });
  const { settings } = memory;
  if (!fits) say(composed.seconds > memory.settings.minutes * 60 ? 'long' : 'few');
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
 * Today's routine. Its length is the one in the settings, within a fifth, with preparations and
 * rests. It has something of every category, other exercises than yesterday where possible, only
 * equipment that is at hand, and an order with little getting up and down. It never has an advanced
 * or an excluded exercise, and a harder one only if the settings allow it. Where not all of this is
 * possible, it is the best compromise.
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

/** Whether the app chose one set instead of the brochure's two or more, to fit the time. */
export const isReduced = (exercise: Exercise, { doses }: RoutineItem): boolean =>
  exercise.parts.some(({ dose }, at) => (doses?.[at]?.sets ?? dose.sets) < dose.sets);
