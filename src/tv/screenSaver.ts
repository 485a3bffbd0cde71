/**
 * Holds the screen saver off while somebody follows an exercise, in each set's own way. A still
 * picture may rest again as soon as nothing runs.
 *
 * HbbTV and operators' boxes document no way and need none that is known: what plays video keeps
 * them awake. They, and every other set, are asked by the web's own way where they have it.
 */
import type { LgBridge, Platform, SetWindow } from './platform';

/** Holds it off and lets it come. Neither call throws. */
export interface Holder {
  hold(): void;
  release(): void;
}

/** Samsung: a switch. */
function tizenHolder({ webapis }: SetWindow): Holder | undefined {
  const { appcommon } = webapis ?? {};
  if (!appcommon?.setScreenSaver) return undefined;
  const nothing = () => {};
  const set = (state: string) => {
    try {
      const states = appcommon.AppCommonScreenSaverState ?? {};
      appcommon.setScreenSaver?.(states[state], nothing, nothing);
    } catch {
      // It comes, then.
    }
  };
  return {
    hold: () => set('SCREEN_SAVER_OFF'),
    release: () => set('SCREEN_SAVER_ON'),
  };
}

const LG_POWER = 'luna://com.webos.service.tvpower/power/';

/** LG: the set says when it would begin, and is told not to. */
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
      // It comes, then.
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
    // Not answered, it begins.
    release() {
      isHeld = false;
    },
  };
}

/** The web's: a lock that the browser takes away whenever the page is hidden. */
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

/** A stall or a change of exercise is shorter than this, ms. */
export const LINGER_MS = 10_000;

/** Follows what plays: held as soon as it runs, let go a little after it stands. */
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

  /** At once: what played is left. */
  release(): void {
    clearTimeout(this.ending);
    this.ending = undefined;
    if (this.isHeld) this.holder?.release();
    this.isHeld = false;
  }
}
