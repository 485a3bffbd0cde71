/** Tests what hls.js requests again, and how soon. */
import { expect, it } from 'vitest';
import { BufferRoom } from '../../src/playback/players/bufferRoom';
import { hlsConfig } from '../../src/playback/players/hlsConfig';

const retry = () => {
  const { errorRetry } = hlsConfig(0, new BufferRoom()).fragLoadPolicy?.default ?? {};
  if (!errorRetry?.shouldRetry) throw new Error('nothing is asked for again');
  const { shouldRetry, ...rest } = errorRetry;
  const isAskedAgain = (code?: number, count = 0) =>
    shouldRetry(
      errorRetry,
      count,
      false,
      code === undefined ? undefined : ({ code } as never),
      true,
    );
  return { ...rest, isAskedAgain };
};

it.each([undefined, 0, 408, 429, 500, 503])('asks again after %s', (code) => {
  expect(retry().isAskedAgain(code)).toBe(true);
});

it.each([400, 403, 404, 410])('does not ask again after %i', (code) => {
  expect(retry().isAskedAgain(code)).toBe(false);
});

it('asks every half second, for about a minute: a network that is back is found within that', () => {
  const { isAskedAgain, maxNumRetry, maxRetryDelayMs, retryDelayMs } = retry();
  expect([retryDelayMs, maxRetryDelayMs]).toEqual([500, 500]);
  expect((maxNumRetry * retryDelayMs) / 1000).toBeGreaterThanOrEqual(60);
  expect(isAskedAgain(undefined, maxNumRetry - 1)).toBe(true);
  expect(isAskedAgain(undefined, maxNumRetry)).toBe(false);
});
