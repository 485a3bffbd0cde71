import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type RestartingPage, restart } from '../../src/app/restart';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const page = (fetch: () => Promise<unknown>, change: Partial<RestartingPage> = {}) => ({
  location: { href: 'http://set.example/#player/today', protocol: 'http:', reload: vi.fn() },
  navigator: {},
  fetch: vi.fn(fetch) as never,
  ...change,
});

it('opens the page anew once the server answers, and not before', async () => {
  let answers = false;
  const one = page(async () => {
    if (!answers) throw new TypeError('Failed to fetch');
    return { ok: true };
  });
  const done = restart(one);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(one.location.reload).not.toHaveBeenCalled();
  answers = true;
  await vi.advanceTimersByTimeAsync(2000);
  await done;
  expect(one.location.reload).toHaveBeenCalledTimes(1);
  expect(one.fetch).toHaveBeenLastCalledWith('http://set.example/', expect.anything());
});

it('asks again where the server answers with an error, or not at all', async () => {
  let call = 0;
  const one = page(() => {
    call += 1;
    if (call === 1) return Promise.resolve({ ok: false });
    if (call === 3) return Promise.resolve({ ok: true });
    return new Promise((_, reject) => setTimeout(() => reject(new Error('aborted')), 2000));
  });
  const done = restart(one);
  await vi.advanceTimersByTimeAsync(10_000);
  await done;
  expect(call).toBe(3);
});

it.each([
  ['a package', { location: { href: 'file:///app/', protocol: 'file:', reload: vi.fn() } }],
  ['what a worker keeps', { navigator: { serviceWorker: { controller: {} } } }],
])('%s is always there', async (_, change) => {
  const one = page(async () => ({ ok: false }), change);
  await restart(one);
  expect(one.location.reload).toHaveBeenCalled();
  expect(one.fetch).not.toHaveBeenCalled();
});
