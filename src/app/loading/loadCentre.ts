/**
 * Fetches `centre.json`, which lies beside the app's page and is not made by a build. Without that file nothing
 * is reported. Where it can't be loaded or read, the last good copy counts: one missing comma must not turn a
 * waiting room into a home screen.
 */

import type { CatalogueProblem } from '../../catalogue/problems';
import { problemOf } from '../../catalogue/problems';
import {
  CENTRE_FILE,
  type CentreReading,
  NO_CENTRE,
  readCentre,
} from '../../session/centre/centre';
import { answerWithin } from '../../tv/answerWithin';
import { comes } from '../../tv/comes';
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

/** Storage that keeps nothing, for a page on a patient's own phone. */
const NOWHERE: TextStore = { read: () => null, write: () => {}, remove: () => {} };

/**
 * Loads `centre.json`. Never throws.
 * @param page the window whose storage keeps the copy; undefined: no copy is kept
 */
export async function loadCentre(
  page: Pick<Window, 'localStorage'> | undefined,
  ask: Ask,
): Promise<CentreReading> {
  const store = page ? browserStore(page) : NOWHERE;
  const answer = await fetched(ask);
  if ('isAbsent' in answer) {
    quietly(() => store.remove(KEY));
    return { centre: NO_CENTRE, problems: [], isBroken: false };
  }
  if ('why' in answer) {
    const complaint = `could not be loaded (${answer.why})`;
    return fromCopy(store, [problemOf(CENTRE_FILE, undefined, undefined, complaint)]);
  }
  const reading = readCentre(answer.text);
  if (reading.isBroken) return fromCopy(store, reading.problems);
  quietly(() => {
    if (store.read(KEY) !== answer.text) store.write(KEY, answer.text);
  });
  return reading;
}
