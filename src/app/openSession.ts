/**
 * The session that is open, kept over a new start of the page that nobody asked for: afterwards it stands
 * at the same repetition, paused. The browser's tab keeps it, and forgets it when it is read or closed.
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

/** Storage that refuses costs only the return into the session. */
export function keepOpenSession(store: TextStore, request: SessionRequest): void {
  try {
    store.write(KEY, JSON.stringify(request));
  } catch {
    // Home offers to go on where a repetition was noted.
  }
}

/** What was kept, once; undefined where nothing was, or it can't be read. */
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
