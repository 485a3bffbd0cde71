/**
 * Tests the app from a web server in a real browser: stored files are enough for a start without a network,
 * and a new version takes over only between sessions.
 */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mediaKey } from '../../src/catalogue/variant';
import type { OfflineIndex } from '../../src/tv/offline/kept';
import { type Served, serve } from '../../tools/serve';
import { writeServiceWorker } from '../../tools/serviceWorker';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { holdRemote, type Remote } from '../browser/remote';
import { DAY, ONLY_THREE, plannedThree } from '../support/today';

/** Longest wait for the worker's work while nothing plays, ms. */
const SETTLE_MS = 240_000;

let folder: string;
let browser: Browser;
let served: Served;
let remote: Remote;
/** The set, which keeps its storage between pages. */
let context: Awaited<ReturnType<Browser['newContext']>>;
let asked: string[] = [];

const setUp = () => ({ context, day: DAY, memory: ONLY_THREE });

/** The same address, so that the browser sees the same app. */
const open = (port?: number) =>
  serve({
    folder,
    ...(port ? { port } : {}),
    intercept(request) {
      asked.push((request.url ?? '').slice(1));
      return false;
    },
  });

const portOf = ({ address }: Served) => Number(new URL(address).port);

/** The app's files without media and voices, as a build lays them out. */
const change = async (mark: string) => {
  appendFileSync(join(folder, 'appBundle.js'), `\n;window.mark = ${JSON.stringify(mark)};`);
  await writeServiceWorker(folder);
};

const markOf = () =>
  remote.page.evaluate(() => (window as unknown as { mark?: string }).mark ?? 'none');

/** For each file below the app's folder: whether the worker answers it without a network. */
const isKept = (paths: string[]) =>
  remote.page.evaluate(async (wanted) => {
    const urls: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys())
        urls.push(url.split('?')[0] ?? '');
    }
    const kept = new Set(urls.map((url) => url.slice(location.origin.length + 1)));
    return wanted.filter((path) => !kept.has(path));
  }, paths);

/** Stored bytes, by cache. */
const keptBytes = () =>
  remote.page.evaluate(async () => {
    const sizes: Record<string, string> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      let bytes = 0;
      const keys = await cache.keys();
      for (const key of keys) bytes += (await (await cache.match(key))?.blob())?.size ?? 0;
      sizes[name.split(' ')[0] as string] = `${keys.length} files, ${Math.round(bytes / 1024)} KB`;
    }
    return sizes;
  });

/** The files that today's routine and the voice need. */
function needed(): string[] {
  const media = JSON.parse(readFileSync(join(folder, 'static/media/index.json'), 'utf8'));
  const voice = JSON.parse(readFileSync(join(folder, 'static/voice/nl/index.json'), 'utf8'));
  const clips = plannedThree().flatMap(({ exercise }) => {
    const own = media.exercises[mediaKey(exercise)];
    return [
      own.init,
      own.tile,
      own.poster,
      ...Object.values<{ file: string }>(own.clips).map((clip) => clip.file),
    ];
  });
  const said = Object.values<{ file: string }>(voice.clips).map(({ file }) => `voice/nl/${file}`);
  return [...clips, ...said].map((path) => `static/${path}`);
}

const isHome = (now: { page: string; focus: string }) => now.page === 'home' && now.focus !== '';

const waiting = () =>
  remote.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting != null;
  });

/** What holds up the new version, for the failure's message. */
const inTheWay = async () => {
  const now = await remote.state();
  const workers = await remote.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const { active, installing, waiting: next } = registration ?? {};
    return { active: active?.state, installing: installing?.state, waiting: next?.state };
  });
  return JSON.stringify({ ...now, workers, pages: context.pages().map((page) => page.url()) });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offline-'));
  cpSync(join(import.meta.dirname, '../../build'), folder, { recursive: true });
  served = await open();
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 640, height: 360 }, locale: 'nl-BE' });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (folder) rmSync(folder, { recursive: true });
});

it('fetches nothing twice while it begins, and keeps what today’s routine needs', async () => {
  remote = await holdRemote(browser, served.address, setUp());
  await expect.poll(() => isKept(needed()), { timeout: SETTLE_MS, interval: 500 }).toEqual([]);
  expect(await isKept(['index.html', 'lib/hls.light.min.js', 'settings.json'])).toEqual([]);
  const clips = asked.filter((path) => path.endsWith('.m4s'));
  expect(clips.length).toBeGreaterThan(0);
  expect(new Set(clips).size).toBe(clips.length);
  console.log(await keptBytes());
});

it('keeps its files again after the set has emptied its storage', async () => {
  await remote.page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const one of await cache.keys()) await cache.delete(one);
    }
  });
  expect(await isKept(['index.html', 'appBundle.js'])).toHaveLength(2);
  await remote.restart();
  const app = ['index.html', 'appBundle.js', 'lib/lightning.js', 'settings.json', 'offline.json'];
  await expect
    .poll(() => isKept([...app, ...needed()]), { timeout: SETTLE_MS, interval: 500 })
    .toEqual([]);
});

it('starts cold without a network, and plays with picture and voice', async () => {
  const port = portOf(served);
  await served.close();
  const address = served.address;
  const before = await remote.memory();
  await remote.page.close();
  remote = await holdRemote(browser, address, setUp());
  expect(await remote.state()).toMatchObject({ page: 'home', focus: 'button:start' });
  expect((await remote.memory()).seed).toBe(before.seed);
  await remote.press('OK');
  await remote.until('the player', (now) => now.view?.picture === 'video');
  await remote.until('the picture', (now) => now.view?.state === 'playing');
  await remote.press('OK');
  await remote.until('the first hold', (now) => now.view?.overlay.phase === 'hold', 180_000);
  await remote.page.waitForFunction(
    () => (document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 60,
  );
  const said = await remote.page.evaluate(() => {
    const { narrator } = (window as unknown as { beweegMee: Handle }).beweegMee.services;
    interface Handle {
      services: { narrator: { log: { by: string; outcome: string }[] } };
    }
    return narrator.log.filter(({ by, outcome }) => by === 'voice' && outcome === 'started').length;
  });
  expect(said).toBeGreaterThan(0);
  await remote.until('video', (now) => now.view?.picture === 'video');
  served = await open(port);
});

it('a new version waits for the end of the session, fetches what changed, and loses nothing', async () => {
  asked = [];
  await change('new');
  await remote.page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await expect.poll(waiting, { timeout: SETTLE_MS }).toBe(true);
  const fetched = new Set(asked);
  expect([...fetched].filter((path) => !path.startsWith('static/media')).sort()).toEqual([
    'appBundle.js',
    'offline.json',
    'sw.js',
  ]);
  const { view } = await remote.state();
  await remote.until(
    'a repetition later',
    (now) => now.view?.overlay.repetition !== view?.overlay.repetition,
    180_000,
  );
  expect(await waiting()).toBe(true);
  expect(await markOf()).toBe('none');
  await remote.press('Back');
  await remote.until('the question', (now) => now.dialog === 'leave');
  await remote.press('Right', 'OK');
  await remote.until('home', isHome);
  const before = await remote.memory();
  expect(before.checkpoints[0]?.at).toMatchObject({ exercise: 'brug' });
  const isTaken = () => markOf().then((mark) => mark === 'new');
  await expect
    .poll(isTaken, { timeout: SETTLE_MS, interval: 500 })
    .toBe(true)
    .catch(async (error) => {
      throw new Error(`the new version did not take over: ${await inTheWay()}`, { cause: error });
    });
  await remote.until('home', (now) => now && isHome(now), SETTLE_MS);
  expect(await remote.memory()).toEqual(before);
  expect(await waiting()).toBe(false);
});

it('a file that a centre changed by hand is shown from the next start on', async () => {
  const settings = JSON.parse(readFileSync(join(folder, 'static/texts/nl.json'), 'utf8'));
  const name = 'Beweeg samen';
  writeFileSync(
    join(folder, 'static/texts/nl.json'),
    JSON.stringify({ ...settings, 'app.name': name }),
  );
  await remote.restart();
  const said = () =>
    remote.page.evaluate(() => {
      interface Handle {
        services: { t(key: string): string };
      }
      return (window as unknown as { beweegMee?: Handle }).beweegMee?.services.t('app.name');
    });
  await expect.poll(said, { timeout: SETTLE_MS, interval: 500 }).toBe(name);
  const index = JSON.parse(readFileSync(join(folder, 'offline.json'), 'utf8')) as OfflineIndex;
  expect(index.editable).toContain('static/texts/nl.json');
  expect(remote.errors.filter((one) => !one.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
});
