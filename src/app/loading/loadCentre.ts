/**
 * Fetches `centre.json`, which lies beside the app's page and not among what a build makes. Where
 * there is none, nothing is said. Where it can't be had or read, the copy from the last time counts:
 * a waiting room must not become a home screen because someone forgot a comma.
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
import { browserStore, type TextStore } from '../../tv/storage';
import type { Ask } from './prefetch';

/** The last text that could be used, kept on the set. */
const KEY = 'beweeg-mee.centre';

/** Longest wait, ms: the app opens only afterwards. */
const PATIENCE = 5000;

type Fetched = { text: string } | { isAbsent: true } | { why: string };

async function fetched(ask: Ask): Promise<Fetched> {
  try {
    return await answerWithin(PATIENCE, async (signal): Promise<Fetched> => {
      const response = await ask(CENTRE_FILE, { signal, cache: 'no-cache' });
      if (response.status === 404 || response.status === 410) return { isAbsent: true };
      if (!response.ok) return { why: `HTTP ${response.status}` };
      const text = await response.text();
      // Some servers answer every unknown address with the page itself.
      return /^\s*</.test(text) ? { isAbsent: true } : { text };
    });
  } catch (error) {
    return { why: String(error) };
  }
}

/** Storage that fails costs only the copy. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** The copy, after something went wrong. */
function fromCopy(store: TextStore, problems: CatalogueProblem[]): CentreReading {
  const copy = quietly(() => store.read(KEY));
  if (!copy) return { centre: NO_CENTRE, problems, isBroken: true };
  const reading = readCentre(copy);
  return { ...reading, problems: [...problems, ...reading.problems] };
}

/** Keeps nothing: for a page on somebody's own phone. */
const NOWHERE: TextStore = { read: () => null, write: () => {}, remove: () => {} };

/** @param page whose storage keeps the copy; undefined: none is kept. Never throws. */
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
