/**
 * The service worker: answers from what is kept, so that the app starts and plays without a network.
 * A script of its own (`tools/serviceWorker.ts` bundles it). It never takes over by itself: the page
 * says when.
 */
import { clientsClaim } from 'workbox-core/clientsClaim';
import { addRoute } from 'workbox-precaching/addRoute';
import { cleanupOutdatedCaches } from 'workbox-precaching/cleanupOutdatedCaches';
import { createHandlerBoundToURL } from 'workbox-precaching/createHandlerBoundToURL';
import { matchPrecache } from 'workbox-precaching/matchPrecache';
import { precache } from 'workbox-precaching/precache';
import { RangeRequestsPlugin } from 'workbox-range-requests/RangeRequestsPlugin';
import { registerRoute } from 'workbox-routing/registerRoute';
import { CacheFirst } from 'workbox-strategies/CacheFirst';
import { editedCache, isOldEdits, keyOf, mediaCache, type OfflineIndex, TAKE_OVER } from './kept';

/** What of a worker's world is used here; the types of a page's know it not. */
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

/** Laid in by the build: every file of the app with a hash of what is in it. */
declare const APP_FILES: { url: string; revision: string }[];
/** Laid in by the build. */
declare const INDEX: OfflineIndex;

const { scope } = self.registration;
const { editable, revisions, version } = INDEX;
const editableAddresses = new Set(editable.map((path) => scope + path));

precache(APP_FILES);

/** The page itself, whatever stands behind `?` or `#` in its address. */
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
        // The headers say which part of the file is asked for.
        cacheKeyWillBeUsed: async ({ request }) =>
          new Request(keyOf(request.url, scope, revisions) ?? request.url, {
            headers: request.headers,
          }),
        // The page decides what is kept (`mediaStore.ts`).
        cacheWillUpdate: async () => null,
      },
      new RangeRequestsPlugin(),
    ],
  }),
);

addRoute({ cleanURLs: false });
cleanupOutdatedCaches();
// On a first visit the page that is open may lose its network too.
clientsClaim();

async function dropOldEdits() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => isOldEdits(name, scope, version)).map((name) => caches.delete(name)),
  );
}

/** Another window of the app may be in the middle of a session. */
async function takeOver() {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.filter(({ url }) => url.startsWith(scope)).length <= 1) await self.skipWaiting();
}

self.addEventListener('activate', (event) => event.waitUntil(dropOldEdits()));
self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(takeOver());
});
