/** Opens a page of plain elements when all is loaded, or says in four languages that it can't be. */
import { log } from '../tv/log';
import { load, type PhoneServices } from './load';

/** @param show draws the page */
export async function openPage(show: (services: PhoneServices) => void): Promise<void> {
  let services: PhoneServices;
  try {
    services = await load();
  } catch (error) {
    log.add('warning', 'phone', (error as Error).message);
    // No words were loaded: these two sentences stand in the page itself.
    document.getElementById('waiting')?.setAttribute('hidden', '');
    document.getElementById('failed')?.removeAttribute('hidden');
    return;
  }
  show(services);
}
