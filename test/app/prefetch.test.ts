/**
 * Tests that the early requests of the start script answer the app, and that a file of known size is read at
 * once.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchText } from '../../src/app/loading/fetchText';
import { ask, type EarlyAnswer, keepEarly } from '../../src/app/loading/prefetch';
import { MAX_FILE_CHARACTERS } from '../../src/catalogue/bounds';

const NEVER = new AbortController().signal;
const address = (path: string) => new URL(path, window.location.href).href;

const early = (response: Response | Error): EarlyAnswer => {
  const answer = response instanceof Error ? Promise.reject(response) : Promise.resolve(response);
  answer.catch(() => undefined);
  return { answer, abort: new AbortController() };
};

let asked: string[] = [];
let later = () => new Response('later');

beforeEach(() => {
  asked = [];
  later = () => new Response('later');
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return later();
  });
});

afterEach(() => {
  keepEarly(undefined);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a file asked for early', () => {
  it('answers once, whichever way its address is written; then it is asked for anew', async () => {
    keepEarly({ [address('./static/a.json')]: early(new Response('early')) });
    expect(await (await ask('static/a.json', { signal: NEVER })).text()).toBe('early');
    expect(asked).toEqual([]);
    expect(await (await ask('./static/a.json', { signal: NEVER })).text()).toBe('later');
    expect(asked).toEqual(['./static/a.json']);
  });

  it('is called off when the app has waited long enough', async () => {
    const one = early(new Response('early'));
    keepEarly({ [address('a.json')]: one });
    const patience = new AbortController();
    await ask('a.json', { signal: patience.signal });
    expect(one.abort.signal.aborted).toBe(false);
    patience.abort();
    expect(one.abort.signal.aborted).toBe(true);
  });

  it('that failed fails as the app’s own asking does', async () => {
    keepEarly({ [address('a.json')]: early(new TypeError('Failed to fetch')) });
    await expect(ask('a.json', { signal: NEVER })).rejects.toThrow('Failed to fetch');
  });

  it('doesn’t stand in for another', async () => {
    keepEarly({ [address('a.json')]: early(new Response('early')) });
    expect(await (await ask('b.json', { signal: NEVER })).text()).toBe('later');
  });
});

describe('a file’s text', () => {
  /** An answer that never ends, and the number of its bytes that were read. */
  function endless(headers: Record<string, string>) {
    const taken = { characters: 0, isCancelled: false };
    const piece = new TextEncoder().encode('x'.repeat(1_000_000));
    const body = new ReadableStream({
      pull(controller) {
        taken.characters += piece.length;
        controller.enqueue(piece);
      },
      cancel() {
        taken.isCancelled = true;
      },
    });
    return { response: new Response(body, { headers }), taken };
  }

  it.each([
    ['no length', {}],
    ['a length, but packed', { 'Content-Length': '100', 'Content-Encoding': 'gzip' }],
    ['too great a length', { 'Content-Length': String(MAX_FILE_CHARACTERS + 1) }],
    ['a length that is none', { 'Content-Length': 'many' }],
  ])('with %s: no more is taken than may be read', async (_, headers) => {
    const { response, taken } = endless(headers as Record<string, string>);
    later = () => response;
    expect((await fetchText('a.json')).length).toBeGreaterThan(MAX_FILE_CHARACTERS);
    expect(taken.isCancelled).toBe(true);
    expect(taken.characters).toBeLessThan(MAX_FILE_CHARACTERS + 5_000_000);
  });

  it('with a length that may be read comes in one go', async () => {
    const response = new Response('text', { headers: { 'Content-Length': '4' } });
    const whole = vi.spyOn(response, 'text');
    later = () => response;
    expect(await fetchText('a.json')).toBe('text');
    expect(whole).toHaveBeenCalledTimes(1);
  });
});
