/**
 * A waiting room in a real browser: it begins without a key, its clock jumps, its network comes and
 * goes, its page is killed, and only staff gets out of it.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { hashPin } from '../../src/tv/pin';
import type { DebugState } from '../../src/ui/debug';
import { type Served, serve } from '../../tools/serve';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { watchErrors } from '../browser/lab';

const PIN = hashPin('2580', [...Array(16).keys()]);
const CENTRE = {
  name: 'Revalidatie De Linde',
  startIn: 'waiting-room',
  openingHours: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, ['08:00-18:00']]),
  ),
  // A seated one first, since it has few clips; an advanced one is never shown.
  waitingRoom: { exercises: ['bekken-zit', 'rug-zitbal', 'brug'], repetitions: 2 },
  pin: PIN,
};

/** A clock that the test sets: `window.setClock(text)`. Kept through reloads by the test. */
const clock = (text: string): string => `{
  const RealDate = Date;
  let ahead = new RealDate('${text}').getTime() - RealDate.now();
  window.setClock = (to) => { ahead = new RealDate(to).getTime() - RealDate.now(); };
  const now = () => RealDate.now() + ahead;
  window.Date = new Proxy(RealDate, {
    construct: (type, args) => (args.length ? new type(...args) : new type(now())),
    get: (type, name) => (name === 'now' ? now : Reflect.get(type, name)),
  });
}`;

let folder: string;
let served: Served;
let isCut = false;
let browser: Browser;
type BrowserContext = Awaited<ReturnType<Browser['newContext']>>;
const sets: BrowserContext[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waiting-room-'));
  cpSync(join(import.meta.dirname, '../../build'), folder, { recursive: true });
  writeFileSync(join(folder, 'centre.json'), JSON.stringify(CENTRE));
  served = await serve({
    folder,
    intercept: (request) => {
      if (isCut) request.socket.destroy();
      return isCut;
    },
  });
  browser = await launchBrowser();
});

afterEach(async () => {
  isCut = false;
  for (const one of sets.splice(0)) await one.close().catch(() => {});
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true });
});

const stateOf = (page: Page) => page.evaluate(() => window.beweegMee?.state());

async function until(
  page: Page,
  what: string,
  passes: (now: DebugState) => boolean,
  wait = 60_000,
) {
  const end = Date.now() + wait;
  for (;;) {
    const now = await stateOf(page);
    if (now && passes(now)) return now;
    if (Date.now() > end) throw new Error(`waited for: ${what}; it is ${JSON.stringify(now)}`);
    await page.waitForTimeout(100);
  }
}

const isShowing = ({ page, room }: DebugState) =>
  page === 'waiting-room' && room?.isDark === false && room.frame?.state === 'playing';

/** A set, which keeps what it remembers while its page dies. */
const makeSet = () =>
  browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'nl-BE' });

/** Opens the app on a set where nobody presses a key. */
async function powerOn(hash = '', at = '2026-11-25T10:00:00', on?: BrowserContext) {
  const context = on ?? (await makeSet());
  if (!on) sets.push(context);
  const page = await context.newPage();
  await page.addInitScript({ content: clock(at) });
  const errors = watchErrors(page);
  await page.goto(`${served.address}${hash}`);
  return { page, errors };
}

it('begins by its address, on video, muted, without a key; and goes on to the next', async () => {
  const { errors, page } = await powerOn('#/waiting-room');
  const first = await until(page, 'the first demonstration', isShowing);
  expect(first.room?.frame?.picture).toBe('video');
  expect(await page.evaluate(() => document.querySelector('video')?.muted)).toBe(true);
  const shown = (now: DebugState) =>
    now.room?.step?.kind === 'exercise' ? now.room.step.exercise.id : '';
  expect(shown(first)).toBe('bekken-zit');
  const next = await until(page, 'the next', (now) => isShowing(now) && shown(now) === 'brug');
  expect(next.room?.health).toBe('files');
  expect(errors).toEqual([]);
});

it('follows its clock into the dark and out of it, and plays while that is wrong', async () => {
  const { page } = await powerOn('', '2026-11-25T20:00:00');
  await until(page, 'the dark', ({ room }) => room?.isDark === true);
  const setClock = (to: string) =>
    page.evaluate(
      (text) => (window as unknown as { setClock(to: string): void }).setClock(text),
      to,
    );
  await setClock('2026-11-25T08:00:00');
  await until(page, 'the morning', isShowing);
  await setClock('2026-11-25T18:00:00');
  await until(page, 'the evening', ({ room }) => room?.isDark === true);
  expect(await page.evaluate(() => document.querySelector('video')?.style.visibility)).toBe(
    'hidden',
  );
  await setClock('1970-01-01T03:00:00');
  await until(page, 'a clock that is wrong', isShowing);
  await setClock('2026-11-28T10:00:00');
  await until(page, 'Saturday', ({ room }) => room?.isDark === true);
});

it('goes on while the network is away, tells staff, and is well when it is back', async () => {
  const { page } = await powerOn();
  await until(page, 'the first demonstration', isShowing);
  await until(page, 'its first look', ({ room }) => room?.health === 'files');
  isCut = true;
  const look = () => page.evaluate(() => window.beweegMee?.services.content.look());
  expect(await look()).toBe('offline');
  const { n = 0 } = (await stateOf(page))?.room ?? {};
  const later = await until(page, 'the next step', ({ room }) => (room?.n ?? 0) > n, 90_000);
  expect(later.page).toBe('waiting-room');
  isCut = false;
  expect(await look()).toBe('same');
  await until(page, 'it plays', isShowing);
});

it('a page that is killed comes back to the loop without a key', async () => {
  const { page } = await powerOn();
  await until(page, 'the first demonstration', isShowing);
  // The start address alone, as a set opens it again.
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  await crashed;
  const { page: again } = await powerOn('', '2026-11-25T10:00:00', page.context());
  await until(again, 'the loop again', isShowing);
});

it('a key says where to ask, and only the PIN leads out', async () => {
  const { errors, page } = await powerOn();
  await until(page, 'the first demonstration', isShowing);
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(150);
    }
  };
  await press('Enter', 'Backspace');
  await until(page, 'the digits', ({ focus }) => focus === 'pin:5');
  await press('ArrowUp', 'Enter', 'ArrowDown', 'Enter', 'ArrowDown', 'Enter', 'ArrowDown', 'Enter');
  await press('ArrowRight', 'Enter');
  await until(page, 'home', (now) => now.page === 'home');
  // Until it goes off and on again.
  await page.reload();
  await until(page, 'the loop again', isShowing);
  expect(errors).toEqual([]);
});
