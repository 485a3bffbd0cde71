import { expect, it } from 'vitest';
import { countEndings, endingOf } from '../../../src/session/walk/summary';

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
