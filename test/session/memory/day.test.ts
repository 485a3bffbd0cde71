import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, daysBetween, isDay, weekday } from '../../../src/session/memory/day';

/** The engine's own calendar, in universal time. */
const engine = (day: string) => new Date(`${day}T00:00:00Z`);

const anyDate = fc
  .date({ min: engine('1000-01-01'), max: engine('9998-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('counts as the calendar does, over any leap year and century', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -300_000, max: 300 }), (day, n) => {
      const wanted = new Date(engine(day).getTime() + n * 86_400_000);
      if (wanted.getUTCFullYear() < 1000) return;
      const later = addDays(day, n);
      expect(later).toBe(wanted.toISOString().slice(0, 10));
      expect(daysBetween(day, later)).toBe(n);
      expect(weekday(day)).toBe((engine(day).getUTCDay() + 6) % 7);
      expect(isDay(later)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('knows a Wednesday, and 29 February only in its years', () => {
  expect(weekday('2026-11-25')).toBe(2);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
});

it.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-11-31',
  '0000-01-01',
  '2026-1-1',
  ' 2026-11-25',
  '25/11/2026',
  '',
  20261125,
  null,
])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false);
});
