/** Saves again the app's own files that storage has lost: a set may empty it while the worker stays. */

export interface RefillDeps {
  /** Every file of the app, with a hash of its contents. */
  files: readonly { url: string; revision: string }[];
  /** The app's files as saved. */
  saved: Cache;
  /** Saves a file that a centre may edit, and has. */
  saveEdited(url: string, response: Response): Promise<void>;
  /** Whether a centre may edit the file. */
  isEditable(url: string): boolean;
  /** Address under which a file is saved. */
  keyOf(url: string): string;
  /** Asks the server, past every cache. */
  fetch(url: string): Promise<Response>;
}

/** Characters of the hash in the list (`tools/serviceWorker.ts`). */
const HASH_LENGTH = 16;

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...sum].map((byte) => `0${byte.toString(16)}`.slice(-2)).join('');
  return hex.slice(0, HASH_LENGTH);
}

/**
 * A file of another version is not saved: the worker of that version brings it.
 * @throws Error when the network or the storage fails; what was saved before that remains
 */
export async function refill(deps: RefillDeps): Promise<void> {
  const { fetch, files, isEditable, keyOf, saveEdited, saved } = deps;
  const there = new Set((await saved.keys()).map(({ url }) => url));
  for (const { revision, url } of files) {
    if (there.has(keyOf(url))) continue;
    const response = await fetch(url);
    if (response.status !== 200) continue;
    const isOurs = (await hashOf(await response.clone().arrayBuffer())) === revision;
    if (isOurs) await saved.put(keyOf(url), response);
    else if (isEditable(url)) await saveEdited(url, response);
  }
}
