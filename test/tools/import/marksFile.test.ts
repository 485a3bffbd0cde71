/** Tests marks from a spreadsheet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkMarks } from '../../../src/catalogue/filmCheck';
import { PROJECT } from '../../../tools/catalogue/files';
import { readMarks } from '../../../tools/import/marksFile';
import { realExercises } from '../../support/catalogue';

const read = (text: string | Uint8Array) =>
  readMarks(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'marks.csv');

describe('one and the same file', () => {
  const marks = [
    { time: 0, phase: 'prepare' },
    { time: 3.2, phase: 'move', set: 1, repetition: 1, side: 'left' },
    { time: 65.5, phase: 'hold', set: 1, repetition: 1, side: 'left', word: 'Nog even' },
  ];
  const TEXTS = {
    'commas and points': `time,phase,set,repetition,side,word
0,prepare,,,,
0:03.2,move,1,1,left,
1:05.5,hold,1,1,left,Nog even
`,
    'a Dutch spreadsheet: semicolons, decimal commas, Windows line ends, byte order mark':
      '\uFEFFtijd;fase;reeks;herhaling;kant;woord\r\n0;voorbereiding;;;;\r\n3,2;beweeg;1;1;links;\r\n1:05,5;Aanhouden;;;;Nog even\r\n',
    'other columns, blank lines, quotation marks': `"phase" , "time" , side , set , repetition , word

prepare , "0:00" ,,,,
move , 3.2 , LEFT , 1 , 1 ,
,,,,,
hold , "65,5" , , , ,"Nog even"`,
  };

  test.each(Object.entries(TEXTS))('%s', (_, text) => {
    expect(read(text).marks).toEqual(marks);
  });

  test('tells the line of each mark', () => {
    expect(read(TEXTS['commas and points']).lines).toEqual([2, 3, 4]);
    expect(read(TEXTS['other columns, blank lines, quotation marks']).lines).toEqual([3, 4, 6]);
  });
});

test('an empty cell is as in the line above, but nothing passes from part to part', () => {
  const { marks } = read(`time,phase,part,set,repetition,side
1,move,front,2,7,right
2,hold
3,rest
4,move,,,8
5,move,side
6,hold,,1,1,left`);
  expect(marks).toEqual([
    { time: 1, phase: 'move', part: 'front', set: 2, repetition: 7, side: 'right' },
    { time: 2, phase: 'hold', part: 'front', set: 2, repetition: 7, side: 'right' },
    { time: 3, phase: 'rest' },
    { time: 4, phase: 'move', part: 'front', set: 2, repetition: 8, side: 'right' },
    { time: 5, phase: 'move', part: 'side' },
    { time: 6, phase: 'hold', part: 'side', set: 1, repetition: 1, side: 'left' },
  ]);
});

test('times lie on the frames of the timeline, to the millisecond', () => {
  const { marks } = read('time,phase\n0.04,move\n1:00.51,hold\n');
  expect(marks.map(({ time }) => time)).toEqual([0.033, 60.5]);
});

test('letters as Windows wrote them before UTF-8', () => {
  const bytes = Buffer.from('time;phase;word\n1;move;Knie\u00EBn\n', 'latin1');
  expect(read(bytes).marks[0]?.word).toBe('Knieën');
});

test('the example that tells how to write them is right', () => {
  const readme = readFileSync(join(PROJECT, 'tools/import/README.md'), 'utf8');
  const lines = readme.split('\n').filter((line) => line.startsWith('|'));
  const table = lines.slice(0, lines.findIndex((line) => line.includes('done')) + 1);
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const rows = table.filter((line) => !line.startsWith('| --')).map(cells);
  const { marks } = read(rows.map((row) => row.join(';')).join('\n'));
  expect(marks).toHaveLength(9);
  const plank = realExercises().get('zijplank');
  const recorded = {
    playlist: '',
    poster: '',
    tile: '',
    fps: 30,
    frames: 1400,
    sound: false,
  } as const;
  expect(checkMarks({ ...recorded, marks }, plank?.parts ?? [])).toBeUndefined();
});

const HEAD = 'time,phase,set,repetition,side';
const PHASES = 'expected one of prepare, move, hold, return, rest, switch, done';

describe('a slip gets one sentence with its line', () => {
  test.each([
    ['', 'marks.csv: is empty'],
    [HEAD, 'marks.csv: has a header, but no marks below it'],
    [
      'time,fase,naam\n1,move,x',
      'marks.csv: line 1: expected the columns time, phase, set, repetition, side, part, word, got "naam"',
    ],
    ['time,tijd,phase\n1,1,move', 'marks.csv: line 1: has two columns for time'],
    ['time,set\n1,1', 'marks.csv: line 1: has no column phase'],
    [
      `${HEAD}\n1,move\nsoon,hold`,
      'marks.csv: line 3: time: expected a time as 1:05.5 or 65.5, got "soon"',
    ],
    [`${HEAD}\n\n,move`, 'marks.csv: line 3: time: expected a time as 1:05.5 or 65.5, got nothing'],
    [`${HEAD}\n-1,move`, 'marks.csv: line 2: time: expected a time as 1:05.5 or 65.5, got "-1"'],
    [
      `${HEAD}\n00:01:05,move`,
      'marks.csv: line 2: time: expected a time as 1:05.5 or 65.5, got "00:01:05"',
    ],
    [
      `${HEAD}\n1:75,move`,
      'marks.csv: line 2: time: expected fewer than 60 seconds after the minutes, got "1:75"',
    ],
    [`${HEAD}\n1,jump`, `marks.csv: line 2: phase: ${PHASES}, got "jump"`],
    [`${HEAD}\n1,`, `marks.csv: line 2: phase: ${PHASES}, got nothing`],
    [`${HEAD}\n1,move,6`, 'marks.csv: line 2: set: expected a whole number from 1 to 5, got "6"'],
    [
      `${HEAD}\n1,move,1,1.5`,
      'marks.csv: line 2: repetition: expected a whole number from 1 to 600, got "1.5"',
    ],
    [`${HEAD}\n1,move,1,1,up`, 'marks.csv: line 2: side: expected one of left, right, got "up"'],
    [
      `${HEAD}\n0:03,2,move,1,1,left`,
      'marks.csv: line 2: has 6 cells, the header has 5; with decimal commas, separate by semicolons',
    ],
    ['time;phase\n1;move;3', 'marks.csv: line 2: has 3 cells, the header has 2'],
    [`${HEAD}\n1,"move`, 'marks.csv: line 2: a quotation mark is in the wrong place or not closed'],
    [
      `time,phase,word\n1,move,${'x'.repeat(121)}`,
      'marks.csv: line 2: word: expected at most 120 characters',
    ],
    ['PK\u0000\u0001', 'marks.csv: is no text: save it from the spreadsheet as CSV'],
  ])('%j', (text, sentence) => {
    expect(() => read(text)).toThrow(new Error(sentence));
  });
});
