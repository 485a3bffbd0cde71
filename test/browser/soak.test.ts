/** The short form of `test/long/soak.test.ts`: finds leaks that show after a few sessions. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../tools/workbench/index';
import { grown, soak, soakBrowser } from '../support/soak';

const SESSIONS = 5;
const EACH = 2;
const WARM_UP = 1;
/**
 * Early on, the browser still compiles frequent code and still holds nodes of former pages. The long form
 * limits these two to 5 % as well.
 */
const STILL_SETTLING = { heap: 0.15, nodes: 0.15 };

let browser: Browser;

beforeAll(async () => {
  browser = await soakBrowser();
});

afterAll(async () => {
  await browser?.close();
});

it(`after ${SESSIONS} sessions nothing has grown`, async () => {
  const all = await soak(browser, { sessions: SESSIONS, each: EACH, warmUp: WARM_UP });
  expect(all[all.length - 1]?.exercises).toBe(SESSIONS * EACH);
  expect(grown(all, STILL_SETTLING)).toEqual([]);
});
