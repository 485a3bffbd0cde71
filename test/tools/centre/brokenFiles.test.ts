/** A centre's file as people break it: each slip gets one sentence that names the place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PROJECT } from '../../../tools/catalogue/files';
import { run } from '../../../tools/centre/run';
import { committedText } from '../../catalogue/files';

const folder = mkdtempSync(join(tmpdir(), 'centre-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PATH = join(folder, 'centre.json');

function checked(file: object | string | Buffer) {
  const isRaw = typeof file === 'string' || Buffer.isBuffer(file);
  writeFileSync(PATH, isRaw ? file : JSON.stringify(file));
  const err: string[] = [];
  const code = run(['check', PATH], { out: () => {}, err: (one) => void err.push(one) }, PROJECT);
  return { code, err: err.map((one) => one.replace(PATH, 'centre.json')) };
}

function beside(name: string, bytes: Buffer | string) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

const routine = (exercises: unknown[]) => ({ routines: [{ id: 'a', title: 'A', exercises }] });

it.each<[string, object | string | Buffer, string | RegExp]>([
  ['nothing', '', 'centre.json: is empty'],
  ['a web page', '<html></html>', /^centre\.json: is a web page, not JSON/],
  [
    'typographic quotes',
    '{\n  "version": "1",\n  “name”: “De Linde”\n}',
    'centre.json: is not valid JSON: line 3: “ is a typographic quote; write "',
  ],
  [
    'a missing comma',
    '{\n  "version": "1"\n  "name": "De Linde"\n}',
    'centre.json: is not valid JSON: line 2: a comma is missing',
  ],
  [
    'Latin-1',
    Buffer.from('{"name": "Revalidatie Noord-é"}', 'latin1'),
    'centre.json: line 1: has a letter that is not in UTF-8: save the file as UTF-8',
  ],
  [
    'a catalogue',
    committedText(),
    'centre.json: is a catalogue, not a centre\'s own file: check it with "npm run --silent catalogue -- check"',
  ],
  [
    'a language without texts',
    { languages: ['nl', 'es'] },
    'centre.json: languages[1]: expected one of "nl", "en", "fr", "de", got "es"',
  ],
  [
    'a language by its name',
    { language: 'Nederlands' },
    /^centre\.json: language: expected a language code of two letters/,
  ],
  [
    'a group that the modes exclude',
    { modes: ['home'], group: { pace: 0.75 } },
    'centre.json: group: has no effect, since "modes" doesn\'t allow "group"',
  ],
  [
    'opening hours without a waiting room',
    { modes: ['home'], openingHours: { monday: ['08:00-12:00'] } },
    'centre.json: openingHours: has no effect, since "modes" doesn\'t allow "waiting-room"',
  ],
  [
    'a mode in Dutch',
    { modes: ['wachtzaal'] },
    'centre.json: modes[0]: expected one of "home", "waiting-room", "group", got "wachtzaal"; did you mean "waiting-room"?',
  ],
  [
    'a day in Dutch',
    { openingHours: { maandag: ['08:00-12:00'] } },
    'centre.json: openingHours.maandag: is not a field of this format; did you mean "monday"?',
  ],
  [
    'a field with a slip',
    { modse: ['home'] },
    'centre.json: modse: is not a field of this format; did you mean "modes"?',
  ],
  [
    'an exercise with a slip',
    { waitingRoom: { exercises: ['burg'] } },
    'centre.json: waitingRoom.exercises[0]: no catalogue has an exercise "burg"; did you mean "brug"?',
  ],
  [
    'an exercise of a routine with a slip',
    routine(['fietsn']),
    'centre.json: routine "a", exercises[0]: no catalogue has an exercise "fietsn"; did you mean "fietsen"?',
  ],
  [
    'an uneven number for both sides together',
    routine([{ exercise: 'superman', reps: 15 }]),
    'centre.json: routine "a", exercises[0].reps: is 15 for both sides together, so one side gets one more; take 14 or 16',
  ],
  [
    'the folder before a catalogue',
    {
      catalogues: ['static/catalogue/thuisoefeningen-rug.json'],
      ...routine(['brug', 'kin-in', 'kin-uit', 'kin-links', 'kin-rechts']),
    },
    /^centre\.json: catalogues\[0\]: expected a file below static\/ \(leave out "static\/"\), as /,
  ],
  [
    'a catalogue that isn’t there, beside routines',
    { catalogues: ['catalogue/nek.json'], ...routine(['kin-in', 'kin-uit']) },
    'catalogue/nek.json: cannot be opened (no such file)',
  ],
  [
    'a logo that isn’t there',
    { logo: 'centre/none.png' },
    'centre.json: logo: there is no file "centre/none.png" beside the app',
  ],
  [
    'a logo of another kind',
    { logo: 'centre/logo.png' },
    'centre.json: logo: "centre/logo.png" should be a PNG picture, and is a JPEG picture',
  ],
  [
    'a logo that is no picture',
    { logo: 'centre/page.svg' },
    'centre.json: logo: "centre/page.svg" should be an SVG picture, and is no picture',
  ],
  [
    'an address without http',
    { phoneAddress: 'delinde.example/phone/' },
    /^centre\.json: phoneAddress: expected an address that begins with http/,
  ],
  ['digits as PIN', { pin: '1234' }, /^centre\.json: pin: should be what /],
  [
    'hours with a point',
    { openingHours: { monday: ['8.00-12.00'] } },
    /monday\[0\]: expected hours as/,
  ],
  [
    'a start that the modes exclude',
    { modes: ['home'], startIn: 'group' },
    'centre.json: startIn: is "group", which "modes" doesn\'t allow',
  ],
  ['a list', '[]', /^centre\.json: should hold one object/],
])('%s', (_, file, sentence) => {
  beside('centre/logo.png', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  beside('centre/page.svg', '<html></html>');
  const { code, err } = checked(file);
  expect(err).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
  expect(code).toBe(1);
});

it('is content with a logo of each kind', () => {
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>';
  const kinds: [string, Buffer | string][] = [
    ['a.png', Buffer.from('\x89PNG\r\n', 'latin1')],
    ['a.jpeg', Buffer.from([0xff, 0xd8, 0xff])],
    ['a.webp', Buffer.from('RIFF....WEBPVP8 ', 'latin1')],
    ['a.SVG', svg],
  ];
  for (const [name, bytes] of kinds) {
    beside(name, bytes);
    expect(checked({ logo: name })).toEqual({ code: 0, err: [] });
  }
});
