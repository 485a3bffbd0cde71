/** Starts the app. */

import { Launch } from '@lightningjs/sdk';
import { App } from './App';
import { loadCentre } from './app/loading/loadCentre';
import { loadServices } from './app/loading/loadServices';
import { ask, type EarlyAnswer, keepEarly } from './app/loading/prefetch';
import { setStaticFolder } from './app/loading/staticFolder';
import { canvasSize } from './app/stage';
import { canvasOnCard, isUnsteady } from './tv/graphicsCard';
import { keyNamesFor } from './tv/keyTables';
import { readLocalFiles } from './tv/localFiles';
import { platformOf, type SetWindow } from './tv/platform';
import { registerKeys } from './tv/registerKeys';
import { hideRefusedStorage, tabStore } from './tv/storage';
import { runWithoutEval } from './ui/lightning/withoutEval';
import { loadFonts } from './ui/theme/fonts';

interface Settings extends Record<string, unknown> {
  /** Catalogue files below the static folder. */
  catalogues?: string[];
  /** By catalogue, into how many portions the build has dealt it (`tools/portions.ts`). */
  portions?: Record<string, number>;
  /** The centre's own language ("fr"), for who has chosen none; without it the set's is taken. */
  language?: string;
  /** A centre's own keys, names by code, beside those of the set (`tv/keyTables.ts`). */
  keys?: Record<string, string>;
  /** Of the phone page, where phones reach it; without it the app's own with `phone/`. */
  phoneAddress?: string;
  /** False: nothing is kept for when there is no network (`src/ui/offline.ts`). */
  offline?: boolean;
  /** Lightning's own, for its stage. */
  stage?: { canvas2d?: boolean };
}

/** Called by the page's start script with the settings it read. */
export default function start(
  appSettings: Settings,
  platformSettings: Record<string, unknown>,
  {
    canvas,
    early,
  }: {
    early?: Record<string, EarlyAnswer>;
    /** Connected to the graphics card; without it Lightning makes its own. */
    canvas?: HTMLCanvasElement;
  },
): unknown {
  // The SDK opens its own storage before anything of ours runs.
  hideRefusedStorage(window);
  const set = window as unknown as SetWindow;
  const platform = platformOf(set);
  const refused = registerKeys(platform, set);
  if (refused.length)
    console.warn(`${platform}: these keys are not to be had: ${refused.join(', ')}`);
  readLocalFiles(window);
  runWithoutEval();
  setStaticFolder(String(platformSettings.path ?? './static'), window.location.href);
  // All that is needed is asked for at once: what the centre says while the screen is set up, the rest
  // while the fonts are on their way.
  keepEarly(early);
  const centre = loadCentre(window, ask);
  const onCard = isUnsteady(tabStore(window), Date.now())
    ? undefined
    : (canvas ?? canvasOnCard(document));
  const application = Launch(
    App,
    {
      ...appSettings,
      stage: {
        ...canvasSize(window),
        canvas2d: !onCard,
        ...appSettings.stage,
        ...(onCard && !appSettings.stage?.canvas2d ? { canvas: onCard } : {}),
      },
      keys: keyNamesFor(platform, set.KeyEvent, appSettings.keys),
    } as never,
    {
      ...platformSettings,
      fontLoader: loadFonts,
      // Pages are made when they are first opened, and kept.
      router: { lazyCreate: true },
    },
    { loadServices: () => services },
  );
  const { catalogues = [], language, phoneAddress, portions } = appSettings;
  const services = centre.then((reading) =>
    loadServices(catalogues, language, reading, phoneAddress, portions),
  );
  return application;
}
