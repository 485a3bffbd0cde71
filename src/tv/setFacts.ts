/** Facts about the set for the person who looks after it: engine, screen, storage, memory. */
import { mediaCache } from './offline/kept';

/** Engines by their names in the user agent; the first match counts. */
const ENGINES: readonly [string, RegExp][] = [
  ['Chromium', /Chrom(?:e|ium)\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['WebKit', /\bAppleWebKit\/([\d.]+)/],
];

export interface Engine {
  name: string;
  /** The full version: "120.0.6099.216". */
  version: string;
}

/** Undefined for an unknown engine. */
export function engineOf(agent: string): Engine | undefined {
  for (const [name, pattern] of ENGINES) {
    const version = pattern.exec(agent)?.[1];
    if (version) return { name, version };
  }
  return undefined;
}

/** Size of the window and of the screen, CSS px. */
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

/** Bytes; the free room may be unknown. */
export interface Room {
  used: number;
  free?: number;
}

/** Memory of the scripts; only Chromium reports it. */
export function memoryRoom(page: Window): Room | undefined {
  const { memory } = page.performance as {
    memory?: { usedJSHeapSize: number; jsHeapSizeLimit: number };
  };
  if (!memory?.usedJSHeapSize) return undefined;
  const { jsHeapSizeLimit, usedJSHeapSize } = memory;
  return { used: usedJSHeapSize, free: jsHeapSizeLimit - usedJSHeapSize };
}

/** Room that the browser keeps for this address; without an estimate, the size of plain storage. */
export async function storageRoom(page: Window): Promise<Room | undefined> {
  try {
    const { quota, usage } = await page.navigator.storage.estimate();
    if (quota !== undefined && usage !== undefined) return { used: usage, free: quota - usage };
  } catch {
    // The engine has no estimate, or gives none without HTTPS.
  }
  try {
    const { localStorage } = page;
    let characters = 0;
    for (let n = 0; n < localStorage.length; n++) {
      const key = localStorage.key(n) ?? '';
      characters += key.length + (localStorage.getItem(key) ?? '').length;
    }
    // Engines need two bytes for a character.
    return { used: 2 * characters };
  } catch {
    return undefined;
  }
}

/** Number of media files kept for use without a network; undefined where none can be kept. */
export async function mediaKept(page: Window): Promise<number | undefined> {
  try {
    const registration = await page.navigator.serviceWorker.getRegistration();
    if (!registration) return undefined;
    const name = mediaCache(registration.scope);
    // Opening a missing cache would make it.
    return (await caches.has(name)) ? (await (await caches.open(name)).keys()).length : 0;
  } catch {
    return undefined;
  }
}
