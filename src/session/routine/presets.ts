/**
 * Ready-made routines from the catalogue, the same on every set. They have basic exercises only, at
 * the brochure's dose as far as the time allows.
 */
import type { Exercise } from '../../catalogue/types';
import { compose } from '../choosing/compose';
import { arrange } from '../choosing/order';
import { seededRandom } from '../choosing/seededRandom';
import type { Routine, RoutineItem } from './routine';
import { MAX_ITEMS } from './routines';

/** Least hold of a stretch, counts or seconds: the brochure's "15". A stretch is done once. */
const STRETCH_COUNTS = 15;

/** Lengths, seconds (ours). The first is for a patient's first session. */
const START_SECONDS = 5 * 60;
const BARE_SECONDS = 10 * 60;

const isStretch = ({ parts: [{ dose }] }: Exercise): boolean =>
  dose.sets === 1 &&
  dose.reps === 1 &&
  (dose.holdCounts ?? dose.holdSeconds ?? 0) >= STRETCH_COUNTS;

/** Whether the exercise needs no equipment except a mat, on which every floor exercise lies. */
const isBare = ({ equipment }: Exercise): boolean => equipment.every((one) => one === 'mat');

const isUpright = ({ position }: Exercise): boolean =>
  position === 'standing' || position === 'sitting';

const itemOf = (exercise: Exercise): RoutineItem => ({ exercise: exercise.id });

function composed(exercises: readonly Exercise[], id: string, seconds: number): RoutineItem[] {
  const candidates = exercises.map((exercise) => ({ exercise, item: itemOf(exercise) }));
  return compose({ candidates, seconds, random: seededRandom(id) }).choices.map(({ item }) => item);
}

const ordered = (exercises: readonly Exercise[]): RoutineItem[] =>
  arrange(exercises.slice(0, MAX_ITEMS)).map(itemOf);

/**
 * The presets for which the catalogue has exercises: five minutes to begin with (`preset-start`),
 * only a mat (`preset-bare`), standing and sitting (`preset-upright`), stretching
 * (`preset-stretch`).
 */
export function presets(exercises: readonly Exercise[]): Routine[] {
  const basic = exercises.filter(({ level }) => level === 'basic');
  const bare = basic.filter(isBare);
  const items: Record<string, RoutineItem[]> = {
    start: composed(bare, 'start', START_SECONDS),
    bare: composed(bare, 'bare', BARE_SECONDS),
    upright: ordered(basic.filter(isUpright)),
    stretch: ordered(basic.filter(isStretch)),
  };
  return Object.keys(items)
    .map((id) => ({ id: `preset-${id}`, title: `routine.preset.${id}`, items: items[id] ?? [] }))
    .filter((routine) => routine.items.length > 0);
}
