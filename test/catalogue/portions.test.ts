/** Tests how a large catalogue is divided into portions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dealt,
  MOST_AT_ONCE,
  portionFile,
  portionOn,
  portionsFor,
} from '../../src/catalogue/portions';

/** Exercises, generated from a category for each. */
const exercises = fc
  .array(fc.constantFrom('houding', 'kracht', 'rekken', 'evenwicht'), { maxLength: 600 })
  .map((categories) => categories.map((category, at) => ({ id: `oefening-${at}`, category })));

describe('portions', () => {
  it('are one where all can be read at once, else as few as hold no more than that', () => {
    expect([0, 23, MOST_AT_ONCE].map(portionsFor)).toEqual([1, 1, 1]);
    expect([MOST_AT_ONCE + 1, 230, 2300].map(portionsFor)).toEqual([2, 3, 23]);
  });

  it('hold every exercise between them, each in the catalogue’s order', () => {
    fc.assert(
      fc.property(exercises, (all) => {
        const portions = portionsFor(all.length);
        const made = Array.from({ length: portions }, (_, at) => dealt(all, at, portions));
        expect(new Set(made.flat().map(({ id }) => id)).size).toBe(all.length);
        for (const one of made) {
          expect(one).toEqual(all.filter((exercise) => one.includes(exercise)));
        }
      }),
    );
  });

  it('begin every row as the whole does, and differ in the rest', () => {
    fc.assert(
      fc.property(exercises, fc.integer({ min: 0, max: 20 }), (all, day) => {
        const portions = portionsFor(all.length);
        const portion = dealt(all, portionOn(day, portions), portions);
        for (const category of new Set(all.map((one) => one.category))) {
          const row = (list: typeof all) =>
            list.filter((one) => one.category === category).map(({ id }) => id);
          // As many exercises as fit the width of the screen, and one more.
          expect(row(portion).slice(0, 6)).toEqual(row(all).slice(0, 6));
        }
        // The first exercises of four rows, and at most one more than its share of each row.
        expect(portion.length).toBeLessThanOrEqual(MOST_AT_ONCE + 4 * 8 + 4);
      }),
    );
  });

  it('take turns, day by day, long ago as well', () => {
    expect([0, 1, 2, 3, 4].map((day) => portionOn(day, 3))).toEqual([0, 1, 2, 0, 1]);
    expect([-1, -2, -3].map((day) => portionOn(day, 3))).toEqual([2, 1, 0]);
    expect(portionOn(20_786, 1)).toBe(0);
  });

  it('lie beside their catalogue', () => {
    expect(portionFile('catalogue/rug.json', 3)).toBe('catalogue/rug.portion-3.json');
    expect(portionFile('catalogue/rug', 0)).toBe('catalogue/rug.portion-0.json');
  });
});
