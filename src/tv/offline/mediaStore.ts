/** Keeps media for when there is no network: one file after another, while nothing plays. */
import { keyOf, type OfflineIndex } from './kept';

/** A file to keep. */
export interface Wanted {
  /** Below the app's folder: `static/media/brug/lift.m4s`. */
  path: string;
  /** A film's playlist: what it names is wanted too. */
  isPlaylist?: boolean;
}

/** All 23 exercises and a voice are 50 MB; what comes later in the list than this is not kept. */
export const MOST_BYTES = 64 * 2 ** 20;

export interface MediaStoreDeps {
  cache: Cache;
  /** Address of the app's folder, with its closing slash. */
  scope: string;
  index: OfflineIndex;
  fetch(address: string, options: RequestInit): Promise<Response>;
  /** Seconds. */
  wait(seconds: number, stop: AbortSignal): Promise<void>;
  now(): number;
  mostBytes?: number;
}

/** Addresses that an HLS playlist names, beside it. */
function namedIn(playlist: string, path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const lines = playlist.split(/\r?\n/).map((line) => line.trim());
  return lines
    .map((line) => (line.startsWith('#') ? line.match(/URI="([^"]+)"/)?.[1] : line))
    .filter((name): name is string => !!name && /^[\w-][\w./-]*$/.test(name))
    .map((name) => folder + name);
}

/** A store over one cache. */
export class MediaStore {
  /** There is no room for more: what is kept stays, nothing else is tried until the next start. */
  isFull = false;

  constructor(private readonly deps: MediaStoreDeps) {}

  /**
   * Fetches what is missing, then drops what is wanted no more. A file that can't be had is left
   * for the next time.
   * @param wanted the most needed first
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

  /** @returns whether there was anything to drop */
  private async dropBut(seen: ReadonlySet<string>): Promise<boolean> {
    const rest = [...(await this.keptNow())].filter((key) => !seen.has(key));
    for (const key of rest) await this.deps.cache.delete(key);
    return rest.length > 0;
  }

  private keyOf(path: string) {
    const { index, scope } = this.deps;
    return keyOf(scope + path, scope, index.revisions);
  }

  /** What is kept, without what another version kept: that goes first, to make room. */
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

  /** @returns undefined where it can't be had */
  private async fetch(path: string, key: string, stop: AbortSignal): Promise<Response | undefined> {
    const { cache, scope, now, wait } = this.deps;
    const began = now();
    let file: Response;
    try {
      // Asked for anew: what the browser keeps may be of another version.
      const response = await this.deps.fetch(scope + path, { cache: 'no-cache', signal: stop });
      if (response.status !== 200) return undefined;
      const bytes = await response.arrayBuffer();
      // Only what a player needs to know: whatever else it said was about the way here.
      file = new Response(bytes, {
        headers: {
          'Content-Type': response.headers.get('Content-Type') ?? '',
          'Content-Length': `${bytes.byteLength}`,
        },
      });
    } catch {
      // No network, or something plays now.
      return undefined;
    }
    try {
      await cache.put(key, file.clone());
    } catch {
      this.isFull = true;
      return undefined;
    }
    // Half of the line at most is ours.
    await wait(now() - began, stop);
    return file;
  }
}
