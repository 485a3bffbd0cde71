import { expect, it } from 'vitest';
import { numberExercises } from '../../src/catalogue/codeNumbers';
import { realExercises } from '../support/catalogue';

const numbersOf = (...exercises: unknown[]) => Object.fromEntries(numberExercises(exercises).of);

it('every exercise and variant of the brochure has a number of one character', () => {
  const numbers = [...realExercises().values()].flatMap(({ code, variants }) => [
    code?.number,
    ...variants.map(({ number }) => number),
  ]);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toBeLessThanOrEqual(28);
});

it('a given number stays when the file is put in another order', () => {
  const [a, b] = [
    { id: 'a', number: 7 },
    { id: 'b', number: 2, variants: [{ id: 'x', number: 9 }] },
  ];
  expect(numbersOf(a, b)).toEqual(numbersOf(b, a));
});

it('who has none takes the number of its place, or the next one that is free', () => {
  expect(numbersOf({ id: 'a' }, { id: 'b' }, { id: 'c', number: 1 })).toEqual({ a: 2, b: 3, c: 1 });
  expect(numbersOf({ id: 'a' }, 'broken', { id: 'c' })).toEqual({ a: 1, c: 3 });
});

it('a variant without a number does not move when another exercise is added', () => {
  const ball = { id: 'a', variants: [{ id: 'x' }, { id: 'y' }] };
  const numbers = numbersOf(ball);
  expect(numbers).toEqual({ a: 1, 'a/x': 100, 'a/y': 101 });
  expect(numbersOf(ball, { id: 'b', variants: [{ id: 'x' }] })).toMatchObject(numbers);
});

it('a number given twice stays with the first, and the second is named', () => {
  const { of, repeated } = numberExercises([
    { id: 'a', number: 2 },
    { id: 'b', number: 2 },
  ]);
  expect(Object.fromEntries(of)).toEqual({ a: 2, b: 3 });
  expect(repeated).toEqual([{ name: 'b', number: 2, owner: 'a' }]);
});

it('numbers that make no sense count as none, and more than 99 exercises are left without', () => {
  expect(numbersOf({ id: 'a', number: 0 }, { id: 'b', number: 1.5 })).toEqual({ a: 1, b: 2 });
  const many = Array.from({ length: 101 }, (_, at) => ({ id: `e${at}` }));
  expect(Object.keys(numbersOf(...many))).toHaveLength(99);
});
