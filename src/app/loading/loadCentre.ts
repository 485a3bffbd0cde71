/**
 * Fetches `centre.json`, which lies beside the app's page and is not made by a build. Without that file nothing
 * is reported. Where it can't be loaded or read, the last good copy counts: one missing comma must not turn a
 * waiting room into a home screen. That it did not come is no problem with the file, so only the log tells it.
 */

import type { CatalogueProblem } from '../../catalogue/problems';
import {
  CENTRE_FILE,
  type CentreReading,
  NO_CENTRE,
  readCentre,
} from '../../session/centre/centre';
import { answerWithin } from '../../tv/answerWithin';
import { comes } from '../../tv/comes';
import { log } from '../../tv/log';
import { browserStore, type TextStore } from '../../tv/storage';
import type { Ask } from './prefetch';

/** Storage key of the last usable text. */
const KEY = 'beweeg-mee.centre';

/** Longest wait, ms: the app opens only after it. */
const PATIENCE = 5000;

type Fetched = { text: string } | { isAbsent: true } | { why: string };

async function fetched(ask: Ask): Promise<Fetched> {
  try {
    return await answerWithin(PATIENCE, (signal) =>
      comes(async (): Promise<Fetched> => {
        const response = await ask(CENTRE_FILE, { signal, cache: 'no-cache' });
        if (response.status === 404 || response.status === 410) return { isAbsent: true };
        if (response.status >= 500) throw new Error(`HTTP ${response.status}`);
        if (!response.ok) return { why: `HTTP ${response.status}` };
        const text = await response.text();
        // Some servers answer an unknown address with the page itself.
        return /^\s*</.test(text) ? { isAbsent: true } : { text };
      }),
    );
  } catch (error) {
    return { why: String(error) };
  }
}

/** Runs an access to storage. If storage fails, only the copy is lost. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Reads the copy, after the file could not be used. */
function fromCopy(store: TextStore, problems: CatalogueProblem[]): CentreReading {
  const copy = quietly(() => store.read(KEY));
  if (!copy) return { centre: NO_CENTRE, problems, isBroken: true };
  const reading = readCentre(copy);
  return { ...reading, problems: [...problems, ...reading.problems] };
}

/** A screen keeps a copy. A visitor's phone only reads one, which the app has kept there. */
export type Copy = 'kept' | 'read';

/**
 * Loads `centre.json`. Never throws.
 * @param page the window whose storage has the copy
 */
export async function loadCentre(
  page: Pick<Window, 'localStorage'>,
  ask: Ask,
  copy: Copy = 'kept',
): Promise<CentreReading> {
  const store = browserStore(page);
  const keep = (act: () => void) => copy === 'kept' && quietly(act);
  const answer = await fetched(ask);
  if ('isAbsent' in answer) {
    keep(() => store.remove(KEY));
    return { centre: NO_CENTRE, problems: [], isBroken: false };
  }
  if ('why' in answer) {
    // A screen without a network may be a screen without such a file: only the log tells.
    log.add('warning', 'files', `${CENTRE_FILE}: could not be loaded (${answer.why})`);
    return fromCopy(store, []);
  }
  const reading = readCentre(answer.text);
  if (reading.isBroken) return fromCopy(store, reading.problems);
  keep(() => {
    if (store.read(KEY) !== answer.text) store.write(KEY, answer.text);
  });
  return reading;
}
