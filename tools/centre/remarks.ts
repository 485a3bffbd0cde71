/**
 * What a centre's file may hold and the app passes over: languages that it lacks, entries that the file's own
 * modes exclude, doses of uneven sides.
 */
import { type CatalogueProblem, problemOf } from '../../src/catalogue/problems';
import type { Exercise } from '../../src/catalogue/types';
import { withVariant } from '../../src/catalogue/variant';
import { CENTRE_FILE, type Centre } from '../../src/session/centre/centre';
import { CODES } from '../../src/texts/languages';
import { isUneven, unevenComplaint } from '../catalogue/remarks';

/** Which mode each entry is for. */
const MODE_OF = {
  group: 'group',
  waitingRoom: 'waiting-room',
  openingHours: 'waiting-room',
  pin: 'waiting-room',
} as const;

const say = (place: string, complaint: string): CatalogueProblem =>
  problemOf(CENTRE_FILE, undefined, place, complaint);

/** Entries for a mode that "modes" doesn't allow. @param fields the file's own fields */
function idle({ modes }: Centre, fields: Readonly<Record<string, unknown>>): CatalogueProblem[] {
  return Object.entries(MODE_OF).flatMap(([entry, mode]) =>
    fields[entry] === undefined || modes.includes(mode)
      ? []
      : [say(entry, `has no effect, since "modes" doesn't allow "${mode}"`)],
  );
}

/** Repetitions of a routine that can't be divided over two sides. */
function uneven({ routines }: Centre, known: ReadonlyMap<string, Exercise>): CatalogueProblem[] {
  return routines.flatMap(({ exercises, id }) =>
    exercises.flatMap((entry, at) => {
      if (typeof entry === 'string' || entry.reps === undefined) return [];
      const exercise = known.get(entry.exercise);
      const isKnown = exercise?.variants.some((one) => one.id === entry.variant);
      const shown = exercise && isKnown ? withVariant(exercise, entry.variant as string) : exercise;
      const isWrong = shown?.parts.some(({ dose }) => isUneven(dose.sides, entry.reps));
      const place = `routine "${id}", exercises[${at}].reps`;
      return isWrong ? [say(place, unevenComplaint(entry.reps))] : [];
    }),
  );
}

/** Languages that the app has no texts for. */
function unspoken({ language, languages = [] }: Centre): CatalogueProblem[] {
  const choices = CODES.map((one) => JSON.stringify(one)).join(', ');
  const wrong = (place: string, code: string | undefined) =>
    code === undefined || CODES.some((one) => one === code)
      ? []
      : [say(place, `expected one of ${choices}, got ${JSON.stringify(code)}`)];
  return [
    ...wrong('language', language),
    ...languages.flatMap((code, at) => wrong(`languages[${at}]`, code)),
  ];
}

/** One sentence for each place. */
export const remarksOnCentre = (
  centre: Centre,
  fields: Readonly<Record<string, unknown>>,
  known: ReadonlyMap<string, Exercise>,
): CatalogueProblem[] => [...unspoken(centre), ...idle(centre, fields), ...uneven(centre, known)];
