/** Tests when a waiting room is open and when it opens next, with a clock that may be wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpeningHours, spanOf } from '../../../src/session/centre/openingHours';
import { isOpen, opensNext } from '../../../src/session/centre/openNow';

const at = (weekday: number, time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { weekday, minutes: hours * 60 + minutes };
};
const span = (text: string) => {
  const found = spanOf(text);
  if (!found) throw new Error(text);
  return found;
};
const HOURS: OpeningHours = {
  monday: [span('08:00-12:00'), span('13:00-17:30')],
  friday: [span('20:00-02:00')],
  sunday: [],
};

describe('a span', () => {
  it.each([
    '8:00-12:00',
    '08:00',
    '08:60-09:00',
    '25:00-26:00',
    '08:00-08:00',
    '08:00–12:00',
    '',
  ])('%j is none', (text) => expect(spanOf(text)).toBeUndefined());

  it('may end the day', () => expect(span('18:00-24:00')).toEqual({ from: 1080, to: 1440 }));
});

describe('open', () => {
  it.each([
    [0, '07:59', false],
    [0, '08:00', true],
    [0, '11:59', true],
    [0, '12:00', false],
    [0, '13:00', true],
    [0, '17:30', false],
    [6, '10:00', false],
    [2, '10:00', false],
    [4, '19:59', false],
    [4, '23:59', true],
    [5, '01:59', true],
    [5, '02:00', false],
  ])('day %i at %s: %s', (weekday, time, open) =>
    expect(isOpen(HOURS, at(weekday, time), true)).toBe(open));

  it('goes on from Sunday night into Monday', () => {
    const hours = { sunday: [span('22:00-01:00')] };
    expect(isOpen(hours, at(0, '00:30'), true)).toBe(true);
  });

  it('always, without hours', () => {
    expect(isOpen(undefined, at(6, '03:00'), true)).toBe(true);
  });

  it('always, where the clock can’t be true', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1439 }), (day, min) => {
        expect(isOpen(HOURS, { weekday: day, minutes: min }, false)).toBe(true);
      }),
    );
  });

  it('a span and the rest of the day share it out', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, minute, (from, to, now) => {
        fc.pre(from !== to);
        const moment = { weekday: 3, minutes: now };
        const everyDay = (one: { from: number; to: number }) =>
          Object.fromEntries(
            ['tuesday', 'wednesday', 'thursday'].map((name) => [name, [one]]),
          ) as OpeningHours;
        const inside = isOpen(everyDay({ from, to }), moment, true);
        const outside = isOpen(everyDay({ from: to, to: from }), moment, true);
        expect(inside).toBe(!outside);
      }),
    );
  });
});

describe('opens next', () => {
  it.each([
    [0, '07:00', 0, 0, '08:00'],
    [0, '12:30', 0, 0, '13:00'],
    [0, '18:00', 4, 4, '20:00'],
    [4, '03:00', 0, 4, '20:00'],
    [5, '03:00', 2, 0, '08:00'],
    [6, '23:59', 1, 0, '08:00'],
  ] as const)('on day %i at %s: %i days later, day %i at %s', (day, time, days, weekday, opens) => {
    const { minutes } = at(weekday, opens);
    expect(opensNext(HOURS, at(day, time))).toEqual({ days, weekday, minutes });
  });

  it('a week later where only the hour that is past is open', () => {
    const hours = { monday: [span('08:00-09:00')] };
    expect(opensNext(hours, at(0, '10:00'))).toEqual({ days: 7, weekday: 0, minutes: 480 });
  });

  it('never without hours', () => {
    expect(opensNext({ sunday: [] }, at(0, '10:00'))).toBeUndefined();
    expect(opensNext(undefined, at(0, '10:00'))).toBeUndefined();
  });
});
