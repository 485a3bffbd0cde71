/** Time as a page has it: by what it has done, not by a clock beside it. */
import type { Page } from '../../tools/workbench/index';

/**
 * Lets a page draw: what it does in its next frames, it has done.
 * @param count of animation frames
 */
export const frames = (page: Page, count = 3): Promise<void> =>
  page.evaluate(async (many) => {
    for (let frame = 0; frame < many; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, count);

/**
 * Lets a timer of the page go off: every timer that was set before it, and is no longer, has gone off
 * too, however slow the machine is. For what must not happen.
 */
export const timers = (page: Page, ms: number): Promise<void> =>
  page.evaluate(
    (wait) =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, wait);
      }),
    ms,
  );
