/** Asks the set for the keys that it hands to no app unasked. What it refuses is done without. */
import { hbbtvApplication } from './hbbtv';
import type { Platform, SetWindow } from './platform';

/** Samsung's names; arrows, OK and Return need no asking. */
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
] as const;

/** OIPF: red, green, yellow and blue, arrows with OK and Back, play and its relatives. */
export const HBBTV_KEYS = 0x1 + 0x2 + 0x4 + 0x8 + 0x10 + 0x20;

/** @returns names of the keys that were refused: a set that lacks one throws, older ones often do */
export function registerKeys(platform: Platform, page: SetWindow): string[] {
  if (platform === 'tizen') return registerTizen(page);
  if (platform === 'hbbtv') return registerHbbtv(page);
  return [];
}

/** One by one, since asking for all at once fails with the first that the set doesn't have. */
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
