/** Starts the app. */
import { Launch } from '@lightningjs/sdk';
import { App } from './App';
import { hideRefusedStorage } from './tv/storage';
import { loadServices } from './ui/load';
import { loadFonts } from './ui/theme/fonts';

interface Settings extends Record<string, unknown> {
  /** Catalogue files below the static folder. */
  catalogues?: string[];
  /** The centre's own language ("fr"), for who has chosen none; without it the set's is taken. */
  language?: string;
  /** False: nothing is kept for when there is no network (`src/ui/offline.ts`). */
  offline?: boolean;
}

/** Called by the page's start script with the settings it read. */
export default function start(
  appSettings: Settings,
  platformSettings: Record<string, unknown>,
  appData: object,
): unknown {
  // The SDK opens its own storage before anything of ours runs.
  hideRefusedStorage(window);
  return Launch(
    App,
    appSettings as never,
    {
      ...platformSettings,
      fontLoader: loadFonts,
      // Pages are made when they are first opened, and kept.
      router: { lazyCreate: true },
    },
    {
      ...appData,
      loadServices: () => loadServices(appSettings.catalogues ?? [], appSettings.language),
    },
  );
}
