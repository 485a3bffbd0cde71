import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/session/memory/day';
import {
  daysSince,
  lastSessions,
  monthOf,
  nextWalk,
  record,
  weekDaysOf,
  weekOf,
} from '../../../src/session/memory/history';
import { emptyMemory } from '../../../src/session/memory/memory';
import { realExercises } from '../../support/catalogue';
import { anyMemory, done, session, TODAY } from '../../support/memory';

const empty = emptyMemory(7);

describe('a record', () => {
  it('keeps whole seconds, after the ones before', () => {
    const one = record(empty, session('2026-11-23', ['brug']));
    const two = record(one, {
      ...session(TODAY, []),
      exercises: [done('superman', { seconds: 61.37 })],
    });
    expect(two.history.map(({ day }) => day)).toEqual(['2026-11-23', TODAY]);
    expect(two.history[1]?.exercises[0]?.seconds).toBe(61);
    expect(one.history).toHaveLength(1);
  });

  it('of the same walk takes the place of the earlier one, and keeps its day over midnight', () => {
    const walk = nextWalk(empty);
    const half = record(empty, session(TODAY, ['brug'], { walk }));
    const whole = record(half, session('2026-11-26', ['brug', 'superman'], { walk }));
    expect(whole.history).toEqual([session(TODAY, ['brug', 'superman'], { walk })]);
    const next = nextWalk(whole);
    expect(record(whole, session(TODAY, ['brug'], { walk: next })).history).toHaveLength(2);
  });

  it('of a routine opened by mistake is none', () => {
    const mistake = [done('brug', { ending: 'skipped', seconds: 9 })];
    expect(record(empty, { day: TODAY, routine: 'today', exercises: mistake })).toBe(empty);
    expect(record(empty, { day: TODAY, routine: 'today', exercises: [] })).toBe(empty);
  });
});

describe('the month', () => {
  const memory = record(
    record(record(empty, session('2026-11-01', ['brug'])), session(TODAY, ['brug', 'superman'])),
    { ...session('2026-11-30', []), exercises: [done('brug', { ending: 'skipped', seconds: 59 })] },
  );

  it('is whole weeks from Monday, without the days of its neighbours', () => {
    const { month, weeks } = monthOf(memory, TODAY);
    expect(month).toBe('2026-11');
    // 1 November 2026 is a Sunday.
    expect(weeks[0]?.map((one) => one?.day)).toEqual([...Array(6).fill(undefined), '2026-11-01']);
    expect(weeks).toHaveLength(6);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  });

  it('tells days with exercise and their minutes; a few seconds make no day', () => {
    const days = monthOf(memory, TODAY).weeks.flat();
    const of = (day: string) => days.find((one) => one?.day === day);
    expect(of(TODAY)).toEqual({ day: TODAY, done: true, minutes: 4, today: true });
    expect(of('2026-11-24')).toEqual({ day: '2026-11-24', done: false, minutes: 0, today: false });
    expect(of('2026-11-30')).toMatchObject({ done: false, minutes: 1 });
  });

  it('marks today only in its own month', () => {
    const other = monthOf(memory, '2026-10-15', TODAY).weeks.flat();
    expect(other.filter(Boolean)).toHaveLength(31);
    expect(other.some((one) => one?.today)).toBe(false);
  });

  it('of any day has its days once each, in order, Monday first', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (n) => {
        const { month, weeks } = monthOf(empty, addDays(TODAY, n));
        const days = weeks.flat().flatMap((one) => (one ? [one.day] : []));
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(weeks.every((week) => week.some(Boolean))).toBe(true);
        expect(days[0]).toBe(`${month}-01`);
        expect(days.every((day, at) => at === 0 || day === addDays(days[at - 1] ?? '', 1))).toBe(
          true,
        );
        expect(addDays(days[days.length - 1] ?? '', 1).endsWith('-01')).toBe(true);
      }),
    );
  });
});

describe('the week', () => {
  it('has seven days from Monday on, and tells which had exercise', () => {
    let memory = record(empty, session('2026-11-22', ['brug']));
    memory = record(memory, session('2026-11-23', ['brug']));
    memory = record(memory, session(TODAY, ['superman']));
    memory = record(memory, session('2026-11-30', ['brug']));
    const days = weekDaysOf(memory, TODAY);
    expect(days.map(({ day }) => day.slice(8))).toEqual(['23', '24', '25', '26', '27', '28', '29']);
    expect(days.filter(({ done }) => done).map(({ day }) => day)).toEqual(['2026-11-23', TODAY]);
    expect(days.filter(({ today }) => today).map(({ day }) => day)).toEqual([TODAY]);
  });

  it('runs from Monday to Sunday and tells days, minutes and categories', () => {
    const stretch = done('bolletje', { category: 'mobiliteit', seconds: 40 });
    const left = done('brug', { ending: 'skipped', seconds: 70 });
    let memory = record(empty, session('2026-11-22', ['brug']));
    memory = record(memory, { ...session('2026-11-23', []), exercises: [stretch, left] });
    memory = record(memory, session(TODAY, ['brug']));
    memory = record(memory, session(TODAY, ['superman']));
    memory = record(memory, session('2026-11-30', ['brug']));
    expect(weekOf(memory, TODAY)).toEqual({
      days: 2,
      minutes: 6,
      perCategory: [
        { category: 'mobiliteit', exercises: 1, minutes: 1 },
        { category: 'kracht', exercises: 2, minutes: 5 },
      ],
    });
    expect(weekOf(memory, '2026-12-08')).toEqual({ days: 0, minutes: 0, perCategory: [] });
  });
});

it('the last sessions come latest first', () => {
  const memory = ['2026-11-20', '2026-11-24', '2025-11-25'].reduce(
    (sum, day) => record(sum, session(day, ['brug'])),
    empty,
  );
  expect(lastSessions(memory, 2).map(({ day }) => day)).toEqual(['2025-11-25', '2026-11-24']);
  expect(lastSessions(memory, 9)).toHaveLength(3);
  expect(lastSessions(memory, 0)).toEqual([]);
});

it('knows how long ago an exercise was done: not today, not in the future, not when skipped', () => {
  let memory = record(empty, session('2026-11-20', ['brug', 'superman']));
  memory = record(memory, session('2026-11-24', ['brug']));
  memory = record(memory, session(TODAY, ['zijplank']));
  memory = record(memory, session('2026-12-01', ['fietsen']));
  memory = record(memory, {
    ...session('2026-11-23', []),
    exercises: [done('schaar', { ending: 'skipped' })],
  });
  expect([...daysSince(memory, TODAY, 7)].sort()).toEqual([
    ['brug', 1],
    ['superman', 5],
  ]);
  expect([...daysSince(memory, TODAY, 4).keys()]).toEqual(['brug']);
});

it('for any memory, days and minutes of a week add up', () => {
  fc.assert(
    fc.property(anyMemory([...realExercises().values()]), (memory) => {
      const week = weekOf(memory, TODAY);
      const month = monthOf(memory, TODAY).weeks.find((days) => days.some((one) => one?.today));
      expect(week.days).toBe(month?.filter((one) => one?.done).length);
      expect(week.days).toBeLessThanOrEqual(7);
      expect(new Set(week.perCategory.map((one) => one.category)).size).toBe(
        week.perCategory.length,
      );
    }),
  );
});
