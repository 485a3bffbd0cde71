/** The mode that somebody chose for this set. A waiting room keeps nothing else. */
import type { TextStore } from './storage';

const KEY = 'beweeg-mee.mode';

/** The saved mode; undefined where there is none, or where storage fails. */
export function keptMode(store: TextStore): string | undefined {
  try {
    return store.read(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Saves the mode, or removes it for undefined. When storage fails, only the return after a power
 * cut is lost.
 */
export function keepMode(store: TextStore, mode: string | undefined): void {
  try {
    if (mode === undefined) store.remove(KEY);
    else store.write(KEY, mode);
  } catch {
    // The address or the centre's file gives the mode at the next start.
  }
}
