/** The commands for centres: they hash a PIN for the centre's file and check that file. */
import { randomBytes } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { CENTRE_FILE, type Centre, readCentre } from '../../src/session/centre/centre';
import { centreRoutines, waitingRoomExercises } from '../../src/session/centre/centreRoutines';
import { hashPin } from '../../src/tv/pin';
import { filesOfSettings, kindOf, readLibrary, UserError } from '../catalogue/files';
import { readFileText } from '../catalogue/fileText';
import { sentenceWithHint } from '../catalogue/hints';
import type { Output } from '../catalogue/run';
import { logoProblem } from './logoFile';
import { remarksOnCentre } from './remarks';

const USAGE = `Usage: npm run --silent centre -- COMMAND

  pin DIGITS     prints the line for centre.json that asks for this PIN (4 to 8 digits)
  check FILE     what is wrong in a centre.json, in itself and against its catalogues`;

const SALT_BYTES = 16;

function pin(words: readonly string[], output: Output): number {
  const [digits] = words;
  if (digits === undefined || words.length > 1) throw new UserError('pin: expected the digits.');
  output.out(`"pin": "${hashPin(digits, [...randomBytes(SALT_BYTES)])}"`);
  return 0;
}

/** The catalogues that a centre's file leads to, and what is wrong with them. */
function catalogues(centre: Centre, project: string) {
  const files = centre.catalogues
    ? centre.catalogues.map((one) => ({ path: resolve(project, 'static', one), name: one }))
    : filesOfSettings(project);
  const { library, readings } = readLibrary(files);
  return { library, isComplete: readings.every(({ exercises }) => exercises > 0) };
}

/**
 * What is wrong in a centre's file.
 * @param folder where the file lies, and the logo beside it
 */
function inCentre(text: string, folder: string, project: string): string[] {
  if (kindOf(text) === 'catalogue') {
    return [
      `${CENTRE_FILE}: is a catalogue, not a centre's own file: check it with "npm run --silent catalogue -- check"`,
    ];
  }
  const { centre, isBroken, problems } = readCentre(text);
  if (isBroken) return problems.map((one) => sentenceWithHint(one));
  const { library, isComplete } = catalogues(centre, project);
  const known = new Map(library.exercises.map((one) => [one.id, one]));
  const named = [
    ...centreRoutines(centre, known).problems,
    ...waitingRoomExercises(centre, known).problems,
  ];
  const logo = centre.logo && logoProblem(centre.logo, resolve(folder, centre.logo));
  const fields = JSON.parse(text) as Record<string, unknown>;
  const hasAll = isComplete && !problems.some(({ field }) => field?.startsWith('catalogues'));
  const all = [
    ...problems,
    ...library.problems,
    // Without all catalogues every exercise of the missing one would be a problem of its own.
    ...(hasAll ? named : []),
    ...(logo ? [logo] : []),
    ...remarksOnCentre(centre, fields, known),
  ];
  return all.map((one) => sentenceWithHint(one, [...known.keys()]));
}

function check(words: readonly string[], output: Output, project: string): number {
  const [name] = words;
  if (name === undefined || words.length > 1) throw new UserError('check: expected one file.');
  const path = resolve(name);
  const { problems: inFile, text } = readFileText(path, name);
  const all = inFile.map(({ sentence }) => sentence);
  if (text !== undefined) all.push(...inCentre(text, dirname(path), project));
  for (const one of all) output.err(one);
  const count = all.length === 1 ? '1 problem' : `${all.length || 'no'} problems`;
  output.out(`${name}: ${count}`);
  return all.length ? 1 : 0;
}

/**
 * Runs one command.
 * @param argv the words after `npm run --silent centre --`
 * @param project folder with `settings.json` and `static/`
 * @returns exit code: 0, or 1 after one sentence on `output.err` for each problem
 */
export function run(argv: readonly string[], output: Output, project: string): number {
  const [command, ...words] = argv;
  try {
    if (command === 'pin') return pin(words, output);
    if (command === 'check') return check(words, output, project);
    if (command === undefined || !['help', '--help', '-h'].includes(command)) {
      const what = command === undefined ? 'Missing command' : `Unknown command "${command}"`;
      throw new UserError(`${what}: expected pin or check (--help tells more).`);
    }
    output.out(USAGE);
    return 0;
  } catch (error) {
    if (!(error instanceof UserError || error instanceof RangeError)) throw error;
    output.err(error.message);
    return 1;
  }
}
