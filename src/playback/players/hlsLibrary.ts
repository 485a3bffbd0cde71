/** Loads hls.js from a file of its own: it is a third of all script, and the home screen does not need it. */
import type Hls from 'hls.js';
import { requestBudget } from '../requestBudget';

export type HlsLibrary = typeof Hls;

/** Path below the app's folder; `tools/build.ts` puts it there. The script sets a name on the window. */
const FILE = 'lib/hls.light.min.js';

let loading: Promise<HlsLibrary> | undefined;

function load(): Promise<HlsLibrary> {
  return new Promise((resolve, reject) => {
    const address = new URL(FILE, document.baseURI).href;
    if (!requestBudget.take(address)) {
      reject(new Error(`${FILE}: asked for too often`));
      return;
    }
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => {
      const library = (window as { Hls?: HlsLibrary }).Hls;
      if (library) resolve(library);
      else reject(new Error(`${FILE}: no hls.js in it`));
    };
    script.onerror = () => {
      script.remove();
      requestBudget.blame(address);
      reject(new Error(`${FILE}: not loaded`));
    };
    document.head.appendChild(script);
  });
}

/**
 * Loads hls.js once while the app runs. A failure is forgotten, so that the next exercise tries again.
 * @throws Error, one sentence, when it can't be loaded
 */
export function loadHls(): Promise<HlsLibrary> {
  if (!loading) {
    loading = load();
    loading.catch(() => {
      loading = undefined;
    });
  }
  return loading;
}
