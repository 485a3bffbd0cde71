/** Which kind of set the app runs on. */

export type Platform =
  /** LG. */
  | 'webos'
  /** Samsung. */
  | 'tizen'
  /** An app of a broadcaster's, on whatever make. */
  | 'hbbtv'
  /** Amazon, in a web view. */
  | 'firetv'
  /** Android and Google TV, in a web view. */
  | 'androidtv'
  /** Operators' boxes. */
  | 'rdk'
  /** A computer, a kiosk, and whatever is not known. */
  | 'pc';

/** What a set may put on the page's window beside what browsers have. All of it may be missing. */
export interface SetWindow {
  navigator: { userAgent: string; wakeLock?: WakeLockLike };
  document: Document;
  /** Samsung. */
  tizen?: {
    tvinputdevice?: { registerKey(name: string): void };
    application?: { getCurrentApplication(): { exit(): void } };
  };
  /** Samsung's own library, where the page has its script. */
  webapis?: {
    appcommon?: {
      AppCommonScreenSaverState?: Record<string, unknown>;
      setScreenSaver?(state: unknown, done: () => void, failed: () => void): void;
    };
  };
  /** LG's library, and what it stands on, under its newer and its older name. */
  webOS?: { platformBack?(): void };
  webOSSystem?: LgSystem;
  PalmSystem?: LgSystem;
  WebOSServiceBridge?: LgBridgeType;
  PalmServiceBridge?: LgBridgeType;
  /** Some sets name their keys here: `VK_PLAY`. */
  KeyEvent?: unknown;
  /** Operators' boxes. */
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

/** What only one kind of set has; it says more than a name that others take too. */
const isTizenApp = ({ tizen }: SetWindow): boolean => tizen?.application !== undefined;
const isLgApp = ({ PalmSystem, webOSSystem }: SetWindow): boolean =>
  webOSSystem !== undefined || PalmSystem !== undefined;

/** In this order: an HbbTV page's agent names the make of the set too, Fire TV's names Android. */
const AGENTS: readonly [Platform, RegExp][] = [
  ['hbbtv', /\bHbbTV\//],
  ['webos', /\bWeb0S\b|\bwebOS\b/i],
  ['tizen', /\bTizen\b/],
  ['firetv', /\bAFT[A-Z0-9]+\b|AmazonWebAppPlatform/],
  ['androidtv', /\bAndroid\b/],
  ['rdk', /\bRDK\b|\bWPE\b/i],
];

/** By what is there, then by name. */
export function platformOf(page: SetWindow): Platform {
  if (isTizenApp(page)) return 'tizen';
  if (isLgApp(page)) return 'webos';
  const { userAgent } = page.navigator;
  const named = AGENTS.find(([, agent]) => agent.test(userAgent))?.[0];
  if (named) return named;
  return page.ServiceManager !== undefined || page.thunder !== undefined ? 'rdk' : 'pc';
}
