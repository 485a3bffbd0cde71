/** Where a phone finds its page. */

/** Longest address worth a QR code that can be read across a room. */
const MOST = 120;

const asWeb = (text: string, base?: string): URL | undefined => {
  try {
    const url = new URL(text, base);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The centre's own address where it set one, else the app's with `phone/`. A packaged app has none
 * that a phone could reach: undefined.
 * @param setting as the settings have it; anything but a web address counts as none, and is told
 * @param own where the app itself runs
 */
export function phoneAddress(setting: unknown, own: string): string | undefined {
  if (setting !== undefined) {
    const url = typeof setting === 'string' ? asWeb(setting) : undefined;
    if (url && url.href.length <= MOST) {
      url.hash = '';
      return url.href;
    }
    console.warn('settings.json: phoneAddress: expected a web address, as "https://…/phone/"');
  }
  const here = asWeb(own);
  return here && new URL('phone/', `${here.origin}${here.pathname}`).href;
}
