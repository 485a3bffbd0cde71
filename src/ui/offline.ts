/** What the app knows that the offline store must: what plays, what is wanted, who is busy. */
import { Settings } from '@lightningjs/sdk';
import { offlineMedia } from '../app/offlineMedia';
import { forgetOffline, Offline } from '../tv/offline/offline';
import type { Page } from './pages/Page';
import type { Shell } from './shell';

/** How long nobody must have pressed a key before the app may start anew, ms. */
const HANDS_OFF = 5000;

export interface OfflineApp {
  shell: Shell;
  page(): Page | undefined;
  /** A question is open, or another page is on its way. */
  isBusy(): boolean;
  /** When a key was last pressed, ms since the page began. */
  keyAt(): number;
}

/** @returns undefined where the centre switched it off: `"offline": false` in `appSettings` */
export function createOffline({ isBusy, keyAt, page, shell }: OfflineApp): Offline | undefined {
  if (Settings.get('app', 'offline') === false) {
    forgetOffline(window);
    return undefined;
  }
  return new Offline({
    page: window,
    wanted: () => offlineMedia(shell.services),
    isQuiet: () => page()?.hasVideo === false,
    mayRestart() {
      // What storage refused is remembered by this page alone.
      const isKept = shell.services.memoryStore.trouble === undefined;
      const isIdle = performance.now() - keyAt() > HANDS_OFF;
      return isKept && isIdle && page()?.mayRestart === true && !isBusy() && !shell.notice;
    },
    restart() {
      shell.services.memoryStore.flush();
      shell.services.reload();
    },
  });
}
