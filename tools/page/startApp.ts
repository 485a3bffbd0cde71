/**
 * Starts the app: it reads settings and app name while the scripts load. The SDK's own start script writes a
 * style sheet into the page and requests one file after another. This script imports little from the app and
 * stays small, because everything else waits for it.
 */

import type { EarlyAnswer } from '../../src/app/loading/prefetch';
import { portionFile } from '../../src/catalogue/portions';
import { portionFor } from '../../src/session/choosing/portion';
import { CODES, SOURCE_LANGUAGE } from '../../src/texts/languages';
import { dayOf } from '../../src/tv/clock';
import { canvasOnCard } from '../../src/tv/graphicsCard';
import { languagesOfSet, pickLanguage } from '../../src/tv/language';
import { MEMORY_KEY } from '../../src/tv/storage';
import { FONT_WEIGHTS, fontFile } from '../../src/ui/theme/fontFiles';

interface SettingsFile {
  appSettings?: {
    catalogues?: string[];
    language?: string;
    portions?: Record<string, number>;
    stage?: { canvas2d?: boolean };
  };
  platformSettings?: { path?: string };
}

interface Metadata {
  identifier: string;
  name: string;
  version: string;
}

interface Application {
  stage: { getCanvas(): HTMLCanvasElement };
}

type Start = (app: object, platform: object, data: object) => Application;

/** A file of a package on the set comes without an HTTP status. */
const isThere = ({ responseText, status }: XMLHttpRequest) =>
  status === 200 || (status === 0 && responseText.length > 0);

const json = <T>(address: string, instead?: T): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const failed = (why: string) => {
      console.warn(`${address}: ${why}`);
      if (instead === undefined) reject(new Error(`${address}: ${why}`));
      else resolve(instead);
    };
    request.onload = () => {
      if (!isThere(request)) {
        failed(`HTTP ${request.status}`);
        return;
      }
      try {
        resolve(JSON.parse(request.responseText));
      } catch (error) {
        failed((error as Error).message);
      }
    };
    request.onerror = () => failed('not loaded');
    request.open('GET', address);
    request.send();
  });

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

/** The settings when `settings.json` cannot be read: the app still starts. */
const usual: SettingsFile = { platformSettings: { path: './static' } };

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

const settingsFile = json<SettingsFile>('./settings.json', usual);

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

const scripts = Promise.all([script('./lib/lightning.js'), script('./appBundle.js')]);
// All requests start first, but the app does not wait for slow answers.
const canvas = Promise.race([asked, scripts]).then(() => settingsFile.then(canvasEarly));

Promise.all([settingsFile, json<Metadata>('./metadata.json'), canvas, scripts])
  .then(([settings, { identifier, name, version }, drawnOn]) => {
    const globals = window as unknown as Record<string, Start | { default: Start }>;
    const bundle = globals[`APP_${identifier.replace(/[^0-9a-zA-Z_$]/g, '_')}`];
    const start = typeof bundle === 'function' ? bundle : (bundle as { default: Start }).default;
    const about = { id: identifier, name, version };
    const app = start(
      { ...settings.appSettings, ...about },
      settings.platformSettings || (usual.platformSettings as object),
      { early, canvas: drawnOn },
    );
    (document.getElementById('stage') || document.body).appendChild(app.stage.getCanvas());
  })
  .catch((error) => console.error(error));
