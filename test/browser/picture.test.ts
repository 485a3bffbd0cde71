/** Tests the frame number in the picture against the overlay, through the real player. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/catalogue/types';
import type { MediaIndex } from '../../src/playback/media';
import { compileTimeline } from '../../src/timeline/compile';
import { sameMoment } from '../../src/timeline/position';
import type { Timeline } from '../../src/timeline/types';
import type { Page } from '../../tools/workbench/index';
import { disagreements, jointsIn } from '../support/agreement';
import { appInBrowser } from '../support/appInBrowser';
import { type BarcodeMedia, barcodeMedia } from '../support/barcode';
import { bridge, cycling, sidePlank } from '../support/exercises';
import { openLab } from './lab';
import type { FrameRecord } from './pages/player';
import { frames } from './passing';

/** Short steps, so that more than thirty joints pass within seconds. */
const BUSY = bridge({ sets: 1, reps: 12, holdCounts: 2 });
BUSY.parts[0].movement = [
  { phase: 'move', clip: 'lift', seconds: 0.5 },
  { phase: 'hold', clip: 'hold' },
  { phase: 'return', clip: 'lower', seconds: 0.5 },
];
/** The same with more repetitions, for a busy machine. */
const LONG = structuredClone(BUSY);
LONG.parts[0].dose.reps = 200;
const PACES = [0.75, 1, 1.25];
/** Joints that the test looks at at each pace, with about twenty pictures for each. */
const JOINTS = 30;
const PICTURES = 600;
/** Longest wait for what plays in half a minute, ms. */
const PLAYED_MS = 170_000;

const lay = (exercise: Exercise, pace = 1): Timeline =>
  compileTimeline(exercise, { pace, preparationSeconds: 2 });

let media: BarcodeMedia;
let index: MediaIndex;
let page: Page;

const app = appInBrowser(async () => {
  media = await barcodeMedia([BUSY, LONG, sidePlank(), cycling()].map((one) => lay(one)));
  const lab = await openLab(media, 'player');
  index = (await (await fetch(`${lab.address}static/media/index.json`)).json()) as MediaIndex;
  return lab;
});

beforeEach(async () => {
  page = await app.openPage({ viewport: { width: 640, height: 360 } });
  await page.goto(app.server.address);
});

afterEach(() => app.server.hold(false));

const open = (exercise: Exercise, timeline: Timeline, options = {}) =>
  page.evaluate(([own, wanted, how]) => window.lab.open(own, wanted, how), [
    index.exercises[exercise.id],
    timeline,
    options,
  ] as never as [never, Timeline, object]);

const records = () => page.evaluate(() => window.lab.records.splice(0));
const mediaTime = () => page.evaluate(() => window.lab.player().mediaTime);
const reaches = (seconds: number) =>
  page.waitForFunction((goal) => window.lab.player().mediaTime >= goal, seconds, {
    timeout: PLAYED_MS,
  });
/** Waits until this many pictures were recorded. */
const recorded = (count: number) =>
  page.waitForFunction((many) => window.lab.records.length >= many, count, { timeout: PLAYED_MS });

/** As `disagreements`, and the overlay state must belong to the very frame that the browser shows. */
const disagreeing = (all: FrameRecord[], timeline: Timeline): string[] => [
  ...disagreements(all, timeline, media.names),
  ...all
    .filter((one) => one.overlayTime !== one.mediaTime)
    .map((one) => `frame ${one.mediaTime} s, overlay of ${one.overlayTime} s`),
];

describe.each(PACES)('at pace %s', (pace) => {
  it('picture, media time and overlay agree at every frame across 30 joints', async () => {
    const timeline = lay(LONG, pace);
    await open(LONG, timeline);
    const all: FrameRecord[] = [];
    while (jointsIn(all, timeline) < JOINTS || all.length < PICTURES) {
      await recorded(20);
      all.push(...(await records()));
    }
    expect(disagreeing(all, timeline)).toEqual([]);
  });
});

it('sides and timed efforts agree too', async () => {
  for (const exercise of [sidePlank(), cycling()]) {
    await page.goto(app.server.address);
    const timeline = lay(exercise, 1.25);
    await open(exercise, timeline, { from: 12 });
    const all: FrameRecord[] = [];
    while (jointsIn(all, timeline) < 4) {
      await recorded(10);
      all.push(...(await records()));
    }
    expect(disagreeing(all, timeline)).toEqual([]);
  }
});

it('agrees after a pause: media time stands still, and goes on where it stood', async () => {
  const timeline = lay(BUSY);
  await open(BUSY, timeline);
  await reaches(5);
  await page.evaluate(() => window.lab.player().pause());
  await page.waitForFunction(() => window.lab.video.paused);
  // The browser still shows the picture that was on its way at the pause.
  await frames(page, 10);
  const stood = await mediaTime();
  await frames(page, 30);
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
  await recorded(60);
  const all = (await records()).filter((one) => one.overlayTime >= moment - 0.05);
  expect(disagreeing(all, slow)).toEqual([]);
  expect(jointsIn(all, slow)).toBeGreaterThanOrEqual(1);
});

it('a stalled network stops the clock with the picture, and both go on together', async () => {
  const timeline = lay(sidePlank());
  await open(sidePlank(), timeline, { from: 2 });
  await reaches(3);
  const { asked } = app.server;
  asked.length = 0;
  app.server.hold(true);
  // Outside the buffer: clips of the other side, which the player has not requested yet.
  await page.evaluate(() => window.lab.player().seek(33));
  await expect.poll(() => asked.filter((path) => path.endsWith('.m4s'))).not.toEqual([]);
  await page.waitForFunction(() => window.lab.player().state === 'buffering');
  await frames(page, 10);
  await records();
  await frames(page, 60);
  expect(await records()).toEqual([]);
  expect(await page.evaluate(() => window.lab.video.currentTime)).toBeLessThan(33.1);
  app.server.hold(false);
  await reaches(36);
  const all = await records();
  expect(disagreeing(all, timeline)).toEqual([]);
});

/** The stages of opening a player. */
const STAGES: (() => Promise<unknown>)[] = [
  async () => {},
  () => page.waitForFunction(() => window.lab.video.src !== ''),
  () => page.waitForFunction(() => window.lab.video.readyState >= HTMLMediaElement.HAVE_METADATA),
  () => page.waitForFunction(() => window.lab.video.buffered.length > 0),
  () => page.waitForFunction(() => window.lab.records.length > 0),
];

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
    for (const stage of STAGES) {
      await open(BUSY, timeline);
      await stage();
      await page.evaluate(() => window.lab.player().close());
    }
    // The requests on their way have no effect.
    await page.waitForLoadState('networkidle');
    await frames(page, 30);
    await records();
    await frames(page, 30);
    expect(await records()).toEqual([]);
    expect(
      await page.evaluate(() => [window.lab.video.paused, window.lab.video.getAttribute('src')]),
    ).toEqual([true, null]);
    expect(await page.evaluate(() => window.lab.states.pop())).toBe('closed');
  });
});

it('a wish to go on before the first frame is not lost', async () => {
  const timeline = lay(BUSY);
  for (const stage of STAGES) {
    await page.goto(app.server.address);
    await open(BUSY, timeline, { paused: true });
    await stage();
    await page.evaluate(() => window.lab.player().play());
    await reaches(1.5);
    // The reverse: a player that is paused while it opens stays paused.
    await open(BUSY, timeline);
    await stage();
    await page.evaluate(() => window.lab.player().pause());
    await page.waitForFunction(() => window.lab.player().state === 'paused');
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
  await page.waitForFunction(() => window.lab.failures.length > 0);
  expect(await page.evaluate(() => window.lab.failures[0])).toContain('nowhere.m4s');
  // The browser itself reports the 404 as an error.
  app.errors.length = 0;
});

it('refuses a playlist whose fragments start elsewhere than the plan', async () => {
  const timeline = lay(BUSY);
  const bent = structuredClone(timeline);
  // The playlist uses `frames`, and the check uses start times; the plan says two frames.
  for (const segment of bent.segments.slice(5)) segment.startFrame += 2;
  await open(BUSY, bent);
  await page.waitForFunction(() => window.lab.failures.length > 0);
  expect(await page.evaluate(() => window.lab.failures[0])).toContain('the plan says');
});
