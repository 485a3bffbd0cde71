/** Starts the app. */

import { Launch } from '@lightningjs/sdk';
import { version } from '../metadata.json';
import { App } from './App';
import { loadOffer } from './app/loading/loadOffer';
import { loadServices } from './app/loading/loadServices';
import { type EarlyAnswer, keepEarly } from './app/loading/prefetch';
import { setStaticFolder } from './app/loading/staticFolder';
import { canvasSize } from './app/stage';
import { watchFaults } from './tv/faults';
import { canvasOnCard, isUnsteady } from './tv/graphicsCard';
import { keyNamesFor } from './tv/keyTables';
import { readLocalFiles } from './tv/localFiles';
import { log } from './tv/log';
import { platformOf, type SetWindow } from './tv/platform';
import { registerKeys } from './tv/registerKeys';
import { hideRefusedStorage, tabStore } from './tv/storage';
import { runWithoutEval } from './ui/lightning/withoutEval';
import { loadFonts } from './ui/theme/fonts';

/** `appSettings` of `settings.json`; what they offer is read in `session/centre/offer.ts`. */
interface Settings extends Record<string, unknown> {
  /** A centre's own keys: names by code, in addition to those of the set (`tv/keyTables.ts`). */
  keys?: Record<string, string>;
  /** False: the set keeps no files for use without a network. */
  offline?: boolean;
  /** The settings of Lightning's stage. */
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
    /** A canvas that is connected to the graphics card; without it Lightning makes one. */
    canvas?: HTMLCanvasElement;
  },
): unknown {
  watchFaults(window);
  // The SDK opens its storage before the app's code runs.
  hideRefusedStorage(window);
  const set = window as unknown as SetWindow;
  const platform = platformOf(set);
  log.add('info', 'start', `Beweeg mee ${version} on ${platform}`);
  const refused = registerKeys(platform, set);
  if (refused.length)
    log.add('warning', 'start', `These keys are not to be had: ${refused.join(', ')}`);
  readLocalFiles(window);
  runWithoutEval();
  setStaticFolder(String(platformSettings.path ?? './static'), window.location.href);
  // All requests start at once: the centre's files load while the screen is set up, the others while the fonts
  // load.
  keepEarly(early);
  const offer = loadOffer(appSettings, {
    address: window.location.href,
    storage: window,
    copy: 'kept',
  });
  const isCardLost = isUnsteady(tabStore(window), Date.now());
  const onCard = isCardLost ? undefined : (canvas ?? canvasOnCard(document));
  if (isCardLost)
    log.add('warning', 'screen', 'The graphics card was lost again and again: drawn without it');
  else if (!onCard) log.add('warning', 'screen', 'No graphics card to be had: drawn without it');
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
      // Each page is created on first use, and kept.
      router: { lazyCreate: true },
    },
    { loadServices: () => services },
  );
  const services = offer.then(loadServices);
  return application;
}
