/** Leaves the app, as each set wants it. */
import { hbbtvApplication } from './hbbtv';
import type { Platform, SetWindow } from './platform';

type Way = (page: SetWindow) => (() => void) | undefined;

/** The way out, where the set has one of its own. */
const WAYS: Partial<Record<Platform, Way>> = {
  webos: ({ PalmSystem, webOS, webOSSystem }) => {
    const lg = [webOS, webOSSystem, PalmSystem].find((one) => one?.platformBack);
    return lg && (() => lg.platformBack?.());
  },
  tizen: ({ tizen }) => {
    const { application } = tizen ?? {};
    return application && (() => application.getCurrentApplication().exit());
  },
  hbbtv: ({ document }) => {
    const application = hbbtvApplication(document);
    return application?.destroyApplication && (() => application.destroyApplication?.());
  },
};

/**
 * Leaves, or at least closes the window, which a browser does only for windows that a script opened.
 * Whoever calls shows a last screen first: not every set lets an app close itself.
 */
export function leaveApp(platform: Platform, page: SetWindow & { close(): void }): void {
  try {
    const way = WAYS[platform]?.(page);
    if (way) {
      way();
      return;
    }
  } catch {
    // Then as a window.
  }
  page.close();
}
