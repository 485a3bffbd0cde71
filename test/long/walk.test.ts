/** Presses two thousand random keys on the built app, as fast as a thumb can. */
import { expect, it } from 'vitest';
import { timelineOf } from '../../src/session/routine/plan';
import { openLab } from '../browser/lab';
import { timers } from '../browser/passing';
import { KEYS, type Key } from '../browser/remote';
import { appInBrowser } from '../support/appInBrowser';
import { barcodeMedia } from '../support/barcode';
import { DAY, ONLY_THREE, plannedThree } from '../support/today';

const app = appInBrowser(async () =>
  openLab(await barcodeMedia(plannedThree().map((one) => timelineOf(one, 1)))),
);

/** Keys from a seeded generator without an end: the same keys at every run. */
function* walk(seed: number): Generator<Key> {
  const keys: Key[] = ['Up', 'Down', 'Left', 'Right', 'OK', 'OK', 'Back'];
  for (let value = seed; ; ) {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    yield keys[Math.floor((value / 2 ** 32) * keys.length)] as Key;
  }
}

/** Least number of keys. The walk goes on until it visited enough pages, up to the largest number. */
const KEYS_PRESSED = 2000;
const MOST_KEYS = 8000;
/** Pages that the walk must visit, and the largest number of keys for that. */
const BEEN_ON = ['exercise', 'home', 'player'];
const PAGES = 5;

/** Time between two presses, ms. */
const PRESS_MS = 40;
/** Longest wait, ms. */
const WALKED_MS = 1_200_000;
const EXIT = 'button:leave';

it(
  'a random walk of 2,000 key presses never loses focus and always gets home',
  async () => {
    const { page, press, state, until } = await app.open({ memory: ONLY_THREE, day: DAY });
    const lost: string[] = [];
    const pages = new Set<string>();
    let n = 0;
    let now = await state();
    // The pages of a walk depend on the speed of the machine.
    const isEnough = () =>
      n >= KEYS_PRESSED && pages.size >= PAGES && BEEN_ON.every((one) => pages.has(one));
    for (const wished of walk(7)) {
      if (isEnough() || n === MOST_KEYS) break;
      // Leaving the app would end the walk, so it turns back there.
      const key = now.focus === EXIT ? 'Back' : wished;
      await page.keyboard.press(KEYS[key]);
      await timers(page, PRESS_MS);
      n += 1;
      now = await state();
      pages.add(now.page);
      if (now.focus === '' && !now.navigating) lost.push(`after ${n} keys: ${JSON.stringify(now)}`);
    }
    expect(lost).toEqual([]);
    expect(isEnough(), `${n} keys led to ${[...pages].join(', ')}`).toBe(true);
    for (let steps = 0; steps < 12; steps += 1) {
      now = await until('a settled page', (one) => !one.navigating && one.focus !== '');
      if (now.page === 'home' && now.dialog === undefined) return;
      // Answers a question with leaving; elsewhere Back leads one step out.
      await press(...((now.dialog === 'leave' ? ['Right', 'OK'] : ['Back']) as Key[]));
    }
    throw new Error(`not home after twelve steps: ${JSON.stringify(await state())}`);
  },
  WALKED_MS,
);
