/**
 * Keeps the open session when the app restarts the page by itself. After the restart the player shows the same
 * repetition, paused. The browser's tab keeps the session until it is read or the tab is closed.
 */
import * as v from 'valibot';
import { placeSchema, routineSchema } from '../session/memory/documentSchema';
import type { TextStore } from '../tv/storage';
import type { SessionRequest } from './sessions';

const KEY = 'beweeg-mee.openSession';

const openSchema = v.object({
  routine: routineSchema,
  from: placeSchema,
  forGroup: v.optional(v.boolean()),
});

/** Keeps the session. If storage fails, only the return into the session is lost. */
export function keepOpenSession(store: TextStore, request: SessionRequest): void {
  try {
    store.write(KEY, JSON.stringify(request));
  } catch {
    // Home still offers to resume at the last saved repetition.
  }
}

/** Reads and removes the kept session; undefined where there is none, or it can't be read. */
export function takeOpenSession(store: TextStore): SessionRequest | undefined {
  try {
    const text = store.read(KEY);
    if (text === null) return undefined;
    store.remove(KEY);
    const read = v.safeParse(openSchema, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
