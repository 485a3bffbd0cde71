import { describe, expect, it } from 'vitest';
import { MAX_DOCUMENT_CHARACTERS, writeDocument } from '../../src/session/memory/document';
import { emptyMemory, type Memory } from '../../src/session/memory/memory';
import { createRoutine } from '../../src/session/routine/routines';
import { dayOf } from '../../src/tv/calendar';
import { createMemoryStore, flushOnHide } from '../../src/tv/createMemoryStore';
import { memoryCare } from '../../src/tv/memoryCare';
import { MemoryStore } from '../../src/tv/memoryStore';
import { browserStore, hideRefusedStorage, type TextStore } from '../../src/tv/storage';
import { session, TODAY } from '../support/memory';

const KEY = 'beweeg-mee.memory';

class QuotaError extends Error {
  override readonly name = 'QuotaExceededError';
}

/** A store for this many characters, whose calls can throw. */
class FakeStore implements TextStore {
  readonly texts = new Map<string, string>();
  writes: string[] = [];
  room = Number.POSITIVE_INFINITY;
  refuses: ('read' | 'write' | 'remove')[] = [];
  /** Silently cuts every text to this length. */
  cuts = Number.POSITIVE_INFINITY;

  read(key: string) {
    if (this.refuses.includes('read')) throw new Error('SecurityError');
    return this.texts.get(key) ?? null;
  }
  write(key: string, text: string) {
    if (this.refuses.includes('write')) throw new Error('SecurityError');
    const others = [...this.texts].filter(([one]) => one !== key);
    const used = others.reduce((sum, [, one]) => sum + one.length, text.length);
    if (used > this.room) throw new QuotaError('exceeded');
    this.texts.set(key, text.slice(0, this.cuts));
    this.writes.push(key);
  }
  remove(key: string) {
    if (this.refuses.includes('remove')) throw new Error('SecurityError');
    this.texts.delete(key);
  }
}

/** A memory store that writes when the test says so. Its seeds count up from 100. */
function keep(store: FakeStore) {
  const waiting: (() => void)[] = [];
  const log: string[] = [];
  let seed = 100;
  const memoryStore = new MemoryStore({
    store,
    today: () => TODAY,
    seed: () => {
      seed += 1;
      return seed;
    },
    later: (write) => waiting.push(write),
    log: (sentence) => log.push(sentence),
  });
  memoryStore.take(memoryCare);
  const wait = () => {
    for (const write of waiting.splice(0)) write();
  };
  return { memoryStore, wait, log };
}

/** A page without storage, from no server. */
const bare = () =>
  Object.assign(new EventTarget(), {
    document: Object.assign(new EventTarget(), { querySelector: () => null }),
    location: { protocol: 'file:' },
    setInterval: () => 0,
  }) as unknown as Window;

const harder = (memory: Memory): Memory => ({
  ...memory,
  settings: { ...memory.settings, harder: true },
});
const longer = (memory: Memory): Memory => ({
  ...memory,
  settings: { ...memory.settings, minutes: 15 },
});

/** All troubles that the store reports, until there are no more. */
const told = (memoryStore: MemoryStore) => {
  const all: string[] = [];
  for (let one = memoryStore.tell(); one; one = memoryStore.tell()) all.push(one);
  return all;
};

describe('on a set that keeps', () => {
  it('remembers from the first start: the seed is the same at the next', () => {
    const store = new FakeStore();
    const first = keep(store);
    first.wait();
    const second = keep(store);
    expect(second.memoryStore.memory).toEqual(first.memoryStore.memory);
    second.wait();
    expect(store.writes).toHaveLength(1);
    expect(told(second.memoryStore)).toEqual([]);
  });

  it('several changes at one moment are one write, no change is none', () => {
    const store = new FakeStore();
    const { memoryStore, wait } = keep(store);
    wait();
    memoryStore.change(harder);
    memoryStore.change(longer);
    memoryStore.change((memory) => memory);
    wait();
    memoryStore.change((memory) => ({ ...memory }));
    wait();
    expect(store.writes).toEqual([KEY, KEY]);
    expect(keep(store).memoryStore.memory.settings).toMatchObject({ harder: true, minutes: 15 });
  });

  it('writes at once when told that the app may end', () => {
    const store = new FakeStore();
    const { memoryStore, wait } = keep(store);
    memoryStore.change(harder);
    memoryStore.flush();
    expect(keep(store).memoryStore.memory.settings.harder).toBe(true);
    wait();
    expect(store.writes).toHaveLength(1);
  });

  it('tells its listeners of every change, until they have heard enough', () => {
    const { memoryStore } = keep(new FakeStore());
    let heard = 0;
    const stop = memoryStore.onChange(() => {
      heard += 1;
    });
    memoryStore.change(harder);
    memoryStore.change((memory) => memory);
    expect(heard).toBe(1);
    stop();
    memoryStore.change(longer);
    expect(heard).toBe(1);
  });

  it('stays within its bound, in the set and in mind', () => {
    const store = new FakeStore();
    const { memoryStore, wait } = keep(store);
    const day = session(TODAY, Array(8).fill('rek-onderrug-bil'));
    memoryStore.change((memory) => ({ ...memory, history: Array(2000).fill(day) }));
    wait();
    expect(store.texts.get(KEY)?.length).toBeLessThanOrEqual(MAX_DOCUMENT_CHARACTERS);
    expect(memoryStore.memory.history.length).toBeLessThan(2000);
    expect(keep(store).memoryStore.memory).toEqual(memoryStore.memory);
  });
});

describe('a document that can’t be read', () => {
  it.each([
    ['corrupt', 'x{', 'damaged'],
    ['corrupt', writeDocument(emptyMemory(1)).slice(0, 40), 'damaged'],
    ['foreign', '{"user": "jan"}', 'not of this app'],
    ['newer', '{"app": "beweeg-mee", "version": 9, "routines": []}', 'of a newer app'],
  ])('%s: kept beside, told once with its place, and the app goes on', (kind, text, logged) => {
    const store = new FakeStore();
    store.texts.set(KEY, text);
    const { memoryStore, log, wait } = keep(store);
    expect(memoryStore.memory).toEqual(emptyMemory(101));
    expect(memoryStore.trouble).toBe(kind);
    expect(told(memoryStore)).toEqual([kind]);
    expect(told(memoryStore)).toEqual([]);
    expect(log).toEqual([expect.stringContaining(logged)]);
    expect(memoryStore.why).toMatch(/^memory: /);
    memoryStore.change(harder);
    wait();
    expect(store.texts.get('beweeg-mee.spare')).toBe(text);
    const next = keep(store);
    expect(next.memoryStore.memory.settings.harder).toBe(true);
    expect(told(next.memoryStore)).toEqual([]);
  });

  it('in part: the rest is remembered, the whole is kept beside', () => {
    const store = new FakeStore();
    const memory = { ...harder(emptyMemory(3)), history: [session(TODAY, ['brug'])] };
    const text = writeDocument(memory).replace(TODAY, 'vandaag');
    store.texts.set(KEY, text);
    const { memoryStore, wait } = keep(store);
    wait();
    expect(memoryStore.memory).toEqual({ ...memory, history: [] });
    expect(memoryStore.why).toContain('history[0]: day');
    expect(store.texts.get('beweeg-mee.spare')).toBe(text);
  });

  it('several times: three are kept, the same one once', () => {
    const store = new FakeStore();
    for (const text of ['a', 'a', 'b', 'c', 'd']) {
      store.texts.set(KEY, text);
      keep(store).wait();
    }
    const spares = ['spare', 'spare-2', 'spare-3'].map((key) =>
      store.texts.get(`beweeg-mee.${key}`),
    );
    expect(spares).toEqual(['a', 'b', 'd']);
  });

  it('without room for a spare it stays where it is, and nothing is written over it', () => {
    const store = new FakeStore();
    const text = 'x'.repeat(900);
    store.texts.set(KEY, text);
    store.room = 1000;
    const { memoryStore, wait } = keep(store);
    memoryStore.change(harder);
    wait();
    memoryStore.flush();
    expect(store.texts.get(KEY)).toBe(text);
    expect(told(memoryStore)).toEqual(['corrupt', 'full']);
    expect(memoryStore.memory.settings.harder).toBe(true);
  });

  it('without room for a spare, what another window wrote meanwhile is not written over either', () => {
    const store = new FakeStore();
    const { memoryStore, wait } = keep(store);
    wait();
    memoryStore.take(memoryCare);
    const text = 'x'.repeat(900);
    store.texts.set(KEY, text);
    store.room = 1000;
    memoryStore.change(harder);
    wait();
    memoryStore.flush();
    expect(store.texts.get(KEY)).toBe(text);
    expect(memoryStore.memory.settings.harder).toBe(true);
  });

  it('version 0 is read, and becomes version 1', () => {
    const store = new FakeStore();
    store.texts.set(KEY, '{"mine": ["brug"], "left": {}}');
    const { memoryStore, wait } = keep(store);
    wait();
    expect(told(memoryStore)).toEqual([]);
    expect(keep(store).memoryStore.memory).toEqual(memoryStore.memory);
    expect(memoryStore.memory.routines[0]?.items).toEqual([{ exercise: 'brug' }]);
    expect(store.texts.get(KEY)).toContain('"version":1');
  });
});

describe('on a set that won’t keep', () => {
  it.each<[string, FakeStore['refuses']]>([
    ['every call', ['read', 'write', 'remove']],
    ['reading', ['read']],
    ['writing', ['write']],
  ])('%s refused: works without, says so once, and today stays today', (_, refuses) => {
    const store = new FakeStore();
    store.refuses = refuses;
    const { memoryStore, wait } = keep(store);
    memoryStore.change(harder);
    wait();
    memoryStore.change(longer);
    wait();
    memoryStore.flush();
    expect(memoryStore.memory.settings).toMatchObject({ harder: true, minutes: 15 });
    expect(told(memoryStore)).toEqual(['refused']);
    expect(store.texts.size).toBe(0);
    if (refuses.includes('read')) expect(keep(store).memoryStore.memory.seed).toBe(0);
    expect(() => memoryStore.erase()).not.toThrow();
    expect(memoryStore.memory.settings.harder).toBe(false);
  });

  it('full: what was kept stays kept, told once, and kept again when there is room', () => {
    const store = new FakeStore();
    const { memoryStore, wait } = keep(store);
    wait();
    const before = store.texts.get(KEY) ?? '';
    store.room = before.length + 20;
    const big = (memory: Memory) => ({ ...memory, history: [session(TODAY, ['brug'])] });
    memoryStore.change(big);
    wait();
    memoryStore.change(harder);
    wait();
    expect(store.texts.get(KEY)).toBe(before);
    expect(told(memoryStore)).toEqual(['full']);
    store.room = 1e6;
    memoryStore.change(longer);
    wait();
    expect(keep(store).memoryStore.memory).toEqual(memoryStore.memory);
  });

  it('without any room at all (private mode of older engines) is refused, not full', () => {
    const store = new FakeStore();
    store.room = 0;
    const { memoryStore, wait } = keep(store);
    wait();
    expect(told(memoryStore)).toEqual(['refused']);
  });

  it('a store that cuts in silence is found out', () => {
    const store = new FakeStore();
    store.cuts = 50;
    const { memoryStore, wait } = keep(store);
    wait();
    expect(told(memoryStore)).toEqual(['refused']);
  });

  it('a page whose storage may not even be mentioned', () => {
    const page = bare();
    Object.defineProperty(page, 'localStorage', {
      get: () => {
        throw new Error('SecurityError: the document is sandboxed');
      },
    });
    const memoryStore = createMemoryStore(page);
    memoryStore.change(harder);
    memoryStore.flush();
    expect(told(memoryStore)).toEqual(['refused']);
    expect(memoryStore.memory.settings.harder).toBe(true);
  });

  it('a page without storage at all', () => {
    const page = bare();
    const memoryStore = createMemoryStore(page);
    memoryStore.flush();
    expect(told(memoryStore)).toEqual(['refused']);
  });
});

describe('a file', () => {
  it('holds everything, and is taken whole', () => {
    const from = keep(new FakeStore()).memoryStore;
    from.change((memory) => ({ ...harder(memory), history: [session(TODAY, ['brug'])] }));
    const store = new FakeStore();
    const to = keep(store).memoryStore;
    expect(to.importText(from.exportText())).toEqual({ ok: true });
    expect(to.memory).toEqual(from.memory);
    expect(keep(store).memoryStore.memory).toEqual(from.memory);
  });

  it.each([
    ['no JSON', 'hallo', 'corrupt'],
    ['nothing', '', 'corrupt'],
    ['something else', '{"a": 1}', 'foreign'],
    ['a newer app’s', '{"app": "beweeg-mee", "version": 99}', 'newer'],
    [
      'one bad entry',
      writeDocument({ ...emptyMemory(1), history: [session(TODAY, ['brug'])] }).replace(TODAY, '?'),
      'corrupt',
    ],
  ])('%s changes nothing, and says why', (_, text, why) => {
    const store = new FakeStore();
    const { memoryStore, wait } = keep(store);
    memoryStore.change(harder);
    wait();
    const { memory } = memoryStore;
    const texts = new Map(store.texts);
    const result = memoryStore.importText(text);
    wait();
    expect(result).toEqual({ ok: false, why });
    expect(memoryStore.memory).toBe(memory);
    expect(store.texts).toEqual(texts);
  });
});

it('before the second script is there, nothing is written over what another window wrote', () => {
  const store = new FakeStore();
  const waiting: (() => void)[] = [];
  const wait = () => {
    for (const write of waiting.splice(0)) write();
  };
  const early = new MemoryStore({
    store,
    today: () => TODAY,
    seed: () => 3,
    later: (write) => waiting.push(write),
  });
  wait();
  const other = keep(store);
  other.memoryStore.change(longer);
  other.wait();
  early.change(harder);
  wait();
  early.flush();
  expect(keep(store).memoryStore.memory.settings).toMatchObject({ harder: false, minutes: 15 });
  early.take(memoryCare);
  wait();
  expect(keep(store).memoryStore.memory.settings).toMatchObject({ harder: true, minutes: 15 });
});

describe('two windows of one memory', () => {
  const withRoutine = (name: string) => (memory: Memory) => createRoutine(memory, name).memory;
  const names = ({ memory }: MemoryStore) => memory.routines.map(({ title }) => title);

  it('what is made in each is kept, though neither has heard of the other', () => {
    const store = new FakeStore();
    const one = keep(store);
    one.wait();
    const two = keep(store);
    two.wait();
    one.memoryStore.change(withRoutine('Een'));
    two.memoryStore.change(withRoutine('Twee'));
    one.wait();
    two.wait();
    one.memoryStore.takeIn();
    expect(names(two.memoryStore)).toEqual(['Een', 'Twee']);
    expect(one.memoryStore.memory).toEqual(two.memoryStore.memory);
    expect(new Set(two.memoryStore.memory.routines.map(({ id }) => id)).size).toBe(2);
    expect(keep(store).memoryStore.memory).toEqual(two.memoryStore.memory);
  });

  it('a window that is told takes in the change, tells its listeners, and writes nothing', () => {
    const store = new FakeStore();
    const one = keep(store);
    one.wait();
    const two = keep(store);
    two.wait();
    let heard = 0;
    two.memoryStore.onChange(() => {
      heard += 1;
    });
    one.memoryStore.change(withRoutine('Een'));
    one.wait();
    const writes = store.writes.length;
    two.memoryStore.takeIn();
    two.memoryStore.takeIn();
    two.wait();
    expect(names(two.memoryStore)).toEqual(['Een']);
    expect(heard).toBe(1);
    expect(store.writes).toHaveLength(writes);
  });

  it('what one deletes is not written back by the other', () => {
    const store = new FakeStore();
    const one = keep(store);
    one.memoryStore.change(withRoutine('Een'));
    one.wait();
    const two = keep(store);
    two.wait();
    one.memoryStore.change((memory) => ({ ...memory, routines: [] }));
    one.wait();
    two.memoryStore.change(harder);
    two.wait();
    expect(keep(store).memoryStore.memory).toMatchObject({
      routines: [],
      settings: { harder: true },
    });
  });

  it('what is unsound of the other one’s is kept beside', () => {
    const store = new FakeStore();
    const { memoryStore, wait } = keep(store);
    wait();
    store.texts.set(KEY, '{"app": "beweeg-mee", "version": 9}');
    memoryStore.change(harder);
    wait();
    expect(store.texts.get('beweeg-mee.spare')).toContain('"version": 9');
    expect(keep(store).memoryStore.memory.settings.harder).toBe(true);
  });

  it('a document that the set lost is written again', () => {
    const store = new FakeStore();
    const { memoryStore, wait } = keep(store);
    memoryStore.change(withRoutine('Een'));
    wait();
    store.texts.delete(KEY);
    memoryStore.change(harder);
    wait();
    expect(names(keep(store).memoryStore)).toEqual(['Een']);
  });

  it('hears of the other by the page: a change, and that all was erased', () => {
    const store = new FakeStore();
    const one = keep(store);
    one.wait();
    const two = keep(store);
    two.wait();
    const page = new EventTarget() as unknown as Window;
    const stop = memoryCare.followOthers(two.memoryStore, page);
    const tell = (key: string | null, newValue: string | null) =>
      page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
    one.memoryStore.change(withRoutine('Een'));
    one.wait();
    tell('another.key', 'x');
    expect(names(two.memoryStore)).toEqual([]);
    tell(KEY, store.texts.get(KEY) ?? '');
    expect(names(two.memoryStore)).toEqual(['Een']);
    one.memoryStore.erase();
    tell(KEY, null);
    expect(names(two.memoryStore)).toEqual([]);
    two.memoryStore.change(harder);
    two.wait();
    expect(names(keep(store).memoryStore)).toEqual([]);
    one.memoryStore.change(withRoutine('Nieuw'));
    one.wait();
    stop();
    tell(KEY, store.texts.get(KEY) ?? '');
    expect(names(two.memoryStore)).toEqual([]);
  });
});

it('erasing leaves nothing, spares too, and the app goes on with another seed', () => {
  const store = new FakeStore();
  store.texts.set(KEY, 'x{');
  const { memoryStore, wait } = keep(store);
  wait();
  memoryStore.change(harder);
  let heard = 0;
  memoryStore.onChange(() => {
    heard += 1;
  });
  const { seed } = memoryStore.memory;
  memoryStore.erase();
  wait();
  expect(store.texts.size).toBe(0);
  expect(heard).toBe(1);
  expect(memoryStore.memory).toEqual(emptyMemory(memoryStore.memory.seed));
  expect(memoryStore.memory.seed).not.toBe(seed);
  memoryStore.change(harder);
  wait();
  expect(keep(store).memoryStore.memory).toEqual(memoryStore.memory);
});

it('writes when the page is hidden or left', () => {
  const store = new FakeStore();
  const { memoryStore } = keep(store);
  const page = new EventTarget() as unknown as Window;
  const view = new EventTarget() as unknown as Document;
  let visibilityState = 'visible';
  Object.defineProperty(view, 'visibilityState', { get: () => visibilityState });
  Object.defineProperty(page, 'document', { value: view });
  const stop = flushOnHide(memoryStore, page);
  view.dispatchEvent(new Event('visibilitychange'));
  expect(store.writes).toHaveLength(0);
  visibilityState = 'hidden';
  view.dispatchEvent(new Event('visibilitychange'));
  expect(store.writes).toHaveLength(1);
  memoryStore.change(harder);
  page.dispatchEvent(new Event('pagehide'));
  expect(store.writes).toHaveLength(2);
  stop();
  memoryStore.change(longer);
  page.dispatchEvent(new Event('pagehide'));
  expect(store.writes).toHaveLength(2);
});

it('a day is where the set stands, with its zeros', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  expect(dayOf(new Date(2026, 10, 25, 0, 0))).toBe('2026-11-25');
});

describe('a browser whose storage throws at its mere mention', () => {
  const blocked = () =>
    Object.defineProperty({}, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('Access is denied', 'SecurityError');
      },
    }) as Window;

  it('looks as if it had none, for whoever mentions it after us', () => {
    const page = blocked();
    expect(() => page.localStorage).toThrow();
    hideRefusedStorage(page);
    expect(page.localStorage).toBeUndefined();
    const store = browserStore(page);
    const memoryStore = new MemoryStore({
      store,
      today: () => TODAY,
      seed: () => 5,
      later: () => {},
    });
    expect(memoryStore.tell()).toBe('refused');
  });

  it('one that works, or cannot be hidden, stays', () => {
    const works = { localStorage: {} as Storage };
    hideRefusedStorage(works);
    expect(works.localStorage).toEqual({});
    expect(() => hideRefusedStorage(Object.freeze(blocked()))).not.toThrow();
  });
});
