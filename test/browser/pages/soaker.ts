/**
 * Runs in the page before the app: acts as a patient in a hurry, and counts the objects that a page may fail
 * to release.
 */

/** Speed of the video: the fastest that a browser plays. */
const SPEED = 16;
/** How often it looks at the screen, ms. */
const LOOK_MS = 15;
const OK = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true };

/** The live objects of the page. */
export interface Alive {
  /** MediaSources that exist, and those attached to a video. */
  mediaSources: number;
  openMediaSources: number;
  objectUrls: number;
  audioContexts: number;
  /** Intervals that still run. */
  intervals: number;
  /** Lightning elements on the stage. */
  elements: number;
  /** Textures that Lightning holds, and their pixels. */
  textures: number;
  texturePixels: number;
}

interface Stage {
  root: { children: Drawn[] };
  gc(aggressive: boolean): void;
  textureManager: { textureSourceHashmap: Map<string, object>; _uploadedTextureSources: object[] };
  usedMemory: number;
}

interface Drawn {
  children: Drawn[];
}

interface Handle {
  app: { stage: Stage };
  state(): {
    navigating: boolean;
    dialog?: string;
    view?: { state: string; pause: string; overlay: { phase: string } };
  };
}

declare global {
  interface Window {
    soaker: { alive(): Alive };
  }
}

const handle = () => (window as unknown as { beweegMee?: Handle }).beweegMee;

/** Counts the objects of a class without keeping them alive. */
function watchMade<T extends object>(name: 'MediaSource' | 'AudioContext'): () => T[] {
  const made: WeakRef<T>[] = [];
  const scope = window as unknown as Record<string, (new (...all: unknown[]) => T) | undefined>;
  const real = scope[name];
  if (real) {
    scope[name] = new Proxy(real, {
      construct(type, all, target) {
        const one = Reflect.construct(type, all, target) as T;
        made.push(new WeakRef(one));
        return one;
      },
    });
  }
  return () => made.flatMap((one) => one.deref() ?? []);
}

const sources = watchMade<MediaSource>('MediaSource');
const contexts = watchMade<AudioContext>('AudioContext');

const urls = new Set<string>();
const { createObjectURL, revokeObjectURL } = URL;
URL.createObjectURL = (of) => {
  const url = createObjectURL.call(URL, of);
  urls.add(url);
  return url;
};
URL.revokeObjectURL = (url) => {
  urls.delete(url);
  revokeObjectURL.call(URL, url);
};

const intervals = new Set<number>();
const { clearInterval, setInterval } = window;
const every = setInterval.bind(window) as (run: () => void, ms: number) => number;
window.setInterval = ((...all: Parameters<typeof every>) => {
  const id = every(...all);
  intervals.add(id);
  return id;
}) as typeof window.setInterval;
window.clearInterval = ((id: number) => {
  intervals.delete(id);
  clearInterval.call(window, id);
}) as typeof window.clearInterval;

const count = (node: Drawn): number => node.children.reduce((sum, one) => sum + count(one), 1);

window.soaker = {
  alive() {
    const stage = handle()?.app.stage as Stage;
    // Releases unused textures first, as Lightning does when it needs their memory.
    stage.gc(true);
    const alive = sources();
    const { _uploadedTextureSources: uploaded } = stage.textureManager;
    return {
      mediaSources: alive.length,
      openMediaSources: alive.filter(({ readyState }) => readyState !== 'closed').length,
      objectUrls: urls.size,
      audioContexts: contexts().filter(({ state }) => state !== 'closed').length,
      intervals: intervals.size,
      elements: count(stage.root),
      textures: uploaded.length,
      texturePixels: stage.usedMemory,
    };
  },
};

every(() => {
  const video = document.querySelector('video');
  if (video && video.playbackRate !== SPEED) video.playbackRate = SPEED;
  const now = handle()?.state();
  const { overlay, pause, state } = now?.view ?? {};
  if (!now || now.navigating || now.dialog) return;
  // Skips the preparation.
  if (overlay?.phase !== 'prepare' || pause !== 'running' || state !== 'playing') return;
  window.dispatchEvent(new KeyboardEvent('keydown', OK));
  window.dispatchEvent(new KeyboardEvent('keyup', OK));
}, LOOK_MS);
