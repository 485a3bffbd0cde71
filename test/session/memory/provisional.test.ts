/** Days noted while the set's clock could not be true, and the rule for such a clock. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isDay, weekday } from '../../../src/session/memory/day';
import { record } from '../../../src/session/memory/history';
import { emptyMemory, type Memory, type PainNote } from '../../../src/session/memory/memory';
import { isSkipped, notePain, openQuestions } from '../../../src/session/memory/pain';
import { isEarlier, isProvisional, provisionalDay } from '../../../src/session/memory/provisional';
import { settleDays } from '../../../src/session/memory/settleDays';
import { canBeTrue } from '../../../src/session/memory/trueClock';
import { bridge } from '../../support/exercises';
import { session, TODAY } from '../../support/memory';

const DAY_MS = 86_400_000;
const anyDay = fc.integer({ min: -20_000, max: 2_000_000 }).map((n) => addDays(TODAY, n));

describe('a clock', () => {
  const built = Date.parse('2026-11-20T00:00:00Z');
  const now = Date.parse('2026-11-25T10:00:00Z');
  it.each([
    ['after the build, the server silent', { now, built, ahead: undefined }, true],
    ['before the build', { now: built - 1, built, ahead: undefined }, false],
    ['before the build, and the server agrees', { now: built - 1, built, ahead: 0 }, false],
    ['a day from the server’s', { now, built, ahead: -DAY_MS }, true],
    ['more than a day behind the server’s', { now, built, ahead: -DAY_MS - 1 }, false],
    ['a year ahead of the server’s', { now, built, ahead: 365 * DAY_MS }, false],
    ['of which nothing is known', { now: 0, built: undefined, ahead: undefined }, true],
  ])('%s: %o can be true: %s', (_, facts, expected) => expect(canBeTrue(facts)).toBe(expected));
});

describe('a provisional day', () => {
  it('is a day, keeps its distance and its weekday, and is like no true day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (day, n) => {
        const [one, other] = [provisionalDay(day), provisionalDay(addDays(day, n))];
        expect(isDay(one)).toBe(true);
        expect(isProvisional(one)).toBe(true);
        expect(weekday(one)).toBe(weekday(day));
        // A clock of a later century keeps no distance over the turn of its 400 years.
        if (addDays(day, n) < '2401-01-01') expect(daysBetween(one, other)).toBe(n);
      }),
    );
    expect(isProvisional(TODAY)).toBe(false);
  });

  it('comes after every true day', () => {
    const day = provisionalDay('1970-01-01');
    expect(isEarlier(TODAY, day)).toBe(true);
    expect(isEarlier(day, TODAY)).toBe(false);
    expect(isEarlier(day, addDays(day, 1))).toBe(true);
    expect(isEarlier('2026-11-24', TODAY)).toBe(true);
  });
});

describe('when the clock becomes true', () => {
  const WRONG = provisionalDay('1970-01-01');
  const NEXT = addDays(WRONG, 1);
  const behind = daysBetween(NEXT, TODAY);
  const empty = emptyMemory(7);
  const trueBefore = record(empty, session('2026-11-20', ['brug']));

  it('every day that was noted is moved, as far as the clock was behind', () => {
    const noted: Memory = {
      ...notePain(record(trueBefore, session(WRONG, ['kat'])), bridge(), NEXT, true),
      another: { day: NEXT, times: 2 },
      shelf: [{ exercise: 'kat', since: WRONG, reason: 'own' }],
      checkpoints: [
        {
          routine: { id: 'own-1', title: 'x', items: [{ exercise: 'brug' }] },
          at: { routine: 'own-1', index: 0, exercise: 'brug', part: 'main', set: 1, repetition: 2 },
          day: NEXT,
        },
      ],
    };
    const settled = settleDays(noted, TODAY, behind);
    expect(settled.history.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-24']);
    expect(settled.pain).toEqual([{ exercise: 'brug', day: TODAY, skipped: true }]);
    expect(settled.another).toEqual({ day: TODAY, times: 2 });
    expect(settled.shelf[0]?.since).toBe('2026-11-24');
    expect(settled.checkpoints[0]?.day).toBe(TODAY);
    expect(JSON.stringify(settled)).not.toContain('1570');
  });

  it('until the days are moved, a provisional pain asks no question, and its exercise is not chosen', () => {
    const noted = notePain(empty, bridge(), WRONG, true);
    expect(openQuestions(noted, TODAY)).toEqual([]);
    expect(isSkipped(noted, 'brug', TODAY)).toBe(true);
    const before = notePain(empty, bridge(), '2026-11-20', true);
    expect(openQuestions(before, WRONG)).toEqual([]);
    expect(isSkipped(before, 'brug', WRONG)).toBe(true);
  });

  it('the question about pain comes the day after, not before', () => {
    const noted = settleDays(notePain(empty, bridge(), WRONG, true), TODAY);
    expect(openQuestions(noted, TODAY)).toEqual([]);
    expect(openQuestions(noted, '2026-11-26')).toHaveLength(1);
  });

  it('a pain of which nobody was asked stays open, where an answered one becomes a note of the same day', () => {
    const answered: PainNote = { exercise: 'brug', day: TODAY, answer: 'gone', answeredOn: TODAY };
    const both = notePain({ ...empty, pain: [answered] }, bridge(), WRONG, true);
    const { pain } = settleDays(both, TODAY);
    expect(pain).toEqual([{ exercise: 'brug', day: TODAY, skipped: true }]);
  });

  it('after a start of which nothing is known the latest day is today, the others keep their distance', () => {
    const noted = record(record(trueBefore, session(WRONG, ['kat'])), session(NEXT, ['kat']));
    expect(settleDays(noted, TODAY).history.map(({ day }) => day)).toEqual([
      '2026-11-20',
      '2026-11-24',
      TODAY,
    ]);
  });

  it('no day is before one that was true then, nor after today', () => {
    const far = record(trueBefore, session(provisionalDay('2019-05-02'), ['kat']));
    const noted = record(far, session(WRONG, ['kat']));
    for (const { day } of settleDays(noted, TODAY, daysBetween(WRONG, TODAY)).history.slice(1))
      expect(day).toBe(TODAY);
  });

  it('two notes of pain that become one day are one, and what an earlier build noted in 1970 moves too', () => {
    const twice = notePain(notePain(empty, bridge(), '1970-01-01', false), bridge(), WRONG, true);
    expect(settleDays(twice, TODAY).pain).toEqual([
      { exercise: 'brug', day: TODAY, skipped: true },
    ]);
  });

  it('a memory without such days stays the same object', () => {
    expect(settleDays(trueBefore, TODAY, behind)).toBe(trueBefore);
  });

  it('a session on a provisional day moves no note of pain', () => {
    const hurt = notePain(empty, bridge(), TODAY, true);
    expect(record(hurt, session(WRONG, ['kat'])).pain).toEqual(hurt.pain);
  });
});
