import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWithin } from '../../src/tv/answerWithin';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('an answer', () => {
  it('in time is given, and nothing is called off afterwards', async () => {
    let signal: AbortSignal | undefined;
    const answer = answerWithin(8000, async (one) => {
      signal = one;
      return 'here';
    });
    expect(await answer).toBe('here');
    expect(vi.getTimerCount()).toBe(0);
    expect(signal?.aborted).toBe(false);
  });

  it('that fails fails with its own reason', async () => {
    const answer = answerWithin(8000, () => Promise.reject(new Error('HTTP 500')));
    await expect(answer).rejects.toThrow('HTTP 500');
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['heeds the signal', true],
    ['knows no signals', false],
  ])('that never comes is given up after its time, where the asking %s', async (_, heeds) => {
    let isCalledOff = false;
    const answer = answerWithin(
      8000,
      (signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            isCalledOff = true;
            if (heeds) reject(new DOMException('The operation was aborted.', 'AbortError'));
          });
        }),
    );
    const told = expect(answer).rejects.toThrow('no answer within 8 s');
    await vi.advanceTimersByTimeAsync(7999);
    expect(isCalledOff).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await told;
    expect(isCalledOff).toBe(true);
  });
});
