/** One engine, the built app and a remote: whoever drives the engine, the test asks the same. */
import {
  type DrivenBrowser,
  startCurrentChromium,
  startOldChromium,
} from '../../tools/engines/chromium';
import { bundlePage, isCentreMissing, type Lab } from '../browser/lab';
import type { ScreenState } from '../browser/remote';
import { startWebKit, type WebKitPage } from './webkitRun';

/** A key as the page is told it, and its number. */
const KEYS = {
  Down: ['ArrowDown', 40],
  Left: ['ArrowLeft', 37],
  OK: ['Enter', 13],
  Right: ['ArrowRight', 39],
} as const;

type EngineKey = keyof typeof KEYS;

export interface EngineRun {
  /** As it says itself. */
  version: string;
  open(address: string): Promise<void>;
  /** Asks the page's driver (`test/browser/pages/driver.ts`). */
  ask<T>(what: string, ...args: unknown[]): Promise<T>;
  press(...keys: EngineKey[]): Promise<void>;
  until(what: string, passes: (state: ScreenState) => boolean, ms?: number): Promise<ScreenState>;
  /** Every error, by any way. */
  errors(): Promise<string[]>;
  close(): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Between two looks at a page, ms. */
const LOOK_MS = 50;
/** A generous end for what is waited for, ms. */
const PATIENCE_MS = 120_000;

const DRIVER = '/test/driver.js';

/** Lets a lab's app carry the driver: a file of its own origin, before the app's first script. */
export async function carryDriver(lab: Lab, page: string): Promise<void> {
  const driver = await bundlePage('driver', 'es2015');
  const html = page.replace('<script', `<script src=".${DRIVER}"></script><script`);
  lab.also = (request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path !== '/' && path !== DRIVER) return false;
    response.setHeader('Content-Type', path === '/' ? 'text/html' : 'text/javascript');
    response.end(path === '/' ? html : driver);
    return true;
  };
}

type Ask = EngineRun['ask'];

/** What every engine's run is made of. */
function runOf(ask: Ask, press: (key: string, code: number) => Promise<void>) {
  const place = async () => {
    const { dialog, focus, navigating, page } = await ask<ScreenState>('state');
    return navigating ? undefined : `${page} ${dialog} ${focus}`;
  };
  /** Until the page stands where it stood at the look before: what a key does, it has done. */
  async function settled() {
    let before: string | undefined;
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      await pause(LOOK_MS);
      const now = await place();
      if (now !== undefined && now === before) return;
      before = now;
    }
    throw new Error(`the page does not settle: ${before}`);
  }
  return {
    ask,
    async press(...keys: EngineKey[]) {
      for (const key of keys) {
        const [name, code] = KEYS[key];
        await press(name, code);
        await settled();
      }
    },
    async until(what: string, passes: (state: ScreenState) => boolean, ms = PATIENCE_MS) {
      const end = Date.now() + ms;
      for (;;) {
        const now = await ask<ScreenState>('state');
        if (now.page !== undefined && passes(now)) return now;
        if (Date.now() > end) {
          const errors = await ask<string[]>('errors');
          throw new Error(
            `waited ${ms} ms for: ${what}; it is ${JSON.stringify(now)}; ${errors.join('; ')}`,
          );
        }
        await pause(LOOK_MS);
      }
    },
  };
}

function chromiumRun(browser: DrivenBrowser): EngineRun {
  const ask: Ask = (what, ...args) =>
    browser.evaluate(`window.engineDriver.${what}(...${JSON.stringify(args)})`);
  return {
    ...runOf(ask, browser.press),
    version: browser.version,
    open: browser.goto,
    errors: async () => {
      const reported = browser.errors.filter(({ text, url }) => !isCentreMissing(text, url));
      return [
        ...reported.map(({ text, url }) => `${text} ${url}`),
        ...(await ask<string[]>('errors')),
      ];
    },
    close: browser.close,
  };
}

function webKitRun(page: WebKitPage): EngineRun {
  const ask: Ask = (what, ...args) => page.ask(what, args) as Promise<never>;
  return {
    ...runOf(ask, (key, code) => ask('press', key, code)),
    version: page.version,
    open: page.open,
    errors: () => ask('errors'),
    close: page.close,
  };
}

/** An engine to be run, by the name it has in the output. */
export interface Engine {
  name: string;
  /** Without frame callbacks (Chromium below 85) `currentTime` is all there is. */
  hasFrameCallbacks: boolean;
  /** Always there: it is what all other tests run in. */
  isCurrent: boolean;
  /** @throws Error, one sentence, where it can't be had */
  start(lab: Lab): Promise<EngineRun>;
}

export const oldChromiumEngine = (version: number): Engine => ({
  name: `Chromium ${version}`,
  hasFrameCallbacks: version >= 85,
  isCurrent: false,
  start: async () => chromiumRun(await startOldChromium(version)),
});

export const ENGINES: Engine[] = [
  ...[76, 79, 85].map(oldChromiumEngine),
  {
    name: 'the current Chromium',
    hasFrameCallbacks: true,
    isCurrent: true,
    start: async () => chromiumRun(await startCurrentChromium()),
  },
  {
    name: 'WPE WebKit',
    hasFrameCallbacks: true,
    isCurrent: false,
    start: async (lab) => webKitRun(startWebKit(lab)),
  },
];

/**
 * Runs something of an engine that may not be had.
 * @returns what it gives, or the sentence that says why it was not run
 * @throws what went wrong with the engine that is always there
 */
export async function orNotRun<T>(
  { isCurrent, name }: Pick<Engine, 'isCurrent' | 'name'>,
  start: () => Promise<T>,
): Promise<T | { notRun: string }> {
  try {
    return await start();
  } catch (error) {
    if (isCurrent) throw error;
    const notRun = `not run: ${(error as Error).message}`;
    console.warn(`${name}: ${notRun}`);
    return { notRun };
  }
}
