/** Waits for the second script before a page in it opens. */

import { hasSecondScript, loadSecondScript, OtherVersion } from '../app/loading/secondScript';
import { log } from '../tv/log';
import type { Shell } from './shell';

/** Number of tries to load the second script before the home screen says that it failed. */
const TRIES = 3;

/**
 * Loads the second script, if it is not loaded yet.
 * @param tellWait says after a while that the script is loading; returns a function that ends that
 * @returns false when it can't be loaded: then the home screen opens and says so
 */
export async function waitForSecondScript(
  shell: Shell,
  tellWait: () => () => void,
): Promise<boolean> {
  if (hasSecondScript()) return true;
  const { services } = shell;
  // A waiting room has nobody to press a key, so it tries again without end.
  const isRoom =
    services.mode.begins === 'waiting-room' || /waiting-room$/.test(window.location.hash);
  const tries = isRoom ? Number.POSITIVE_INFINITY : TRIES;
  const end = tellWait();
  try {
    await loadSecondScript(tries);
    return true;
  } catch (error) {
    log.add('warning', 'start', (error as Error).message);
    if (error instanceof OtherVersion) services.reload();
    shell.notice = { text: services.t('load.secondScript') };
    shell.home();
    return false;
  } finally {
    end();
  }
}
