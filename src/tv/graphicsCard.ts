/**
 * The graphics card, which a set may take away: after standby, when memory runs out, or when its driver
 * starts anew. What was drawn is gone then, and only a new page draws again.
 */
import type { TextStore } from './storage';

const KEY = 'beweeg-mee.graphicsLost';

/** A card that was lost so often within so long (ours) is not asked again: the canvas draws without it. */
const MOST_LOSSES = 3;
const WITHIN_MS = 5 * 60_000;

/** Moments of the losses that count, ms since 1970. */
function losses(store: TextStore, now: number): number[] {
  try {
    const kept: unknown = JSON.parse(store.read(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((at): at is number => typeof at === 'number' && now - at < WITHIN_MS);
  } catch {
    return [];
  }
}

/** Notes that the card was lost. @param now ms since 1970 */
export function noteLoss(store: TextStore, now: number): void {
  try {
    store.write(KEY, JSON.stringify([...losses(store, now), now].slice(-MOST_LOSSES)));
  } catch {
    // Without storage each new page tries the card once more.
  }
}

/** Whether the card was lost so often that the canvas had better draw without it. @param now ms since 1970 */
export const isUnsteady = (store: TextStore, now: number): boolean =>
  losses(store, now).length >= MOST_LOSSES;

/** As Lightning asks for it: the first to ask decides. */
const WANTED = { alpha: true, antialias: false, premultipliedAlpha: true, stencil: true };

/** A canvas connected to the graphics card; undefined where there is none. Some sets name WebGL and refuse it. */
export function canvasOnCard(
  document: Pick<Document, 'createElement'> & Partial<Pick<Document, 'defaultView'>>,
): HTMLCanvasElement | undefined {
  // By this name Lightning decides: without it, it draws in 2d, on a canvas that must have no card.
  if (document.defaultView && !('WebGLRenderingContext' in document.defaultView)) return undefined;
  try {
    const canvas = document.createElement('canvas');
    return canvas.getContext('webgl', WANTED) ? canvas : undefined;
  } catch {
    return undefined;
  }
}

/** Calls when the card is lost. @returns what ends it */
export function watchGraphicsCard(canvas: HTMLCanvasElement, lost: () => void): () => void {
  const listener = (event: Event) => {
    // Without this the browser never gives the card back.
    event.preventDefault();
    lost();
  };
  canvas.addEventListener('webglcontextlost', listener);
  return () => canvas.removeEventListener('webglcontextlost', listener);
}
