/** Files as people break them: each gets one sentence that names the place, and says what to write. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { distance, nearest } from '../../../tools/catalogue/hints';
import { committedText } from '../../catalogue/files';
import { catalogue } from './command';

const folder = mkdtempSync(join(tmpdir(), 'broken-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PATH = join(folder, 'rug.json');

function checked(bytes: string | Buffer) {
  writeFileSync(PATH, bytes);
  const { code, err, out } = catalogue(['check', PATH]);
  return { code, out, err: err.map((one) => one.replace(PATH, 'rug.json')) };
}

const text = committedText();
const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
const swapped = (from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const BRUG = '"id": "brug"';
/** The committed catalogue with a change in its first exercise. */
const inFirst = (
  change: (exercise: Record<string, never> & { [key: string]: unknown }) => void,
) => {
  const file = JSON.parse(text);
  change(file.exercises[0]);
  return JSON.stringify(file);
};
const FIRST: string = JSON.parse(text).exercises[0].id;

it.each<[string, string | Buffer, string | RegExp]>([
  ['nothing', '', 'rug.json: is empty'],
  ['blanks', ' \n\n', 'rug.json: is empty'],
  [
    'a web page',
    '<!DOCTYPE html>\n<title>404</title>',
    'rug.json: is a web page, not JSON: save the file itself, not the page about it',
  ],
  [
    'typographic quotes',
    swapped(BRUG, '“id”: “brug”'),
    `rug.json: is not valid JSON: line ${lineOf(BRUG)}: “ is a typographic quote; write "`,
  ],
  [
    'typographic quotes around a value',
    swapped(BRUG, '"id": ”brug”'),
    `rug.json: is not valid JSON: line ${lineOf(BRUG)}: ” is a typographic quote; write "`,
  ],
  [
    'single quotes',
    swapped(BRUG, "'id': 'brug'"),
    `rug.json: is not valid JSON: line ${lineOf(BRUG)}: ' is a single quote; write "`,
  ],
  [
    'a missing comma',
    swapped(`${BRUG},`, BRUG),
    `rug.json: is not valid JSON: line ${lineOf(BRUG)}: a comma is missing`,
  ],
  [
    'a missing colon',
    swapped(BRUG, '"id" "brug"'),
    `rug.json: is not valid JSON: line ${lineOf(BRUG)}: a colon is missing`,
  ],
  [
    'a comma too many',
    '{\n  "format": 1,\n  "id": "rug",\n}',
    'rug.json: is not valid JSON: line 4: a comma stands before the end of a list or an object; take it out',
  ],
  [
    'a comment',
    swapped(BRUG, `// mine\n${BRUG}`),
    `rug.json: is not valid JSON: line ${lineOf(BRUG)}: a comment stands here, which JSON does not allow`,
  ],
  [
    'a closing quote missing',
    swapped(BRUG, '"id": "brug'),
    `rug.json: is not valid JSON: line ${lineOf(BRUG)}: a closing quote " is missing`,
  ],
  [
    'a backslash',
    swapped(BRUG, '"id": "C:\\brug\\x"'),
    `rug.json: is not valid JSON: line ${lineOf(BRUG)}: a backslash \\ must be written twice`,
  ],
  ['an end too early', '{"format": 1,', /^rug\.json: is not valid JSON: line 1: /],
  [
    'two objects',
    '{}\n{}',
    'rug.json: is not valid JSON: line 2: more stands after the end of the object',
  ],
  ['a word without quotes', '{"format": yes}', /^rug\.json: is not valid JSON: line 1: /],
  [
    'UTF-16',
    Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'rug.json: is saved as UTF-16: save it as UTF-8',
  ],
  [
    'Latin-1',
    Buffer.from(text.replace(/[^\n -\u00ff]/g, '-'), 'latin1'),
    /^rug\.json: line \d+: has a letter that is not in UTF-8: save the file as UTF-8$/,
  ],
  [
    'no exercises',
    JSON.stringify({ ...JSON.parse(text), exercises: [] }),
    'rug.json: exercises: needs at least one',
  ],
  [
    'another kind of file',
    '{"name": "De Linde", "modes": ["home"]}',
    'rug.json: is a centre\'s own file, not a catalogue: check it with "npm run --silent centre -- check"',
  ],
  [
    'a thing in Dutch',
    inFirst((one) => Object.assign(one, { equipment: ['stoel'] })),
    `rug.json: exercise "${FIRST}": equipment[0]: expected one of "mat", "chair", "ball", "wall", "support", got "stoel"; did you mean "chair"?`,
  ],
  [
    'a position in French',
    inFirst((one) => Object.assign(one, { position: 'Debout' })),
    /position: expected one of .*got "Debout"; did you mean "standing"\?$/,
  ],
  [
    'a level with a slip',
    inFirst((one) => Object.assign(one, { level: 'basis' })),
    /level: expected one of .*got "basis"; did you mean "basic"\?$/,
  ],
  [
    'a field with a slip',
    inFirst((one) => Object.assign(one, { cuation: 'Pas op' })),
    `rug.json: exercise "${FIRST}": cuation: is not a field of this format; did you mean "caution"?`,
  ],
  [
    'a field that is far from all others',
    inFirst((one) => Object.assign(one, { xyzzyplugh: 1 })),
    `rug.json: exercise "${FIRST}": xyzzyplugh: is not a field of this format`,
  ],
  [
    'a category with a slip',
    inFirst((one) => Object.assign(one, { category: 'houdin' })),
    /category: expected one of .*, got "houdin"; did you mean "houding"\?$/,
  ],
  [
    'an exercise without an id',
    inFirst((one) => Reflect.deleteProperty(one, 'id')),
    'rug.json: exercise 1: id: is missing',
  ],
  [
    'a number in quotes',
    swapped('"value": 15,', '"value": "15",'),
    /parts\[0\]\.dose\.reps: expected a whole number from 1 to 60, got "15"$/,
  ],
  ['a list', '[]', /^rug\.json: should hold one object with /],
])('%s', (_, bytes, sentence) => {
  const { code, err } = checked(bytes);
  expect(code).toBe(1);
  expect(err).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
});

it('repetitions of both sides together that can’t be divided', () => {
  const file = JSON.parse(text);
  const at = file.exercises.findIndex(
    (one: { parts: { dose: { sides: { value: string }; reps?: object } }[] }) =>
      one.parts[0]?.dose.sides.value === 'alternate' && one.parts[0].dose.reps,
  );
  const one = file.exercises[at];
  one.parts[0].dose.reps.value = 15;
  expect(checked(JSON.stringify(file)).err).toEqual([
    `rug.json: exercise "${one.id}": parts[0].dose.reps: is 15 for both sides together, so one side gets one more; take 14 or 16`,
  ]);
});

it('a folder', () => {
  const path = join(folder, 'map.json');
  mkdirSync(path);
  expect(catalogue(['check', path]).err).toEqual([`${path}: is a folder, not a file`]);
});

it('an id with a slip', () => {
  expect(catalogue(['timeline', 'burg']).err).toEqual([
    'Unknown exercise "burg": did you mean "brug"?',
  ]);
});

describe('the nearest word', () => {
  it('counts letters, and two that are swapped as one', () => {
    expect(distance('brug', 'brug')).toBe(0);
    expect(distance('burg', 'brug')).toBe(1);
    expect(distance('', 'abc')).toBe(3);
    expect(distance('kitten', 'sitting')).toBe(3);
  });

  it('is one of the choices, and none where none is near', () => {
    expect(nearest('Stuhl', ['mat', 'chair'])).toBe('chair');
    expect(nearest('Stuhl', ['mat', 'wall'])).toBeUndefined();
    expect(nearest('wal', ['mat', 'wall'])).toBe('wall');
    expect(nearest('fiets', ['mat', 'wall'])).toBeUndefined();
  });
});
