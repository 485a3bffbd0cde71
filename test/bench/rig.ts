/**
 * Opens pages to measure in: the memory is that of the tests' set, and the processor is as slow as a weak
 * set's.
 */
import { join } from 'node:path';
import type { Served } from '../../tools/serve';
import type { Browser, Page } from '../../tools/workbench/index';
import { setUp } from '../browser/remote';
import { DAY, ONLY_THREE } from '../support/today';

export const BUILD = join(import.meta.dirname, '../../build');

const SIZE = { width: 1280, height: 720 };

/** How many times slower the processor is made: not at all, and about as slow as a weak set. */
export const THROTTLES = [1, 6] as const;

/** The page logs this with ms when it has drawn the frame with its first focus. */
const FIRST_FOCUS = 'first focus:';

/**
 * Watches from inside the page after each drawing: when the focus was there before the drawing, it has been
 * drawn. The browser's remote control must not read the page before that: its own script takes 10 to 30 ms
 * of the processor, and six times as much on a slow one.
 */
const WATCH_BOOT = `
  const ask = window.requestAnimationFrame.bind(window);
  const focus = () => window.beweegMee && window.beweegMee.state().focus;
  let isDrawn = false;
  window.requestAnimationFrame = (draw) => ask((time) => {
    const isThere = !isDrawn && focus();
    draw(time);
    if (!isThere || isDrawn) return;
    isDrawn = true;
    console.info('${FIRST_FOCUS}', performance.now());
  });
`;

/** The parts that all measurements share. */
export interface Rig {
  browser: Browser;
  /** The built app. */
  app: Served;
}

/** Opens a page with an empty storage on a slower processor. */
export async function openPage(browser: Browser, throttle = 1): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE, locale: 'nl-BE', serviceWorkers: 'block' });
  await setUp(page, { memory: ONLY_THREE, day: DAY });
  // The test runner keeps names of functions with a helper. A function that runs in the page needs it too.
  await page.addInitScript('self.__name = (one) => one;');
  if (throttle > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  }
  return page;
}

/**
 * Opens an address and waits for the first focus. The page of hls.js has no focus, so it logs the same line
 * itself.
 */
export async function boot(
  browser: Browser,
  address: string,
  throttle = 1,
): Promise<{ page: Page; ms: number }> {
  const page = await openPage(browser, throttle);
  await page.addInitScript(WATCH_BOOT);
  const said = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith(FIRST_FOCUS),
    timeout: 120_000,
  });
  await page.goto(address, { waitUntil: 'commit' });
  const ms = Number((await said).text().slice(FIRST_FOCUS.length));
  return { page, ms };
}

/** Runs something at full speed, so that preparation takes no extra time. */
export async function atSpeed(page: Page, throttle: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
}
