/** Closes the app in the way of each set. */
import { hbbtvApplication } from './hbbtv';
import type { Platform, SetWindow } from './platform';

type Way = (page: SetWindow) => (() => void) | undefined;

/** The set's own way to close an app, where it has one. */
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
 * Closes the app in the set's own way, or else closes the window. A browser closes only windows
 * that a script opened, and some sets never let an app close itself, so the caller first shows a
 * last screen.
 */
export function leaveApp(platform: Platform, page: SetWindow & { close(): void }): void {
  try {
    const way = WAYS[platform]?.(page);
    if (way) {
      way();
      return;
    }
  } catch {
    // The window is closed instead.
  }
  page.close();
}
