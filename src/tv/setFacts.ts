/** What the set tells of itself, for whoever looks after it: engine, screen, storage, memory. */
import { mediaCache } from './offline/kept';

/** Engines by the names in which they give themselves away; the first that is found counts. */
const ENGINES: readonly [string, RegExp][] = [
  ['Chromium', /Chrom(?:e|ium)\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['WebKit', /\bAppleWebKit\/([\d.]+)/],
];

export interface Engine {
  name: string;
  /** In full: "120.0.6099.216". */
  version: string;
}

/** Undefined where the agent names none that is known. */
export function engineOf(agent: string): Engine | undefined {
  for (const [name, pattern] of ENGINES) {
    const version = pattern.exec(agent)?.[1];
    if (version) return { name, version };
  }
  return undefined;
}

/** Of the window, in CSS px; of the screen, in CSS px too. */
export interface ScreenFacts {
  window: { w: number; h: number };
  screen: { w: number; h: number };
  /** Pixels of the screen for one CSS px. */
  ratio: number;
}

export const screenFacts = (page: Window): ScreenFacts => ({
  window: { w: page.innerWidth, h: page.innerHeight },
  screen: { w: page.screen.width, h: page.screen.height },
  ratio: Math.round((page.devicePixelRatio || 1) * 100) / 100,
});

/** Bytes; what is free is not always known. */
export interface Room {
  used: number;
  free?: number;
}

/** Of the scripts: only Chromium tells. */
export function memoryRoom(page: Window): Room | undefined {
  const { memory } = page.performance as {
    memory?: { usedJSHeapSize: number; jsHeapSizeLimit: number };
  };
  if (!memory?.usedJSHeapSize) return undefined;
  const { jsHeapSizeLimit, usedJSHeapSize } = memory;
  return { used: usedJSHeapSize, free: jsHeapSizeLimit - usedJSHeapSize };
}

/** What the browser keeps for this origin; where it doesn't tell, what stands in plain storage. */
export async function storageRoom(page: Window): Promise<Room | undefined> {
  try {
    const { quota, usage } = await page.navigator.storage.estimate();
    if (quota !== undefined && usage !== undefined) return { used: usage, free: quota - usage };
  } catch {
    // It knows no estimate, or gives none over a plain network.
  }
  try {
    const { localStorage } = page;
    let characters = 0;
    for (let n = 0; n < localStorage.length; n++) {
      const key = localStorage.key(n) ?? '';
      characters += key.length + (localStorage.getItem(key) ?? '').length;
    }
    // Engines count two bytes a character.
    return { used: 2 * characters };
  } catch {
    return undefined;
  }
}

/** Files of media that are kept for when there is no network; undefined where none can be. */
export async function mediaKept(page: Window): Promise<number | undefined> {
  try {
    const registration = await page.navigator.serviceWorker.getRegistration();
    if (!registration) return undefined;
    const name = mediaCache(registration.scope);
    // To open one that isn't there makes it.
    return (await caches.has(name)) ? (await (await caches.open(name)).keys()).length : 0;
  } catch {
    return undefined;
  }
}
