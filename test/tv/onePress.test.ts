import { expect, it } from 'vitest';
import { OnePress } from '../../src/tv/onePress';

it('a click and OK of one press are one, in either order', () => {
  const press = new OnePress();
  expect(press.takes('click', 0)).toBe(true);
  expect(press.takes('key', 120)).toBe(false);
  expect(press.takes('key', 1000)).toBe(true);
  expect(press.takes('click', 1299)).toBe(false);
});

it('each has two halves: what comes after them is another press', () => {
  const press = new OnePress();
  expect(press.takes('key', 0)).toBe(true);
  expect(press.takes('click', 50)).toBe(false);
  expect(press.takes('key', 250)).toBe(true);
  expect(press.takes('click', 300)).toBe(false);
});

it('the same twice is two presses, and so are two that are far apart', () => {
  const press = new OnePress();
  for (const at of [0, 100, 200]) expect(press.takes('key', at)).toBe(true);
  expect(press.takes('click', 500)).toBe(true);
});

it('OK that was held for long: the click that comes when it is let go is its own', () => {
  const press = new OnePress();
  expect(press.takes('key', 0)).toBe(true);
  press.released(2000);
  expect(press.takes('click', 2010)).toBe(false);
});
