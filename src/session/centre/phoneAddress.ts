/** Where a phone finds its page. */

/** Longest address worth a QR code that can be read across a room, characters. */
export const MOST_ADDRESS = 120;

/** A web address; undefined for anything else. */
export const asWeb = (text: string, base?: string): URL | undefined => {
  try {
    const url = new URL(text, base);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
};

/** A web address without a fragment; undefined for anything else, and for one that is too long. */
export function webAddress(setting: unknown): string | undefined {
  const url = typeof setting === 'string' ? asWeb(setting) : undefined;
  if (!url || url.href.length > MOST_ADDRESS) return undefined;
  url.hash = '';
  return url.href;
}

/**
 * The app's own phone page. A packaged app has none that a phone could reach: undefined.
 * @param app address of the app's page
 */
export function ownPhonePage(app: string): string | undefined {
  const here = asWeb(app);
  return here && new URL('phone/', `${here.origin}${here.pathname}`).href;
}
