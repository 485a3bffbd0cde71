/** Reads the offer of the centre, for the television, the phone page and the sheet alike. */

import { isObject, readJson } from '../../catalogue/json';
import { type Offer, offerOf } from '../../session/centre/offer';
import { CODES, type Language } from '../../texts/languages';
import { log } from '../../tv/log';
import { fetchBeside } from './fetchText';
import { type Copy, loadCentre } from './loadCentre';
import { ask } from './prefetch';

export type AppOffer = Offer<Language>;

const SETTINGS_FILE = 'settings.json';

/** `appSettings` of `settings.json`; undefined where the file can't be loaded or read. Never throws. */
export async function fetchSettings(): Promise<unknown> {
  try {
    const read = readJson(await fetchBeside(SETTINGS_FILE));
    if ('raw' in read) return isObject(read.raw) ? read.raw.appSettings : undefined;
    log.add('warning', 'files', `${SETTINGS_FILE}: ${read.complaint}`);
  } catch {
    // The log has a sentence about it already.
  }
  return undefined;
}

/**
 * Reads the offer from `settings.json` and `centre.json` together. Never throws.
 * @param settings `appSettings` of `settings.json`
 * @param app address of the app's own page, the window whose storage has a copy of `centre.json`, and whether
 * this page keeps that copy or only reads it
 */
export async function loadOffer(
  settings: unknown,
  app: { address: string; storage: Pick<Window, 'localStorage'>; copy: Copy },
): Promise<AppOffer> {
  const [appSettings, reading] = await Promise.all([
    settings,
    loadCentre(app.storage, ask, app.copy),
  ]);
  const offer = offerOf(appSettings, reading, { languages: CODES, address: app.address });
  for (const sentence of offer.complaints) log.add('warning', 'files', sentence);
  return offer;
}
