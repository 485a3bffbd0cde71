/** The kind of set on which the app runs. */

export type Platform =
  /** LG. */
  | 'webos'
  /** Samsung. */
  | 'tizen'
  /** A broadcaster's app, on any make. */
  | 'hbbtv'
  /** Amazon, in a web view. */
  | 'firetv'
  /** Android and Google TV, in a web view. */
  | 'androidtv'
  /** Boxes of network operators. */
  | 'rdk'
  /** A computer, a kiosk, or an unknown set. */
  | 'pc';

/** Members that a set may add to the page's window. Every one may be missing. */
export interface SetWindow {
  navigator: { userAgent: string; wakeLock?: WakeLockLike };
  document: Document;
  /** Samsung. */
  tizen?: {
    tvinputdevice?: { registerKey(name: string): void };
    application?: { getCurrentApplication(): { exit(): void } };
  };
  /** Samsung's library, where the page has its script. */
  webapis?: {
    appcommon?: {
      AppCommonScreenSaverState?: Record<string, unknown>;
      setScreenSaver?(state: unknown, done: () => void, failed: () => void): void;
    };
  };
  /** LG's library, and the object below it under its newer and its older name. */
  webOS?: { platformBack?(): void };
  webOSSystem?: LgSystem;
  PalmSystem?: LgSystem;
  WebOSServiceBridge?: LgBridgeType;
  PalmServiceBridge?: LgBridgeType;
  /** Some sets name their keys here: `VK_PLAY`. */
  KeyEvent?: unknown;
  /** Boxes of network operators. */
  ServiceManager?: unknown;
  thunder?: unknown;
}

export interface LgSystem {
  platformBack?(): void;
  activate?(): void;
  identifier?: string;
}

export interface LgBridge {
  onservicecallback: ((answer: string) => void) | null;
  call(address: string, about: string): void;
  cancel?(): void;
}
export type LgBridgeType = new () => LgBridge;

export interface WakeLockLike {
  request(kind: 'screen'): Promise<{ release(): Promise<void>; addEventListener?: unknown }>;
}

/**
 * Whether the window has what only a Tizen app has. This is more reliable than the agent's name,
 * which other sets use too.
 */
const isTizenApp = ({ tizen }: SetWindow): boolean => tizen?.application !== undefined;
const isLgApp = ({ PalmSystem, webOSSystem }: SetWindow): boolean =>
  webOSSystem !== undefined || PalmSystem !== undefined;

/**
 * The order matters: the agent of an HbbTV page names the make of the set too, and Fire TV's names
 * Android.
 */
const AGENTS: readonly [Platform, RegExp][] = [
  ['hbbtv', /\bHbbTV\//],
  ['webos', /\bWeb0S\b|\bwebOS\b/i],
  ['tizen', /\bTizen\b/],
  ['firetv', /\bAFT[A-Z0-9]+\b|AmazonWebAppPlatform/],
  ['androidtv', /\bAndroid\b/],
  ['rdk', /\bRDK\b|\bWPE\b/i],
];

/** The platform, by the window's members, then by the agent's name. */
export function platformOf(page: SetWindow): Platform {
  if (isTizenApp(page)) return 'tizen';
  if (isLgApp(page)) return 'webos';
  const { userAgent } = page.navigator;
  const named = AGENTS.find(([, agent]) => agent.test(userAgent))?.[0];
  if (named) return named;
  return page.ServiceManager !== undefined || page.thunder !== undefined ? 'rdk' : 'pc';
}
