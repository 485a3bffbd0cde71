/**
 * Serves a built folder as a web server does: a browser may keep files, and requests the page each time.
 * From the command line it serves without a service worker unless `OFFLINE=yes`: otherwise the worker of the
 * former build would hide the new one for a while.
 */

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { HEADERS } from './policy';

export interface ServeOptions {
  /** Port; 0 chooses a free one. */
  port?: number;
  /** Default: this machine only. 0.0.0.0 admits a television on the same network. */
  host?: string;
  folder?: string;
  /** False: the app stores nothing for use without a network, and an earlier worker ends at once. */
  hasWorker?: boolean;
  /** How long a browser may keep a file; default: `cacheControl`. */
  cached?: (path: string) => string;
  /** Receives each request first; returns true when it answers. For fault tests. */
  intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface Served {
  server: Server;
  address: string;
  close(): Promise<void>;
}

/** Replaces the app's worker: takes over from an earlier one, deletes its files, and ends. */
const FAREWELL = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: 'window' });
  await Promise.all(pages.map((page) => page.navigate(page.url)));
})()));
`;

/** The app's settings without storage for use without a network. @throws Error when they cannot be read */
function withoutOffline(folder: string): string {
  const settings = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as {
    appSettings?: object;
  };
  return JSON.stringify({ ...settings, appSettings: { ...settings.appSettings, offline: false } });
}

/** Type and text of the files that are served in place of the worker's. */
function withoutWorker(folder: string, path: string): [type: string, text: string] | undefined {
  if (path === '/sw.js') return ['text/javascript', FAREWELL];
  return path === '/settings.json' ? ['application/json', withoutOffline(folder)] : undefined;
}

/**
 * How long a browser keeps media, seconds: a day, since a player requests a clip again at every repetition.
 */
export const MEDIA_SECONDS = 86400;

/** How long a browser may keep a file: media for a day; it checks the rest each time. */
const cacheControl = (path: string): string =>
  path.includes('/static/media/') && !path.endsWith('index.json')
    ? `public, max-age=${MEDIA_SECONDS}`
    : 'no-cache';

/** @throws Error, one sentence, when the port is taken */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const { cached = cacheControl, hasWorker = true } = options;
  const folder = options.folder ?? join(import.meta.dirname, '..', 'build');
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader('Cache-Control', cached(path));
      if (path.endsWith('.m4s')) response.setHeader('Content-Type', 'video/iso.segment');
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (options.intercept?.(request, response)) return;
    const path = (request.url ?? '').split('?')[0] as string;
    const other = hasWorker ? undefined : withoutWorker(folder, path);
    if (other) {
      response.setHeader('Content-Type', other[0]);
      response.setHeader('Cache-Control', 'no-store');
      response.end(other[1]);
      return;
    }
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${options.port} is taken: choose another with PORT=…`)
          : error,
      ),
    );
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    server,
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** @param text value from the environment @throws Error, one sentence, when it is no port */
export function portOf(text = '8080'): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT: expected a number from 0 to 65535, got "${text}"`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    const { address } = await serve({
      port: portOf(process.env.PORT),
      host: process.env.HOST,
      hasWorker: process.env.OFFLINE === 'yes',
    });
    console.log(`Beweeg mee runs at ${address}  (arrows, Enter, Backspace; Ctrl+C stops)`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
