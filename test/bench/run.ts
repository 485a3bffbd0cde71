/**
 * `npm run bench`: what a viewer waits for and what a set must carry, measured on the built app.
 * Prints a table; `--json FILE` keeps the figures for a later comparison.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type PlannedExercise, timelineOf } from '../../src/session/plan';
import { FPS } from '../../src/timeline/types';
import { serve } from '../../tools/serve';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { bundlePage, openLab } from '../browser/lab';
import { setUp } from '../browser/remote';
import { disagreements } from '../support/agreement';
import { barcodeMedia } from '../support/barcode';
import { DAY, ONLY_THREE, plannedThree } from '../support/today';

const BUILD = join(import.meta.dirname, '../../build');
const SIZE = { width: 1280, height: 720 };
/** Runs of each wait; the median is quoted. */
const RUNS = 5;

interface Figure {
  name: string;
  value: number;
  unit: string;
  /** Largest of the runs, where there were several. */
  worst?: number;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const figure = (name: string, unit: string, values: number[]): Figure => ({
  name,
  unit,
  value: Math.round(median(values) * 10) / 10,
  worst: Math.round(Math.max(...values) * 10) / 10,
});

/** Notes, inside the page, when the app first has a focus. */
const WATCH_BOOT = `
  const look = () => {
    if (window.beweegMee && window.beweegMee.state().focus) window.firstFocus = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** Every press: milliseconds and stage frames until the stage has drawn something new. */
async function pressCosts(page: Page, keys: string[]): Promise<{ ms: number; frames: number }[]> {
  await page.evaluate(() => {
    interface Platform {
      nextFrame(changes: boolean): void;
    }
    const { platform } = (
      window as unknown as { beweegMee: { app: { stage: { platform: Platform } } } }
    ).beweegMee.app.stage;
    const bench = { start: 0, frames: 0, costs: [] as { ms: number; frames: number }[] };
    (window as unknown as { bench: typeof bench }).bench = bench;
    window.addEventListener(
      'keydown',
      () => {
        bench.start = performance.now();
        bench.frames = 0;
      },
      true,
    );
    // Lightning tells its platform at the end of every frame whether it drew anything.
    const nextFrame = platform.nextFrame.bind(platform);
    platform.nextFrame = (changes) => {
      nextFrame(changes);
      if (!bench.start) return;
      bench.frames += 1;
      if (!changes) return;
      bench.costs.push({ ms: performance.now() - bench.start, frames: bench.frames });
      bench.start = 0;
    };
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(400);
  }
  return page.evaluate(
    () => (window as unknown as { bench: { costs: { ms: number; frames: number }[] } }).bench.costs,
  );
}

async function boot(browser: Browser, address: string): Promise<{ page: Page; ms: number }> {
  const page = await browser.newPage({ viewport: SIZE, locale: 'nl-BE' });
  await setUp(page, { memory: ONLY_THREE, day: DAY });
  await page.addInitScript(WATCH_BOOT);
  await page.goto(address);
  await page.waitForFunction(() => 'firstFocus' in window);
  const ms = await page.evaluate(() => (window as unknown as { firstFocus: number }).firstFocus);
  return { page, ms };
}

/** From pressing OK on Start to the first frame the video shows, milliseconds. */
async function firstFrame(page: Page): Promise<number> {
  await page.evaluate(() => {
    const marks = { pressed: 0, shown: 0 };
    (window as unknown as { marks: typeof marks }).marks = marks;
    window.addEventListener(
      'keydown',
      () => {
        marks.pressed ||= performance.now();
      },
      true,
    );
    const video = document.querySelector('video') as HTMLVideoElement;
    video.requestVideoFrameCallback((now) => {
      marks.shown = now;
    });
  });
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => (window as unknown as { marks: { shown: number } }).marks.shown > 0,
  );
  return page.evaluate(() => {
    const { marks } = window as unknown as { marks: { pressed: number; shown: number } };
    return marks.shown - marks.pressed;
  });
}

/** Bar-code clips through the app: frames whose overlay or picture isn't the timeline's, of those seen. */
async function disagreeing(
  browser: Browser,
  planned: PlannedExercise[],
): Promise<{ wrong: number; seen: number }> {
  const media = await barcodeMedia(planned.map((one) => timelineOf(one, 1)));
  const lab = await openLab(media);
  const { page } = await boot(browser, lab.address);
  await firstFrame(page);
  await page.evaluate(await bundlePage('recorder'));
  await page.evaluate(() => window.recorder.start());
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1000);
  await page.evaluate(() => window.recorder.records.splice(0));
  await page.waitForTimeout(20_000);
  const records = await page.evaluate(() => window.recorder.records.splice(0));
  await page.close();
  await lab.close();
  const timeline = timelineOf(planned[0] as PlannedExercise, 1);
  return {
    wrong: disagreements(records, timeline, media.names).length,
    seen: records.length,
  };
}

/** Only to measure what a whole routine loads without waiting for all of it. */
const SPEED = 8;

/** Plays the whole routine and adds up the media that the server sent, bytes a routine minute. */
async function bytesPerMinute(browser: Browser, planned: PlannedExercise[]): Promise<number> {
  let bytes = 0;
  const counting = await serve({
    intercept(request, response) {
      if (/\.(m4s|mp4)$/.test(request.url ?? '')) {
        response.once('finish', () => {
          if (response.statusCode === 200) bytes += Number(response.getHeader('Content-Length'));
        });
      }
      return false;
    },
  });
  const { page } = await boot(browser, counting.address);
  await page.keyboard.press('Enter');
  await page.evaluate((speed) => {
    setInterval(() => {
      const video = document.querySelector('video');
      if (video) video.playbackRate = speed;
    }, 100);
  }, SPEED);
  await page.waitForFunction(
    () =>
      (window as unknown as { beweegMee: { state(): { page: string } } }).beweegMee.state().page ===
      'done',
    undefined,
    { timeout: 240_000 },
  );
  await page.close();
  await counting.close();
  const seconds = planned.reduce((sum, one) => sum + timelineOf(one, 1).frames / FPS, 0);
  return bytes / (seconds / 60);
}

/** Raw and compressed KB of a built file or folder. */
function weigh(path: string): { raw: number; gzip: number } {
  const full = join(BUILD, path);
  const files = path.endsWith('/') ? readdirSync(full).map((name) => join(full, name)) : [full];
  const bytes = files.map((file) => readFileSync(file));
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0) / 1024;
  return {
    raw: sum(bytes.map((one) => one.length)),
    gzip: sum(bytes.map((one) => gzipSync(one, { level: 9 }).length)),
  };
}

const WEIGHED = [
  'appBundle.js',
  'lib/lightning.js',
  'lib/hls.light.min.js',
  'startApp.js',
  'static/fonts/',
  'static/catalogue/',
];

async function measure(): Promise<Figure[]> {
  const planned = plannedThree();
  const served = await serve({});
  const browser = await launchBrowser();
  const figures: Figure[] = [];
  try {
    const boots: number[] = [];
    const starts: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const { page, ms } = await boot(browser, served.address);
      boots.push(ms);
      starts.push(await firstFrame(page));
      await page.close();
    }
    figures.push(figure('boot to first focus', 'ms', boots));
    const { page } = await boot(browser, served.address);
    const walk = [
      'ArrowDown',
      ...Array<string>(3).fill('ArrowRight'),
      'ArrowDown',
      ...Array<string>(5).fill('ArrowRight'),
      'ArrowUp',
      'ArrowLeft',
      'ArrowUp',
    ];
    const costs = await pressCosts(page, walk);
    figures.push(
      figure(
        'key press to changed frame',
        'ms',
        costs.map((one) => one.ms),
      ),
      figure(
        'key press to changed frame',
        'stage frames',
        costs.map((one) => one.frames),
      ),
      figure('OK to first video frame', 'ms', starts),
    );
    await page.close();
    const { wrong, seen } = await disagreeing(browser, planned);
    figures.push({ name: `frames in disagreement, of ${seen} seen`, value: wrong, unit: 'frames' });
    figures.push({
      name: 'media loaded per routine minute',
      value: Math.round((await bytesPerMinute(browser, planned)) / 1024),
      unit: 'KB',
    });
  } finally {
    await browser.close();
    await served.close();
  }
  for (const path of WEIGHED) {
    const { raw, gzip } = weigh(path);
    figures.push({
      name: `${path} (raw ${Math.round(raw)} KB)`,
      value: Math.round(gzip * 10) / 10,
      unit: 'KB gzip',
    });
  }
  return figures;
}

function print(figures: Figure[]) {
  const rows = figures.map(({ name, value, unit, worst }) => [
    name,
    `${value} ${unit}`,
    worst === undefined ? '' : `worst ${worst}`,
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    );
  }
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
if (!existsSync(join(BUILD, 'appBundle.js'))) {
  console.error('build/ is empty: run "npm run build" first');
  process.exit(1);
}
const figures = await measure();
print(figures);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
