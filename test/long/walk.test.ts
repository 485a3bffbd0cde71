/** Two thousand keys at random, as fast as a thumb can, on the built app. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { timelineOf } from '../../src/session/routine/plan';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { type Lab, openLab } from '../browser/lab';
import { holdRemote, KEYS, type Key, type Remote } from '../browser/remote';
import { barcodeMedia } from '../support/barcode';
import { DAY, ONLY_THREE, plannedThree } from '../support/today';

let browser: Browser;
let lab: Lab;
let remote: Remote;

beforeAll(async () => {
  lab = await openLab(await barcodeMedia(plannedThree().map((one) => timelineOf(one, 1))));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

afterEach(async () => {
  await remote?.page.close();
  expect(remote?.errors).toEqual([]);
});

/** So many presses of keys drawn by a seeded generator: the same walk every time. */
function* walk(count: number, seed: number): Generator<Key> {
  const keys: Key[] = ['Up', 'Down', 'Left', 'Right', 'OK', 'OK', 'Back'];
  let value = seed;
  for (let n = 0; n < count; n += 1) {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    yield keys[Math.floor((value / 2 ** 32) * keys.length)] as Key;
  }
}

/** As fast as a thumb can. */
const PRESS_MS = 40;
const EXIT = 'button:leave';

it('a random walk of 2,000 key presses never loses focus and always gets home', async () => {
  remote = await holdRemote(browser, lab.address, { memory: ONLY_THREE, day: DAY });
  const { page, press, state, until } = remote;
  const lost: string[] = [];
  const pages = new Set<string>();
  let n = 0;
  let now = await state();
  for (const wished of walk(2000, 7)) {
    // Leaving the app is the one way out of the walk: there it turns back.
    const key = now.focus === EXIT ? 'Back' : wished;
    await page.keyboard.press(KEYS[key]);
    await page.waitForTimeout(PRESS_MS);
    n += 1;
    now = await state();
    pages.add(now.page);
    if (now.focus === '' && !now.navigating) lost.push(`after ${n} keys: ${JSON.stringify(now)}`);
  }
  expect(lost).toEqual([]);
  // Where else a walk comes depends on how fast the machine is.
  expect([...pages]).toEqual(expect.arrayContaining(['exercise', 'home', 'player']));
  expect(pages.size).toBeGreaterThanOrEqual(5);
  for (let steps = 0; steps < 12; steps += 1) {
    now = await until('a settled page', (one) => !one.navigating && one.focus !== '');
    if (now.page === 'home' && now.dialog === undefined) return;
    // A question on the way is answered with leaving; elsewhere Back leads one step out.
    await press(...((now.dialog === 'leave' ? ['Right', 'OK'] : ['Back']) as Key[]));
  }
  throw new Error(`not home after twelve steps: ${JSON.stringify(await state())}`);
}, 400_000);
