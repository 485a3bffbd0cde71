/**
 * Tests the built app in the engines of televisions: `npm run test:engines`. It skips an engine that cannot
 * be installed, and prints its name and the reason.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type PlannedExercise, planRoutine, timelineOf } from '../../src/session/routine/plan';
import type { Names } from '../../tools/builtins';
import { startOldChromium } from '../../tools/engines/chromium';
import { namesIn, OLDEST } from '../../tools/engines/names';
import { type Lab, openLab } from '../browser/lab';
import type { AppRecord } from '../browser/pages/recorder';
import {
  disagreements,
  framesAside,
  jointsIn,
  newPictures,
  overlaysAside,
  picturesAside,
} from '../support/agreement';
import { type BarcodeMedia, barcodeMedia } from '../support/barcode';
import { realExercises } from '../support/catalogue';
import {
  carryDriver,
  ENGINES,
  type Engine,
  type EngineRun,
  oldChromiumEngine,
  orNotRun,
} from './engineRun';

/** The first tile of the first row. */
const [FIRST] = [...realExercises().keys()];
const [planned] = planRoutine(
  { id: 'one', title: '', items: [{ exercise: FIRST as string }] },
  realExercises(),
);
if (!planned) throw new Error('the catalogue is empty');

/** Joints that the test must see at each pace. */
const JOINTS = 4;

let media: BarcodeMedia;
let lab: Lab;
let run: EngineRun | undefined;

beforeAll(async () => {
  media = await barcodeMedia([timelineOf(planned, 1)]);
  lab = await openLab(media);
  await carryDriver(lab, readFileSync(join(import.meta.dirname, '../../build/index.html'), 'utf8'));
});

afterAll(() => lab?.close());

afterEach(async () => {
  await run?.close();
  run = undefined;
});

/** Starts the app, and goes with six keys to the first movement of the first exercise. */
async function walkToExercise({ open, press, until }: EngineRun): Promise<void> {
  await open(lab.address);
  await until('home', (now) => now.page === 'home' && now.focus !== '');
  await press('Down', 'Down');
  await until('the first tile', (now) => now.focus === `tile:${FIRST}`);
  await press('OK');
  await until('its page', (now) => now.page === 'exercise' && !now.navigating);
  await press('OK');
  await until('the player', (now) => now.view?.state === 'playing');
  await press('OK');
  await until('the first move', (now) => now.view?.overlay.phase === 'move');
}

/**
 * Records pictures over some joints at a pace. It starts again when the machine was too slow for video and
 * the app continued with its poster. The fault tests cover that case.
 */
async function recordJoints({ ask, until }: EngineRun, pace: number): Promise<AppRecord[]> {
  for (;;) {
    const began = await until(
      `pace ${pace}, video playing`,
      ({ view }) => view?.pace === pace && view.state === 'playing' && view.picture === 'video',
    );
    await ask('records');
    const end = (began.view?.overlay.segment as number) + JOINTS;
    const ended = await until(
      'joints',
      ({ view }) => view?.picture !== 'video' || view.overlay.segment > end,
    );
    if (ended.view?.picture === 'video') return ask('records');
  }
}

function expectExact(records: AppRecord[], pace: number, engine: Engine) {
  const timeline = timelineOf(planned as PlannedExercise, pace);
  expect(new Set(records.map((one) => `${one.picture} ${one.pace}`))).toEqual(
    new Set([`video ${pace}`]),
  );
  const pictures = newPictures(records);
  const joints = jointsIn(pictures, timeline);
  expect(joints).toBeGreaterThanOrEqual(JOINTS);
  const furthest = Math.max(...pictures.map((one) => framesAside(one, timeline, media.names)));
  console.log(
    `${engine.name}, pace ${pace}: ${pictures.length} pictures, ${joints} joints, ${furthest.toFixed(2)} frames at most`,
  );
  if (engine.isCurrent) {
    expect(disagreements(records, timeline, media.names)).toEqual([]);
    return;
  }
  // Without frame callbacks the overlay follows the clock, and the picture differs by at most two frames.
  const frames = engine.hasFrameCallbacks ? 1 : 2;
  expect(overlaysAside(records, timeline)).toEqual([]);
  expect(picturesAside(records, timeline, media.names, frames)).toEqual([]);
}

it(`Chromium ${OLDEST} lacks every name that scripts are held to do without`, async ({ skip }) => {
  const started = await orNotRun(oldChromiumEngine(OLDEST), () => startOldChromium(OLDEST));
  if ('notRun' in started) return skip(started.notRun);
  const found = await namesIn(started, lab.address);
  const known = new Set([...found.globals, ...found.members]);
  const { globals, members } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../tools/engines/newNames.json'), 'utf8'),
  ) as Names;
  expect(known).toContain('requestAnimationFrame');
  expect([...globals, ...members].filter((name) => known.has(name))).toEqual([]);
});

for (const engine of ENGINES) {
  it(`${engine.name}: boots, keys lead to a playing exercise, joints are exact, no error`, async ({
    skip,
  }) => {
    const started = await orNotRun(engine, () => engine.start(lab));
    if ('notRun' in started) return skip(started.notRun);
    run = started;
    console.log(`${engine.name}: run in ${run.version}`);
    await walkToExercise(run);
    await run.ask('record');
    expectExact(await recordJoints(run, 1), 1, engine);
    await run.press('Right');
    expectExact(await recordJoints(run, 1.25), 1.25, engine);
    expect(await run.errors()).toEqual([]);
  });
}
