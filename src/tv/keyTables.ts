/**
 * The names of each set's keys. Six keys suffice for everything: arrows, `Enter`, `Back`. All
 * others are shortcuts: digits type, the rest act. A centre's `settings.json` may add to these tables (`appSettings.keys`).
 */
import type { Platform } from './platform';

/** The six that every remote has. */
export type RemoteKey = 'Left' | 'Up' | 'Right' | 'Down' | 'Enter' | 'Back';

/** Those that only some have. */
export type ShortcutKey =
  | 'Play'
  | 'Pause'
  | 'PlayPause'
  | 'Stop'
  | 'Previous'
  | 'Next'
  | 'Red'
  | 'Green'
  | 'Yellow'
  | 'Blue';

/** The digits, which type where a code or a PIN is entered, and do nothing elsewhere. */
const DIGIT_KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type DigitKey = (typeof DIGIT_KEYS)[number];

export type KeyName = RemoteKey | ShortcutKey | DigitKey;

/** Names by key code. */
export type KeyTable = Readonly<Record<number, KeyName>>;

const ARROWS: KeyTable = { 37: 'Left', 38: 'Up', 39: 'Right', 40: 'Down', 13: 'Enter' };

/** Codes of 0 on a remote or a keyboard, and on a number pad. The other digits follow it. */
const ZEROS = [48, 96];

const DIGITS: KeyTable = ZEROS.reduce<Record<number, KeyName>>((table, zero) => {
  for (const digit of DIGIT_KEYS) table[zero + Number(digit)] = digit;
  return table;
}, {});

/** Keys of a keyboard. Most sets send them too. */
const KEYBOARD: KeyTable = { ...ARROWS, ...DIGITS, 8: 'Back', 27: 'Back' };

const COLOURS: KeyTable = { 403: 'Red', 404: 'Green', 405: 'Yellow', 406: 'Blue' };

/** Keys of CEA-2014, which LG, Samsung and HbbTV share. */
const CEA: KeyTable = {
  19: 'Pause',
  412: 'Previous',
  413: 'Stop',
  415: 'Play',
  417: 'Next',
  ...COLOURS,
};

/** Keys of browsers: keyboards with media keys, and Android's web view. */
const BROWSER_MEDIA: KeyTable = { 176: 'Next', 177: 'Previous', 178: 'Stop', 179: 'PlayPause' };

const ANDROID: KeyTable = {
  ...KEYBOARD,
  ...BROWSER_MEDIA,
  // Android's own code and the browser's "back", which some web views send.
  4: 'Back',
  166: 'Back',
  227: 'Previous',
  228: 'Next',
};

export const KEY_TABLES: Readonly<Record<Platform, KeyTable>> = {
  webos: { ...KEYBOARD, ...CEA, 461: 'Back' },
  tizen: {
    ...KEYBOARD,
    ...CEA,
    10009: 'Back',
    10232: 'Previous',
    10233: 'Next',
    10252: 'PlayPause',
  },
  hbbtv: { ...KEYBOARD, ...CEA, 402: 'PlayPause', 424: 'Previous', 425: 'Next', 461: 'Back' },
  firetv: ANDROID,
  androidtv: ANDROID,
  // On operators' boxes only the six keys are certain.
  rdk: { ...KEYBOARD, ...BROWSER_MEDIA, ...CEA, 250: 'PlayPause', 461: 'Back' },
  pc: {
    ...KEYBOARD,
    ...BROWSER_MEDIA,
    19: 'Pause',
    32: 'PlayPause',
    166: 'Back',
    415: 'Play',
    461: 'Back',
  },
};

/** HbbTV's names of its keys. Older sets have other codes and state them under these names. */
const VK_NAMES: Readonly<Record<string, KeyName>> = {
  VK_LEFT: 'Left',
  VK_UP: 'Up',
  VK_RIGHT: 'Right',
  VK_DOWN: 'Down',
  VK_ENTER: 'Enter',
  VK_BACK: 'Back',
  VK_PLAY: 'Play',
  VK_PAUSE: 'Pause',
  VK_PLAY_PAUSE: 'PlayPause',
  VK_STOP: 'Stop',
  VK_TRACK_PREV: 'Previous',
  VK_TRACK_NEXT: 'Next',
  VK_RED: 'Red',
  VK_GREEN: 'Green',
  VK_YELLOW: 'Yellow',
  VK_BLUE: 'Blue',
};

/**
 * The codes that the set itself states for its keys.
 * @param told the set's `KeyEvent`
 */
export function toldKeys(told: unknown): Record<number, KeyName> {
  const codes = (told ?? {}) as Record<string, unknown>;
  const keys: Record<number, KeyName> = {};
  for (const [vk, name] of Object.entries(VK_NAMES)) {
    const code = codes[vk];
    if (typeof code === 'number' && code > 0) keys[code] = name;
  }
  for (const digit of DIGIT_KEYS) {
    const code = codes[`VK_${digit}`];
    if (typeof code === 'number' && code > 0) keys[code] = digit;
  }
  return keys;
}

/**
 * The names of all keys of a set, by code.
 * @param told the set's `KeyEvent`
 * @param added the centre's own names, by code; they take precedence
 */
export const keyNamesFor = (
  platform: Platform,
  told?: unknown,
  added: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  ...KEY_TABLES[platform],
  ...(platform === 'hbbtv' ? toldKeys(told) : {}),
  ...added,
});
