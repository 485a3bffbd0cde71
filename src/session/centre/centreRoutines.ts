/** Checks a centre's own routines and its waiting room against the catalogues. */

import type { CatalogueProblem } from '../../catalogue/problems';
import { problemOf } from '../../catalogue/problems';
import type { Exercise } from '../../catalogue/types';
import { withVariant } from '../../catalogue/variant';
import { type DoseWish, withDose } from '../../timeline/dose';
import type { Routine, RoutineItem } from '../routine/routine';
import { CENTRE_FILE, type Centre } from './centre';
import type { CentreRoutine } from './centreSchema';

type Known = ReadonlyMap<string, Exercise>;
type Entry = CentreRoutine['exercises'][number];
type Say = (place: string, complaint: string) => void;

const unknown = (id: string) => `no catalogue has an exercise ${JSON.stringify(id)}`;

/** The item of a routine. It has the brochure's dose where the wished-for dose is impossible. */
function itemOf(entry: Entry, place: string, known: Known, say: Say): RoutineItem | undefined {
  const wish = typeof entry === 'string' ? { exercise: entry } : entry;
  const exercise = known.get(wish.exercise);
  if (!exercise) {
    say(place, unknown(wish.exercise));
    return undefined;
  }
  const item: RoutineItem = { exercise: exercise.id };
  if (wish.variant !== undefined) {
    if (exercise.variants.some(({ id }) => id === wish.variant)) item.variant = wish.variant;
    else say(`${place}.variant`, `${exercise.id} has no variant ${JSON.stringify(wish.variant)}`);
  }
  const shown = item.variant === undefined ? exercise : withVariant(exercise, item.variant);
  let doses = shown.parts.map(({ dose }) => dose);
  let isChanged = false;
  for (const name of ['sets', 'reps', 'hold'] as const) {
    const number = wish[name];
    if (number === undefined) continue;
    try {
      const one: DoseWish = { [name]: number };
      const wished = withDose({ ...shown, parts: withDoses(shown, doses) }, one);
      doses = wished;
      isChanged = true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      say(`${place}.${name}`, error.message);
    }
  }
  return isChanged ? { ...item, doses } : item;
}

const withDoses = ({ parts }: Exercise, doses: Exercise['parts'][number]['dose'][]) =>
  parts.map((part, at) => ({ ...part, dose: doses[at] ?? part.dose })) as Exercise['parts'];

/**
 * The centre's routines, with ids `centre-…`, without exercises that no catalogue has.
 * @returns the routines, and one sentence for each entry that is impossible
 */
export function centreRoutines(
  { routines }: Centre,
  known: Known,
): { routines: Routine[]; problems: CatalogueProblem[] } {
  const problems: CatalogueProblem[] = [];
  const say: Say = (place, complaint) =>
    problems.push(problemOf(CENTRE_FILE, undefined, place, complaint));
  const made = routines.map(({ exercises, id, title }) => ({
    id: `centre-${id}`,
    title,
    items: exercises.flatMap(
      (entry, at) => itemOf(entry, `routine "${id}", exercises[${at}]`, known, say) ?? [],
    ),
  }));
  return { routines: made.filter(({ items }) => items.length > 0), problems };
}

/**
 * The exercises of a waiting room, in order: those that the centre lists, else every basic one. A
 * harder one shows only if it is listed. An advanced one never shows, because nobody supervises.
 * @returns the exercises, and one sentence for each listed one that does not show
 */
export function waitingRoomExercises(
  { waitingRoom }: Centre,
  known: Known,
): { exercises: Exercise[]; problems: CatalogueProblem[] } {
  const all = [...known.values()];
  const basic = all.filter(({ level }) => level === 'basic');
  if (!waitingRoom.exercises) return { exercises: basic, problems: [] };
  const problems: CatalogueProblem[] = [];
  const listed = waitingRoom.exercises.flatMap((id, at) => {
    const exercise = known.get(id);
    const why = exercise
      ? exercise.level === 'advanced' && `${id} is for advanced people, and is never shown here`
      : unknown(id);
    if (exercise && !why) return [exercise];
    const place = `waitingRoom.exercises[${at}]`;
    problems.push(problemOf(CENTRE_FILE, undefined, place, String(why)));
    return [];
  });
  // The basic exercises replace a list of which nothing remains, so that the screen is never empty.
  return { exercises: listed.length ? listed : basic, problems };
}
