/** The strip of exercises: as many as fit, as large as fits, each with its name. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOutStrip, type StripSpec, stripX } from '../../../src/ui/components/ExerciseStrip';
import { type } from '../../../src/ui/theme';
import { drawBlank } from '../drawn';

const more = (n: number) => `en nog ${n} meer`;
const specOf = (names: readonly string[]): StripSpec => ({
  items: names.map((name) => ({ name, picture: { src: undefined, position: 'supine' } })),
  more,
});

it('stays within its box, shows the first ones in order, and says how many more there are', () => {
  drawBlank();
  const word = fc.string({ minLength: 1, maxLength: 10, unit: fc.constantFrom('a', 'b', 'c') });
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const names = fc.array(name, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      names,
      fc.integer({ min: 900, max: 1728 }),
      fc.integer({ min: 60, max: 400 }),
      (all, w, h) => {
        const layout = layOutStrip(specOf(all), w, h);
        const cells = layout.names.length;
        expect(stripX(cells - 1, layout) + layout.w).toBeLessThanOrEqual(w);
        expect(layout.pictureW).toBeLessThanOrEqual(layout.w + 1);
        const lines = Math.max(...layout.names.map(({ length }) => length));
        const hasNames = layout.names[0]?.length !== 0;
        const namesH = hasNames ? 8 + lines * type.caption.lineHeight : 0;
        expect(layout.pictureH + namesH).toBeLessThanOrEqual(h + 1);
        const isAll = layout.shown === all.length;
        expect(cells).toBe(isAll ? all.length : layout.shown + 1);
        if (!isAll) expect(layout.names.at(-1)?.join(' ')).toBe(more(all.length - layout.shown));
        if (hasNames) {
          const shown = layout.names.slice(0, layout.shown).map((one) => one.join(' '));
          expect(shown).toEqual(all.slice(0, layout.shown));
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('shows seven exercises of a usual day with their names, and few ones larger', () => {
  drawBlank();
  const names = ['Brug', 'Superman', 'Schaar', 'Bolletje', 'Fietsen', 'Rek bil', 'Plank'];
  const seven = layOutStrip(specOf(names), 1616, 200);
  expect(seven.shown).toBe(7);
  expect(seven.names).toEqual(names.map((name) => [name]));
  const three = layOutStrip(specOf(names.slice(0, 3)), 1616, 200);
  expect(three.w).toBeGreaterThan(seven.w);
});
