/**
 * Put into the built app's page: a patient in a great hurry, and a count of what a page may forget to
 * let go. Runs before the app does.
 */

/** The speed of the video: as fast as a browser plays at all. */
const SPEED = 16;
/** How often the patient looks, ms. */
const LOOK_MS = 15;
const OK = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true };

/** What is alive in the page. */
export interface Alive {
  /** MediaSources that still exist, and those among them that are attached to a video. */
  mediaSources: number;
  openMediaSources: number;
  objectUrls: number;
  audioContexts: number;
  /** Timers that will come again. */
  intervals: number;
  /** Lightning's elements on the stage. */
  elements: number;
  /** Pictures and texts that Lightning holds, and the pixels they take. */
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

/** Keeps those that were made, without keeping them alive. */
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
    // What nothing shows any more is let go when its room is needed: as it will then be.
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
  // The preparation is not waited for.
  if (overlay?.phase !== 'prepare' || pause !== 'running' || state !== 'playing') return;
  window.dispatchEvent(new KeyboardEvent('keydown', OK));
  window.dispatchEvent(new KeyboardEvent('keyup', OK));
}, LOOK_MS);
