/**
 * Starts the app: it reads the settings while the scripts load. The SDK's own start script writes a
 * style sheet into the page and requests one file after another. This script imports little from the app and
 * stays small, because everything else waits for it.
 */

import { identifier, name, version } from '../../metadata.json';
import type { EarlyAnswer } from '../../src/app/loading/prefetch';
import { portionFile } from '../../src/catalogue/portions';
import { portionFor } from '../../src/session/choosing/portion';
import { CODES, SOURCE_LANGUAGE } from '../../src/texts/languages';
import { dayOf } from '../../src/tv/calendar';
import { comes } from '../../src/tv/comes';
import { canvasOnCard } from '../../src/tv/graphicsCard';
import { languagesOfSet, pickLanguage } from '../../src/tv/language';
import { MEMORY_KEY } from '../../src/tv/storage';
import { FONT_WEIGHTS, fontFile } from '../../src/ui/theme/fontFiles';
import { StartWatch } from './startWatch';

interface SettingsFile {
  appSettings?: {
    catalogues?: string[];
    language?: string;
    portions?: Record<string, number>;
    stage?: { canvas2d?: boolean };
  };
  platformSettings?: { path?: string };
}

interface Application {
  stage: { getCanvas(): HTMLCanvasElement };
}

type Start = (app: object, platform: object, data: object) => Application;

/** A file of a package on the set comes without an HTTP status. */
const isThere = ({ responseText, status }: XMLHttpRequest) =>
  status === 200 || (status === 0 && responseText.length > 0);

/** Settings that can't be read cost the centre's choices, never the app. */
const usual: SettingsFile = { platformSettings: { path: './static' } };

/** Longest wait for the settings, ms. */
const SETTINGS_WAIT = 4000;

/** One try. @throws Error where another try may succeed */
const settingsOnce = (): Promise<SettingsFile> =>
  new Promise((resolve, reject) => {
    const address = './settings.json';
    const request = new XMLHttpRequest();
    request.onload = () => {
      if (isThere(request)) {
        try {
          resolve(JSON.parse(request.responseText));
        } catch (error) {
          reject(error);
        }
      } else if (request.status >= 500) reject(new Error(`${address}: HTTP ${request.status}`));
      else {
        console.warn(`${address}: HTTP ${request.status}`);
        resolve(usual);
      }
    };
    request.onerror = () => {
      // Of a package's own files, none comes later.
      if (location.protocol === 'file:') resolve(usual);
      else reject(new Error(`${address}: not loaded`));
    };
    request.ontimeout = () => reject(new Error(`${address}: no answer`));
    request.open('GET', address);
    request.timeout = SETTINGS_WAIT;
    // Whatever the server says: some say Latin-1.
    request.overrideMimeType('application/json; charset=utf-8');
    request.send();
  });

/** Half a file is no JSON, so it is read once more; then it is the centre's mistake. */
const settings = (): Promise<SettingsFile> =>
  comes((n) =>
    settingsOnce().catch((error) => {
      if (!n || !(error instanceof SyntaxError)) throw error;
      console.warn(`settings.json: ${error.message}`);
      return usual;
    }),
  );

/** Scripts run in the order of their requests. */
const script = (address: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.async = false;
    tag.onload = resolve;
    tag.onerror = () => reject(new Error(`${address}: not loaded`));
    tag.src = address;
    document.body.appendChild(tag);
  });

/** An address that no cache answers with what it kept of the try before. */
const anew = (address: string, n: number): string => (n ? `${address}?again=${n}` : address);

/**
 * A script that has run. Half of one counts as loaded, and leaves nothing on the window.
 * @param name what it leaves there
 * @param first the first try
 */
const ran = (address: string, name: string, first: Promise<unknown>): Promise<void> =>
  comes(async (n) => {
    await (n ? script(anew(address, n)) : first);
    if (!(name in window)) throw new Error(`${address}: not whole`);
  });

const styleSheet = (address: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${address}: not loaded`));
    link.href = address;
    document.head.appendChild(link);
  });

/**
 * True for an uncompressed answer below 4 MB (ours: 3,600 exercises). The app reads longer and compressed
 * answers itself, piece by piece (`src/app/loading/fetchText.ts`).
 */
const isShort = ({ headers, status }: Response): boolean =>
  status === 200 &&
  !headers.get('Content-Encoding') &&
  Number(headers.get('Content-Length') || Number.NaN) <= 4e6;

/** The same answer, with its text read at once. */
const read = (response: Response): Response => {
  const text = response.text();
  // The app reports the failure, as for every answer.
  text.catch(() => undefined);
  return Object.assign(response, { text: () => text });
};

const early: Record<string, EarlyAnswer> = {};
const ask = (address: string, options?: RequestInit): Promise<Response> => {
  const abort = new AbortController();
  const answer = fetch(address, { ...options, signal: abort.signal }).then((response) =>
    isShort(response) ? read(response) : response,
  );
  // The app reports the failure if it needs the answer.
  answer.catch(() => undefined);
  early[new URL(address, location.href).href] = { answer, abort };
  return answer;
};

/**
 * The stage's canvas with a context on the graphics card, made while the scripts load. Undefined without a
 * card, or when the settings forbid it.
 */
const canvasEarly = ({ appSettings }: SettingsFile): HTMLCanvasElement | undefined =>
  appSettings?.stage?.canvas2d ? undefined : canvasOnCard(document);

const settingsFile = settings();

const staticFolder = ({ platformSettings }: SettingsFile) =>
  (platformSettings?.path || './static').replace(/\/?$/, '/');

/** Requests the fonts early; otherwise they would wait for the app. */
const askForFonts = (settings: SettingsFile) => {
  for (const weight of FONT_WEIGHTS) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'font';
    link.crossOrigin = 'anonymous';
    link.href = staticFolder(settings) + fontFile(weight);
    document.head.appendChild(link);
  }
};

/** The language in the set's memory, found by a quick look. */
const chosenLanguage = (): string | undefined => {
  try {
    return /"language":"(\w+)"/.exec(localStorage.getItem(MEMORY_KEY) || '')?.[1];
  } catch {
    return undefined;
  }
};

/** The language that the app will probably choose (`src/app/loading/loadServices.ts` decides). */
const likelyLanguage = ({ appSettings }: SettingsFile): string => {
  const wanted = [chosenLanguage(), appSettings?.language, ...languagesOfSet(navigator)];
  return pickLanguage(CODES, wanted) ?? SOURCE_LANGUAGE;
};

/** The day's portion of a large catalogue, else the whole file. */
const firstOf = (file: string, { appSettings }: SettingsFile): string => {
  const portions = appSettings?.portions?.[file];
  return portions ? portionFile(file, portionFor(dayOf(new Date()), portions)) : file;
};

/**
 * Requests the first files that the app needs. With a centre's own catalogues the app requests them itself.
 */
const askEarly = () =>
  Promise.all([
    settingsFile.then((settings) => {
      askForFonts(settings);
      return settings;
    }),
    ask('./centre.json', { cache: 'no-cache' }),
  ]).then(([settings, { status }]) => {
    if (status !== 404 && status !== 410) return;
    const listed = settings.appSettings?.catalogues || [];
    const catalogues = listed.map((file) => firstOf(file, settings));
    const texts = `texts/${likelyLanguage(settings)}.json`;
    for (const file of [...catalogues, 'media/index.json', texts])
      ask(staticFolder(settings) + file);
  });
// A packaged app reads its own files in another way (`src/tv/localFiles.ts`).
const isServed = /^http/.test(location.protocol) && 'AbortController' in window;
const asked: Promise<unknown> = isServed ? askEarly().catch(() => undefined) : settingsFile;

/** Where the app's script leaves the function that starts the app. */
const APP = `APP_${identifier.replace(/[^0-9a-zA-Z_$]/g, '_')}`;

const watch = new StartWatch();
const sheet = comes((n) => styleSheet(anew('./page.css', n)));
/** Both are asked for at once. The app's finds Lightning on the window. */
const LIGHTNING = './lib/lightning.js';
const BUNDLE = './appBundle.js';
const [lightning, bundle] = [script(LIGHTNING), script(BUNDLE)];
bundle.catch(() => undefined);
const scripts = ran(LIGHTNING, 'lng', lightning).then(() => ran(BUNDLE, APP, bundle));
// First all is asked for; but the app doesn't wait for a slow answer.
const canvas = Promise.race([asked, scripts]).then(() => settingsFile.then(canvasEarly));

Promise.all([settingsFile, canvas, scripts, sheet])
  .then(([settings, drawnOn]) => {
    const globals = window as unknown as Record<string, Start | { default: Start }>;
    const exported = globals[APP];
    const start =
      typeof exported === 'function' ? exported : (exported as { default: Start }).default;
    const about = { id: identifier, name, version };
    const app = start(
      { ...settings.appSettings, ...about },
      settings.platformSettings || (usual.platformSettings as object),
      { early, canvas: drawnOn },
    );
    (document.getElementById('stage') || document.body).appendChild(app.stage.getCanvas());
    watch.started();
  })
  .catch((error) => {
    console.error(error);
    watch.failed();
  });
