/** The picture's own frame number against the overlay, through the real player. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/catalogue/types';
import type { MediaIndex } from '../../src/playback/media';
import { compileTimeline } from '../../src/timeline/compile';
import { sameMoment } from '../../src/timeline/position';
import { FPS, type Timeline } from '../../src/timeline/types';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { disagreements, jointsIn, shareSeen } from '../support/agreement';
import { type BarcodeMedia, barcodeMedia } from '../support/barcode';
import { bridge, cycling, sidePlank } from '../support/exercises';
import { type Lab, openLab, watchErrors } from './lab';
import type { FrameRecord } from './pages/player';

/** Short steps, so that thirty joints and more go by within seconds. */
const BUSY = bridge({ sets: 1, reps: 12, holdCounts: 2 });
BUSY.parts[0].movement = [
  { phase: 'move', clip: 'lift', seconds: 0.5 },
  { phase: 'hold', clip: 'hold' },
  { phase: 'return', clip: 'lower', seconds: 0.5 },
];
const PACES = [0.75, 1, 1.25];

const lay = (exercise: Exercise, pace = 1): Timeline =>
  compileTimeline(exercise, { pace, preparationSeconds: 2 });

let browser: Browser;
let media: BarcodeMedia;
let index: MediaIndex;
let lab: Lab;
let page: Page;
let errors: string[];

beforeAll(async () => {
  const timelines = [BUSY, sidePlank(), cycling()].map((one) => lay(one));
  media = await barcodeMedia(timelines);
  lab = await openLab(media, 'player');
  browser = await launchBrowser();
  index = (await (await fetch(`${lab.address}static/media/index.json`)).json()) as MediaIndex;
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 640, height: 360 } });
  errors = watchErrors(page);
  await page.goto(lab.address);
});

afterEach(async () => {
  lab.hold(false);
  await page.close();
  expect(errors).toEqual([]);
});

const open = (exercise: Exercise, timeline: Timeline, options = {}) =>
  page.evaluate(([own, wanted, how]) => window.lab.open(own, wanted, how), [
    index.exercises[exercise.id],
    timeline,
    options,
  ] as never as [never, Timeline, object]);

const records = () => page.evaluate(() => window.lab.records.splice(0));
const mediaTime = () => page.evaluate(() => window.lab.player().mediaTime);
const reaches = (seconds: number, timeout = 60_000) =>
  page.waitForFunction((goal) => window.lab.player().mediaTime >= goal, seconds, { timeout });

/** As `disagreements`, and the overlay's state is of the very frame the browser shows. */
const disagreeing = (all: FrameRecord[], timeline: Timeline): string[] => [
  ...disagreements(all, timeline, media.names),
  ...all
    .filter((one) => one.overlayTime !== one.mediaTime)
    .map((one) => `frame ${one.mediaTime} s, overlay of ${one.overlayTime} s`),
];

describe.each(PACES)('at pace %s', (pace) => {
  it('picture, media time and overlay agree at every frame across 30 joints', async () => {
    const timeline = lay(BUSY, pace);
    const goal = (timeline.segments[36]?.startFrame as number) / FPS;
    await open(BUSY, timeline);
    await reaches(goal);
    const all = await records();
    expect(disagreeing(all, timeline)).toEqual([]);
    expect(jointsIn(all, timeline)).toBeGreaterThanOrEqual(30);
    expect(shareSeen(all, 0, goal)).toBeGreaterThan(0.6);
  });
});

it('sides and timed efforts agree too', async () => {
  for (const exercise of [sidePlank(), cycling()]) {
    await page.goto(lab.address);
    const timeline = lay(exercise, 1.25);
    await open(exercise, timeline, { from: 12 });
    await reaches(20);
    const all = await records();
    expect(disagreeing(all, timeline)).toEqual([]);
    expect(jointsIn(all, timeline)).toBeGreaterThanOrEqual(4);
  }
});

it('agrees after a pause: media time stands still, and goes on where it stood', async () => {
  const timeline = lay(BUSY);
  await open(BUSY, timeline);
  await reaches(5);
  await page.evaluate(() => window.lab.player().pause());
  await page.waitForTimeout(300);
  const stood = await mediaTime();
  await page.waitForTimeout(700);
  expect(await mediaTime()).toBe(stood);
  await page.evaluate(() => window.lab.player().play());
  await reaches(stood + 4);
  const all = await records();
  expect(disagreeing(all, timeline)).toEqual([]);
});

it('agrees after seeks forward and back, playing and paused', async () => {
  const timeline = lay(BUSY);
  await open(BUSY, timeline);
  await reaches(1);
  for (const to of [31.5, 8, 24.3, 2.04]) {
    await page.evaluate((time) => window.lab.player().seek(time), to);
    await page.waitForFunction((time) => Math.abs(window.lab.player().mediaTime - time) > 0.5, to);
  }
  await page.evaluate(() => window.lab.player().pause());
  await page.evaluate(() => window.lab.player().seek(20));
  await page.waitForFunction(() =>
    window.lab.records.some((one) => Math.abs(one.mediaTime - 20) < 0.05),
  );
  const all = await records();
  expect(disagreeing(all, timeline)).toEqual([]);
});

it('agrees after a change of pace in mid-exercise, in the same repetition and phase', async () => {
  const slow = lay(BUSY, 0.75);
  const normal = lay(BUSY);
  await open(BUSY, normal);
  await reaches(9);
  expect(disagreeing(await records(), normal)).toEqual([]);
  const before = await mediaTime();
  const moment = sameMoment(normal, slow, before);
  await page.evaluate(
    ([timeline, from]) => {
      window.lab.records.length = 0;
      window.lab.reopen(timeline as Timeline, { from: from as number });
    },
    [slow, moment] as const,
  );
  await reaches(moment + 3);
  const all = (await records()).filter((one) => one.overlayTime >= moment - 0.05);
  expect(disagreeing(all, slow)).toEqual([]);
  expect(all.length).toBeGreaterThan(30);
});

it('a stalled network stops the clock with the picture, and both go on together', async () => {
  const timeline = lay(sidePlank());
  lab.hold(false);
  await open(sidePlank(), timeline, { from: 2 });
  await reaches(3);
  lab.hold(true);
  // Beyond what is buffered: another side's clips, never asked for before.
  await page.evaluate(() => window.lab.player().seek(33));
  await page.waitForTimeout(500);
  await records();
  await page.waitForTimeout(1500);
  expect(await records()).toEqual([]);
  expect(await page.evaluate(() => window.lab.video.currentTime)).toBeLessThan(33.1);
  lab.hold(false);
  await reaches(36);
  const all = await records();
  expect(disagreeing(all, timeline)).toEqual([]);
});

describe('open and close as fast as a remote can press', () => {
  it('the last wish wins', async () => {
    const wanted = lay(cycling());
    await page.evaluate(
      ([one, other, first, last]) => {
        for (let n = 0; n < 20; n += 1) {
          window.lab.open(one, first);
          if (n % 3 === 0) window.lab.player().close();
          window.lab.open(other, last);
        }
      },
      [index.exercises.brug, index.exercises.fietsen, lay(BUSY), wanted] as never as [
        never,
        never,
        Timeline,
        Timeline,
      ],
    );
    await reaches(3);
    const all = await records();
    expect(disagreeing(all, wanted)).toEqual([]);
    expect(await page.evaluate(() => window.lab.failures)).toEqual([]);
  });

  it('nothing plays on after close', async () => {
    const timeline = lay(BUSY);
    for (const wait of [0, 5, 50, 200, 600]) {
      await open(BUSY, timeline);
      await page.waitForTimeout(wait);
      await page.evaluate(() => window.lab.player().close());
    }
    await page.waitForTimeout(800);
    await records();
    await page.waitForTimeout(500);
    expect(await records()).toEqual([]);
    expect(
      await page.evaluate(() => [window.lab.video.paused, window.lab.video.getAttribute('src')]),
    ).toEqual([true, null]);
    expect(await page.evaluate(() => window.lab.states.pop())).toBe('closed');
  });
});

it('a wish to go on before the first frame is not lost', async () => {
  const timeline = lay(BUSY);
  for (const wait of [0, 5, 20, 60, 150]) {
    await page.goto(lab.address);
    await open(BUSY, timeline, { paused: true });
    await page.waitForTimeout(wait);
    await page.evaluate(() => window.lab.player().play());
    await reaches(1.5, 10_000);
    // And the other way round: what is paused while it opens stays paused.
    await open(BUSY, timeline);
    await page.waitForTimeout(wait);
    await page.evaluate(() => window.lab.player().pause());
    await page.waitForFunction(() => window.lab.player().state === 'paused', undefined, {
      timeout: 10_000,
    });
    expect(await page.evaluate(() => window.lab.video.paused)).toBe(true);
  }
});

it('gives up at once on a clip that the server refuses', async () => {
  const timeline = lay(BUSY);
  const broken = structuredClone(index.exercises.brug) as NonNullable<typeof index.exercises.brug>;
  (broken.clips.lift as { file: string }).file = 'media/brug/nowhere.m4s';
  await page.evaluate(([own, wanted]) => window.lab.open(own, wanted), [
    broken,
    timeline,
  ] as never as [never, Timeline]);
  await page.waitForFunction(() => window.lab.failures.length > 0, undefined, { timeout: 8000 });
  expect(await page.evaluate(() => window.lab.failures[0])).toContain('nowhere.m4s');
  // The browser's own word about the 404.
  errors.length = 0;
});

it('refuses a playlist whose fragments start elsewhere than the plan', async () => {
  const timeline = lay(BUSY);
  const bent = structuredClone(timeline);
  // The plan says two frames; the playlist text is made from `frames`, the assertion from starts.
  for (const segment of bent.segments.slice(5)) segment.startFrame += 2;
  await open(BUSY, bent);
  await page.waitForFunction(() => window.lab.failures.length > 0);
  expect(await page.evaluate(() => window.lab.failures[0])).toContain('the plan says');
});
