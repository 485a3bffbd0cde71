/**
 * The service worker. It answers with saved files, so that the app starts and plays without
 * network. It is a script of its own (`tools/serviceWorker.ts` bundles it). It takes over only when
 * the page says so.
 */
import { cacheNames } from 'workbox-core/cacheNames';
import { clientsClaim } from 'workbox-core/clientsClaim';
import { addRoute } from 'workbox-precaching/addRoute';
import { cleanupOutdatedCaches } from 'workbox-precaching/cleanupOutdatedCaches';
import { createHandlerBoundToURL } from 'workbox-precaching/createHandlerBoundToURL';
import { getCacheKeyForURL } from 'workbox-precaching/getCacheKeyForURL';
import { matchPrecache } from 'workbox-precaching/matchPrecache';
import { precache } from 'workbox-precaching/precache';
import { RangeRequestsPlugin } from 'workbox-range-requests/RangeRequestsPlugin';
import { registerRoute } from 'workbox-routing/registerRoute';
import { CacheFirst } from 'workbox-strategies/CacheFirst';
import {
  editedCache,
  isOldEdits,
  keyOf,
  mediaCache,
  type OfflineIndex,
  REFILL,
  TAKE_OVER,
} from './kept';
import { refill } from './refill';

/** The used part of a worker's global scope. The types of a page do not contain it. */
interface Worker {
  registration: { scope: string };
  clients: {
    matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<{ url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(
    name: 'activate',
    then: (event: { waitUntil(p: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    name: 'message',
    then: (event: { data: unknown; waitUntil(p: Promise<unknown>): void }) => void,
  ): void;
}
declare const self: Worker;

/** Every file of the app with a hash of its contents. The build inserts the list. */
declare const APP_FILES: { url: string; revision: string }[];
/** The index of the build. The build inserts it. */
declare const INDEX: OfflineIndex;

const { scope } = self.registration;
const { editable, revisions, version } = INDEX;
const editableAddresses = new Set(editable.map((path) => scope + path));

precache(APP_FILES);

/** The page itself, with any `?` or `#` in its address. */
registerRoute(
  ({ request, url }) =>
    request.mode === 'navigate' &&
    [scope, `${scope}index.html`].includes(url.origin + url.pathname),
  createHandlerBoundToURL('index.html'),
);

registerRoute(
  ({ url }) => editableAddresses.has(url.href),
  async ({ request, url }) => {
    const edited = await caches.match(url.href, { cacheName: editedCache(scope, version) });
    return edited ?? (await matchPrecache(url.href)) ?? fetch(request);
  },
);

registerRoute(
  ({ url }) => keyOf(url.href, scope, revisions) !== undefined,
  new CacheFirst({
    cacheName: mediaCache(scope),
    plugins: [
      {
        // The request's headers say which part of the file is wanted.
        cacheKeyWillBeUsed: async ({ request }) =>
          new Request(keyOf(request.url, scope, revisions) ?? request.url, {
            headers: request.headers,
          }),
        // The page decides which files are saved (`mediaStore.ts`).
        cacheWillUpdate: async () => null,
      },
      new RangeRequestsPlugin(),
    ],
  }),
);

addRoute({ cleanURLs: false });
cleanupOutdatedCaches();
// On a first visit the worker serves the open page too, which may lose its network.
clientsClaim();

async function dropOldEdits() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => isOldEdits(name, scope, version)).map((name) => caches.delete(name)),
  );
}

/**
 * Takes over, unless another window of the app is open, which may be in the middle of a session.
 */
async function takeOver() {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.filter(({ url }) => url.startsWith(scope)).length <= 1) await self.skipWaiting();
}

async function refillAll() {
  await refill({
    files: APP_FILES,
    saved: await caches.open(cacheNames.precache),
    saveEdited: async (url, response) =>
      (await caches.open(editedCache(scope, version))).put(scope + url, response),
    isEditable: (url) => editable.includes(url),
    keyOf: (url) => getCacheKeyForURL(url) ?? scope + url,
    fetch: (url) => fetch(scope + url, { cache: 'no-cache' }),
  });
}

self.addEventListener('activate', (event) => event.waitUntil(dropOldEdits()));
self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(takeOver());
  // Without a network, it is asked again later.
  if (event.data === REFILL) event.waitUntil(refillAll().catch(() => undefined));
});
