/**
 * Ready-made routines from the catalogue, the same on every set. They have basic exercises only, at
 * the brochure's dose as far as the time allows.
 */
import type { Exercise } from '../../catalogue/types';
import { type Composition, compose } from '../choosing/compose';
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

/**
 * Whether a first session may have it. Of an exercise that is not easy, the brochure also says an easier
 * way.
 */
const isEasy = ({ variants }: Exercise): boolean => variants.every(({ kind }) => kind !== 'easier');

const itemOf = (exercise: Exercise): RoutineItem => ({ exercise: exercise.id });

function composed(exercises: readonly Exercise[], id: string, seconds: number): Composition {
  const candidates = exercises.map((exercise) => ({ exercise, item: itemOf(exercise) }));
  return compose({ candidates, seconds, random: seededRandom(id) });
}

const itemsOf = ({ choices }: Composition): RoutineItem[] => choices.map(({ item }) => item);

/**
 * The preset for a first session. It has easy exercises that need only a mat; where they don't make five
 * minutes, other easy ones too. Its name says five minutes only if it lasts five minutes.
 */
function startPreset(basic: readonly Exercise[]): Omit<Routine, 'id'> {
  const easy = basic.filter(isEasy);
  const bare = composed(easy.filter(isBare), 'start', START_SECONDS);
  const any = bare.fits ? bare : composed(easy, 'start', START_SECONDS);
  const chosen = any.fits || !bare.choices.length ? any : bare;
  const name = chosen.fits ? 'start' : 'begin';
  return { title: `routine.preset.${name}`, items: itemsOf(chosen) };
}

const ordered = (exercises: readonly Exercise[]): RoutineItem[] =>
  arrange(exercises.slice(0, MAX_ITEMS)).map(itemOf);

/**
 * The presets for which the catalogue has exercises: about five minutes to begin with (`preset-start`),
 * only a mat (`preset-bare`), standing and sitting (`preset-upright`), stretching
 * (`preset-stretch`).
 */
export function presets(exercises: readonly Exercise[]): Routine[] {
  const basic = exercises.filter(({ level }) => level === 'basic');
  const bare = composed(basic.filter(isBare), 'bare', BARE_SECONDS);
  const all: Routine[] = [
    { id: 'preset-start', ...startPreset(basic) },
    { id: 'preset-bare', title: 'routine.preset.bare', items: itemsOf(bare) },
    {
      id: 'preset-upright',
      title: 'routine.preset.upright',
      items: ordered(basic.filter(isUpright)),
    },
    {
      id: 'preset-stretch',
      title: 'routine.preset.stretch',
      items: ordered(basic.filter(isStretch)),
    },
  ];
  return all.filter((routine) => routine.items.length > 0);
}
