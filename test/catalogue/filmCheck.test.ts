/**
 * Tests that wrong marks, and marks that do not match the dose, give one sentence each about the right mark.
 */
import { describe, expect, test } from 'vitest';
import { checkMarks } from '../../src/catalogue/filmCheck';
import type { Mark, Recorded } from '../../src/catalogue/recorded';
import type { Exercise } from '../../src/catalogue/types';
import { bridge, cycling, inTurns, sidePlank } from '../support/exercises';

const film = (marks: Mark[], seconds: number): Recorded => ({
  playlist: 'media/film.m3u8',
  poster: 'media/poster.jpg',
  tile: 'media/tile.jpg',
  fps: 30,
  frames: seconds * 30,
  sound: false,
  marks,
});

/** Marks from lines of `time phase set repetition side part`; a dash leaves a field out. */
const marksOf = (lines: string[]): Mark[] =>
  lines.map((line) => {
    const [time, phase, set, repetition, side, part] = line
      .split(' ')
      .map((cell) => (cell === '-' ? undefined : cell));
    return {
      time: Number(time),
      phase: phase as Mark['phase'],
      ...(set ? { set: Number(set) } : {}),
      ...(repetition ? { repetition: Number(repetition) } : {}),
      ...(side ? { side: side as 'left' | 'right' } : {}),
      ...(part ? { part } : {}),
    };
  });

/** Two sets of two repetitions with a hold of three counts. */
const BRIDGE = [
  '0 prepare',
  '2 move 1 1',
  '4 hold 1 1',
  '7 return 1 1',
  '9 rest',
  '10 move 1 2',
  '12 hold 1 2',
  '15 return 1 2',
  '17 rest',
  '27 move 2 1',
  '29 hold 2 1',
  '32 return 2 1',
  '34 move 2 2',
  '36 hold 2 2',
  '39 return 2 2',
  '41 done',
];
const PLANK = [
  '0 move 1 1 left',
  '2 hold 1 1 left',
  '12 return 1 1 left',
  '14 switch',
  '20 move 1 1 right',
  '22 hold 1 1 right',
  '32 return 1 1 right',
];
const CYCLING = ['0 move', '30 rest', '40 move - - - achteruit', '70 done'];
const TURNS = ['left', 'right'].flatMap((side, n) => [
  `${n * 10} move 1 ${n + 1} ${side}`,
  `${n * 10 + 2} hold 1 ${n + 1} ${side}`,
  `${n * 10 + 5} return 1 ${n + 1} ${side}`,
]);

const twoByTwo = () => bridge({ reps: 2 });

/** The sentence about the lines after some are replaced (`{ 3: '…' }`) or removed (`{ 3: '' }`). */
function said(exercise: Exercise, lines: string[], change: Record<number, string>, seconds = 75) {
  const changed = lines.map((line, at) => change[at] ?? line).filter((line) => line !== '');
  const extra = Object.entries(change).filter(([at]) => Number(at) >= lines.length);
  const marks = marksOf([...changed, ...extra.map(([, line]) => line)]);
  const found = checkMarks(film(marks, seconds), exercise.parts);
  return found && `${found.mark}: ${found.complaint}`;
}

test('sound marks have nothing said of them', () => {
  expect(said(twoByTwo(), BRIDGE, {})).toBeUndefined();
  expect(said(sidePlank(), PLANK, {})).toBeUndefined();
  expect(said(cycling(), CYCLING, {})).toBeUndefined();
  expect(said(inTurns(2), TURNS, {})).toBeUndefined();
});

describe('order', () => {
  test.each([
    [{ 3: '80 return 1 1' }, '3: is at 80 s, but the film ends at 75 s'],
    [{ 3: '3 return 1 1' }, '3: is at 3 s, which is not after the mark before it (4 s)'],
    [{ 3: '4.01 return 1 1' }, '3: is at 4 s, which is not after the mark before it (4 s)'],
    [{ 4: '9 prepare' }, '4: is a prepare after the first movement: use rest or switch there'],
    [{ 4: '9 done' }, '4: is a done, but movement follows it'],
    [{ 15: '41 rest' }, '15: is a rest with no movement after it: the end is called done'],
    [{ 16: '45 done' }, '16: comes after the done, which is the end'],
    [{ 0: '0 switch' }, '0: is a switch before the first movement: use prepare there'],
    [{ 8: '17 switch' }, '8: is a switch, but the side before and after it is the same'],
    [{ 1: '2 move 1 1 left' }, '1: names a side (left), but the exercise has no sides'],
    [{ 1: '2 move 1 1 - legs' }, '1: has no part "legs" to be in: the exercise has "main"'],
    [{ 1: '2 return 1 1' }, '1: is a return before anything has moved'],
  ])('%j', (change, sentence) => {
    expect(said(twoByTwo(), BRIDGE, change)).toBe(sentence);
  });

  test('a film of nothing but waits', () => {
    expect(said(twoByTwo(), ['0 prepare'], {})).toBe(
      '0: is a prepare with no movement after it: the end is called done',
    );
    expect(said(twoByTwo(), ['0 done'], {})).toBe('0: and no other line is a move or a hold');
  });
});

describe('repetitions and sets', () => {
  test.each([
    [{ 5: '10 move 1 3' }, '5: is repetition 3 where 2 is expected'],
    [{ 1: '2 move 1 2' }, '1: is repetition 2 where 1 is expected'],
    [{ 2: '' }, '2: ends repetition 1 without its hold'],
    [{ 13: '' }, '13: ends repetition 2 without its hold'],
    [{ 7: '15 hold 1 2' }, '7: is one hold too many in repetition 2'],
    [{ 8: '17 rest', 9: '27 move 3 1' }, '9: is set 3 where set 2 is expected'],
    [
      { 9: '', 10: '', 11: '', 12: '', 13: '', 14: '', 15: '', 8: '17 done' },
      '7: ends the part with 1 of 2 sets',
    ],
    [{ 12: '', 13: '', 14: '' }, '11: ends set 2 with repetition 1, but the dose has 2'],
    [
      { 2: '4.5 hold 1 1', 3: '5.9 return 1 1' },
      '2: holds 1.4 s, but the dose has 3 counts of a second',
    ],
    [{ 3: '7.6 return 1 1' }, '2: holds 3.6 s, but the dose has 3 counts of a second'],
  ])('%j', (change, sentence) => {
    expect(said(twoByTwo(), BRIDGE, change as Record<number, string>)).toBe(sentence);
  });

  test('half a count more or less is a hold of so many counts', () => {
    for (const end of [6.5, 7.5]) {
      expect(said(twoByTwo(), BRIDGE, { 3: `${end} return 1 1` })).toBeUndefined();
    }
  });

  test('a hold of ours is as long as the film shows', () => {
    const exercise = twoByTwo();
    exercise.parts[0].assumed = ['holdCounts'];
    expect(said(exercise, BRIDGE, { 3: '8.9 return 1 1' })).toBeUndefined();
  });

  test('where the brochure says "ongeveer", a tenth more or less is right', () => {
    const exercise = sidePlank();
    exercise.parts[0].dose.holdCounts = 10;
    const change = { 2: '12.9 return 1 1 left' };
    expect(said(exercise, PLANK, change)).toBe(
      '1: holds 10.9 s, but the dose has 10 counts of a second',
    );
    exercise.parts[0].about = ['holdCounts'];
    expect(said(exercise, PLANK, change)).toBeUndefined();
    expect(said(exercise, PLANK, { 2: '13.2 return 1 1 left' })).toContain('holds 11.2 s');
  });
});

describe('sides', () => {
  test.each([
    [{ 5: '22 hold 1 1' }, '5: needs a side: left or right'],
    [{ 3: '' }, '3: changes to the right without a switch before it'],
    [
      { 4: '20 move 1 1 left', 5: '22 hold 1 1 left', 6: '32 return 1 1 left' },
      '3: is a switch, but the side before and after it is the same',
    ],
    [{ 3: '14 done', 4: '', 5: '', 6: '' }, '2: ends the part with 0 of 1 sets on the right'],
    [{ 5: '22 hold 1 1 left' }, '5: is set 1 where set 2 is expected'],
  ])('each: %j', (change, sentence) => {
    expect(said(sidePlank(), PLANK, change as Record<number, string>)).toBe(sentence);
  });

  test.each([
    [{ 3: '10 move 1 2' }, '3: needs a side: left or right'],
    [{ 4: '12 hold 1 2 left' }, '4: changes the side within repetition 2'],
    [
      { 3: '10 move 1 2 left', 4: '12 hold 1 2 left', 5: '15 return 1 2 left' },
      '3: is on the left like the repetition before it: sides take turns',
    ],
  ])('in turns: %j', (change, sentence) => {
    expect(said(inTurns(2), TURNS, change as Record<number, string>)).toBe(sentence);
  });
});

describe('timed efforts and parts', () => {
  test.each([
    [{ 1: '25 rest' }, '0: begins set 1, which lasts 25 s, but the dose has 30 s'],
    [{ 1: '15 rest', 2: '20 move', 3: '35 done' }, '1: is a rest within a timed effort'],
    [{ 0: '0 hold' }, '0: is a hold, but the exercise has none'],
    [{ 0: '0 move - - - achteruit', 1: '30 rest', 2: '40 move' }, undefined],
    [{ 1: '30 done', 2: '', 3: '' }, undefined],
    [
      { 0: '0 move - - - achteruit', 1: '30 done', 2: '', 3: '' },
      '0: is the last movement, but part "main" was not shown',
    ],
  ])('%j', (change, sentence) => {
    expect(said(cycling(), CYCLING, change as Record<number, string>)).toBe(sentence);
  });
});
