/** From asking for the page to the first focus: beside a bare app, and with 2,300 exercises. */
import type { Page } from '../../tools/workbench/index';
import { plannedThree } from '../support/today';
import { openBeside } from './beside';
import { type Figure, figure, median, single } from './figures';
import { boot, type Rig, THROTTLES } from './rig';

/** Times a bare Lightning app's. */
const BOOT_LIMIT = 1.6;
/** Times the boot with 23 exercises. */
const MANY_LIMIT = 1.2;

/** Elements that Lightning keeps for what is on screen. */
const elements = (page: Page): Promise<number> =>
  page.evaluate(() => {
    interface Element {
      children: Element[];
    }
    const all = [(window as unknown as { beweegMee: { app: Element } }).beweegMee.app];
    for (let at = 0; at < all.length; at += 1) all.push(...(all[at] as Element).children);
    return all.length;
  });

export async function benchBoot({ browser, app }: Rig, runs: number): Promise<Figure[]> {
  const [planned] = plannedThree();
  if (!planned) throw new Error('today’s routine is empty');
  const beside = await openBeside(planned);
  const figures: Figure[] = [];
  const counts = { ours: 0, many: 0 };
  try {
    for (const throttle of THROTTLES) {
      const times = { bare: [] as number[], ours: [] as number[], many: [] as number[] };
      // One after another, so that what else the machine does weighs on all alike.
      for (let run = 0; run < runs; run += 1) {
        for (const kind of ['bare', 'ours', 'many'] as const) {
          const address = kind === 'ours' ? app.address : `${beside.address}${kind}/`;
          const { ms, page } = await boot(browser, address, throttle);
          times[kind].push(ms);
          if (kind !== 'bare' && throttle === 1) counts[kind] = await elements(page);
          await page.close();
        }
      }
      const at = throttle > 1 ? `, processor ${throttle} × slower` : '';
      const bare = median(times.bare);
      const ours = median(times.ours);
      figures.push(
        figure(`boot to first focus${at}`, 'ms', times.ours, {
          beside: `bare app ${Math.round(bare)} ms`,
        }),
        single(`… times a bare Lightning app’s${at}`, '×', ours / bare, { limit: BOOT_LIMIT }),
        single(`boot with 2,300 exercises, times that of 23${at}`, '×', median(times.many) / ours, {
          limit: MANY_LIMIT,
        }),
      );
    }
  } finally {
    await beside.close();
  }
  figures.push(
    single('elements on home with 2,300 exercises', '', counts.many, { limit: counts.ours }),
  );
  return figures;
}
