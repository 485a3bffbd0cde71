/**
 * The built app in the engines that televisions have: `npm run test:engines`. An engine that can't
 * be had is skipped with its name and the reason.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type PlannedExercise, planRoutine, timelineOf } from '../../src/session/plan';
import { type Lab, openLab } from '../browser/lab';
import type { AppRecord } from '../browser/pages/recorder';
import { disagreements, furtherApart, jointsIn, overlaysAside } from '../support/agreement';
import { type BarcodeMedia, barcodeMedia } from '../support/barcode';
import { realExercises } from '../support/catalogue';
import { carryDriver, ENGINES, type Engine, type EngineRun } from './engineRun';

/** The first tile of the first row. */
const [FIRST] = [...realExercises().keys()];
const [planned] = planRoutine(
  { id: 'one', title: '', items: [{ exercise: FIRST as string }] },
  realExercises(),
);
if (!planned) throw new Error('the catalogue is empty');

/** Joints that must be seen at each pace. */
const JOINTS = 4;

/** Share of an old engine's pictures that may come late by more: seen on a busy machine, gone at the next. */
const MAY_STUMBLE = 0.1;

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

/** Boots, and walks with six keys to the first exercise's first move. */
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

/** Records pictures over some joints at a pace. */
async function recordJoints({ ask, until }: EngineRun, pace: number): Promise<AppRecord[]> {
  const began = await until(
    `pace ${pace}, playing`,
    (now) => now.view?.pace === pace && now.view.state === 'playing',
  );
  await ask('records');
  const from = began.view?.overlay.segment as number;
  await until('joints', (now) => (now.view?.overlay.segment ?? 0) > from + JOINTS);
  return ask('records');
}

function expectExact(records: AppRecord[], pace: number, engine: Engine) {
  const timeline = timelineOf(planned as PlannedExercise, pace);
  expect(new Set(records.map((one) => `${one.picture} ${one.pace}`))).toEqual(
    new Set([`video ${pace}`]),
  );
  expect(jointsIn(records, timeline)).toBeGreaterThanOrEqual(JOINTS);
  if (engine.isCurrent) {
    expect(disagreements(records, timeline, media.names)).toEqual([]);
    return;
  }
  if (engine.hasFrameCallbacks) expect(overlaysAside(records, timeline)).toEqual([]);
  const frames = engine.hasFrameCallbacks ? 1 : 2;
  const apart = furtherApart(records, timeline, media.names, frames);
  console.log(
    `${engine.name}, pace ${pace}: of ${records.length} pictures ${apart.length} further than ${frames} away`,
  );
  expect(apart.length / records.length, apart.join('\n')).toBeLessThanOrEqual(MAY_STUMBLE);
}

for (const engine of ENGINES) {
  it(`${engine.name}: boots, keys lead to a playing exercise, joints are exact, no error`, async ({
    skip,
  }) => {
    try {
      run = await engine.start(lab);
    } catch (error) {
      if (engine.isCurrent) throw error;
      const why = `not run: ${(error as Error).message}`;
      console.warn(`${engine.name}: ${why}`);
      skip(why);
      return;
    }
    console.log(`${engine.name}: run in ${run.version}`);
    await walkToExercise(run);
    await run.ask('record');
    expectExact(await recordJoints(run, 1), 1, engine);
    await run.press('Right');
    expectExact(await recordJoints(run, 1.25), 1.25, engine);
    expect(await run.errors()).toEqual([]);
  });
}
