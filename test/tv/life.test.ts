/** Tests the life of a set: hidden and shown, the screen saver, the exit. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveApp } from '../../src/tv/leave';
import { Lifecycle } from '../../src/tv/lifecycle';
import type { LgBridge, SetWindow } from '../../src/tv/platform';
import { holderFor, LINGER_MS, ScreenSaver } from '../../src/tv/screenSaver';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A window with a document that can be hidden. */
class FakePage extends EventTarget {
  readonly document = Object.assign(new EventTarget(), {
    hidden: false,
    visibilityState: 'visible',
  }) as unknown as Document;
  navigator: SetWindow['navigator'] = { userAgent: '' };
  closed = 0;

  close() {
    this.closed += 1;
  }

  see(isSeen: boolean, event = 'visibilitychange') {
    Object.assign(this.document, {
      hidden: !isSeen,
      visibilityState: isSeen ? 'visible' : 'hidden',
    });
    this.document.dispatchEvent(new Event(event));
  }
}

const pageWith = (more: Partial<SetWindow>): FakePage & SetWindow =>
  Object.assign(new FakePage(), more) as FakePage & SetWindow;

describe('out of sight and back', () => {
  function watch(page: FakePage & SetWindow) {
    const told: string[] = [];
    const life = new Lifecycle(page as never, {
      hidden: () => told.push('hidden'),
      shown: () => told.push('shown'),
    });
    return { life, told };
  }

  it('tells each change once, in however many ways the set says it', () => {
    const page = pageWith({});
    const { told } = watch(page);
    page.see(false);
    page.dispatchEvent(new Event('pagehide'));
    page.see(false, 'webkitvisibilitychange');
    page.see(true);
    page.dispatchEvent(new Event('pageshow'));
    expect(told).toEqual(['hidden', 'shown']);
  });

  it('an older engine has it under its own name', () => {
    const page = pageWith({});
    const { told } = watch(page);
    Object.assign(page.document, { hidden: undefined, visibilityState: undefined });
    Object.assign(page.document, { webkitHidden: true });
    page.document.dispatchEvent(new Event('webkitvisibilitychange'));
    expect(told).toEqual(['hidden']);
  });

  it('a page that is left counts as hidden', () => {
    const page = pageWith({});
    const { told } = watch(page);
    page.dispatchEvent(new Event('pagehide'));
    expect(told).toEqual(['hidden']);
  });

  it('a key says that it is seen, where the set said nothing', () => {
    const page = pageWith({});
    const { life, told } = watch(page);
    life.seen();
    page.see(false);
    life.seen();
    expect(told).toEqual(['hidden', 'shown']);
    expect(life.isHidden).toBe(false);
  });

  it('LG: chosen anew in the launcher it comes to the front', () => {
    let activated = 0;
    const page = pageWith({
      PalmSystem: {
        activate: () => {
          activated += 1;
        },
      },
    });
    const { told } = watch(page);
    page.see(false);
    page.document.dispatchEvent(new Event('webOSRelaunch'));
    expect(activated).toBe(1);
    expect(told).toEqual(['hidden', 'shown']);
  });

  it('hears nothing after its end', () => {
    const page = pageWith({});
    const { life, told } = watch(page);
    life.end();
    page.see(false);
    expect(told).toEqual([]);
  });
});

describe('the screen saver', () => {
  it('is held off while something runs, and let go a little after it stands', () => {
    const told: string[] = [];
    const saver = new ScreenSaver({
      hold: () => told.push('hold'),
      release: () => told.push('release'),
    });
    saver.runs(false);
    saver.runs(true);
    saver.runs(true);
    // A stall, or the opening of the next exercise.
    saver.runs(false);
    vi.advanceTimersByTime(LINGER_MS - 1);
    saver.runs(true);
    vi.advanceTimersByTime(LINGER_MS * 2);
    expect(told).toEqual(['hold']);
    saver.runs(false);
    saver.runs(false);
    vi.advanceTimersByTime(LINGER_MS);
    expect(told).toEqual(['hold', 'release']);
    saver.runs(true);
    saver.release();
    saver.release();
    vi.advanceTimersByTime(LINGER_MS * 2);
    expect(told).toEqual(['hold', 'release', 'hold', 'release']);
  });

  it('a set without any way costs nothing', () => {
    const saver = new ScreenSaver(holderFor('hbbtv', pageWith({})));
    saver.runs(true);
    saver.release();
    expect(holderFor('rdk', pageWith({}))).toBeUndefined();
  });

  it('Samsung: a switch; one that throws is left', () => {
    const states: unknown[] = [];
    const AppCommonScreenSaverState = { SCREEN_SAVER_OFF: 0, SCREEN_SAVER_ON: 1 };
    const setScreenSaver = (state: unknown) => void states.push(state);
    const page = pageWith({
      webapis: { appcommon: { AppCommonScreenSaverState, setScreenSaver } },
    });
    const holder = holderFor('tizen', page);
    holder?.hold();
    holder?.release();
    expect(states).toEqual([0, 1]);
    const broken = () => {
      throw new Error('SecurityError');
    };
    const other = pageWith({ webapis: { appcommon: { setScreenSaver: broken } } });
    expect(() => holderFor('tizen', other)?.hold()).not.toThrow();
  });

  it('LG: asked whether it may begin, the app says no for as long as something runs', () => {
    const calls: { address: string; about: Record<string, unknown> }[] = [];
    let bridge: LgBridge | undefined;
    class Bridge implements LgBridge {
      onservicecallback: LgBridge['onservicecallback'] = null;
      constructor() {
        bridge = this;
      }
      call(address: string, about: string) {
        calls.push({ address: address.split('/').pop() ?? '', about: JSON.parse(about) });
      }
    }
    const page = pageWith({ WebOSServiceBridge: Bridge, webOSSystem: { identifier: 'x.y' } });
    const holder = holderFor('webos', page);
    expect(calls).toEqual([]);
    holder?.hold();
    holder?.hold();
    expect(calls).toEqual([
      { address: 'registerScreenSaverRequest', about: { clientName: 'x.y', subscribe: true } },
    ]);
    const says = (answer: unknown) => bridge?.onservicecallback?.(JSON.stringify(answer));
    says({ returnValue: true });
    bridge?.onservicecallback?.('not json');
    says({ state: 'Active', timestamp: '123' });
    expect(calls.slice(1)).toEqual([
      {
        address: 'responseScreenSaverRequest',
        about: { clientName: 'x.y', ack: false, timestamp: '123' },
      },
    ]);
    holder?.release();
    says({ state: 'Active', timestamp: '124' });
    expect(calls).toHaveLength(2);
  });

  it('the web: a lock, asked for again when the page is back; refused, nothing happens', async () => {
    const told: string[] = [];
    let isRefused = false;
    const page = pageWith({});
    page.navigator = {
      userAgent: '',
      wakeLock: {
        async request(kind) {
          told.push(kind);
          if (isRefused) throw new Error('NotAllowedError');
          return {
            release: async () => {
              told.push('released');
            },
          };
        },
      },
    };
    const holder = holderFor('pc', page);
    holder?.hold();
    page.see(false);
    page.see(true);
    expect(told).toEqual(['screen', 'screen']);
    holder?.release();
    await vi.runAllTimersAsync();
    expect(told).toEqual(['screen', 'screen', 'released']);
    page.see(true);
    expect(told).toHaveLength(3);
    isRefused = true;
    holder?.hold();
    holder?.release();
    await vi.runAllTimersAsync();
    expect(told).toEqual(['screen', 'screen', 'released', 'screen']);
  });
});

describe('the way out', () => {
  it('LG: back to its launcher, by whichever of its names is there', () => {
    let backs = 0;
    const platformBack = () => {
      backs += 1;
    };
    for (const lg of [
      { webOS: { platformBack } },
      { webOS: {}, webOSSystem: { platformBack } },
      { PalmSystem: { platformBack } },
    ]) {
      const page = pageWith(lg);
      leaveApp('webos', page);
      expect(page.closed).toBe(0);
    }
    expect(backs).toBe(3);
  });

  it('Samsung: the application ends', () => {
    let exits = 0;
    const exit = () => {
      exits += 1;
    };
    const page = pageWith({ tizen: { application: { getCurrentApplication: () => ({ exit }) } } });
    leaveApp('tizen', page);
    expect(exits).toBe(1);
    expect(page.closed).toBe(0);
  });

  it('HbbTV: the application is destroyed', () => {
    let destroyed = 0;
    const destroyApplication = () => {
      destroyed += 1;
    };
    const page = pageWith({});
    Object.assign(page.document, {
      createElement: () => ({
        style: {},
        isConnected: true,
        getOwnerApplication: () => ({ destroyApplication }),
      }),
      body: { appendChild: () => {} },
    });
    leaveApp('hbbtv', page);
    expect(destroyed).toBe(1);
    expect(page.closed).toBe(0);
  });

  it('anywhere else, and where the set’s way fails, the window closes', () => {
    const exit = () => {
      throw new Error('SecurityError');
    };
    const failing = pageWith({
      tizen: { application: { getCurrentApplication: () => ({ exit }) } },
    });
    leaveApp('tizen', failing);
    const others = (['pc', 'rdk', 'webos', 'firetv'] as const).map((platform) => {
      const page = pageWith({});
      leaveApp(platform, page);
      return page.closed;
    });
    expect([failing.closed, ...others]).toEqual([1, 1, 1, 1, 1]);
  });
});
