/** Acts as a person with a remote before the built app in a real browser. */

import type { Phase } from '../../src/catalogue/phases';
import { writeDocument } from '../../src/session/memory/document';
import { type Day, emptyMemory, type Memory } from '../../src/session/memory/memory';
import type { Browser, Page } from '../../tools/workbench/index';
import { watchErrors } from './lab';
import { frames } from './passing';

export const KEYS = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  OK: 'Enter',
  Back: 'Backspace',
} as const;

export type Key = keyof typeof KEYS;

export interface ScreenState {
  page: string;
  dialog?: string;
  focus: string;
  navigating: boolean;
  view?: {
    exercise: { id: string };
    index: number;
    pace: number;
    pause: string;
    state: string;
    picture: string;
    overlay: {
      phase: Phase;
      atEase: boolean;
      segment: number;
      number: number;
      repetition: number;
      side?: string;
      share: number;
    };
  };
}

export interface Remote {
  page: Page;
  errors: string[];
  /** Presses keys one after another. Waits each time until the effect is drawn and the page is open. */
  press(...keys: Key[]): Promise<void>;
  state(): Promise<ScreenState>;
  /** Cuts the power and restores it, on another day if asked; waits for the first focus. */
  restart(day?: Day): Promise<void>;
  /** The stored memory. */
  memory(): Promise<Memory>;
  /** Waits until the screen's state passes the check. The error says the last state. */
  until(
    what: string,
    passes: (state: ScreenState) => boolean,
    timeout?: number,
  ): Promise<ScreenState>;
}

/** Number of frames after which the effect of a key is drawn. */
const FRAMES_PER_KEY = 3;
/** Longest wait for the first focus on a busy machine, ms. The bench measures the real time. */
const BOOT_MS = 60_000;
/** Longest wait for anything else, ms: a busy machine is slow, and only a real fault reaches it. */
const WAITED_FOR_MS = 60_000;

/** The state of the set before the app opens. */
export interface SetUp {
  size?: { width: number; height: number };
  /** Language of the set, which the app uses. */
  locale?: string;
  /** Parts of its memory, on top of an empty memory; it survives reloads. */
  memory?: Partial<Memory>;
  /** True for a set without MediaSource. */
  withoutMediaSource?: boolean;
  /**
   * A set whose pages share storage, and whose worker (`src/tv/offline`) answers without a network. It has
   * its own `size` and `locale`.
   */
  context?: Awaited<ReturnType<Browser['newContext']>>;
  /** The day at which a page opens, at ten in the morning; time runs on from there. */
  day?: Day;
  /** A script that runs in the page before the app. */
  script?: string;
  /** Receives the page before the app opens in it. */
  watch?(page: Page): void;
}

/** Fills the storage of a set that holds nothing of the app yet. */
const remember = (text: string) => {
  const key = 'beweeg-mee.memory';
  if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
};

/**
 * The app of a set whose clock a test sets was built before, and its server's clock agrees. As text: it runs inside
 * the page, after the clock was set.
 */
export const AROUND_THAT_DAY = `{
  const getReal = Headers.prototype.get;
  Headers.prototype.get = function (name) {
    return /^date$/i.test(name) ? new Date().toUTCString() : getReal.call(this, name);
  };
  new MutationObserver((_, watch) => {
    const built = document.querySelector('meta[name="built"]');
    if (!built) return;
    built.content = '2026-01-01';
    watch.disconnect();
  }).observe(document, { childList: true, subtree: true });
}`;

/** Sets the clock of a set and leaves all other time alone. It is text, since it runs in the page. */
const clockAt = (opensAt: string): string => `{
  const RealDate = Date;
  const ahead = new RealDate('${opensAt}').getTime() - RealDate.now();
  const now = () => RealDate.now() + ahead;
  window.Date = new Proxy(RealDate, {
    construct: (type, args) => (args.length ? new type(...args) : new type(now())),
    get: (type, name) => (name === 'now' ? now : Reflect.get(type, name)),
  });
}${AROUND_THAT_DAY}`;

/** Gives a page the state of such a set before the app opens. */
export async function setUp(
  page: Page,
  { day, memory, script, watch, withoutMediaSource }: SetUp,
): Promise<void> {
  watch?.(page);
  if (script) await page.addInitScript({ content: script });
  if (withoutMediaSource) await page.addInitScript({ content: 'delete window.MediaSource' });
  if (day) await page.addInitScript({ content: clockAt(`${day}T10:00:00`) });
  if (memory) await page.addInitScript(remember, writeDocument({ ...emptyMemory(7), ...memory }));
}

/** Opens the app and waits for its first focus. */
export async function holdRemote(
  browser: Browser,
  address: string,
  how: SetUp = {},
): Promise<Remote> {
  const { locale = 'nl-BE', size = { width: 1280, height: 720 } } = how;
  const page = await (how.context?.newPage() ??
    // A worker would answer for a server whose faults the test causes.
    browser.newPage({ viewport: size, locale, serviceWorkers: 'block' }));
  await setUp(page, how);
  const errors = watchErrors(page);
  const state = () =>
    page.evaluate(() => {
      const handle = (window as unknown as { beweegMee?: { state(): ScreenState } }).beweegMee;
      if (!handle) return undefined as never;
      const { view, ...screen } = handle.state();
      if (!view) return screen;
      // Leaves the exercise out, which would be most of each answer.
      return { ...screen, view: { ...view, exercise: { id: view.exercise.id } } };
    });
  const remote: Remote = {
    page,
    errors,
    state,
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(KEYS[key]);
        await frames(page, FRAMES_PER_KEY);
        await remote.until('the end of a page change', (now) => !now.navigating, BOOT_MS);
      }
    },
    async restart(day) {
      await setUp(page, day ? { day } : {});
      await page.reload();
      await remote.until('the first focus', (now) => now.page !== '' && now.focus !== '');
    },
    memory: () =>
      page.evaluate(() => {
        interface Handle {
          services: { memoryStore: { memory: Memory } };
        }
        return (window as unknown as { beweegMee: Handle }).beweegMee.services.memoryStore.memory;
      }),
    async until(what, passes, timeout = WAITED_FOR_MS) {
      const end = Date.now() + timeout;
      for (;;) {
        const now = await state();
        if (now && passes(now)) return now;
        if (Date.now() > end) {
          throw new Error(`waited ${timeout} ms for: ${what}; it is ${JSON.stringify(now)}`);
        }
        await page.waitForTimeout(50);
      }
    },
  };
  await page.goto(address);
  await remote.until('the first focus', (now) => now.page !== '' && now.focus !== '', BOOT_MS);
  // Waits for the video, which the app makes when home rests, so that tests can observe it.
  await page.waitForSelector('video', { state: 'attached' });
  return remote;
}
