/**
 * Files that a centre has edited on the server. The worker answers with the files of its own
 * version, so this code looks for edits and saves them for the next start.
 */
import { editedCache, type OfflineIndex } from './kept';

/** With this query an address bypasses the worker. Only the app's plain addresses go through it. */
const PAST_WORKER = '?edited';

/**
 * Looks for edited files and saves them. The caller makes sure that the server has the version that
 * runs, so that any difference is an edit.
 * @returns whether a file has changed since the last look
 * @throws Error when the network or the storage fails; files saved before that remain
 */
export async function fetchEdits(
  { editable, version }: OfflineIndex,
  scope: string,
  stop: AbortSignal,
): Promise<boolean> {
  let isChanged = false;
  for (const path of editable) {
    const served = await fetch(`${scope}${path}${PAST_WORKER}`, {
      cache: 'no-cache',
      signal: stop,
    });
    if (!served.ok) continue;
    const [now, shown] = await Promise.all([
      served.clone().text(),
      fetch(scope + path, { signal: stop }).then((one) => one.text()),
    ]);
    if (now === shown) continue;
    const cache = await caches.open(editedCache(scope, version));
    await cache.put(scope + path, served);
    isChanged = true;
  }
  return isChanged;
}
