/** Tests what a day chooses from: a whole large catalogue, or a portion of it. */
import { expect, it } from 'vitest';
import { readCatalogue } from '../../../src/catalogue/load';
import { amongOn } from '../../../src/session/choosing/loadedCatalogues';
import { addDays } from '../../../src/session/memory/day';
import { CATALOGUE, largeText } from '../../support/large';

const DAY = '2026-11-29';

/** A catalogue of 230 exercises, or a portion of 94. */
function stockOf({ isPortion = false, times = 1 } = {}) {
  const { catalogue } = readCatalogue(largeText(10), CATALOGUE);
  if (!catalogue) throw new Error('no catalogue');
  const loaded = Array.from({ length: times }, () => ({ file: CATALOGUE, catalogue, isPortion }));
  return { loaded, problems: [], missing: [], inPortions: [] };
}

it('the day’s portion of a whole; of three days all', () => {
  const stock = stockOf();
  const days = [0, 1, 2].map((days) => amongOn(stock, addDays(DAY, days)));
  expect(days[0]).toHaveLength(94);
  expect(new Set(days.flat()).size).toBe(230);
  expect(amongOn(stock, addDays(DAY, 3))).toEqual(days[0]);
});

it('all of a portion, however many exercises it has: it isn’t dealt again', () => {
  expect(amongOn(stockOf({ isPortion: true }), DAY)).toHaveLength(230);
});

it('an exercise of two catalogues once', () => {
  const ids = amongOn(stockOf({ times: 2 }), DAY);
  expect(ids).toEqual(amongOn(stockOf(), DAY));
});
