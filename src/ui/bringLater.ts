/** Waits for the second script, before a page of it opens. */

import { hasLater, loadLater, OtherVersion } from '../app/loading/later';
import { log } from '../tv/log';
import type { Shell } from './shell';

/** How often the second script is asked for before home says that it can't be had. */
const TRIES = 3;

/**
 * @param tellWait says that one has to wait, when it takes long; returns what ends that
 * @returns false where it can't be had: home opens, and says so
 */
export async function bringLater(shell: Shell, tellWait: () => () => void): Promise<boolean> {
  if (hasLater()) return true;
  const { services } = shell;
  // Nobody presses a key in a waiting room: it goes on asking.
  const tries = services.mode.begins === 'waiting-room' ? Number.POSITIVE_INFINITY : TRIES;
  const end = tellWait();
  try {
    await loadLater(tries);
    return true;
  } catch (error) {
    log.add('warning', 'start', (error as Error).message);
    if (error instanceof OtherVersion) services.reload();
    shell.notice = { text: services.t('load.later') };
    shell.home();
    return false;
  } finally {
    end();
  }
}
