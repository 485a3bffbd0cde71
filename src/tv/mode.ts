/** Which mode this set was in when it went off: all that a waiting room remembers. */
import type { TextStore } from './storage';

const KEY = 'beweeg-mee.mode';

/** Undefined where none was kept, or nothing can be. */
export function keptMode(store: TextStore): string | undefined {
  try {
    return store.read(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it, or forgets it; storage that refuses costs only the return after a power cut. */
export function keepMode(store: TextStore, mode: string | undefined): void {
  try {
    if (mode === undefined) store.remove(KEY);
    else store.write(KEY, mode);
  } catch {
    // Then the address or the centre's file says it again.
  }
}
