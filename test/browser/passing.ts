/** Waits by what a page has done, so that tests do not depend on a clock. */
import type { Page } from '../../tools/workbench/index';

/** Waits for a number of animation frames. @param count number of frames */
export const frames = (page: Page, count = 3): Promise<void> =>
  page.evaluate(async (many) => {
    for (let frame = 0; frame < many; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, count);

/**
 * Waits for a timer of the page. Every earlier and shorter timer has then fired too, however slow the
 * machine is. For tests that something does not happen.
 */
export const timers = (page: Page, ms: number): Promise<void> =>
  page.evaluate(
    (wait) =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, wait);
      }),
    ms,
  );
