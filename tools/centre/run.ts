/** The commands for centres: they hash a PIN for the centre's file and check that file. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCentre } from '../../src/session/centre/centre';
import { centreRoutines, waitingRoomExercises } from '../../src/session/centre/centreRoutines';
import { hashPin } from '../../src/tv/pin';
import { filesOfSettings, readLibrary, UserError } from '../catalogue/files';
import type { Output } from '../catalogue/run';

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

function check(words: readonly string[], output: Output, project: string): number {
  const [name] = words;
  if (name === undefined || words.length > 1) throw new UserError('check: expected one file.');
  let text: string;
  try {
    text = readFileSync(resolve(name), 'utf8');
  } catch {
    throw new UserError(`${name}: cannot be opened`);
  }
  const { centre, problems } = readCentre(text);
  const files = centre.catalogues
    ? centre.catalogues.map((one) => ({ path: resolve(project, 'static', one), name: one }))
    : filesOfSettings(project);
  const { library } = readLibrary(files);
  const known = new Map(library.exercises.map((one) => [one.id, one]));
  const all = [
    ...problems,
    ...library.problems,
    ...centreRoutines(centre, known).problems,
    ...waitingRoomExercises(centre, known).problems,
  ];
  for (const { sentence } of all) output.err(sentence);
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
