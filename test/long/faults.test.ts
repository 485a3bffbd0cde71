/**
 * Whatever goes wrong with the network, the clips, the decoder, the storage or the clock of a set: the
 * session goes on, one calm line says so, picture and overlay agree, and nothing is lost.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PlannedExercise, planRoutine, timelineOf } from '../../src/session/plan';
import type { Routine } from '../../src/session/routine';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import {
  garbage,
  hollow,
  outageAfter,
  slowFirstByte,
  status,
  thinLine,
  truncated,
  undecodable,
  unreachable,
} from '../browser/faults';
import { bundlePage, type Fault, type Lab, openLab } from '../browser/lab';
import type { Sample } from '../browser/pages/recorder';
import { holdRemote, type Remote } from '../browser/remote';
import { disagreements } from '../support/agreement';
import { type BarcodeMedia, barcodeMedia } from '../support/barcode';
import { realExercises } from '../support/catalogue';
import { DAY } from '../support/today';

const SAMPLE_MS = 50;
const CLIPS = /\.m4s$/;
/** One of the first exercise's clips, that comes in every repetition. */
const ONE_CLIP = /brug\/lower\.m4s$/;
const FIRST = /media\/brug\//;

/** Few repetitions, two counts each. */
const routine = (reps: number): Routine => ({
  id: 'own-1',
  title: 'Kort',
  items: ['brug', 'zijplank'].map((exercise) => ({
    exercise,
    doses: realExercises()
      .get(exercise)
      ?.parts.map(({ dose }) => ({
        ...dose,
        sets: 1,
        holdCounts: 2,
        ...(dose.reps === undefined ? {} : { reps: exercise === 'brug' ? reps : 1 }),
      })),
  })),
});

let browser: Browser;
let media: BarcodeMedia;
let lab: Lab;
let remote: Remote;
let planned: PlannedExercise[];
let watcher: string;
const figures: string[] = [];

beforeAll(async () => {
  planned = planRoutine(routine(6), realExercises());
  media = await barcodeMedia(planned.map((one) => timelineOf(one, 1)));
  lab = await openLab(media);
  watcher = await bundlePage('recorder');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
  console.log(figures.join('\n'));
});

afterEach(async () => {
  lab.fault = undefined;
  lab.cache = 'public, max-age=3600';
  const errors = remote?.errors.filter((error) => error.startsWith('page:'));
  await remote?.page.close();
  // What the browser says of a failed request is what was asked for; no script may throw.
  expect(errors).toEqual([]);
});

/** A patient starts the short routine and wants no preparation. */
async function start(reps = 1, prepare?: (remote: Remote) => Promise<unknown>) {
  const own = routine(reps);
  planned = planRoutine(own, realExercises());
  const setUp = { memory: { routines: [own] }, day: DAY };
  remote = await holdRemote(browser, `${lab.address}#routine/own-1`, setUp);
  await remote.page.addScriptTag({ content: watcher });
  await remote.page.evaluate((every) => window.recorder.watch(every), SAMPLE_MS);
  await prepare?.(remote);
  await remote.until('the routine', (now) => now.focus === 'button:start');
  await remote.press('OK');
  await remote.until('the player', (now) => now.view?.state === 'playing');
  await remote.page.evaluate(() => window.recorder.start());
  await remote.press('OK');
  return remote;
}

const samples = (): Promise<Sample[]> => remote.page.evaluate(() => window.recorder.samples);

/** Longest stretch, seconds, without anything new on an overlay that should be counting. */
function longestStillness(all: Sample[]): number {
  let longest = 0;
  let since: Sample | undefined;
  for (const one of all) {
    const isSame = since && since.index === one.index && since.share === one.share;
    if (one.pause !== 'running' || !isSame) since = one;
    else longest = Math.max(longest, one.at - (since as Sample).at);
  }
  return longest;
}

/** Places at which the overlay went back within an exercise, further than a frame or two. */
const stepsBack = (all: Sample[]): string[] =>
  all.slice(1).flatMap((one, at) => {
    const before = all[at] as Sample;
    const isBack = one.index === before.index && one.segment < before.segment;
    return isBack ? [`${before.segment} → ${one.segment} in exercise ${one.index}`] : [];
  });

/** A picture read later, on a busy machine, is another one by then. */
const LATEST_SECONDS = 0.05;

/** Holds what was drawn beside each picture of a video with the say to the timelines. */
async function disagreeing(): Promise<string[]> {
  const records = await remote.page.evaluate(() => window.recorder.records);
  return planned.flatMap((one) => {
    const own = records.filter(
      ({ exercise, late, picture }) =>
        exercise === one.exercise.id && picture === 'video' && late <= LATEST_SECONDS,
    );
    return disagreements(own, timelineOf(one, 1), media.names);
  });
}

/** How long a screen may stand still: patience with a video that opens, and a weak machine's breath. */
const LONGEST_STILL_SECONDS = 5;

/**
 * The session comes to its second exercise, on video, and has remembered the first.
 * @param name for the table of figures
 */
async function reachesTheNext(name: string, { line = true, timeout = 60_000 } = {}) {
  await remote.until('the next exercise', (now) => now.view?.index === 1, timeout);
  await remote.until(
    'its video',
    ({ view }) => view?.picture === 'video' && view.state === 'playing',
    15_000,
  );
  await remote.page.waitForTimeout(1000);
  const all = await samples();
  const still = longestStillness(all);
  const ofFirst = all.filter(({ index }) => index === 0);
  const onVideo = ofFirst.filter(({ picture }) => picture === 'video').length / ofFirst.length;
  const records = await remote.page.evaluate(() => window.recorder.records.length);
  figures.push(
    `${name.padEnd(28)} still ${still.toFixed(2)} s, on video ${(100 * onVideo).toFixed(0)} %, line ${(
      (SAMPLE_MS * all.filter(({ hasLine }) => hasLine).length) / 1000
    ).toFixed(1)} s, ${records} frames read`,
  );
  expect(await disagreeing()).toEqual([]);
  expect(stepsBack(all)).toEqual([]);
  expect(still).toBeLessThan(LONGEST_STILL_SECONDS);
  expect(all.some(({ hasLine }) => hasLine)).toBe(line);
  expect(all[all.length - 1]?.hasLine).toBe(false);
  // Every step of the first exercise was shown: nothing of the dose was lost.
  const steps = new Set(ofFirst.map(({ segment }) => segment));
  const { segments } = timelineOf(planned[0] as PlannedExercise, 1);
  const missed = segments.flatMap((one, at) =>
    one.phase === 'prepare' || steps.has(at) ? [] : [`${at} ${one.clip}`],
  );
  expect(missed).toEqual([]);
  const { checkpoint, history } = await remote.memory();
  expect(checkpoint?.at.exercise).toBe('zijplank');
  expect(history[0]?.exercises).toMatchObject([{ exercise: 'brug', ending: 'done' }]);
}

it('nothing wrong: video all the way, no line', async () => {
  await start();
  await reachesTheNext('nothing', { line: false });
});

describe('one clip', () => {
  it.each<[string, Fault]>([
    ['404', status(ONE_CLIP, 404)],
    ['500', status(ONE_CLIP, 500)],
    ['truncated', truncated(ONE_CLIP)],
    ['garbage', garbage(ONE_CLIP)],
    ['noise in whole boxes', hollow(ONE_CLIP)],
    ['decoder error', undecodable(ONE_CLIP)],
  ])('%s', async (name, fault) => {
    lab.fault = fault;
    await start(2);
    await reachesTheNext(name);
  });
});

describe('the network', () => {
  it('gone for 20 s in mid-exercise: video again within 2 s of its return', async () => {
    lab.cache = 'no-store';
    const outage = outageAfter(14, CLIPS);
    lab.fault = outage.fault;
    await start(5);
    await remote.until('the outage', () => outage.since !== undefined, 40_000);
    await remote.page.waitForTimeout(20_000);
    expect((await remote.state()).view?.picture).toBe('poster');
    outage.giveBack();
    const back = Date.now();
    await remote.until(
      'video again',
      ({ view }) => view?.picture === 'video' && view.state === 'playing',
      10_000,
    );
    const seconds = (Date.now() - back) / 1000;
    figures.push(
      `${'outage of 20 s'.padEnd(28)} video again ${seconds.toFixed(2)} s after its return`,
    );
    expect(seconds).toBeLessThan(2);
    await reachesTheNext('outage of 20 s');
  });

  it.each<[string, Fault]>([
    ['12 kbit/s', thinLine(FIRST, 1500)],
    ['first byte after 6 s', slowFirstByte(/brug\/.*\.m4s$/, 6000)],
    ['connections cut', unreachable(FIRST)],
    ['no init segment', status(/brug\/init\.mp4$/, 404)],
  ])('%s', async (name, fault) => {
    lab.fault = fault;
    await start();
    await reachesTheNext(name);
  });

  it('a name that is not found', async () => {
    await start(1, ({ page }) => page.route(FIRST, (route) => route.abort('namenotresolved')));
    await reachesTheNext('name not found');
  });
});
