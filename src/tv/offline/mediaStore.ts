/** Saves media for times without network, one file after another, while nothing plays. */
import { keyOf, type OfflineIndex } from './kept';

/** A file to keep. */
export interface Wanted {
  /** Path below the app's folder: `static/media/brug/lift.m4s`. */
  path: string;
  /** True for the playlist of a film. The files that it names are saved too. */
  isPlaylist?: boolean;
}

/**
 * Most bytes to save. All 23 exercises and a voice take 50 MB. Files at the end of the list that
 * exceed this are not saved.
 */
const MOST_BYTES = 64 * 2 ** 20;

export interface MediaStoreDeps {
  cache: Cache;
  /** Address of the app's folder, with its closing slash. */
  scope: string;
  index: OfflineIndex;
  fetch(address: string, options: RequestInit): Promise<Response>;
  /** Waits some seconds, or until `stop`. */
  wait(seconds: number, stop: AbortSignal): Promise<void>;
  now(): number;
  mostBytes?: number;
}

/** Addresses in an HLS playlist, relative to the app's folder like its own path. */
function namedIn(playlist: string, path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const lines = playlist.split(/\r?\n/).map((line) => line.trim());
  return lines
    .map((line) => (line.startsWith('#') ? line.match(/URI="([^"]+)"/)?.[1] : line))
    .filter((name): name is string => !!name && /^[\w-][\w./-]*$/.test(name))
    .map((name) => folder + name);
}

/** Saves media in one cache. */
export class MediaStore {
  /**
   * True when storage is full. Saved files remain, and nothing more is saved until the next start.
   */
  isFull = false;

  constructor(private readonly deps: MediaStoreDeps) {}

  /**
   * Saves missing files, then removes unwanted ones. A file that cannot be fetched is tried again
   * the next time.
   * @param wanted files to save, the most needed first
   */
  async keep(wanted: readonly Wanted[], stop: AbortSignal): Promise<void> {
    const { mostBytes = MOST_BYTES } = this.deps;
    const before = await this.keptNow();
    const queue = [...wanted];
    const seen = new Set<string>();
    let bytes = 0;
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { isPlaylist, path } = next;
      const key = this.keyOf(path);
      if (!key || seen.has(key)) continue;
      let file = before.has(key)
        ? await this.deps.cache.match(key)
        : await this.fetch(path, key, stop);
      if (this.isFull && (await this.dropBut(seen))) {
        this.isFull = false;
        file = await this.fetch(path, key, stop);
      }
      if (stop.aborted || this.isFull) return;
      if (!file) continue;
      bytes += Number(file.headers.get('Content-Length'));
      if (bytes > mostBytes) break;
      seen.add(key);
      if (isPlaylist) {
        const named = namedIn(await file.text(), path);
        queue.unshift(...named.map((one): Wanted => ({ path: one })));
      }
    }
    await this.dropBut(seen);
  }

  /**
   * Removes all files except those seen.
   * @returns whether it removed any
   */
  private async dropBut(seen: ReadonlySet<string>): Promise<boolean> {
    const rest = [...(await this.keptNow())].filter((key) => !seen.has(key));
    for (const key of rest) await this.deps.cache.delete(key);
    return rest.length > 0;
  }

  private keyOf(path: string) {
    const { index, scope } = this.deps;
    return keyOf(scope + path, scope, index.revisions);
  }

  /** Addresses of the saved files. Files of other versions are removed first, to make room. */
  private async keptNow(): Promise<Set<string>> {
    const { cache, index, scope } = this.deps;
    const kept = new Set<string>();
    for (const { url } of await cache.keys()) {
      const address = url.split('?')[0] as string;
      if (keyOf(address, scope, index.revisions) === url) kept.add(url);
      else await cache.delete(url);
    }
    return kept;
  }

  /**
   * Fetches and saves a file.
   * @returns undefined where that fails
   */
  private async fetch(path: string, key: string, stop: AbortSignal): Promise<Response | undefined> {
    const { cache, scope, now, wait } = this.deps;
    const began = now();
    let file: Response;
    try {
      // `no-cache` asks the server, because the browser's own cache may have a file of another
      // version.
      const response = await this.deps.fetch(scope + path, { cache: 'no-cache', signal: stop });
      if (response.status !== 200) return undefined;
      const bytes = await response.arrayBuffer();
      // The player needs only these headers. All others concern the transfer.
      file = new Response(bytes, {
        headers: {
          'Content-Type': response.headers.get('Content-Type') ?? '',
          'Content-Length': `${bytes.byteLength}`,
        },
      });
    } catch {
      // There is no network, or something plays.
      return undefined;
    }
    try {
      await cache.put(key, file.clone());
    } catch {
      this.isFull = true;
      return undefined;
    }
    // The pause is as long as the download, so that the app uses at most half of the connection.
    await wait(now() - began, stop);
    return file;
  }
}
