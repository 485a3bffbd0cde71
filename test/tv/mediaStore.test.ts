/** Tests which media the store keeps, in which order, and what it deletes when room is short. */
import { beforeEach, expect, it } from 'vitest';
import { keyOf } from '../../src/tv/offline/kept';
import { MediaStore } from '../../src/tv/offline/mediaStore';

const SCOPE = 'https://centre.example/app/';
const REVISIONS = { 'static/media/brug': 'aa', 'static/media/superman': 'bb', 'static/film': 'cc' };
const index = { version: '1', revisions: REVISIONS, editable: [] };

/** The part of the browser's cache that the store uses. */
class FakeCache {
  readonly files = new Map<string, Response>();
  room = Number.POSITIVE_INFINITY;

  async keys() {
    return [...this.files.keys()].map((url) => ({ url }));
  }
  async match(key: string) {
    return this.files.get(key)?.clone();
  }
  async delete(key: string) {
    return this.files.delete(key);
  }
  async put(key: string, file: Response) {
    if (this.files.size >= this.room) throw new DOMException('full', 'QuotaExceededError');
    this.files.set(key, file);
  }
}

let cache: FakeCache;
let asked: string[];
let served: Record<string, string>;
let stop: AbortController;

beforeEach(() => {
  cache = new FakeCache();
  asked = [];
  stop = new AbortController();
  served = {
    'static/media/brug/lift.m4s': 'x'.repeat(100),
    'static/media/brug/lower.m4s': 'x'.repeat(100),
    'static/media/superman/lift.m4s': 'x'.repeat(100),
    'static/film/index.m3u8': '#EXTM3U\n#EXT-X-MAP:URI="init.mp4"\n#EXTINF:4,\n0.m4s\n',
    'static/film/init.mp4': 'init',
    'static/film/0.m4s': 'film',
  };
});

const store = (mostBytes?: number, revisions: Record<string, string> = REVISIONS) =>
  new MediaStore({
    cache: cache as unknown as Cache,
    scope: SCOPE,
    index: { ...index, revisions },
    async fetch(address, { signal }) {
      if (signal?.aborted) throw new Error('aborted');
      const path = address.slice(SCOPE.length);
      asked.push(path);
      const text = served[path];
      return new Response(text ?? '', { status: text === undefined ? 404 : 200 });
    },
    wait: async () => undefined,
    now: () => 0,
    ...(mostBytes === undefined ? {} : { mostBytes }),
  });

const wanted = (...paths: string[]) => paths.map((path) => ({ path: `static/${path}` }));
const kept = () => [...cache.files.keys()].map((key) => key.slice(`${SCOPE}static/`.length)).sort();

it('keeps what is wanted, asks for nothing twice, and drops the rest', async () => {
  const two = wanted('media/brug/lift.m4s', 'media/brug/lower.m4s', 'media/brug/lift.m4s');
  await store().keep(two, stop.signal);
  expect(kept()).toEqual(['media/brug/lift.m4s?revision=aa', 'media/brug/lower.m4s?revision=aa']);
  expect(asked).toHaveLength(2);
  await store().keep(wanted('media/brug/lower.m4s', 'media/superman/lift.m4s'), stop.signal);
  expect(kept()).toEqual([
    'media/brug/lower.m4s?revision=aa',
    'media/superman/lift.m4s?revision=bb',
  ]);
  expect(asked).toHaveLength(3);
});

it('keeps all that a film’s playlist names', async () => {
  const film = [{ path: 'static/film/index.m3u8', isPlaylist: true }];
  await store().keep(film, stop.signal);
  expect(kept()).toEqual([
    'film/0.m4s?revision=cc',
    'film/index.m3u8?revision=cc',
    'film/init.mp4?revision=cc',
  ]);
  await store().keep(film, stop.signal);
  expect(asked).toHaveLength(3);
});

it('fetches a folder anew when its revision changed, and no other', async () => {
  const two = wanted('media/brug/lift.m4s', 'media/superman/lift.m4s');
  await store().keep(two, stop.signal);
  asked = [];
  await store(undefined, { ...REVISIONS, 'static/media/brug': 'new' }).keep(two, stop.signal);
  expect(asked).toEqual(['static/media/brug/lift.m4s']);
  expect(kept()).toEqual([
    'media/brug/lift.m4s?revision=new',
    'media/superman/lift.m4s?revision=bb',
  ]);
});

it('keeps the most needed where not all of it may be kept', async () => {
  const all = wanted('media/brug/lift.m4s', 'media/brug/lower.m4s', 'media/superman/lift.m4s');
  await store(250).keep(all, stop.signal);
  await store(250).keep(all, stop.signal);
  expect(kept()).toEqual(['media/brug/lift.m4s?revision=aa', 'media/brug/lower.m4s?revision=aa']);
});

it('goes on with what there is when the storage is full', async () => {
  cache.room = 1;
  const full = store();
  await full.keep(wanted('media/brug/lift.m4s', 'media/brug/lower.m4s'), stop.signal);
  expect(full.isFull).toBe(true);
  expect(kept()).toEqual(['media/brug/lift.m4s?revision=aa']);
});

it('makes room for what is needed more', async () => {
  await store().keep(wanted('media/brug/lift.m4s', 'media/superman/lift.m4s'), stop.signal);
  cache.room = 2;
  const full = store();
  const order = wanted('media/brug/lift.m4s', 'media/brug/lower.m4s', 'media/superman/lift.m4s');
  await full.keep(order, stop.signal);
  expect(kept()).toEqual(['media/brug/lift.m4s?revision=aa', 'media/brug/lower.m4s?revision=aa']);
  await full.keep(order, stop.signal);
  expect(full.isFull).toBe(true);
  expect(kept()).toHaveLength(2);
});

it('leaves out what can’t be had and what is no media of this build', async () => {
  await store().keep(
    wanted('media/brug/none.m4s', 'media/other/lift.m4s', 'media/brug/lift.m4s'),
    stop.signal,
  );
  expect(asked).toEqual(['static/media/brug/none.m4s', 'static/media/brug/lift.m4s']);
  expect(kept()).toEqual(['media/brug/lift.m4s?revision=aa']);
});

it('stops when something plays, and drops nothing then', async () => {
  await store().keep(wanted('media/superman/lift.m4s'), stop.signal);
  stop.abort();
  await store().keep(wanted('media/brug/lift.m4s'), stop.signal);
  expect(kept()).toEqual(['media/superman/lift.m4s?revision=bb']);
});

it('names no key for what lies elsewhere', () => {
  expect(keyOf('https://other.example/app/static/media/brug/a.m4s', SCOPE, REVISIONS)).toBe(
    undefined,
  );
  expect(keyOf(`${SCOPE}static/media/a.m4s`, SCOPE, REVISIONS)).toBe(undefined);
});
