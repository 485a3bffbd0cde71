/** The set's own storage, which may be refused, full, or lie. */

/** Under which key the app's memory is kept. */
export const MEMORY_KEY = 'beweeg-mee.memory';

/** Keeps texts by key. Every call may throw. */
export interface TextStore {
  /** Null where there is none. */
  read(key: string): string | null;
  write(key: string, text: string): void;
  remove(key: string): void;
}

/** Why nothing could be kept: `full`, or `refused` (private mode, settings, no such thing). */
export type Refusal = 'refused' | 'full';

/** Names and codes under which engines tell that there is no room. */
const FULL_NAMES = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'];
const FULL_CODES = [22, 1014];

/** Private mode of some engines is a storage without any room: one character tells. */
const PROBE = 'beweeg-mee.probe';

/** Tells a full storage from one that is refused. */
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

/** A write that claimed to work and didn't. */
export class LostWriteError extends Error {}

/**
 * Writes, and reads back: a text that is cut or dropped in silence counts as refused.
 * @throws what the store throws, or `LostWriteError`
 */
export function writeSafely(store: TextStore, key: string, text: string): void {
  store.write(key, text);
  if (store.read(key) === text) return;
  store.write(key, text);
  if (store.read(key) !== text) throw new LostWriteError(`${key}: was not kept as written`);
}

/** A storage of the browser's. Asked for at every call, since the mere mention of it may throw. */
const storeOf = (storage: () => Storage): TextStore => ({
  read: (key) => storage().getItem(key),
  write: (key, text) => storage().setItem(key, text),
  remove: (key) => storage().removeItem(key),
});

/** The browser's, which lasts. */
export const browserStore = (page: Pick<Window, 'localStorage'>): TextStore =>
  storeOf(() => page.localStorage);

/** The tab's, which lasts over a new start of the page and no longer. */
export const tabStore = (page: Pick<Window, 'sessionStorage'>): TextStore =>
  storeOf(() => page.sessionStorage);

/**
 * Where the mere mention of the browser's storage throws, as with cookies blocked, others than us
 * mention it too, and then nothing starts: there it is put out of sight, as if there were none.
 */
export function hideRefusedStorage(page: Pick<Window, 'localStorage'>): void {
  try {
    void page.localStorage;
  } catch {
    try {
      Object.defineProperty(page, 'localStorage', { configurable: true, value: undefined });
    } catch {
      // It stays as it is.
    }
  }
}
