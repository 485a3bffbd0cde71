import { beforeEach, describe, expect, it } from 'vitest';
import { budgetLoader } from '../../src/playback/players/budgetLoader';
import type { HlsLibrary } from '../../src/playback/players/hlsLibrary';
import {
  MOST_BYTES,
  MOST_REQUESTS,
  RequestBudget,
  SPENT_STATUS,
  WINDOW_SECONDS,
} from '../../src/playback/requestBudget';

let now = 0;
let budget: RequestBudget;
const takes = (address: string, times: number) =>
  Array.from({ length: times }, () => budget.take(address)).filter(Boolean).length;

beforeEach(() => {
  now = 1000;
  budget = new RequestBudget(() => now);
});

describe('the budget of requests', () => {
  it('counts nothing against what plays well', () => {
    expect(takes('a', 100)).toBe(100);
  });

  it('allows five a minute of what makes trouble, and again a minute later', () => {
    budget.take('a');
    budget.blame('a');
    expect(takes('a', 100)).toBe(MOST_REQUESTS - 1);
    expect(takes('b', 100)).toBe(100);
    now += WINDOW_SECONDS;
    budget.blame('a');
    expect(takes('a', 100)).toBe(MOST_REQUESTS);
  });

  it('forgives an address that made no trouble for a minute', () => {
    budget.blame('a');
    now += WINDOW_SECONDS;
    expect(takes('a', 100)).toBe(100);
  });

  it('allows so many bytes of all that make trouble together', () => {
    for (const address of ['a', 'b']) {
      budget.take(address);
      budget.received(address, MOST_BYTES / 2);
    }
    expect(budget.take('a')).toBe(true);
    budget.blame('a');
    expect(budget.take('a')).toBe(true);
    budget.blame('b');
    expect(budget.take('a')).toBe(false);
    expect(budget.take('c')).toBe(true);
  });
});

it('tells hls.js no without asking, and blames an address that the server fails for', () => {
  const sent: string[] = [];
  let code = 503;
  class Own {
    stats = { loaded: 0 };
    load({ url }: { url: string }, _: object, told: { onError(error: object): void }) {
      sent.push(url);
      told.onError({ code, text: '' });
    }
  }
  const Loader = budgetLoader({ DefaultConfig: { loader: Own } } as unknown as HlsLibrary, budget);
  const codes: number[] = [];
  const load = (url: string) =>
    new Loader({} as never).load(
      { url } as never,
      {} as never,
      { onError: (error: { code: number }) => codes.push(error.code) } as never,
    );
  for (let n = 0; n < 8; n += 1) load('a');
  expect(sent).toHaveLength(MOST_REQUESTS);
  expect(codes.slice(-1)).toEqual([SPENT_STATUS]);
  // No answer at all is a fault of the network, which has a separate budget.
  code = 0;
  for (let n = 0; n < 8; n += 1) load('b');
  expect(sent.filter((url) => url === 'b')).toHaveLength(8);
});
