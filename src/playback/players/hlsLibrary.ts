/** hls.js, in a file of its own: a third of all that a set would load, and not needed for the first focus. */
import type Hls from 'hls.js';
import { requestBudget } from '../requestBudget';

export type HlsLibrary = typeof Hls;

/** Below the app's folder; `tools/build.ts` lays it there. It names itself on the window. */
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
 * Loads it once while the app runs; a failure is forgotten, so that the next exercise asks again.
 * @throws Error, one sentence, when it can't be had
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
