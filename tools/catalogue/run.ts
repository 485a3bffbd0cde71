/** The commands for catalogues. Every mistake of a user ends with one sentence and exit code 1. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sourceFileOf } from '../../src/catalogue/translationFile';
import type { Exercise } from '../../src/catalogue/types';
import { compileTimeline } from '../../src/timeline/compile';
import { withDose } from '../../src/timeline/dose';
import { timelineJson } from '../../src/timeline/json';
import { filesByName, filesOfSettings, PROJECT, readLibrary, UserError } from './files';
import { nearest, sentenceWithHint } from './hints';
import {
  CENTRE_SCHEMA_FILE,
  centreSchemaText,
  JSON_SCHEMA_FILE,
  jsonSchemaText,
  TRANSLATION_SCHEMA_FILE,
  translationSchemaText,
} from './jsonSchema';
import { listed, listTable } from './listing';
import { timelineTable } from './timelineTable';
import { readTranslations } from './translations';

const USAGE = `Usage: npm run --silent catalogue -- COMMAND

  list [--json]              the exercises of all catalogues in settings.json
  check [FILE…]              what is wrong in these files (default: those in settings.json), and in
                             their translations beside them (brochure.fr.json)
  timeline ID [--json]       an exercise laid out second by second
    --sets N --reps N        another dose than the catalogue's
    --hold N                 counts (or seconds) of every hold
    --pace P                 1 is normal, 0.75 slower, 1.25 faster
  schema                     writes ${JSON_SCHEMA_FILE},
                             ${TRANSLATION_SCHEMA_FILE}
                             and ${CENTRE_SCHEMA_FILE}`;

export interface Output {
  /** Writes one text, without its last line break, to standard output. */
  out(text: string): void;
  /** Writes one sentence to standard error. */
  err(text: string): void;
}

type Values = { [name: string]: string | boolean | undefined };

interface Command {
  options: { [name: string]: { type: 'string' | 'boolean' } };
  /** How many words may follow the command, and their name in sentences. */
  words: { min: number; max: number; what: string };
  /** @returns exit code */
  run(words: string[], values: Values, output: Output, project: string): number;
}

/** The exercises that the app would load. Problems with the files go to standard error. */
const loadExercises = (project: string, output: Output): Exercise[] => {
  const { library } = readLibrary(filesOfSettings(project));
  for (const one of library.problems) output.err(sentenceWithHint(one));
  if (library.catalogues.length === 0) throw new UserError('No catalogue could be read.');
  return library.exercises;
};

/** A number as typed. The timeline checks its bounds. */
const numberOption = (values: Values, name: string): number | undefined => {
  const typed = values[name];
  if (typed === undefined) return undefined;
  if (typeof typed !== 'string' || !/^\d+(\.\d+)?$/.test(typed)) {
    throw new UserError(`--${name}: expected a number, got "${typed}"`);
  }
  return Number(typed);
};

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
const verdict = (problems: number) => (problems ? plural(problems, 'problem') : 'no problems');

const list: Command = {
  options: { json: { type: 'boolean' } },
  words: { min: 0, max: 0, what: 'no further words' },
  run(_words, values, output, project) {
    const exercises = loadExercises(project, output);
    output.out(values.json ? json(exercises.map(listed)) : listTable(exercises));
    return 0;
  },
};

const check: Command = {
  options: {},
  words: { min: 0, max: Number.POSITIVE_INFINITY, what: 'files' },
  run(words, _values, output, project) {
    // A translation that the user names is checked together with its source.
    const names = [...new Set(words.map(sourceFileOf))];
    const files = names.length > 0 ? filesByName(names) : filesOfSettings(project);
    const { library, readings } = readLibrary(files);
    for (const one of library.problems) output.err(sentenceWithHint(one));
    for (const { name, exercises } of readings) {
      const found = library.problems.filter((problem) => problem.file === name).length;
      output.out(`${name}: ${plural(exercises, 'sound exercise')}, ${verdict(found)}`);
    }
    let isSound = library.problems.length === 0;
    for (const { name, exercises, problems } of readTranslations(files)) {
      for (const one of problems) output.err(sentenceWithHint(one));
      const counted = plural(exercises, 'translated exercise');
      output.out(`${name}: ${counted}, ${verdict(problems.length)}`);
      isSound &&= problems.length === 0;
    }
    return isSound ? 0 : 1;
  },
};

const timeline: Command = {
  options: {
    json: { type: 'boolean' },
    sets: { type: 'string' },
    reps: { type: 'string' },
    hold: { type: 'string' },
    pace: { type: 'string' },
  },
  words: { min: 1, max: 1, what: 'the id of one exercise' },
  run([id], values, output, project) {
    const wish = {
      sets: numberOption(values, 'sets'),
      reps: numberOption(values, 'reps'),
      hold: numberOption(values, 'hold'),
    };
    const pace = numberOption(values, 'pace') ?? 1;
    const exercises = loadExercises(project, output);
    const exercise = exercises.find((one) => one.id === id);
    if (!exercise) {
      const meant = nearest(
        id as string,
        exercises.map((one) => one.id),
      );
      const hint =
        meant === undefined ? '"list" shows the ids of all exercises.' : `did you mean "${meant}"?`;
      throw new UserError(`Unknown exercise "${id}": ${hint}`);
    }
    if (exercise.recorded && pace !== 1) {
      throw new UserError(`${id}: shows its own film, which has one pace`);
    }
    const laidOut = compileTimeline(exercise, { pace, doses: withDose(exercise, wish) });
    output.out(values.json ? json(timelineJson(laidOut)) : timelineTable(laidOut));
    return 0;
  },
};

const schema: Command = {
  options: {},
  words: { min: 0, max: 0, what: 'no further words' },
  run(_words, _values, output, project) {
    writeFileSync(resolve(project, JSON_SCHEMA_FILE), jsonSchemaText());
    writeFileSync(resolve(project, TRANSLATION_SCHEMA_FILE), translationSchemaText());
    writeFileSync(resolve(project, CENTRE_SCHEMA_FILE), centreSchemaText());
    const files = [JSON_SCHEMA_FILE, TRANSLATION_SCHEMA_FILE, CENTRE_SCHEMA_FILE];
    output.out(`Wrote ${files.join(', ')}`);
    return 0;
  },
};

const COMMANDS = new Map(Object.entries({ list, check, timeline, schema }));

/**
 * Joins `--pace -1` to `--pace=-1`, so that the user reads about a wrong number and not about an
 * unknown option -1.
 */
const joinNegatives = (args: readonly string[]): string[] =>
  args.reduce<string[]>((joined, arg) => {
    const before = joined[joined.length - 1];
    if (/^-\d/.test(arg) && before?.startsWith('--')) joined.splice(-1, 1, `${before}=${arg}`);
    else joined.push(arg);
    return joined;
  }, []);

const dispatch = (argv: readonly string[], output: Output, project: string): number => {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    output.out(USAGE);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (!command) {
    const choices = [...COMMANDS.keys()].join(', ');
    const what = name === undefined ? 'Missing command' : `Unknown command "${name}"`;
    throw new UserError(`${what}: expected one of ${choices} (--help tells more).`);
  }
  let parsed: { values: Values; positionals: string[] };
  try {
    const { options } = command;
    parsed = parseArgs({ args: joinNegatives(rest), options, allowPositionals: true });
  } catch (error) {
    // Only the first sentence concerns this command. The others explain the library.
    const [sentence] = (error as Error).message.split(/\.?\n|\. /);
    throw new UserError(`${name}: ${sentence} (--help tells more).`);
  }
  const { min, max, what } = command.words;
  if (parsed.positionals.length < min || parsed.positionals.length > max) {
    const got = parsed.positionals.map((word) => `"${word}"`).join(' ') || 'nothing';
    throw new UserError(`${name}: expected ${what}, got ${got} (--help tells more).`);
  }
  return command.run(parsed.positionals, parsed.values, output, project);
};

/**
 * Runs one command.
 * @param argv the words after `npm run --silent catalogue --`
 * @param output receives the texts
 * @param project folder with `settings.json` and `static/`
 * @returns exit code: 0, or 1 after one sentence on `output.err` for each problem
 */
export const run = (argv: readonly string[], output: Output, project = PROJECT): number => {
  try {
    return dispatch(argv, output, project);
  } catch (error) {
    // The timeline refuses doses out of bounds with a RangeError, whose message is a whole
    // sentence.
    if (!(error instanceof UserError || error instanceof RangeError)) throw error;
    output.err(error.message);
    return 1;
  }
};
