/** Opens a page of plain elements when everything is loaded. If that fails, the page says so in four languages. */
import { log } from '../tv/log';
import { load, type PhoneServices } from './load';

/** @param show draws the page */
export async function openPage(show: (services: PhoneServices) => void): Promise<void> {
  let services: PhoneServices;
  try {
    services = await load();
  } catch (error) {
    log.add('warning', 'phone', (error as Error).message);
    // Without loaded words, the page shows sentences that are part of its HTML.
    document.getElementById('waiting')?.setAttribute('hidden', '');
    document.getElementById('failed')?.removeAttribute('hidden');
    return;
  }
  show(services);
}
