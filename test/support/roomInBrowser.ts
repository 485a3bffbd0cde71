/** A waiting room's screen in a real browser: its server, its clock and its state. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DebugState } from '../../src/ui/debug';
import { type Served, serve } from '../../tools/serve';
import type { Browser, Page } from '../../tools/workbench/index';
import { watchErrors } from '../browser/lab';
import { AROUND_THAT_DAY } from '../browser/remote';

type BrowserContext = Awaited<ReturnType<Browser['newContext']>>;

/** A server with a centre's file; a test can cut its network. */
interface RoomServer extends Served {
  isCut: boolean;
}

/** @param centre contents of `centre.json` */
export async function serveRoom(centre: object): Promise<RoomServer> {
  const folder = mkdtempSync(join(tmpdir(), 'waiting-room-'));
  cpSync(join(import.meta.dirname, '../../build'), folder, { recursive: true });
  writeFileSync(join(folder, 'centre.json'), JSON.stringify(centre));
  const served = await serve({
    folder,
    intercept: (request) => {
      if (server.isCut) request.socket.destroy();
      return server.isCut;
    },
  });
  const server: RoomServer = {
    ...served,
    isCut: false,
    async close() {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
  return server;
}

/** Speed of the time of day, and speed of everything that moves. */
interface Speed {
  day: number;
  loop: number;
}

const AS_IT_IS: Speed = { day: 1, loop: 1 };

/** A clock that the test sets with `window.setClock(text)`. Films and waits run at the given speed. */
const clock = (text: string, { day, loop }: Speed): string => `{
  const RealDate = Date;
  const realNow = performance.now.bind(performance);
  let from = new RealDate('${text}').getTime();
  let since = realNow();
  window.setClock = (to) => { from = new RealDate(to).getTime(); since = realNow(); };
  const now = () => from + (realNow() - since) * ${day};
  window.Date = new Proxy(RealDate, {
    construct: (type, args) => (args.length ? new type(...args) : new type(now())),
    get: (type, name) => (name === 'now' ? now : Reflect.get(type, name)),
  });
  if (${loop} > 1) {
    performance.now = () => realNow() * ${loop};
    setInterval(() => {
      for (const video of document.querySelectorAll('video')) {
        if (!video.paused && video.playbackRate !== ${loop}) video.playbackRate = ${loop};
      }
    }, 20);
  }
}${AROUND_THAT_DAY}`;

export const setClock = (page: Page, to: string): Promise<void> =>
  page.evaluate((text) => {
    (window as unknown as { setClock(to: string): void }).setClock(text);
  }, to);

export const stateOf = (page: Page): Promise<DebugState | undefined> =>
  page.evaluate(() => window.beweegMee?.state());

/**
 * Longest wait for what a room does by itself, ms: it looks at the server every two minutes, and a step
 * takes at most one.
 */
const WAITED_FOR_MS = 300_000;

/** @throws Error with the last state, after five minutes */
export async function until(
  page: Page,
  what: string,
  passes: (now: DebugState) => boolean,
): Promise<DebugState> {
  const end = Date.now() + WAITED_FOR_MS;
  for (;;) {
    // While the page opens again, nothing answers.
    const now = await stateOf(page).catch(() => undefined);
    if (now && passes(now)) return now;
    if (Date.now() > end) throw new Error(`waited for: ${what}; it is ${JSON.stringify(now)}`);
    await page.waitForTimeout(100);
  }
}

export const isShowing = ({ page, room }: DebugState): boolean =>
  page === 'waiting-room' && room?.isDark === false && room.frame?.state === 'playing';

export const isDark = ({ room }: DebugState): boolean => room?.isDark === true;

/** Id of the exercise on screen. */
export const shownId = ({ room }: DebugState): string =>
  room?.step?.kind === 'exercise' ? room.step.exercise.id : '';

/** The state of a screen when it is switched on. */
export interface PowerOn {
  hash?: string;
  /** The time that its clock shows. */
  at?: string;
  speed?: Speed;
  size?: { width: number; height: number };
  /** The set with its stored memory; without it, a new set. */
  on?: BrowserContext;
}

/** Opens the app on a set without a person at the keys. */
export async function powerOn(browser: Browser, { address }: Served, how: PowerOn = {}) {
  const { at = '2026-11-25T10:00:00', hash = '', size = { width: 1280, height: 720 } } = how;
  const set = how.on ?? (await browser.newContext({ viewport: size, locale: 'nl-BE' }));
  const page = await set.newPage();
  await page.addInitScript({ content: clock(at, how.speed ?? AS_IT_IS) });
  const errors = watchErrors(page);
  await page.goto(`${address}${hash}`);
  return { page, errors, set };
}
