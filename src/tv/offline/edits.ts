/**
 * Files that a centre changed by hand where they are served. The worker answers with those of its
 * version, so a change is looked for, kept beside, and shown at the next start.
 */
import { editedCache, type OfflineIndex } from './kept';

/** Anything but the app's own address passes the worker by. */
const PAST_WORKER = '?edited';

/**
 * To be called when the server still has the version that runs: what differs then was edited.
 * @returns whether something has changed since it was last looked for
 * @throws Error when the network or the storage fails; then all stays as it was
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
