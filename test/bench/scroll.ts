/** Measures the time from a key press to a changed frame, while a rail scrolls and its pictures load. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../tools/serve';
import type { Page } from '../../tools/workbench/index';
import { type Figure, quantile, single } from './figures';
import { BUILD, boot, type Rig, THROTTLES } from './rig';

/** How long a picture takes to load, so that pictures load while the rail still scrolls, ms. */
const PICTURE_MS = 250;
/** Time between two presses of a person in a hurry, ms. */
const BETWEEN_MS = 180;
/** Most frames of the stage between press and change. */
const FRAME_LIMIT = 1;

/** Keys along the rows of four, nine and ten tiles below the patient's routines. */
const WALK = [
  'ArrowDown',
  'ArrowDown',
  ...Array<string>(3).fill('ArrowRight'),
  'ArrowDown',
  ...Array<string>(8).fill('ArrowRight'),
  'ArrowDown',
  ...Array<string>(9).fill('ArrowRight'),
  ...Array<string>(5).fill('ArrowLeft'),
  'ArrowUp',
  'ArrowUp',
];

interface Cost {
  ms: number;
  frames: number;
}

const focusOf = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      (window as unknown as { beweegMee: { state(): { focus: string } } }).beweegMee.state().focus,
  );

/** For every press: ms and stage frames until the stage drew something new. */
async function pressCosts(page: Page, keys: readonly string[]): Promise<Cost[]> {
  await page.evaluate(() => {
    interface Platform {
      nextFrame(changes: boolean): void;
    }
    const { platform } = (
      window as unknown as { beweegMee: { app: { stage: { platform: Platform } } } }
    ).beweegMee.app.stage;
    const bench = { start: 0, frames: 0, costs: [] as Cost[] };
    (window as unknown as { bench: typeof bench }).bench = bench;
    window.addEventListener(
      'keydown',
      () => {
        // A press that has no answer yet keeps its start time.
        bench.start ||= performance.now();
      },
      true,
    );
    // Lightning tells its platform at the end of each frame whether it drew anything.
    const nextFrame = platform.nextFrame.bind(platform);
    platform.nextFrame = (changes) => {
      nextFrame(changes);
      if (!bench.start) return;
      bench.frames += 1;
      if (!changes) return;
      bench.costs.push({ ms: performance.now() - bench.start, frames: bench.frames });
      bench.start = 0;
      bench.frames = 0;
    };
  });
  for (const key of keys) {
    const before = await focusOf(page);
    await page.keyboard.press(key);
    await page.waitForTimeout(BETWEEN_MS);
    if ((await focusOf(page)) === before) throw new Error(`${key} moved nothing from ${before}`);
    await page.waitForFunction(
      () => (window as unknown as { bench: { start: number } }).bench.start === 0,
    );
  }
  return page.evaluate(() => (window as unknown as { bench: { costs: Cost[] } }).bench.costs);
}

export async function benchScroll({ browser }: Rig): Promise<Figure[]> {
  const slow = await serve({
    intercept(request, response) {
      const path = (request.url ?? '').split('?')[0] as string;
      if (!path.endsWith('.jpg')) return false;
      setTimeout(() => {
        response.setHeader('Content-Type', 'image/jpeg');
        response.end(readFileSync(join(BUILD, path)));
      }, PICTURE_MS);
      return true;
    },
  });
  const figures: Figure[] = [];
  try {
    for (const throttle of THROTTLES) {
      const { page } = await boot(browser, slow.address, throttle);
      const costs = await pressCosts(page, WALK);
      await page.close();
      const at = throttle > 1 ? `, processor ${throttle} × slower` : '';
      const frames = costs.map((one) => one.frames);
      const ms = costs.map((one) => one.ms);
      figures.push(
        single(
          `key press to changed frame, p95 of ${costs.length}${at}`,
          'stage frames',
          quantile(frames, 0.95),
          {
            worst: Math.max(...frames),
            limit: FRAME_LIMIT,
          },
        ),
        single(`key press to changed frame, p95${at}`, 'ms', quantile(ms, 0.95), {
          worst: Math.round(Math.max(...ms)),
        }),
      );
    }
  } finally {
    await slow.close();
  }
  return figures;
}
