/**
 * Gives the offline store the facts that it needs: what plays, which files are needed, whether the app
 * is in use.
 */
import { Settings } from '@lightningjs/sdk';
import { offlineMedia } from '../app/offlineMedia';
import { forgetOffline, Offline } from '../tv/offline/offline';
import type { Page } from './pages/Page';
import type { Shell } from './shell';

/** Time without a key before the app may restart, ms. */
const HANDS_OFF = 5000;

export interface OfflineApp {
  shell: Shell;
  page(): Page | undefined;
  /** True while a dialog is open or another page opens. */
  isBusy(): boolean;
  /** Time of the last key, ms since the page began. */
  keyAt(): number;
}

/** @returns undefined when the centre has switched it off: `"offline": false` in `appSettings` */
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
      // When the set's storage fails, only this page has the memory, and a restart would lose it.
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
