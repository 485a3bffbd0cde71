/**
 * A centre's settings for its screens. Pure: the text of `centre.json` comes in, the settings and
 * the problems come out. A wrong entry is reported and left out. The other entries apply.
 */
import { readObject } from '../../catalogue/json';
import type { CatalogueProblem } from '../../catalogue/problems';
import { problemOf } from '../../catalogue/problems';
import { prune } from '../../catalogue/prune';
import { firstOfEach } from '../firstOfEach';
import {
  type CentreFile,
  type CentreRoutine,
  centreSchema,
  MODES,
  type Mode,
} from './centreSchema';
import { type OpeningHours, type Span, spanOf, WEEKDAYS, type Weekday } from './openingHours';

/** Address of the file, beside the app's page. */
export const CENTRE_FILE = 'centre.json';

/** A centre's settings, with defaults for absent entries. */
export interface Centre {
  /** Version as the centre numbers it; empty if it does not. */
  version: string;
  name?: string;
  /** Address of a file beside the app. */
  logo?: string;
  /** Language for patients who have chosen none; absent: the set's language. */
  language?: string;
  /** Languages that a patient may choose; absent: all. */
  languages?: readonly string[];
  /** Addresses of files below the static folder; absent: those of `settings.json`. */
  catalogues?: readonly string[];
  modes: readonly Mode[];
  /**
   * Mode in which a screen starts; absent: the home page, or the mode that it was in when it went
   * off.
   */
  startIn?: Mode;
  /** Absent: always open. */
  openingHours?: OpeningHours;
  waitingRoom: {
    /** Ids of exercises; absent: every basic exercise. */
    exercises?: readonly string[];
    /** Number of repetitions in each demonstration. */
    repetitions: number;
  };
  group: { pace?: number; restSeconds?: number; movesOn: boolean };
  routines: readonly CentreRoutine[];
  /** Address of the phone page, for QR codes. */
  phoneAddress?: string;
  /** Absent when the centre does not give it. */
  screen?: { diagonalInches: number; distanceMetres: number };
  /** The PIN, hashed; absent: leaving the waiting room needs none. */
  pin?: string;
}

/** Default number of repetitions (ours): enough to see the movement begin, turn and end. */
const REPETITIONS = 3;
/** Default screen: a set and couch of a living room (ours). */
const SCREEN = { diagonalInches: 55, distanceMetres: 3 } as const;

/** The settings when there is no `centre.json`. */
export const NO_CENTRE: Centre = {
  version: '',
  modes: MODES,
  waitingRoom: { repetitions: REPETITIONS },
  group: { movesOn: false },
  routines: [],
};

export interface CentreReading {
  centre: Centre;
  problems: CatalogueProblem[];
  /** True when nothing of the file is usable. A copy from an earlier start is better then. */
  isBroken: boolean;
}

const HOURS = 'openingHours';

/**
 * Number of leading keys of a wrong place: everything below them is removed together. A wrong time
 * removes its whole day. A wrong name of a day removes all hours, because it is unknown which day
 * it means.
 */
const wholeOf = (keys: readonly (string | number)[]): number => {
  if (keys[0] !== HOURS) return keys.length;
  return WEEKDAYS.includes(keys[1] as Weekday) ? 2 : 1;
};

const ALL_DAY: Span = { from: 0, to: 24 * 60 };

/**
 * The opening hours. A day whose hours are wrong is open all day: an unneeded picture is better
 * than a dark screen by mistake.
 */
function hoursOf(file: CentreFile, gone: readonly (readonly (string | number)[])[]) {
  if (!file.openingHours) return undefined;
  const hours: OpeningHours = {};
  for (const name of WEEKDAYS) {
    const spans = file.openingHours[name]?.flatMap((text) => spanOf(text) ?? []);
    if (gone.some(([at, day]) => at === HOURS && day === name)) hours[name] = [ALL_DAY];
    else if (spans) hours[name] = spans;
  }
  return hours;
}

/** The fields without the undefined ones, so that a spread keeps the defaults. */
const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };

/** Problems that no entry shows alone: entries that contradict one another. */
function contradictions(file: CentreFile): CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const say = (place: string, complaint: string) =>
    problems.push(problemOf(CENTRE_FILE, undefined, place, complaint));
  const { language, languages, modes, startIn } = file;
  if (startIn && modes && !modes.includes(startIn)) {
    say('startIn', `is ${JSON.stringify(startIn)}, which "modes" doesn't allow`);
  }
  if (language && languages && !languages.includes(language)) {
    say('language', `is ${JSON.stringify(language)}, which "languages" doesn't offer`);
  }
  const ids = (file.routines ?? []).map(({ id }) => id);
  for (const id of firstOfEach(ids, (one) => one)) {
    const count = ids.filter((one) => one === id).length;
    if (count > 1) say('routines', `has ${count} with the id "${id}"; the first counts`);
  }
  return problems;
}

/** Reads `centre.json`. Never throws. */
export function readCentre(text: string): CentreReading {
  const read = readObject(text, CENTRE_FILE, 'what docs/centre.md lists');
  if ('problem' in read) return { centre: NO_CENTRE, problems: [read.problem], isBroken: true };
  const { gone, output, problems } = prune(centreSchema, CENTRE_FILE, read.raw, wholeOf);
  if (!output) return { centre: NO_CENTRE, problems, isBroken: true };
  const { group, language, modes, routines, screen, startIn, waitingRoom, ...plain } = output;
  const { $schema: _, openingHours: __, ...others } = plain;
  const hours = hoursOf(output, gone);
  const isStartAllowed = startIn && (modes ?? MODES).includes(startIn);
  const isOffered = language && (!output.languages || output.languages.includes(language));
  const centre: Centre = {
    ...NO_CENTRE,
    ...present(others),
    ...(isOffered ? { language } : {}),
    ...(modes ? { modes: firstOfEach(modes, (one) => one) } : {}),
    ...(isStartAllowed ? { startIn } : {}),
    ...(hours ? { openingHours: hours } : {}),
    waitingRoom: { ...NO_CENTRE.waitingRoom, ...present(waitingRoom ?? {}) },
    group: { ...NO_CENTRE.group, ...present(group ?? {}) },
    routines: firstOfEach(routines ?? [], ({ id }) => id),
    ...(screen ? { screen: { ...SCREEN, ...present(screen) } } : {}),
  };
  return { centre, problems: [...problems, ...contradictions(output)], isBroken: false };
}
