/**
 * Measures the wait after OK beside hls.js alone, whether picture and overlay agree, and the cost of
 * playing.
 */
import { type PlannedExercise, timelineOf } from '../../src/session/routine/plan';
import { FPS } from '../../src/timeline/types';
import { serve } from '../../tools/serve';
import type { Browser, Page } from '../../tools/workbench/index';
import { bundlePage, openLab } from '../browser/lab';
import { disagreements } from '../support/agreement';
import { barcodeMedia } from '../support/barcode';
import { plannedThree } from '../support/today';
import { openBeside } from './beside';
import { type Figure, figure, median, single } from './figures';
import { atSpeed, boot, openPage, type Rig } from './rig';

/** Longest extra wait compared with hls.js alone, ms: the page changes, and the player is made. */
const START_LIMIT = 150;
/** Longest task while an exercise plays, ms. */
const TASK_LIMIT = 50;
const SLOW = 6;
/** How long the bench watches an exercise, ms. */
const WATCHED = 20_000;
/** Time for the page to settle before OK, ms. */
const SETTLED = 1000;

/** The time from OK to the first picture that differs from the first frame, ms. */
async function firstMove(page: Page): Promise<number> {
  await page.waitForSelector('video', { state: 'attached' });
  await page.evaluate(() => {
    const marks = { pressed: 0, moved: 0 };
    (window as unknown as { marks: typeof marks }).marks = marks;
    window.addEventListener(
      'keydown',
      () => {
        marks.pressed ||= performance.now();
      },
      true,
    );
    const video = document.querySelector('video') as HTMLVideoElement;
    let first: number | undefined;
    const look: VideoFrameRequestCallback = (now, { mediaTime }) => {
      first ??= mediaTime;
      if (mediaTime > first) marks.moved = now;
      else video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  });
  await page.waitForTimeout(SETTLED);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => (window as unknown as { marks: { moved: number } }).marks.moved > 0,
    undefined,
    { timeout: 60_000 },
  );
  return page.evaluate(() => {
    const { marks } = window as unknown as { marks: { pressed: number; moved: number } };
    return marks.moved - marks.pressed;
  });
}

/** Opens hls.js alone with the playlist that the app would make. OK plays it. */
async function openPlain(browser: Browser, address: string): Promise<Page> {
  const page = await openPage(browser);
  await page.goto(`${address}plain/`);
  await page.evaluate(() =>
    (window as unknown as { ready(playlist: string): void }).ready('index.m3u8'),
  );
  return page;
}

/** The result of one run of hls.js alone, ms. */
async function plainMove(browser: Browser, address: string): Promise<number> {
  const page = await openPlain(browser, address);
  const ms = await firstMove(page);
  await page.close();
  return ms;
}

async function startFigures({ app, browser }: Rig, planned: PlannedExercise, runs: number) {
  const beside = await openBeside(planned);
  const times = { ours: [] as number[], plain: [] as number[] };
  try {
    for (let run = 0; run < runs; run += 1) {
      times.plain.push(await plainMove(browser, beside.address));
      const { page } = await boot(browser, app.address);
      times.ours.push(await firstMove(page));
      await page.close();
    }
  } finally {
    await beside.close();
  }
  const plain = median(times.plain);
  return [
    figure('OK to first moving frame', 'ms', times.ours, {
      beside: `hls.js alone ${Math.round(plain)} ms`,
    }),
    single('… longer than hls.js alone', 'ms', median(times.ours) - plain, { limit: START_LIMIT }),
  ];
}

/** Plays on a slow processor until after the preparation and the first movement, which loads the most. */
async function playSlowly(page: Page): Promise<void> {
  await firstMove(page);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(SETTLED);
  await atSpeed(page, SLOW);
  await page.waitForTimeout(SETTLED);
}

/** Tasks above 50 ms while a page played on a slow processor, ms each. Closes the page. */
async function longTasks(page: Page): Promise<number[]> {
  await playSlowly(page);
  await page.evaluate(() => {
    const tasks: number[] = [];
    (window as unknown as { tasks: number[] }).tasks = tasks;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await page.waitForTimeout(WATCHED);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  await page.close();
  return tasks;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  args: { name?: string };
  /** Processor time, microseconds. */
  tdur?: number;
}

/**
 * The longest task by processor time while a page played, ms. Processor time leaves out the wait for a core
 * that the browser's decoding and drawing use. Closes the page.
 */
async function longestOwn(browser: Browser, page: Page): Promise<number> {
  await playSlowly(page);
  await browser.startTracing(page, { categories: ['toplevel'] });
  await page.waitForTimeout(WATCHED);
  const trace = await browser.stopTracing();
  await page.close();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mains = traceEvents.filter((one) => one.args.name === 'CrRendererMain');
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) =>
      name === 'ThreadControllerImpl::RunTask' &&
      mains.some((main) => main.pid === pid && main.tid === tid),
  );
  if (tasks.length < 100) throw new Error('the trace tells of no tasks');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

/** The tasks of the app beside those of hls.js alone, which draws no overlay. */
async function taskFigures({ app, browser }: Rig, planned: PlannedExercise): Promise<Figure[]> {
  const beside = await openBeside(planned);
  const plain = await longTasks(await openPlain(browser, beside.address));
  await beside.close();
  const ours = await longTasks((await boot(browser, app.address)).page);
  const longest = (tasks: number[]) => Math.max(0, ...tasks);
  const told = [
    `${ours.length} over ${TASK_LIMIT} ms in ${WATCHED / 1000} s`,
    `hls.js alone ${longest(plain)} ms, ${plain.length}`,
  ];
  const own = await longestOwn(browser, (await boot(browser, app.address)).page);
  return [
    single(
      `longest task while an exercise plays, processor ${SLOW} × slower`,
      'ms',
      longest(ours),
      { limit: TASK_LIMIT, beside: told.join('; ') },
    ),
    single('… longest by its own processor time', 'ms', own, { limit: TASK_LIMIT }),
  ];
}

/**
 * Plays clips with bar codes in the app. Returns the number of frames whose picture or overlay differs from
 * the timeline, and the number of all frames.
 */
async function disagreeing(browser: Browser, planned: PlannedExercise[]): Promise<Figure> {
  const media = await barcodeMedia(planned.map((one) => timelineOf(one, 1)));
  const lab = await openLab(media);
  const { page } = await boot(browser, lab.address);
  await firstMove(page);
  await page.evaluate(await bundlePage('recorder'));
  await page.evaluate(() => window.recorder.start());
  await page.keyboard.press('Enter');
  await page.waitForTimeout(SETTLED);
  await page.evaluate(() => window.recorder.records.splice(0));
  await page.waitForTimeout(WATCHED);
  const records = await page.evaluate(() => window.recorder.records.splice(0));
  await page.close();
  await lab.close();
  const timeline = timelineOf(planned[0] as PlannedExercise, 1);
  const wrong = disagreements(records, timeline, media.names).length;
  return single(`frames in disagreement, of ${records.length} seen`, 'frames', wrong, { limit: 0 });
}

/** Plays fast, because this only measures what a whole routine loads. */
const SPEED = 8;

/** Plays the whole routine and adds up the media that the server sent, KB per minute of the routine. */
async function mediaPerMinute(browser: Browser, planned: PlannedExercise[]): Promise<Figure> {
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
  return single('media loaded per routine minute', 'KB', bytes / 1024 / (seconds / 60));
}

export async function benchPlay(rig: Rig, runs: number): Promise<Figure[]> {
  const planned = plannedThree();
  const [first] = planned;
  if (!first) throw new Error('today’s routine is empty');
  return [
    ...(await startFigures(rig, first, runs)),
    await disagreeing(rig.browser, planned),
    ...(await taskFigures(rig, first)),
    await mediaPerMinute(rig.browser, planned),
  ];
}
