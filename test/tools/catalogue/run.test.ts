/** Tests the catalogue's commands: how they check files, and what they say about a mistake. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../../../tools/catalogue/files';
import {
  CENTRE_SCHEMA_FILE,
  centreSchemaText,
  JSON_SCHEMA_FILE,
  jsonSchemaText,
  TRANSLATION_SCHEMA_FILE,
  translationSchemaText,
} from '../../../tools/catalogue/jsonSchema';
import { committedText, setAt } from '../../catalogue/files';
import { LANGUAGES, translationFile } from '../../catalogue/translations';
import { catalogue } from './command';

const scratch = mkdtempSync(join(tmpdir(), 'catalogue-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const write = (name: string, text: string) => {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
};

describe('check', () => {
  test('the committed files are sound', () => {
    const { code, out, err } = catalogue(['check']);
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'catalogue/thuisoefeningen-rug.json: 23 sound exercises, no problems',
      'catalogue/thuisoefeningen-rug.de.json: 23 translated exercises, no problems',
      'catalogue/thuisoefeningen-rug.en.json: 23 translated exercises, no problems',
      'catalogue/thuisoefeningen-rug.fr.json: 23 translated exercises, no problems',
    ]);
  });

  test('a broken entry: its sentence, exit 1', () => {
    const file = write(
      'broken.json',
      committedText().replace('"value": 15,', '"value": "vijftien",'),
    );
    const { code, out, err } = catalogue(['check', file]);
    expect(code).toBe(1);
    expect(err).toEqual([
      `${file}: exercise "brug": parts[0].dose.reps: expected a whole number from 1 to 60, got "vijftien"`,
    ]);
    expect(out).toBe(`${file}: 22 sound exercises, 1 problem`);
  });

  test('several files must not clash', () => {
    const one = write('one.json', committedText());
    const two = write('two.json', committedText());
    const { code, err } = catalogue(['check', one, two]);
    expect(code).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(one);
    expect(err[0]).toContain(two);
  });

  test('a translation beside it that lacks a text, or says another language than its name', () => {
    const source = write('brochure.json', committedText());
    const english = translationFile('en');
    setAt(english, 'exercises.brug.shortTitle', '');
    const name = write('brochure.fr.json', JSON.stringify(english));
    for (const asked of [source, name]) {
      const { code, out, err } = catalogue(['check', asked]);
      expect(code).toBe(1);
      expect(err).toEqual([
        `${name}: exercise "brug": shortTitle: expected text of 1 to 34 characters, got ""`,
        `${name}: exercise "brug" is not translated`,
        `${name}: language: expected "fr" as in the file's name, got "en"`,
      ]);
      expect(out.split('\n')).toEqual([
        `${source}: 23 sound exercises, no problems`,
        `${name}: 22 translated exercises, 3 problems`,
      ]);
    }
  });

  test('a file that is not there', () => {
    const { code, err } = catalogue(['check', 'nowhere.json']);
    expect(code).toBe(1);
    expect(err).toEqual(['nowhere.json: cannot be opened (no such file)']);
  });
});

describe('a project with a broken brochure beside a sound one', () => {
  const project = join(scratch, 'project');
  mkdirSync(join(project, 'static'), { recursive: true });
  const settings = (files: unknown) =>
    write('project/settings.json', JSON.stringify({ appSettings: { catalogues: files } }));

  test('lists what can be used and tells the rest', () => {
    settings(['broken.json', 'rug.json']);
    write('project/static/broken.json', '{');
    write('project/static/rug.json', committedText());
    const { code, out, err } = catalogue(['list', '--json'], project);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(23);
    expect(err).toEqual([expect.stringMatching(/^broken\.json: is not valid JSON/)]);
  });

  test('with no catalogue left, or no settings, says so', () => {
    settings(['broken.json']);
    expect(catalogue(['list'], project)).toMatchObject({ code: 1, out: '' });
    expect(catalogue(['list'], project).err[1]).toBe('No catalogue could be read.');
    settings('rug.json');
    expect(catalogue(['list'], project).err).toEqual([
      'settings.json: appSettings.catalogues: expected a list of files, relative to static/',
    ]);
    expect(catalogue(['list'], scratch).err).toEqual([
      'settings.json: cannot be opened (no such file)',
    ]);
  });
});

describe('bad input is one sentence and exit 1', () => {
  const choices = 'expected one of list, check, timeline, schema (--help tells more).';
  test.each<[argv: string, sentence: string]>([
    ['', `Missing command: ${choices}`],
    ['lst', `Unknown command "lst": ${choices}`],
    ['constructor', `Unknown command "constructor": ${choices}`],
    ['list --jsno', "list: Unknown option '--jsno' (--help tells more)."],
    ['list brug', 'list: expected no further words, got "brug" (--help tells more).'],
    ['timeline', 'timeline: expected the id of one exercise, got nothing (--help tells more).'],
    ['timeline brugje', 'Unknown exercise "brugje": did you mean "brug"?'],
    ['timeline nergens', 'Unknown exercise "nergens": "list" shows the ids of all exercises.'],
    ['timeline brug --pace 0', 'brug: pace must be from 0.25 to 4, got 0'],
    ['timeline brug --pace -1', '--pace: expected a number, got "-1"'],
    ['timeline brug --pace fast', '--pace: expected a number, got "fast"'],
    [
      'timeline brug --pace',
      "timeline: Option '--pace <value>' argument missing (--help tells more).",
    ],
    ['timeline brug --sets 99', 'brug: sets must be a whole number from 1 to 5, got 99'],
    ['timeline brug --reps 1.5', 'brug: reps must be a whole number from 1 to 60, got 1.5'],
    ['timeline fietsen --hold 3', 'fietsen: has no hold to change'],
    ['timeline fietsen --reps 3', 'fietsen: is timed, so it has no reps to change'],
  ])('%s', (argv, sentence) => {
    const { code, out, err } = catalogue(argv.split(' ').filter(Boolean));
    expect(err).toEqual([sentence]);
    expect(code).toBe(1);
    expect(out).toBe('');
  });
});

test('--help tells every command', () => {
  const { code, out } = catalogue(['--help']);
  expect(code).toBe(0);
  for (const command of ['list', 'check', 'timeline', 'schema'])
    expect(out).toContain(`  ${command} `);
});

describe('the JSON Schema', () => {
  test('beside the data is up to date (npm run catalogue -- schema)', () => {
    expect(readFileSync(resolve(PROJECT, JSON_SCHEMA_FILE), 'utf8')).toBe(jsonSchemaText());
    expect(readFileSync(resolve(PROJECT, CENTRE_SCHEMA_FILE), 'utf8')).toBe(centreSchemaText());
    expect(readFileSync(resolve(PROJECT, TRANSLATION_SCHEMA_FILE), 'utf8')).toBe(
      translationSchemaText(),
    );
  });

  test('is the one that the catalogue file points at', () => {
    expect(JSON.parse(committedText()).$schema).toBe('./catalogue.schema.json');
    for (const language of LANGUAGES) {
      expect(translationFile(language).$schema).toBe('./translation.schema.json');
    }
  });

  test('schema writes it', () => {
    const project = join(scratch, 'other');
    mkdirSync(join(project, 'static/catalogue'), { recursive: true });
    expect(catalogue(['schema'], project)).toMatchObject({ code: 0, err: [] });
    expect(readFileSync(join(project, JSON_SCHEMA_FILE), 'utf8')).toBe(jsonSchemaText());
    expect(readFileSync(join(project, TRANSLATION_SCHEMA_FILE), 'utf8')).toBe(
      translationSchemaText(),
    );
  });
});

test('in a shell: JSON alone on standard output, sentences alone on standard error', () => {
  const shell = (...argv: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tools/catalogue/cli.ts', ...argv], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
  const listing = shell('list', '--json');
  expect(listing).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(listing.stdout)).toHaveLength(23);
  expect(shell('timeline', 'brug', '--sets', '99')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: 'brug: sets must be a whole number from 1 to 5, got 99\n',
  });
});
