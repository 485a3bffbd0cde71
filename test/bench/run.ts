/**
 * `npm run bench`: what a viewer waits for and what a set must carry, measured on the built app.
 * Prints a table; `--json FILE` keeps the figures for a later comparison.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { MediaIndex } from '../../src/playback/media';
import { type PlannedExercise, planRoutine, timelineOf } from '../../src/session/plan';
import { TODAY } from '../../src/session/today';
import { frameAt, overlayAt, segmentAt } from '../../src/timeline/overlay';
import { FPS } from '../../src/timeline/types';
import { serve } from '../../tools/serve';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { bundlePage } from '../browser/lab';
import { realExercises, realMedia } from '../support/catalogue';

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
  const page = await browser.newPage({ viewport: SIZE });
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

/** Frames whose drawn overlay is not the timeline's at the picture's media time, of those seen. */
async function disagreeing(
  page: Page,
  first: PlannedExercise,
): Promise<{ wrong: number; seen: number }> {
  await page.addScriptTag({ content: await bundlePage('recorder') });
  await page.evaluate(() => window.recorder.start());
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1000);
  await page.evaluate(() => window.recorder.records.splice(0));
  await page.waitForTimeout(20_000);
  const records = await page.evaluate(() => window.recorder.records.splice(0));
  const timeline = timelineOf(first, 1);
  const wrong = records.filter(
    (one) =>
      one.segment !== segmentAt(timeline, frameAt(timeline, one.mediaTime)) ||
      one.number !== String(overlayAt(timeline, one.mediaTime).number),
  );
  return { wrong: wrong.length, seen: records.length };
}

/** What a routine loads: each clip it plays once, and its init, against its length. */
function bytesPerMinute(planned: PlannedExercise[], media: MediaIndex): number {
  let bytes = 0;
  let seconds = 0;
  for (const one of planned) {
    const timeline = timelineOf(one, 1);
    seconds += timeline.frames / FPS;
    const own = media.exercises[one.exercise.id];
    if (!own) continue;
    const files = new Set(timeline.segments.map((segment) => own.clips[segment.clip]?.file));
    for (const file of files) if (file) bytes += readFileSync(join(BUILD, 'static', file)).length;
  }
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
  'startApp.js',
  'static/fonts/',
  'static/catalogue/',
];

async function measure(): Promise<Figure[]> {
  const planned = planRoutine(TODAY, realExercises());
  const media = realMedia();
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
    const { page: playing } = await boot(browser, served.address);
    await firstFrame(playing);
    const { wrong, seen } = await disagreeing(playing, planned[0] as PlannedExercise);
    figures.push({ name: `frames in disagreement, of ${seen} seen`, value: wrong, unit: 'frames' });
    await playing.close();
  } finally {
    await browser.close();
    await served.close();
  }
  figures.push({
    name: 'media loaded per routine minute',
    value: Math.round(bytesPerMinute(planned, media) / 1024),
    unit: 'KB',
  });
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
