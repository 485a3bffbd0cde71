/**
 * Starts the app: settings and name are read while the scripts load. In place of the SDK's own start
 * script, which writes a style sheet into the page and asks for one file after the other.
 * `tools/build.ts` makes plain and old JavaScript of it: no import, no library.
 */

interface SettingsFile {
  appSettings?: { catalogues?: string[] };
  platformSettings?: { path?: string };
}

/** As `src/ui/early.ts` takes them. */
interface EarlyAnswer {
  answer: Promise<Response>;
  abort: AbortController;
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

(() => {
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

  /** Scripts run in the order in which they are asked for. */
  const script = (address: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const tag = document.createElement('script');
      tag.async = false;
      tag.onload = resolve;
      tag.onerror = () => reject(new Error(`${address}: not loaded`));
      tag.src = address;
      document.body.appendChild(tag);
    });

  /** Settings that can't be read cost the centre's choices, never the app. */
  const usual: SettingsFile = { platformSettings: { path: './static' } };

  const early: Record<string, EarlyAnswer> = {};
  const ask = (address: string, options?: RequestInit): Promise<Response> => {
    const abort = new AbortController();
    const answer = fetch(address, { ...options, signal: abort.signal });
    // The app says so, where it is what it wants.
    answer.catch(() => undefined);
    early[new URL(address, location.href).href] = { answer, abort };
    return answer;
  };

  const settingsFile = json<SettingsFile>('./settings.json', usual);

  const staticFolder = ({ platformSettings }: SettingsFile) =>
    (platformSettings?.path || './static').replace(/\/?$/, '/');

  /** The faces of `src/ui/theme/fonts.ts`, which wait for the app otherwise. */
  const askForFonts = (settings: SettingsFile) => {
    for (const weight of [400, 600]) {
      const link = document.createElement('link');
      link.rel = 'preload';
      link.as = 'font';
      link.crossOrigin = 'anonymous';
      link.href = `${staticFolder(settings)}fonts/lexend-${weight}.woff2`;
      document.head.appendChild(link);
    }
  };

  /** What the app wants first. A centre may have catalogues of its own: then the app asks. */
  const askEarly = () =>
    Promise.all([
      settingsFile.then((settings) => {
        askForFonts(settings);
        return settings;
      }),
      ask('./centre.json', { cache: 'no-cache' }),
    ]).then(([settings, { status }]) => {
      if (status !== 404 && status !== 410) return;
      const catalogues = settings.appSettings?.catalogues || [];
      for (const file of [...catalogues, 'media/index.json']) ask(staticFolder(settings) + file);
    });
  // A package's own files are read another way (`src/tv/localFiles.ts`).
  if (/^http/.test(location.protocol) && 'AbortController' in window) {
    askEarly().catch(() => undefined);
  }

  Promise.all([
    settingsFile,
    json<Metadata>('./metadata.json'),
    script('./lib/lightning.js'),
    script('./appBundle.js'),
  ])
    .then(([settings, { identifier, name, version }]) => {
      const globals = window as unknown as Record<string, Start | { default: Start }>;
      const bundle = globals[`APP_${identifier.replace(/[^0-9a-zA-Z_$]/g, '_')}`];
      const start = typeof bundle === 'function' ? bundle : (bundle as { default: Start }).default;
      const about = { id: identifier, name, version };
      const app = start(
        { ...settings.appSettings, ...about },
        settings.platformSettings || (usual.platformSettings as object),
        { early },
      );
      document.body.appendChild(app.stage.getCanvas());
    })
    .catch((error) => console.error(error));
})();
