/** Tests the ways on a grid of keys, and how many presses a code takes. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/session/choosing/seededRandom';
import { CODE_LAYOUT } from '../../../src/session/code/codeKeys';
import { BASE, CODE_ALPHABET, seal } from '../../../src/session/code/codeSymbols';
import {
  type Arrow,
  keyAt,
  type Layout,
  placeOfKey,
  pressesFor,
  stepOnGrid,
  wayTo,
} from '../../../src/session/typing/keyGrid';

const SMALL: Layout = [
  ['a', 'b', 'c', 'd'],
  ['e', 'f', 'wide', 'wide'],
];

const after = (layout: Layout, from: string, ...arrows: Arrow[]) => {
  let at = placeOfKey(layout, from) ?? { row: -1, column: -1 };
  for (const arrow of arrows) at = stepOnGrid(layout, at, arrow);
  return keyAt(layout, at);
};

describe('an arrow', () => {
  it.each<[string, Arrow[], string]>([
    ['a', ['Right'], 'b'],
    ['a', ['Left'], 'd'],
    ['d', ['Right'], 'a'],
    ['a', ['Up'], 'e'],
    ['e', ['Down'], 'a'],
    // A wide key is one step, from both sides.
    ['f', ['Right'], 'wide'],
    ['f', ['Right', 'Right'], 'e'],
    ['e', ['Left'], 'wide'],
    ['e', ['Left', 'Left'], 'f'],
    // Up and down keep the column through a wide key.
    ['d', ['Down', 'Down'], 'd'],
    ['c', ['Up', 'Up'], 'c'],
  ])('from %s %j leads to %s', (from, arrows, to) => {
    expect(after(SMALL, from, ...arrows)).toBe(to);
  });

  it('on a single key stays there', () => {
    expect(stepOnGrid([['a']], { row: 0, column: 0 }, 'Left')).toEqual({ row: 0, column: 0 });
  });
});

describe('the shortest way', () => {
  it('leads there, from every key to every other', () => {
    const ids = [...new Set(CODE_LAYOUT.flat())];
    for (const from of ids) {
      for (const to of ids) {
        const place = placeOfKey(CODE_LAYOUT, from);
        const way = place && wayTo(CODE_LAYOUT, place, to);
        expect(after(CODE_LAYOUT, from, ...(way?.arrows ?? []))).toBe(to);
        // Half of seven columns and half of five rows.
        expect(way?.arrows.length).toBeLessThanOrEqual(5);
      }
    }
  });

  it('goes around where that is shorter', () => {
    expect(wayTo(SMALL, { row: 0, column: 0 }, 'd')?.arrows).toEqual(['Left']);
    expect(pressesFor(SMALL, { row: 0, column: 0 }, 'dda')).toBe(2 + 1 + 2);
  });

  it('to a key that is not there is none', () => {
    expect(wayTo(SMALL, { row: 0, column: 0 }, 'x')).toBeUndefined();
    expect(() => pressesFor(SMALL, { row: 0, column: 0 }, 'ax')).toThrow(RangeError);
  });
});

describe('the grid of codes', () => {
  it('has every character once, in rows of equal length', () => {
    expect(new Set(CODE_LAYOUT.map((row) => row.length)).size).toBe(1);
    for (const character of CODE_ALPHABET) {
      expect(CODE_LAYOUT.flat().filter((id) => id === character)).toHaveLength(1);
    }
  });

  it('takes 40 presses on average, or fewer, for 1,000 random codes of ten characters', () => {
    const random = seededRandom('codes');
    const codes = Array.from({ length: 1000 }, () =>
      seal(Array.from({ length: 8 }, () => Math.floor(random() * BASE))),
    );
    expect(codes.every((code) => code.length === 10)).toBe(true);
    const presses = codes.map((code) => pressesFor(CODE_LAYOUT, { row: 0, column: 0 }, code));
    const average = presses.reduce((sum, one) => sum + one, 0) / codes.length;
    expect(average).toBeLessThanOrEqual(40);
    // Fewer than a press and a half for a way would mean that ways are counted wrongly.
    expect(average).toBeGreaterThan(30);
    // The longest way takes five arrows.
    expect(Math.max(...presses)).toBeLessThanOrEqual(60);
  });
});
