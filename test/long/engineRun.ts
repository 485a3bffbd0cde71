/** Runs the built app in one engine, with the same commands for every engine. */
import {
  type DrivenBrowser,
  startCurrentChromium,
  startOldChromium,
} from '../../tools/engines/chromium';
import { bundlePage, isCentreMissing, type Lab } from '../browser/lab';
import type { ScreenState } from '../browser/remote';
import { startWebKit, type WebKitPage } from './webkitRun';

/** A key's name and code for the page. */
const KEYS = {
  Down: ['ArrowDown', 40],
  Left: ['ArrowLeft', 37],
  OK: ['Enter', 13],
  Right: ['ArrowRight', 39],
} as const;

type EngineKey = keyof typeof KEYS;

export interface EngineRun {
  /** The version that the engine reports. */
  version: string;
  open(address: string): Promise<void>;
  /** Sends a request to the page's driver (`test/browser/pages/driver.ts`). */
  ask<T>(what: string, ...args: unknown[]): Promise<T>;
  press(...keys: EngineKey[]): Promise<void>;
  until(what: string, passes: (state: ScreenState) => boolean, ms?: number): Promise<ScreenState>;
  /** All errors so far. */
  errors(): Promise<string[]>;
  close(): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Time between two looks at a page, ms. */
const LOOK_MS = 50;
/** Longest wait, ms. */
const PATIENCE_MS = 120_000;

const DRIVER = '/test/driver.js';

/** Adds the driver to the app that a lab serves: a file of the same origin, before the app's first script. */
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

/** Makes the commands of a run, for any engine. */
function runOf(ask: Ask, press: (key: string, code: number) => Promise<void>) {
  const place = async () => {
    const { dialog, focus, navigating, page } = await ask<ScreenState>('state');
    return navigating ? undefined : `${page} ${dialog} ${focus}`;
  };
  /** Waits until two looks at the page are equal: then the effect of a key is complete. */
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

/** An engine to test, and its name in the output. */
export interface Engine {
  name: string;
  /** Without frame callbacks (Chromium below 85), `currentTime` is the only clock. */
  hasFrameCallbacks: boolean;
  /** True for the engine of all other tests, which always exists. */
  isCurrent: boolean;
  /** @throws Error, one sentence, when the engine cannot be installed */
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
 * Runs something in an engine that may be missing.
 * @returns its result, or the sentence that says why it did not run
 * @throws the error, when the engine is the one that always exists
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
