/**
 * `npm run bench` measures what a viewer waits for and what a set must carry, on the built app, with the
 * limit of each figure. `--json FILE` stores the figures, `--only boot` measures one part, `--runs N` sets
 * the number of runs of each wait.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../../tools/serve';
import { launchBrowser } from '../../tools/workbench/index';
import { benchBoot } from './boot';
import { type Figure, isReached, print } from './figures';
import { benchPlay } from './play';
import { BUILD, type Rig } from './rig';
import { benchScroll } from './scroll';
import { benchSize } from './size';

/** Number of runs of each wait; the median is quoted. */
const RUNS = 5;

const PARTS: Record<string, (rig: Rig, runs: number) => Promise<Figure[]>> = {
  boot: benchBoot,
  scroll: benchScroll,
  play: benchPlay,
  size: benchSize,
};

const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, runs: { type: 'string' } },
});
const { json, only } = values;
const runs = Number(values.runs ?? RUNS);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs takes a whole number from 1, not "${values.runs}"`);
  process.exit(1);
}
if (only !== undefined && !PARTS[only]) {
  console.error(`--only takes one of ${Object.keys(PARTS).join(', ')}, not "${only}"`);
  process.exit(1);
}
if (!existsSync(join(BUILD, 'appBundle.js'))) {
  console.error('build/ is empty: run "npm run build" first');
  process.exit(1);
}

const app = await serve();
const browser = await launchBrowser();
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (only === undefined || only === name)
      figures.push(...(await measure({ app, browser }, runs)));
  }
} finally {
  await browser.close();
  await app.close();
}
print(figures);
if (json) {
  const told = figures.map((one) => ({ ...one, reached: isReached(one) }));
  writeFileSync(json, `${JSON.stringify(told, null, 2)}\n`);
}
