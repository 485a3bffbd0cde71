/**
 * Asks the set for the keys that it sends only on request. The app works without the keys that the
 * set refuses.
 */
import { hbbtvApplication } from './hbbtv';
import type { Platform, SetWindow } from './platform';

/** Samsung's names. Arrows, OK and Return need no request. */
export const TIZEN_KEYS = [
  'MediaPlay',
  'MediaPause',
  'MediaPlayPause',
  'MediaStop',
  'MediaRewind',
  'MediaFastForward',
  'MediaTrackPrevious',
  'MediaTrackNext',
  'ColorF0Red',
  'ColorF1Green',
  'ColorF2Yellow',
  'ColorF3Blue',
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
] as const;

/**
 * OIPF key sets: red, green, yellow and blue, arrows with OK and Back, playback keys, digits, and
 * letters.
 */
export const HBBTV_KEYS = 0x1 + 0x2 + 0x4 + 0x8 + 0x10 + 0x20 + 0x100 + 0x200;

/**
 * Requests the keys.
 * @returns names of the refused keys: a set that lacks one throws, and older sets often lack some
 */
export function registerKeys(platform: Platform, page: SetWindow): string[] {
  if (platform === 'tizen') return registerTizen(page);
  if (platform === 'hbbtv') return registerHbbtv(page);
  return [];
}

/** Requests the keys one by one, because a request for all fails at the first missing key. */
function registerTizen({ tizen }: SetWindow): string[] {
  return TIZEN_KEYS.filter((name) => {
    try {
      if (!tizen?.tvinputdevice) return true;
      tizen.tvinputdevice.registerKey(name);
      return false;
    } catch {
      return true;
    }
  });
}

function registerHbbtv({ document }: SetWindow): string[] {
  try {
    const application = hbbtvApplication(document);
    const keyset = application?.privateData?.keyset;
    if (!keyset?.setValue) return ['keyset'];
    keyset.setValue(HBBTV_KEYS);
    application?.show?.();
    return [];
  } catch {
    return ['keyset'];
  }
}
