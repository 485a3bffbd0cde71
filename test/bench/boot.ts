/**
 * Measures the time from the request of the page to the first focus: the app beside a bare app, and with
 * 2,300 exercises.
 */
import type { Page } from '../../tools/workbench/index';
import { plannedThree } from '../support/today';
import { openBeside } from './beside';
import { type Figure, figure, median, single } from './figures';
import { boot, type Rig, THROTTLES } from './rig';

/** Largest ratio to the boot of a bare Lightning app. */
const BOOT_LIMIT = 1.6;
/** Largest ratio to the boot with 23 exercises. */
const MANY_LIMIT = 1.2;

/** The app fills the visible rows within this time after the first focus, ms. */
const FILLED = 1000;

/**
 * The median ratio of two runs in a row. The speed of a machine drifts, but hardly between two runs in a
 * row.
 */
const timesThat = (those: readonly number[], these: readonly number[]): number =>
  median(those.map((ms, run) => ms / (these[run] as number)));

/**
 * Number of Lightning elements on home, without the pictures on a routine's tile: their number depends on the
 * routine, and another catalogue gives another routine.
 */
const elements = async (page: Page): Promise<number> => {
  await page.waitForTimeout(FILLED);
  return page.evaluate(() => {
    interface Element {
      ref?: string;
      children: Element[];
    }
    const all = [(window as unknown as { beweegMee: { app: Element } }).beweegMee.app];
    for (let at = 0; at < all.length; at += 1) {
      const { children, ref } = all[at] as Element;
      if (ref !== 'Pictures') all.push(...children);
    }
    return all.length;
  });
};

export async function benchBoot({ browser, app }: Rig, runs: number): Promise<Figure[]> {
  const [planned] = plannedThree();
  if (!planned) throw new Error('today’s routine is empty');
  const beside = await openBeside(planned);
  const figures: Figure[] = [];
  const counts = { ours: 0, more: 0, many: 0 };
  try {
    for (const throttle of THROTTLES) {
      const times = { bare: [] as number[], ours: [] as number[], many: [] as number[] };
      // The pages take turns, so that other work on the machine slows all of them alike.
      for (let run = 0; run < runs; run += 1) {
        for (const kind of ['bare', 'ours', 'many'] as const) {
          const address = kind === 'ours' ? app.address : `${beside.address}${kind}/`;
          const { ms, page } = await boot(browser, address, throttle);
          times[kind].push(ms);
          if (kind !== 'bare' && throttle === 1 && run === 0) counts[kind] = await elements(page);
          await page.close();
        }
      }
      const at = throttle > 1 ? `, processor ${throttle} × slower` : '';
      const bare = median(times.bare);
      figures.push(
        figure(`boot to first focus${at}`, 'ms', times.ours, {
          beside: `bare app ${Math.round(bare)} ms`,
        }),
        single(`… times a bare Lightning app’s${at}`, '×', timesThat(times.ours, times.bare), {
          limit: BOOT_LIMIT,
        }),
        single(
          `boot with 2,300 exercises, times that of 23${at}`,
          '×',
          timesThat(times.many, times.ours),
          { limit: MANY_LIMIT },
        ),
      );
    }
    const { page } = await boot(browser, `${beside.address}more/`);
    counts.more = await elements(page);
    await page.close();
  } finally {
    await beside.close();
  }
  figures.push(
    // A row of four exercises has only four tiles. The catalogue with full rows is the fair comparison.
    single('elements on home with 2,300 exercises', '', counts.many, {
      limit: counts.more,
      beside: `with 230 ${counts.more}, with 23 ${counts.ours}`,
    }),
  );
  return figures;
}
