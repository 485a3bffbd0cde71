/**
 * What home can do without: the other pages, the players, the voice. A second script holds it
 * (`src/later.ts`); the app asks for it when home rests, or as soon as somebody wants it.
 */
import type {
  createController,
  createDemonstration,
  createNarrator,
  createPreview,
} from '../../playback/create';

/** What the second script gives. */
export interface Later {
  createController: typeof createController;
  createDemonstration: typeof createDemonstration;
  createNarrator: typeof createNarrator;
  createPreview: typeof createPreview;
  /** The screens' own part (`ui/laterPages.ts`). */
  screens: object;
}

/** Once the first page is drawn, and before somebody can have chosen, ms. */
export const LATER_AFTER = 200;

/** The build lays it beside the first script. */
const FILE = 'later.js';
/** Between two tries, ms. */
const PAUSE = 2000;

let kept: Later | undefined;
let loading: Promise<Later> | undefined;

/** The second script calls this when it runs. */
export function keepLater(later: Later): void {
  kept = later;
}

/** True once the second script is there. */
export const hasLater = (): boolean => kept !== undefined;

/** @throws Error while the second script isn't there */
export function laterNow(): Later {
  if (!kept) throw new Error(`${FILE}: used before it was loaded`);
  return kept;
}

/** On the server lies another version of the app than the one that runs: only a new start mends it. */
export class OtherVersion extends Error {}

/** One try. The script of another version does nothing: it doesn't find the first script of its own version. */
const tryOnce = (): Promise<Later> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL(FILE, document.baseURI).href;
    script.onload = () => {
      if (kept) resolve(kept);
      else reject(new OtherVersion(`${FILE}: not of this version`));
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${FILE}: not loaded`));
    };
    document.head.appendChild(script);
  });

/** Asks for the second script, once for all who want it; a failure is forgotten, so that the next one tries anew. */
function ask(): Promise<Later> {
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
 * @param tries how often to ask for it, two seconds apart
 * @throws Error, one sentence, when it can't be had; `OtherVersion` where it isn't this app's
 */
export async function loadLater(tries = 1): Promise<Later> {
  if (kept) return kept;
  try {
    return await ask();
  } catch (error) {
    if (tries <= 1 || error instanceof OtherVersion) throw error;
    await new Promise((resolve) => window.setTimeout(resolve, PAUSE));
    return loadLater(tries - 1);
  }
}
