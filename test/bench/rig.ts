/** Pages to measure in: a set that remembers what the tests' set does, as fast as a weak one. */
import { join } from 'node:path';
import type { Served } from '../../tools/serve';
import type { Browser, Page } from '../../tools/workbench/index';
import { setUp } from '../browser/remote';
import { DAY, ONLY_THREE } from '../support/today';

export const BUILD = join(import.meta.dirname, '../../build');

const SIZE = { width: 1280, height: 720 };

/** How many times slower the processor is made: none, and about what a weak set has. */
export const THROTTLES = [1, 6] as const;

/** Notes, inside the page, when something first has the focus and a frame with it is drawn. */
const WATCH_BOOT = `
  const look = () => {
    const isThere = window.beweegMee && window.beweegMee.state().focus;
    // Looked at before the frame is drawn: it is there once the next one begins.
    requestAnimationFrame(isThere ? () => { window.firstFocus = performance.now(); } : look);
  };
  requestAnimationFrame(look);
`;

/** What all parts of the bench measure with. */
export interface Rig {
  browser: Browser;
  /** The built app. */
  app: Served;
}

/** A page on a set of its own, with a processor so many times slower. */
export async function openPage(browser: Browser, throttle = 1): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE, locale: 'nl-BE', serviceWorkers: 'block' });
  await setUp(page, { memory: ONLY_THREE, day: DAY });
  // What runs this keeps functions' names by a helper, which a function sent to the page lacks there.
  await page.addInitScript('self.__name = (one) => one;');
  if (throttle > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  }
  return page;
}

/** Opens an address and waits for the first focus; a page that has none of ours says so likewise. */
export async function boot(
  browser: Browser,
  address: string,
  throttle = 1,
): Promise<{ page: Page; ms: number }> {
  const page = await openPage(browser, throttle);
  await page.addInitScript(WATCH_BOOT);
  await page.goto(address);
  await page.waitForFunction(() => 'firstFocus' in window, undefined, { timeout: 120_000 });
  const ms = await page.evaluate(() => (window as unknown as { firstFocus: number }).firstFocus);
  return { page, ms };
}

/** Ends the slowness, so that what is only set up takes no time. */
export async function atSpeed(page: Page, throttle: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
}
