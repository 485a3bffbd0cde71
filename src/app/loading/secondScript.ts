/**
 * Loads the second script (`src/secondScript.ts`): the other pages, the players and the voice, which home
 * does not need. The app requests it when home is idle, or as soon as a page needs it.
 */
import type {
  createController,
  createDemonstration,
  createNarrator,
  createPreview,
} from '../../playback/create';
import type { MemoryCare } from '../../tv/memoryCare';
import type { readLogo } from '../readLogo';

/** The exports of the second script. */
export interface SecondScript {
  createController: typeof createController;
  createDemonstration: typeof createDemonstration;
  createNarrator: typeof createNarrator;
  createPreview: typeof createPreview;
  memoryCare: MemoryCare;
  readLogo: typeof readLogo;
  /** The part for the screens (`ui/secondScriptScreens.ts`). */
  screens: object;
}

/** Wait after the first page is drawn, ms: shorter than a patient needs to choose. */
export const SECOND_SCRIPT_AFTER = 200;

/** File name; the build puts it beside the first script. */
const FILE = 'secondScript.js';
/** Longest wait for one try, ms: the time that a slow line takes. */
const PATIENCE = 20_000;
/** Wait between two tries, ms. */
const PAUSE = 2000;

/** Number of tries without an answer. */
let hung = 0;
let kept: SecondScript | undefined;
let loading: Promise<SecondScript> | undefined;

/** The second script calls this when it runs. */
export function keepSecondScript(script: SecondScript): void {
  // A try that was given up may still run: what is in use stays.
  kept ??= script;
}

/** True once the second script has been loaded. */
export const hasSecondScript = (): boolean => kept !== undefined;

/**
 * The exports of the second script.
 * @throws Error while the second script has not been loaded
 */
export function secondScript(): SecondScript {
  if (!kept) throw new Error(`${FILE}: used before it was loaded`);
  return kept;
}

/** The server has another version of the app than the running one: only a restart helps. */
export class OtherVersion extends Error {}

/** One try. A script of another version does nothing, since it does not find the first script of its version. */
const tryOnce = (): Promise<SecondScript> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    // A browser keeps whoever asks for the same address waiting for the first answer.
    script.src = new URL(hung ? `${FILE}?again=${hung}` : FILE, document.baseURI).href;
    // A server may take the request and never answer. An answer that comes later is still of use.
    const timer = window.setTimeout(() => {
      if (kept) return resolve(kept);
      hung += 1;
      reject(new Error(`${FILE}: no answer`));
    }, PATIENCE);
    script.onload = () => {
      window.clearTimeout(timer);
      if (kept) resolve(kept);
      else reject(new OtherVersion(`${FILE}: not of this version`));
    };
    script.onerror = () => {
      window.clearTimeout(timer);
      script.remove();
      reject(new Error(`${FILE}: not loaded`));
    };
    document.head.appendChild(script);
  });

/** Requests the second script, once for all callers. After a failure, the next caller tries again. */
function ask(): Promise<SecondScript> {
  if (!loading) {
    loading = tryOnce();
    loading.catch(() => {
      loading = undefined;
    });
  }
  return loading;
}

/**
 * Loads the second script.
 * @param tries how many tries, two seconds apart
 * @throws Error, one sentence, when it can't be loaded; `OtherVersion` where it belongs to another version
 */
export async function loadSecondScript(tries = 1): Promise<SecondScript> {
  if (kept) return kept;
  try {
    return await ask();
  } catch (error) {
    // It has come after all, later than its try had patience.
    if (kept) return kept;
    if (tries <= 1 || error instanceof OtherVersion) throw error;
    await new Promise((resolve) => window.setTimeout(resolve, PAUSE));
    return loadSecondScript(tries - 1);
  }
}
