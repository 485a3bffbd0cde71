import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { comes } from '../../src/tv/comes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Fails so many times, each after so long, ms. */
const failing = (times: number, after = 0) =>
  vi.fn(async (n: number) => {
    await new Promise((done) => setTimeout(done, after));
    if (n < times) throw new Error(`try ${n}`);
    return n;
  });

it.each([0, 1, 2])('comes after %i failures', async (times) => {
  const once = failing(times);
  const coming = comes(once);
  await vi.runAllTimersAsync();
  expect(await coming).toBe(times);
  expect(once).toHaveBeenCalledTimes(times + 1);
});

it('gives up after three tries, with what went wrong last', async () => {
  const once = failing(9);
  const coming = expect(comes(once)).rejects.toThrow('try 2');
  await vi.runAllTimersAsync();
  await coming;
  expect(once).toHaveBeenCalledTimes(3);
});

it('asks only once for what takes long to fail', async () => {
  const once = failing(9, 10_000);
  const coming = expect(comes(once)).rejects.toThrow('try 0');
  await vi.runAllTimersAsync();
  await coming;
  expect(once).toHaveBeenCalledTimes(1);
});
