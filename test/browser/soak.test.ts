/** The short form of `test/long/soak.test.ts`: what a session leaves behind shows after ten. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { grown, soak } from '../support/soak';

const SESSIONS = 10;
const EACH = 2;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

it(`after ${SESSIONS} sessions nothing has grown`, async () => {
  const all = await soak(browser, { sessions: SESSIONS, each: EACH });
  expect(all[all.length - 1]?.exercises).toBe(SESSIONS * EACH);
  expect(grown(all)).toEqual([]);
});
