/**
 * What a centre has set for its screens. Pure: the text of `centre.json` comes in, the settings and
 * the problems come out. A wrong entry is named and left out, the rest holds.
 */
import { readObject } from '../../catalogue/json';
import type { CatalogueProblem } from '../../catalogue/problems';
import { problemOf } from '../../catalogue/problems';
import { prune } from '../../catalogue/prune';
import {
  type CentreFile,
  type CentreRoutine,
  centreSchema,
  MODES,
  type Mode,
} from './centreSchema';
import { type OpeningHours, type Span, spanOf, WEEKDAYS, type Weekday } from './openingHours';

/** Where it lies: beside the app's page. */
export const CENTRE_FILE = 'centre.json';

/** A centre's settings, with what is usual where it says nothing. */
export interface Centre {
  /** As the centre numbers it; empty where it doesn't. */
  version: string;
  name?: string;
  /** A file beside the app. */
  logo?: string;
  /** For who has chosen none; absent: the set's. */
  language?: string;
  /** Those one may choose from; absent: all there are. */
  languages?: readonly string[];
  /** Files below the static folder; absent: those of `settings.json`. */
  catalogues?: readonly string[];
  modes: readonly Mode[];
  /** Where a screen begins by itself; absent: the home screen, or where it was when it went off. */
  startIn?: Mode;
  /** Absent: always open. */
  openingHours?: OpeningHours;
  waitingRoom: {
    /** Ids; absent: every basic exercise. */
    exercises?: readonly string[];
    /** Of each demonstration. */
    repetitions: number;
  };
  group: { pace?: number; restSeconds?: number; movesOn: boolean };
  routines: readonly CentreRoutine[];
  /** Where the phone page is, for QR codes. */
  phoneAddress?: string;
  /** Absent: nothing was said. */
  screen?: { diagonalInches: number; distanceMetres: number };
  /** Hashed; absent: leaving the waiting room asks for none. */
  pin?: string;
}

/** A few repetitions (ours): enough to see the movement begin, turn and end. */
const REPETITIONS = 3;
/** A living room's set and couch (ours). */
const SCREEN = { diagonalInches: 55, distanceMetres: 3 } as const;

/** The settings where there is no `centre.json`. */
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
  /** Nothing of the file could be used: a copy kept from before would be better. */
  isBroken: boolean;
}

const HOURS = 'openingHours';

/** A day goes whole; where a day's name is wrong, nobody knows which days are closed. */
const wholeOf = (keys: readonly (string | number)[]): number => {
  if (keys[0] !== HOURS) return keys.length;
  return WEEKDAYS.includes(keys[1] as Weekday) ? 2 : 1;
};

const ALL_DAY: Span = { from: 0, to: 24 * 60 };

/** A day whose hours can't be read is open: better a picture too long than a dark screen by mistake. */
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

/** Without what is absent, so that a spread leaves what is usual. */
const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };

const firstOfEach = <T>(list: readonly T[], keyOf: (item: T) => string): T[] => {
  const keys = list.map(keyOf);
  return list.filter((_, at) => keys.indexOf(keys[at] as string) === at);
};

/** What each entry alone can't tell: entries that contradict one another. */
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
