/**
 * Opens a page of plain elements when everything is loaded. If that fails, the page says so in four languages, and
 * tries again until it succeeds.
 */
import { log } from '../tv/log';
import { load, type PhoneServices } from './load';

/** Pause before the first new try, ms: twice as long each time, up to the longest. */
const PAUSE = 5000;
const LONGEST_PAUSE = 60_000;

/** @param show draws the page */
export async function openPage(
  show: (services: PhoneServices) => void,
  pause = PAUSE,
): Promise<void> {
  let services: PhoneServices;
  try {
    services = await load();
  } catch (error) {
    log.add('warning', 'phone', (error as Error).message);
    // Without loaded words, the page shows sentences that are part of its HTML.
    document.getElementById('waiting')?.setAttribute('hidden', '');
    document.getElementById('failed')?.removeAttribute('hidden');
    setTimeout(() => void openPage(show, Math.min(2 * pause, LONGEST_PAUSE)), pause);
    return;
  }
  show(services);
}
