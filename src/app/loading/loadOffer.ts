/** Reads what is offered here, for the television, the phone page and the sheet alike. */

import { isObject, readJson } from '../../catalogue/json';
import { type Offer, offerOf } from '../../session/centre/offer';
import { CODES, type Language } from '../../texts/languages';
import { log } from '../../tv/log';
import { fetchBeside } from './fetchText';
import { loadCentre } from './loadCentre';
import { ask } from './prefetch';

export type AppOffer = Offer<Language>;

const SETTINGS_FILE = 'settings.json';

/** `appSettings` of `settings.json`; undefined where they can't be had or read. Never throws. */
export async function fetchSettings(): Promise<unknown> {
  try {
    const read = readJson(await fetchBeside(SETTINGS_FILE));
    if ('raw' in read) return isObject(read.raw) ? read.raw.appSettings : undefined;
    log.add('warning', 'files', `${SETTINGS_FILE}: ${read.complaint}`);
  } catch {
    // The log says so already.
  }
  return undefined;
}

/**
 * What `settings.json` and `centre.json` offer together. Never throws.
 * @param settings `appSettings` of `settings.json`
 * @param app address of the app's own page, and whose storage keeps a copy of `centre.json`; none is kept without
 */
export async function loadOffer(
  settings: unknown,
  app: { address: string; keeper?: Pick<Window, 'localStorage'> },
): Promise<AppOffer> {
  const [appSettings, reading] = await Promise.all([settings, loadCentre(app.keeper, ask)]);
  const offer = offerOf(appSettings, reading, { languages: CODES, address: app.address });
  for (const sentence of offer.complaints) log.add('warning', 'files', sentence);
  return offer;
}
