/**
 * Prevents the screen saver while someone follows an exercise, in each set's own way. A still
 * picture may start it as soon as nothing plays.
 *
 * For HbbTV and operators' boxes no way is documented, and none is needed as far as known: video
 * keeps them awake. They and all other sets use the web's own way where they have it.
 */
import type { LgBridge, Platform, SetWindow } from './platform';

/** Prevents the screen saver and allows it again. Neither call throws. */
export interface Holder {
  hold(): void;
  release(): void;
}

/** Samsung has a switch. */
function tizenHolder({ webapis }: SetWindow): Holder | undefined {
  const { appcommon } = webapis ?? {};
  if (!appcommon?.setScreenSaver) return undefined;
  const nothing = () => {};
  const set = (state: string) => {
    try {
      const states = appcommon.AppCommonScreenSaverState ?? {};
      appcommon.setScreenSaver?.(states[state], nothing, nothing);
    } catch {
      // The screen saver is not prevented.
    }
  };
  return {
    hold: () => set('SCREEN_SAVER_OFF'),
    release: () => set('SCREEN_SAVER_ON'),
  };
}

const LG_POWER = 'luna://com.webos.service.tvpower/power/';

/** LG's set announces the screen saver, and the app answers that it must not start. */
function lgHolder(page: SetWindow): Holder | undefined {
  const Bridge = page.WebOSServiceBridge ?? page.PalmServiceBridge;
  if (!Bridge) return undefined;
  const clientName = (page.webOSSystem ?? page.PalmSystem)?.identifier || 'be.beweegmee.app';
  let isHeld = false;
  let bridge: LgBridge | undefined;
  const call = (name: string, about: object) => {
    try {
      bridge?.call(LG_POWER + name, JSON.stringify({ clientName, ...about }));
    } catch {
      // The screen saver is not prevented.
    }
  };
  const answered = (answer: string) => {
    let said: { state?: unknown; timestamp?: unknown } = {};
    try {
      said = JSON.parse(answer) ?? {};
    } catch {
      return;
    }
    if (said.state !== 'Active' || !isHeld) return;
    call('responseScreenSaverRequest', { ack: false, timestamp: said.timestamp });
  };
  return {
    hold() {
      isHeld = true;
      if (bridge) return;
      try {
        bridge = new Bridge();
      } catch {
        return;
      }
      bridge.onservicecallback = answered;
      call('registerScreenSaverRequest', { subscribe: true });
    },
    // Without an answer the screen saver starts.
    release() {
      isHeld = false;
    },
  };
}

/** The web has a lock, which the browser takes away whenever the page is hidden. */
function webHolder({ document, navigator }: SetWindow): Holder | undefined {
  const { wakeLock } = navigator;
  if (!wakeLock) return undefined;
  let isHeld = false;
  let lock: Promise<{ release(): Promise<void> } | undefined> | undefined;
  const ask = () => {
    lock = wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', () => {
    if (isHeld && document.visibilityState === 'visible') ask();
  });
  return {
    hold() {
      if (isHeld) return;
      isHeld = true;
      ask();
    },
    release() {
      isHeld = false;
      void lock?.then((held) => held?.release()).catch(() => {});
      lock = undefined;
    },
  };
}

export function holderFor(platform: Platform, page: SetWindow): Holder | undefined {
  const own =
    platform === 'tizen' ? tizenHolder(page) : platform === 'webos' ? lgHolder(page) : undefined;
  return own ?? webHolder(page);
}

/**
 * Time after the end of playing until the screen saver is allowed, ms. A stall or a change of
 * exercise is shorter.
 */
export const LINGER_MS = 10_000;

/** Prevents the screen saver from the start of playing until a while after its end. */
export class ScreenSaver {
  private isHeld = false;
  private ending: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly holder: Holder | undefined) {}

  /** Something plays, or has just stopped. */
  runs(isRunning: boolean): void {
    if (isRunning) {
      clearTimeout(this.ending);
      this.ending = undefined;
      if (!this.isHeld) this.holder?.hold();
      this.isHeld = true;
      return;
    }
    if (this.isHeld) this.ending ??= setTimeout(() => this.release(), LINGER_MS);
  }

  /** Allows the screen saver at once, because the player's page closes. */
  release(): void {
    clearTimeout(this.ending);
    this.ending = undefined;
    if (this.isHeld) this.holder?.release();
    this.isHeld = false;
  }
}
