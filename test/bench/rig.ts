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

/** What a page says in its console, followed by ms, when the frame with its first focus is drawn. */
const FIRST_FOCUS = 'first focus:';

/**
 * Looks from inside the page, each time something was drawn: a focus that was there before has been drawn
 * with it, and nothing of the next frame has begun. What the browser is driven by stays away until then: its
 * own script, read while the app starts, takes 10 to 30 ms of the same processor, and six times that where
 * it is slower.
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
  const said = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith(FIRST_FOCUS),
    timeout: 120_000,
  });
  await page.goto(address, { waitUntil: 'commit' });
  const ms = Number((await said).text().slice(FIRST_FOCUS.length));
  return { page, ms };
}

/** Ends the slowness, so that what is only set up takes no time. */
export async function atSpeed(page: Page, throttle: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
}
