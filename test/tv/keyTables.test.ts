/** Tests how the app recognises the set, names its keys, and registers them. */
import { describe, expect, it } from 'vitest';
import { KEY_TABLES, keyNamesFor, toldKeys } from '../../src/tv/keyTables';
import { type Platform, platformOf, type SetWindow } from '../../src/tv/platform';
import { HBBTV_KEYS, registerKeys, TIZEN_KEYS } from '../../src/tv/registerKeys';

const page = (userAgent: string, more: Partial<SetWindow> = {}): SetWindow => ({
  navigator: { userAgent },
  document: {} as Document,
  ...more,
});

/** User agents of each kind of set. */
const AGENTS: [Platform, string][] = [
  [
    'webos',
    'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.79 Safari/537.36 WebAppManager',
  ],
  [
    'tizen',
    'Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) 76.0.3809.146/6.0 TV Safari/537.36',
  ],
  [
    'hbbtv',
    'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.88 Safari/537.36 HbbTV/1.5.1 (+DRM; LGE; 43UP75006LF; WEBOS6.0; 03.33.11; W60_K5LP; DTV_W21P;)',
  ],
  [
    'hbbtv',
    'Mozilla/5.0 (Linux; Tizen 2.3) AppleWebKit/538.1 (KHTML, like Gecko) HbbTV/1.2.1 (;Samsung;SmartTV2015;T-HKM6DEUC-1490.3;;)',
  ],
  [
    'firetv',
    'Mozilla/5.0 (Linux; Android 7.1.2; AFTMM Build/NS6281; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/70.0.3538.110 Mobile Safari/537.36',
  ],
  [
    'androidtv',
    'Mozilla/5.0 (Linux; Android 9; BRAVIA 4K UR2 Build/PTT1.190515.001.S104; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/92.0.4515.159 Safari/537.36',
  ],
  [
    'rdk',
    'Mozilla/5.0 (Linux; aarch64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.0 Safari/605.1.15 WPE',
  ],
  [
    'pc',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  ],
];

describe('the kind of set', () => {
  it.each(AGENTS)('%s, by its agent', (platform, agent) => {
    expect(platformOf(page(agent))).toBe(platform);
  });

  it('by what is there, before any name', () => {
    const [, pc] = AGENTS[AGENTS.length - 1] as [Platform, string];
    const application = { getCurrentApplication: () => ({ exit: () => {} }) };
    expect(platformOf(page(pc, { tizen: { application } }))).toBe('tizen');
    expect(platformOf(page(pc, { PalmSystem: {} }))).toBe('webos');
    expect(platformOf(page(pc, { webOSSystem: {} }))).toBe('webos');
    expect(platformOf(page(pc, { ServiceManager: {} }))).toBe('rdk');
  });
});

describe('keys', () => {
  it.each(Object.keys(KEY_TABLES) as Platform[])('%s has all six', (platform) => {
    const names = new Set(Object.values(KEY_TABLES[platform]));
    for (const name of ['Left', 'Up', 'Right', 'Down', 'Enter', 'Back'])
      expect(names, name).toContain(name);
  });

  /** Key codes from makers and standards, with their set. */
  const GIVEN: [Platform, number, string][] = [
    ['webos', 461, 'Back'],
    ['webos', 415, 'Play'],
    ['webos', 403, 'Red'],
    ['tizen', 10009, 'Back'],
    ['tizen', 10252, 'PlayPause'],
    ['tizen', 10233, 'Next'],
    ['tizen', 406, 'Blue'],
    ['hbbtv', 461, 'Back'],
    ['hbbtv', 19, 'Pause'],
    ['hbbtv', 425, 'Next'],
    ['firetv', 4, 'Back'],
    ['firetv', 179, 'PlayPause'],
    ['firetv', 228, 'Next'],
    ['androidtv', 4, 'Back'],
    ['androidtv', 178, 'Stop'],
    ['rdk', 8, 'Back'],
    ['rdk', 250, 'PlayPause'],
    ['pc', 27, 'Back'],
    ['pc', 32, 'PlayPause'],
  ];
  it.each(GIVEN)('%s: %i is %s', (platform, code, name) => {
    expect(keyNamesFor(platform)[code]).toBe(name);
  });

  it('a centre’s own are added, and have the last word', () => {
    const keys = keyNamesFor('pc', undefined, { '112': 'Back', '32': 'Enter' });
    expect(keys[112]).toBe('Back');
    expect(keys[32]).toBe('Enter');
    expect(keys[37]).toBe('Left');
  });

  it('an HbbTV set that names other codes is believed; others are not asked', () => {
    const told = { VK_BACK: 0x280, VK_PLAY: 250, VK_RED: '403', VK_BLUE: 0 };
    expect(toldKeys(told)).toEqual({ 640: 'Back', 250: 'Play' });
    expect(keyNamesFor('hbbtv', told)[640]).toBe('Back');
    expect(keyNamesFor('hbbtv', told)[461]).toBe('Back');
    expect(keyNamesFor('webos', told)[640]).toBeUndefined();
    expect(toldKeys(undefined)).toEqual({});
  });
});

describe('asking for keys', () => {
  it('Tizen: one by one, and one that the set lacks costs no other', () => {
    const asked: string[] = [];
    const registerKey = (name: string) => {
      if (name === 'MediaTrackNext') throw new Error('InvalidValuesError');
      asked.push(name);
    };
    const refused = registerKeys('tizen', page('', { tizen: { tvinputdevice: { registerKey } } }));
    expect(refused).toEqual(['MediaTrackNext']);
    expect(asked).toEqual(TIZEN_KEYS.filter((name) => name !== 'MediaTrackNext'));
  });

  it('Tizen without the privilege: all refused, and the app goes on', () => {
    expect(registerKeys('tizen', page(''))).toEqual([...TIZEN_KEYS]);
  });

  /** A document whose object element returns this application. */
  const hbbtv = (application: unknown): Document => {
    const made = {
      style: {},
      isConnected: true,
      getOwnerApplication: () => application,
    };
    return { createElement: () => made, body: { appendChild: () => {} } } as unknown as Document;
  };

  it('HbbTV: colours, arrows and media keys, as one set; and it shows itself', () => {
    const masks: number[] = [];
    let shows = 0;
    const application = {
      show: () => {
        shows += 1;
      },
      privateData: { keyset: { setValue: (mask: number) => masks.push(mask) } },
    };
    expect(registerKeys('hbbtv', page('', { document: hbbtv(application) }))).toEqual([]);
    expect(masks).toEqual([HBBTV_KEYS]);
    expect(HBBTV_KEYS).toBe(0x3f);
    expect(shows).toBe(1);
  });

  it('HbbTV without a manager, or one that throws: softly', () => {
    expect(registerKeys('hbbtv', page('', { document: hbbtv(null) }))).toEqual(['keyset']);
    const throwing = {
      get privateData() {
        throw new Error('SecurityError');
      },
    };
    expect(registerKeys('hbbtv', page('', { document: hbbtv(throwing) }))).toEqual(['keyset']);
    expect(registerKeys('hbbtv', page('', { document: {} as Document }))).toEqual(['keyset']);
  });

  it('nobody else has to ask', () => {
    expect(registerKeys('pc', page(''))).toEqual([]);
    expect(registerKeys('webos', page(''))).toEqual([]);
  });
});
