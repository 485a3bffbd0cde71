import { expect, it } from 'vitest';
import { countEndings, endingOf, onceMore } from '../../../src/session/walk/summary';

it('what hurt and was carried on to its end counts as done, with its pain', () => {
  expect(endingOf({ outcome: 'hurt', finished: true })).toBe('doneHurt');
  expect(endingOf({ outcome: 'hurt', finished: false })).toBe('hurt');
  expect(endingOf({ outcome: 'skipped', finished: false })).toBe('skipped');
});

it('counts what was done and what was left because of pain', () => {
  expect(
    countEndings([
      { outcome: 'done', finished: true },
      { outcome: 'hurt', finished: true },
      { outcome: 'hurt', finished: false },
      { outcome: 'skipped', finished: false },
    ]),
  ).toEqual({ done: 2, leftHurt: 1 });
  expect(countEndings([])).toEqual({ done: 0, leftHurt: 0 });
});

it('once more is the same routine without what hurt, and nothing where all of it did', () => {
  const items = [{ exercise: 'brug' }, { exercise: 'superman' }, { exercise: 'brug' }];
  const routine = { id: 'own-1', title: 'Mijn routine', items };
  expect(onceMore(routine, [])).toEqual(routine);
  expect(onceMore(routine, ['brug'])).toEqual({ ...routine, items: [{ exercise: 'superman' }] });
  expect(onceMore(routine, ['brug', 'superman'])).toBeUndefined();
});
