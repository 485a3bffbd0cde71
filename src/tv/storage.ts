/** The set's own storage. It may be refused, be full, or drop a text silently. */

/** The key of the app's memory. */
export const MEMORY_KEY = 'beweeg-mee.memory';

/** Stores texts by key. Every call may throw. */
export interface TextStore {
  /** Null where there is no such text. */
  read(key: string): string | null;
  write(key: string, text: string): void;
  remove(key: string): void;
}

/** Reason why nothing can be saved: `full`, or `refused` (private mode, settings, no storage). */
export type Refusal = 'refused' | 'full';

/** Names and codes by which engines say that there is no room. */
const FULL_NAMES = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'];
const FULL_CODES = [22, 1014];

/** In private mode some engines have a storage without any room. Writing one character shows it. */
const PROBE = 'beweeg-mee.probe';

/** Tells whether storage is full or refused. */
export function refusalOf(error: unknown, store: TextStore): Refusal {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const isFull = FULL_NAMES.some((one) => one === name) || FULL_CODES.some((one) => one === code);
  if (!isFull) return 'refused';
  try {
    store.write(PROBE, '1');
    store.remove(PROBE);
    return 'full';
  } catch {
    return 'refused';
  }
}

/** A write seemed to succeed and did not. */
export class LostWriteError extends Error {}

/**
 * Writes a text and reads it back. A text that is cut or dropped silently counts as refused.
 * @throws Error of the store, or `LostWriteError`
 */
export function writeSafely(store: TextStore, key: string, text: string): void {
  store.write(key, text);
  if (store.read(key) === text) return;
  store.write(key, text);
  if (store.read(key) !== text) throw new LostWriteError(`${key}: was not kept as written`);
}

/** A storage of the browser. Every call gets it anew, because mere access may throw. */
const storeOf = (storage: () => Storage): TextStore => ({
  read: (key) => storage().getItem(key),
  write: (key, text) => storage().setItem(key, text),
  remove: (key) => storage().removeItem(key),
});

/** The browser's storage, which is permanent. */
export const browserStore = (page: Pick<Window, 'localStorage'>): TextStore =>
  storeOf(() => page.localStorage);

/** The tab's storage. It survives a reload of the page, and ends with the tab. */
export const tabStore = (page: Pick<Window, 'sessionStorage'>): TextStore =>
  storeOf(() => page.sessionStorage);

/**
 * Hides the browser's storage where mere access throws, as with blocked cookies. A library that
 * uses it would throw too, and the app would not start. After this call it looks as if there were
 * no storage.
 */
export function hideRefusedStorage(page: Pick<Window, 'localStorage'>): void {
  try {
    void page.localStorage;
  } catch {
    try {
      Object.defineProperty(page, 'localStorage', { configurable: true, value: undefined });
    } catch {
      // The storage cannot be hidden.
    }
  }
}
