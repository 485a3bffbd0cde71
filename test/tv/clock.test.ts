/** A set's clock that may be wrong, the server's time, and what the memory store makes of both. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isProvisional } from '../../src/session/memory/provisional';
import { SetClock } from '../../src/tv/clock';
import { memoryCare } from '../../src/tv/memoryCare';
import { MemoryStore } from '../../src/tv/memoryStore';
import { timeIn, watchClock } from '../../src/tv/watchClock';
import { session } from '../support/memory';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A set whose clock and steady clock the test moves. */
function aSet(start: string, built = '2026-11-20') {
  const time = { now: new Date(`${start}T10:00:00`).getTime(), steady: 5000 };
  const clock = new SetClock({ now: () => time.now, steady: () => time.steady, built });
  return {
    clock,
    time,
    pass: (ms: number) => {
      time.now += ms;
      time.steady += ms;
    },
    set: (to: string) => {
      time.now = new Date(`${to}T10:00:00`).getTime();
    },
  };
}

describe('a set’s clock', () => {
  it('that starts in 1970 tells provisional days until it is set, and how far they were behind', () => {
    const { clock, pass, set } = aSet('1970-01-01');
    expect(clock.isTrue).toBe(false);
    const first = clock.today();
    pass(DAY);
    const second = clock.today();
    expect([first, second].every(isProvisional)).toBe(true);
    expect(second > first).toBe(true);
    set('2026-11-25');
    expect(clock.today()).toBe('2026-11-25');
    expect(clock.behind).toBeGreaterThan(100_000);
    pass(DAY);
    expect(clock.today()).toBe('2026-11-26');
  });

  it('that the server contradicts is not true, until it is set; it stays true while the server agrees', () => {
    const { clock, pass, set, time } = aSet('2027-11-25');
    expect(clock.today()).toBe('2027-11-25');
    clock.hear(time.now - 365 * DAY);
    expect(isProvisional(clock.today())).toBe(true);
    pass(HOUR);
    set('2026-11-25');
    expect(clock.today()).toBe('2026-11-25');
    clock.hear(time.now - HOUR);
    // The set sleeps: its steady clock stands still.
    time.now += 3 * DAY;
    expect(clock.today()).toBe('2026-11-28');
  });

  it('is believed where the server’s own time is from before the build', () => {
    const { clock } = aSet('2026-11-25');
    clock.hear(Date.parse('1970-01-02T00:00:00Z'));
    expect(clock.today()).toBe('2026-11-25');
  });

  it('of a page that does not say when it was built is believed', () => {
    const { clock } = aSet('1970-01-02', '');
    expect(clock.today()).toBe('1970-01-02');
  });
});

describe('the memory store', () => {
  it('moves what was noted when the clock becomes true in the middle of a session', () => {
    const { clock, set } = aSet('1970-01-01');
    const memoryStore = new MemoryStore({
      store: { read: () => null, write: () => {}, remove: () => {} },
      today: () => clock.today(),
      behind: () => clock.behind,
      seed: () => 5,
      later: () => {},
    });
    memoryStore.take(memoryCare);
    const note = () =>
      memoryStore.change((memory) => ({
        ...memory,
        history: [...memory.history, session(memoryStore.today(), ['brug'])],
      }));
    note();
    expect(memoryStore.hasTrueClock).toBe(false);
    let heard = 0;
    memoryStore.onChange(() => {
      heard += 1;
    });
    set('2026-11-25');
    memoryStore.clockChanged();
    expect(heard).toBe(1);
    expect(memoryStore.memory.history.map(({ day }) => day)).toEqual(['2026-11-25']);
    note();
    expect(memoryStore.memory.history).toHaveLength(2);
  });
});

describe('the watch', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function watch(answer: () => Promise<Response>) {
    const set = aSet('2027-11-25');
    const view = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const asked: [string, RequestInit][] = [];
    const changes: boolean[] = [];
    const page = {
      document: view,
      location: { protocol: 'http:' },
      fetch: (address: string, how: RequestInit) => {
        asked.push([address, how]);
        return answer();
      },
      setInterval: (then: () => void, ms: number) => setInterval(then, ms),
      clearInterval: (timer: number) => clearInterval(timer),
    } as unknown as Window;
    const stop = watchClock(set.clock, page, 'version.json', () => changes.push(set.clock.isTrue));
    return { ...set, asked, changes, stop, view };
  }

  it('asks the server past every cache, and tells when the clock turns out wrong and when it is set', async () => {
    const headers = { Date: new Date('2026-11-25T10:00:00').toUTCString() };
    const { asked, changes, set, stop } = watch(async () => new Response(null, { headers }));
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked[0]).toMatchObject(['version.json', { method: 'HEAD', cache: 'no-store' }]);
    expect(changes).toEqual([false]);
    set('2026-11-25');
    await vi.advanceTimersByTimeAsync(5000);
    expect(changes).toEqual([false, true]);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(asked).toHaveLength(2);
    stop();
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(asked).toHaveLength(2);
  });

  it('asks again when the set shows the app again; no answer changes nothing', async () => {
    const { asked, changes, stop, view } = watch(() => Promise.reject(new Error('offline')));
    view.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveLength(2);
    expect(changes).toEqual([]);
    stop();
  });

  it('reads the server’s time, also of an answer that has an age', () => {
    const date = 'Wed, 25 Nov 2026 10:00:00 GMT';
    expect(timeIn(new Headers({ Date: date }))).toBe(Date.parse(date));
    expect(timeIn(new Headers({ Date: date, Age: '60' }))).toBe(Date.parse(date) + 60_000);
    expect(timeIn(new Headers())).toBeUndefined();
    expect(timeIn(new Headers({ Date: 'x' }))).toBeUndefined();
  });
});
