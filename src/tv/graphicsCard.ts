/**
 * Losses of the graphics card. A set may take it away after standby, when memory runs out, or when
 * its driver restarts. The picture is lost then, and only a new page draws again.
 */
import type { TextStore } from './storage';

const KEY = 'beweeg-mee.graphicsLost';

/** After so many losses within this time (ours), the canvas draws without the card. */
const MOST_LOSSES = 3;
const WITHIN_MS = 5 * 60_000;

/** Times of the recent losses, ms since 1970. */
function losses(store: TextStore, now: number): number[] {
  try {
    const kept: unknown = JSON.parse(store.read(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((at): at is number => typeof at === 'number' && now - at < WITHIN_MS);
  } catch {
    return [];
  }
}

/**
 * Records a loss of the card.
 * @param now ms since 1970
 */
export function noteLoss(store: TextStore, now: number): void {
  try {
    store.write(KEY, JSON.stringify([...losses(store, now), now].slice(-MOST_LOSSES)));
  } catch {
    // Without storage, each new page tries the card again.
  }
}

/**
 * Whether the card was lost so often that the canvas should draw without it.
 * @param now ms since 1970
 */
export const isUnsteady = (store: TextStore, now: number): boolean =>
  losses(store, now).length >= MOST_LOSSES;

/** The settings that Lightning asks for. The first request for a canvas decides them. */
const WANTED = { alpha: true, antialias: false, premultipliedAlpha: true, stencil: true };

/**
 * A canvas on the graphics card; undefined where there is none. Some sets have WebGL and refuse it.
 */
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

/**
 * Calls `lost` when the card is lost.
 * @returns a function that ends this
 */
export function watchGraphicsCard(canvas: HTMLCanvasElement, lost: () => void): () => void {
  const listener = (event: Event) => {
    // Without this call the browser never restores the card.
    event.preventDefault();
    lost();
  };
  canvas.addEventListener('webglcontextlost', listener);
  return () => canvas.removeEventListener('webglcontextlost', listener);
}
