import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TAKE_OVER } from '../../src/tv/offline/kept';
import { Offline } from '../../src/tv/offline/offline';

/** A new version that waits, and takes over at the given number of requests. */
class Waiting extends EventTarget {
  state = 'installed';
  asked = 0;

  constructor(private readonly refusals: number) {
    super();
  }

  postMessage(message: unknown) {
    expect(message).toBe(TAKE_OVER);
    this.asked += 1;
    if (this.asked <= this.refusals) return;
    this.state = 'activated';
    this.dispatchEvent(new Event('statechange'));
  }
}

const cache = { keys: async () => [], match: async () => undefined };

function pageWith(waiting: Waiting) {
  const registration = Object.assign(new EventTarget(), {
    scope: 'https://centre.test/',
    installing: null,
    waiting,
    update: async () => undefined,
  });
  const serviceWorker = {
    register: async () => registration,
    ready: Promise.resolve(registration),
  };
  return {
    location: { protocol: 'https:' },
    isSecureContext: true,
    caches: {},
    navigator: { serviceWorker },
    fetch: vi.fn(),
    setTimeout: setTimeout.bind(globalThis),
    clearTimeout: clearTimeout.bind(globalThis),
  } as unknown as Window;
}

let isFree: boolean;
const restart = vi.fn();
const wanted = vi.fn(async () => []);

function begin(waiting: Waiting): Offline {
  const offline = new Offline({
    page: pageWith(waiting),
    wanted,
    isQuiet: () => true,
    mayRestart: () => isFree,
    restart,
  });
  offline.changed();
  return offline;
}

beforeEach(() => {
  isFree = true;
  vi.clearAllMocks();
  vi.useFakeTimers();
  vi.stubGlobal('caches', { open: async () => cache });
  vi.stubGlobal('fetch', async () => new Response('{"version":"1","revisions":{},"editable":[]}'));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('asks a new version again that refused, and starts anew once', async () => {
  const waiting = new Waiting(2);
  begin(waiting);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(restart).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(waiting.asked).toBe(3);
  expect(restart).toHaveBeenCalledTimes(1);
});

it('asks nothing while somebody is in the middle of something', async () => {
  isFree = false;
  const waiting = new Waiting(0);
  begin(waiting);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(waiting.asked).toBe(0);
  isFree = true;
  await vi.advanceTimersByTimeAsync(6_000);
  expect(restart).toHaveBeenCalledTimes(1);
});

it('fetches nothing through the old version while the new one is asked', async () => {
  begin(new Waiting(Number.POSITIVE_INFINITY));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(wanted).not.toHaveBeenCalled();
});
