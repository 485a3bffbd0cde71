/** Tests the loop of a waiting room: the order, length and place of its steps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burnInShiftAt, MOST_SHIFT } from '../../../src/session/centre/burnInShift';
import {
  demonstration,
  isForChair,
  pageAt,
  readingSeconds,
  stepAt,
} from '../../../src/session/centre/waitingRoomSteps';
import { compileTimeline } from '../../../src/timeline/compile';
import { FPS } from '../../../src/timeline/types';
import { realExercises } from '../../support/catalogue';

const all = [...realExercises().values()];
const basic = all.filter(({ level }) => level === 'basic');
const advice = [1, 2, 3, 4].map((n) => ({ id: `a-${n}`, text: `Raad ${n}` }));

describe('the loop', () => {
  it('shows three exercises, one piece of advice, and goes on where it was', () => {
    const ids = Array.from({ length: 8 }, (_, n) => {
      const step = stepAt(n, basic, advice);
      return step?.kind === 'exercise' ? step.exercise.id : step?.advice.id;
    });
    const names = basic.map(({ id }) => id);
    expect(ids).toEqual([...names.slice(0, 3), 'a-1', ...names.slice(3, 6), 'a-2']);
  });

  it('shows every exercise and all advice, however many there are, and never nothing', () => {
    const some = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(some, some, (exercises, texts) => {
        const shown = basic.slice(0, exercises);
        const told = Array.from({ length: texts }, (_, n) => ({ id: `a-${n}`, text: 'x' }));
        const seen = new Set<string>();
        for (let n = 0; n < 4 * 12 * 12; n += 1) {
          const step = stepAt(n, shown, told);
          if (!step) expect(shown.length + told.length).toBe(0);
          else seen.add(step.kind === 'exercise' ? step.exercise.id : step.advice.id);
        }
        expect(seen.size).toBe(shown.length + told.length);
      }),
    );
  });
});

describe('a demonstration', () => {
  it.each(basic)('of $id is short, once each part, and keeps its clips', (exercise) => {
    const shown = demonstration(exercise, 3);
    for (const { dose } of shown.parts) {
      expect(dose.sets).toBe(1);
      expect(dose.reps ?? 0).toBeLessThanOrEqual(6);
      expect(Math.max(dose.holdCounts ?? 0, dose.holdSeconds ?? 0)).toBeLessThanOrEqual(5);
    }
    const seconds = compileTimeline(shown, { preparationSeconds: 4 }).frames / FPS;
    expect(seconds).toBeGreaterThan(8);
    expect(seconds).toBeLessThan(75);
  });

  it('never does more than the brochure', () => {
    for (const exercise of basic) {
      const shown = demonstration(exercise, 10);
      for (const { dose, id } of shown.parts) {
        const own = exercise.parts.find((one) => one.id === id)?.dose;
        expect(dose.reps ?? 0).toBeLessThanOrEqual(own?.reps ?? 0);
      }
    }
  });

  it('only the seated one may be followed on the chair', () => {
    expect(all.filter(isForChair).map(({ id }) => id)).toEqual(['bekken-zit']);
  });
});

describe('reading', () => {
  it('gives every page its time, in order, and begins again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (pages, at) => {
          const length = readingSeconds(pages.join(' '));
          const page = pageAt(at, pages);
          expect(page).toBeGreaterThanOrEqual(0);
          expect(page).toBeLessThan(pages.length);
          expect(pageAt(at + length, pages)).toBe(pageAt((at + length) % length, pages));
        },
      ),
    );
    expect(pageAt(3, [])).toBe(-1);
  });

  it('shows a long page longer than a short one', () => {
    const pages = ['x'.repeat(300), 'x'.repeat(100)];
    const length = readingSeconds(pages.join(' '));
    const at = (share: number) => pageAt(share * length, pages);
    expect([0, 0.5, 0.74, 0.76, 0.99].map(at)).toEqual([0, 0, 0, 1, 1]);
  });

  it('is neither a flash nor a minute of nothing else', () => {
    expect(readingSeconds('')).toBe(12);
    expect(readingSeconds('x'.repeat(9999))).toBe(60);
  });
});

describe('drift', () => {
  it('stays within its share of the screen, and moves by little', () => {
    for (let minute = 0; minute < 47 * 31; minute += 1) {
      const { x, y } = burnInShiftAt(minute, 1920, 1080);
      const next = burnInShiftAt(minute + 1, 1920, 1080);
      expect(Math.abs(x)).toBeLessThanOrEqual(1920 * MOST_SHIFT);
      expect(Math.abs(y)).toBeLessThanOrEqual(1080 * MOST_SHIFT);
      expect(Math.hypot(next.x - x, next.y - y)).toBeLessThan(8);
    }
  });

  it('leaves no place for long', () => {
    const places = new Set<string>();
    for (let minute = 0; minute < 600; minute += 1) {
      const { x, y } = burnInShiftAt(minute, 1920, 1080);
      places.add(`${x} ${y}`);
    }
    expect(places.size).toBeGreaterThan(300);
  });
});
