import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrange, bestOrder, orderCost, type SetUp } from '../../../src/session/choosing/order';
import { seededRandom, shuffled } from '../../../src/session/choosing/seededRandom';
import { upsAndDowns } from '../../support/upsAndDowns';

const position = fc.constantFrom<SetUp['position']>(
  'supine',
  'prone',
  'sideLying',
  'handsAndKnees',
  'sitting',
  'standing',
  'onBall',
);
const spot: fc.Arbitrary<SetUp> = fc.record({
  position,
  equipment: fc.subarray<SetUp['equipment'][number]>(['mat', 'chair', 'ball', 'support']),
});

/** All orders of a list. */
const orders = <T>(list: T[]): T[][] =>
  list.length < 2
    ? [list]
    : list.flatMap((one, at) =>
        orders([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [one, ...rest]),
      );

it('no order of all there are costs less', () => {
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1, maxLength: 6 }), (spots) => {
      const least = Math.min(...orders(spots).map(orderCost));
      expect(orderCost(arrange(spots))).toBe(least);
      expect(orderCost(bestOrder(spots).map((at) => spots[at] as SetUp))).toBe(least);
    }),
  );
});

it('keeps every exercise once, however many there are', () => {
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 40 }), (spots) => {
      const arranged = arrange(spots);
      expect(arranged).toHaveLength(spots.length);
      expect(new Set(arranged)).toEqual(new Set(spots));
      expect(arrange(spots)).toEqual(arranged);
    }),
  );
});

it('stands first, then gets down once, and up once', () => {
  const spots = (['supine', 'standing', 'prone', 'sitting', 'supine'] as const).map(
    (one): SetUp => ({ position: one, equipment: [] }),
  );
  const positions = arrange(spots).map((one) => one.position);
  expect(upsAndDowns(positions)).toBe(2);
  expect(upsAndDowns(['supine', 'standing', 'prone', 'sitting', 'supine'])).toBe(6);
  expect(upsAndDowns(['standing', 'sitting'])).toBe(0);
});

it('fetches a thing once', () => {
  const spots: SetUp[] = [
    { position: 'standing', equipment: ['chair'] },
    { position: 'standing', equipment: [] },
    { position: 'sitting', equipment: ['chair'] },
  ];
  expect(arrange(spots).map((one) => one.equipment.length)).toEqual([0, 1, 1]);
});

it('chance is the same for the same text, even, and shuffles without loss', () => {
  const numbers = (text: string) => Array.from({ length: 2000 }, seededRandom(text));
  expect(numbers('a')).toEqual(numbers('a'));
  expect(numbers('a')).not.toEqual(numbers('b'));
  const share = numbers('7 2026-11-25 0').filter((one) => one < 0.25).length / 2000;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.3);
  const list = Array.from({ length: 30 }, (_, n) => n);
  expect([...shuffled(list, seededRandom('a'))].sort((a, b) => a - b)).toEqual(list);
});
