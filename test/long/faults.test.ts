/**
 * Tests faults of network, clips, decoder, storage and clock: the session goes on, one calm line says so,
 * picture and overlay agree, and nothing is lost.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MediaIndex, readMediaIndex } from '../../src/playback/media';
import { type PlannedExercise, planRoutine, timelineOf } from '../../src/session/routine/plan';
import type { Routine } from '../../src/session/routine/routine';
import { FPS } from '../../src/timeline/types';
import {
  fullAt,
  garbage,
  hollow,
  outageAfter,
  REFUSED_PLAY,
  slowFirstByte,
  status,
  thinLine,
  truncated,
  undecodable,
  unreachable,
} from '../browser/faults';
import { bundlePage, type Fault, openLab } from '../browser/lab';
import type { Sample } from '../browser/pages/recorder';
import { frames, timers } from '../browser/passing';
import { holdRemote, type Remote } from '../browser/remote';
import { disagreements } from '../support/agreement';
import { appInBrowser } from '../support/appInBrowser';
import { type BarcodeMedia, barcodeMedia } from '../support/barcode';
import { realExercises } from '../support/catalogue';
import { bridgeMarks, csvOf, openCentre } from '../support/centre';
import { filmBars } from '../support/film';
import { DAY } from '../support/today';

const SAMPLE_MS = 50;
const CLIPS = /\.m4s$/;
/** A clip of the first exercise that plays in every repetition. */
const ONE_CLIP = /brug\/lower\.m4s$/;
const FIRST = /media\/brug\//;

/** A routine with few repetitions, two counts each. */
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

let media: BarcodeMedia;
let mediaIndex: MediaIndex;
let remote: Remote;
let planned: PlannedExercise[];
let watcher: string;
/** When the preparation ended, seconds since the page began. */
let startedAt = 0;
const figures: string[] = [];

const app = appInBrowser(
  async () => {
    planned = planRoutine(routine(6), realExercises());
    media = await barcodeMedia(planned.map((one) => timelineOf(one, 1)));
    const index = readFileSync(join(media.folder, 'media/index.json'), 'utf8');
    mediaIndex = readMediaIndex(index, 'index.json').media;
    return openLab(media);
  },
  // The browser reports the failed requests, which the test causes. No script may throw.
  { isExpected: (error) => !error.startsWith('page:') },
);

beforeAll(async () => {
  watcher = await bundlePage('recorder');
});

afterAll(() => console.log(figures.join('\n')));

afterEach(() => {
  app.server.fault = undefined;
  app.server.cache = 'public, max-age=3600';
});

/** Opens the routine's page, and records the screen from this moment on. */
async function watch() {
  await remote.page.evaluate(watcher);
  await remote.page.evaluate((every) => window.recorder.watch(every), SAMPLE_MS);
  await remote.until('the routine', (now) => now.focus === 'button:start');
}

/** Starts the short routine and skips the preparation. */
async function start(reps = 1, prepare?: (remote: Remote) => Promise<unknown>, script?: string) {
  app.server.asked.length = 0;
  const own = routine(reps);
  planned = planRoutine(own, realExercises());
  const setUp = { memory: { routines: [own] }, day: DAY, ...(script ? { script } : {}) };
  remote = await app.open(setUp, '#routine/own-1');
  await watch();
  await prepare?.(remote);
  await remote.press('OK');
  await remote.until('the player', (now) => now.view?.state === 'playing');
  await remote.page.evaluate(() => window.recorder.start());
  await remote.press('OK');
  await remote.until('the movement', ({ view }) => view?.overlay.phase !== 'prepare');
  // Shows the frames from before the jump that are still on their way, with their overlay.
  await frames(remote.page, 10);
  startedAt = await remote.page.evaluate(() => performance.now() / 1000);
  return remote;
}

const samples = (): Promise<Sample[]> => remote.page.evaluate(() => window.recorder.samples);

/** Longest time, seconds, without a change of an overlay that should be counting. */
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

/** Steps between two looks further apart than this do not count: the machine had no time to look, seconds. */
const LOOKS_APART_SECONDS = 0.5;
const nobodyLooked = (all: Sample[], step: number): boolean =>
  all.some((one, at) => {
    const next = all[at + 1];
    const isBetween = next !== undefined && one.segment < step && step < next.segment;
    return isBetween && next.at - one.at > LOOKS_APART_SECONDS;
  });

/** Places where the overlay went back by more than two frames within an exercise. */
const stepsBack = (all: Sample[]): string[] =>
  all.slice(1).flatMap((one, at) => {
    const before = all[at] as Sample;
    const isSame = one.index === before.index && before.at > startedAt;
    const isBack = isSame && one.segment < before.segment;
    return isBack ? [`${before.segment} → ${one.segment} in exercise ${one.index}`] : [];
  });

/** A busy machine reads a picture late. Beyond this delay, seconds, it may be another picture. */
const LATEST_SECONDS = 0.05;

/** Compares the overlay beside each picture with the timelines. */
async function disagreeing(): Promise<string[]> {
  const records = await remote.page.evaluate(() => window.recorder.records);
  return planned.flatMap((one) => {
    const own = records
      .filter(
        ({ exercise, late, picture }) =>
          exercise === one.exercise.id && picture === 'video' && late <= LATEST_SECONDS,
      )
      // The next picture may come between a frame's callback and the reading of its picture.
      .map((record) => ({ ...record, late: record.late + 1 / FPS }));
    return disagreements(own, timelineOf(one, 1), media.names);
  });
}

/** Requests beyond one for each place in the playlists. The exercises here last less than a minute. */
const MOST_ASKED = 5;

/** Clips and init segments that the set requested more often than they play, with the number of requests. */
function oftenAsked(most: number): string[] {
  const plays = (file: string) =>
    planned.reduce((sum, one) => {
      const { clips = {} } = mediaIndex.exercises[one.exercise.id] ?? {};
      const mine = timelineOf(one, 1).segments.filter(({ clip }) =>
        file.endsWith(clips[clip]?.file ?? '?'),
      );
      return sum + mine.length;
    }, 0);
  const counts = new Map<string, number>();
  for (const file of app.server.asked.filter((one) => /\.(m4s|mp4)$/.test(one))) {
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return [...counts]
    .filter(([file, count]) => count > plays(file) + most)
    .map(([file, count]) => `${file} ${count} times`);
}

/**
 * A screen that stands still for longer is a fault. `test/playback/recovery/runsDry.test.ts` tests how long
 * the app itself waits for a video.
 */
const LONGEST_STILL_SECONDS = 30;

/** Waits until the recorder looked this often at an exercise, the last time without the calm line. */
const isCalm = (index: number, looks = 10) =>
  remote.page.waitForFunction(
    ([wanted, many]) => {
      const { samples } = window.recorder;
      const last = samples.slice(-many);
      return last.length === many && last.every((one) => one.index === wanted && !one.hasLine);
    },
    [index, looks] as const,
    { timeout: 60_000 },
  );

/** Longest wait for an exercise of at most a minute, ms. */
const NEXT_MS = 240_000;

/**
 * Waits for the second exercise with video, and for the first one in the memory.
 * @param name for the table of figures
 */
async function reachesTheNext(name: string, { isAsked = MOST_ASKED, line = true } = {}) {
  await remote.until('the next exercise', (now) => now.view?.index === 1, NEXT_MS);
  await remote.until(
    'its video',
    ({ view }) => view?.picture === 'video' && view.state === 'playing',
  );
  await isCalm(1);
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
  expect(oftenAsked(isAsked)).toEqual([]);
  expect(await disagreeing()).toEqual([]);
  expect(stepsBack(all)).toEqual([]);
  expect(still).toBeLessThan(LONGEST_STILL_SECONDS);
  expect(all.some(({ hasLine }) => hasLine)).toBe(line);
  // The screen showed every step of the first exercise, so nothing of the dose was lost.
  const steps = new Set(ofFirst.map(({ segment }) => segment));
  const { segments } = timelineOf(planned[0] as PlannedExercise, 1);
  const missed = segments.flatMap((one, at) =>
    one.phase === 'prepare' || steps.has(at) || nobodyLooked(ofFirst, at)
      ? []
      : [`${at} ${one.clip}`],
  );
  expect(missed).toEqual([]);
  const { checkpoints, history } = await remote.memory();
  expect(checkpoints[0]?.at.exercise).toBe('zijplank');
  expect(history[0]?.exercises).toMatchObject([{ exercise: 'brug', ending: 'done' }]);
}

it('nothing wrong: video all the way, no line', async () => {
  await start();
  await reachesTheNext('nothing', { line: false });
});

describe('one clip', () => {
  it('404, at every repetition', async () => {
    app.server.fault = status(ONE_CLIP, 404);
    await start(2);
    await reachesTheNext('404');
  });

  it.each<[string, Fault]>([
    ['500', status(ONE_CLIP, 500)],
    ['truncated', truncated(ONE_CLIP)],
    ['garbage', garbage(ONE_CLIP)],
    ['noise in whole boxes', hollow(ONE_CLIP)],
    ['decoder error', undecodable(ONE_CLIP)],
  ])('%s', async (name, fault) => {
    app.server.fault = fault;
    await start();
    await reachesTheNext(name);
  });
});

describe('the network', () => {
  it('gone for 20 s in mid-exercise: video again after its return', async () => {
    app.server.cache = 'no-store';
    const outage = outageAfter(14, CLIPS);
    app.server.fault = outage.fault;
    await start(4);
    await remote.until('the outage', () => outage.since !== undefined, NEXT_MS);
    await timers(remote.page, 20_000);
    await remote.until('the poster', ({ view }) => view?.picture === 'poster');
    // With software drawing, the first picture after a silence took 1.1 to 1.6 s to read.
    await remote.page.evaluate(() => {
      window.recorder.isReading = false;
    });
    outage.giveBack();
    const back = Date.now();
    await remote.until(
      'video again',
      ({ view }) => view?.picture === 'video' && view.state === 'playing',
    );
    const seconds = (Date.now() - back) / 1000;
    await remote.page.evaluate(() => {
      window.recorder.isReading = true;
    });
    figures.push(
      `${'outage of 20 s'.padEnd(28)} video again ${seconds.toFixed(2)} s after its return`,
    );
    // Requests come half a second apart while the network is away.
    await reachesTheNext('outage of 20 s', { isAsked: 45 });
  });

  it.each<[string, Fault]>([
    ['12 kbit/s', thinLine(FIRST, 1500)],
    ['first byte after 6 s', slowFirstByte(/brug\/.*\.m4s$/, 6000)],
    ['connections cut', unreachable(FIRST)],
    ['no init segment', status(/brug\/init\.mp4$/, 404)],
  ])('%s', async (name, fault) => {
    app.server.fault = fault;
    await start();
    // For a network without answers, the app has a separate budget of requests.
    await reachesTheNext(name, name === 'connections cut' ? { isAsked: 45 } : {});
  });

  it('a name that is not found', async () => {
    await start(1, ({ page }) => page.route(FIRST, (route) => route.abort('namenotresolved')));
    await reachesTheNext('name not found');
  });
});

describe('the set', () => {
  it('lets no video play before a key: the clock at once, video at the next key', async () => {
    await start(2, undefined, REFUSED_PLAY);
    expect((await remote.state()).view).toMatchObject({ picture: 'poster', state: 'playing' });
    await remote.page.waitForFunction(() => window.recorder.samples.length > 40);
    expect(longestStillness(await samples())).toBeLessThan(LONGEST_STILL_SECONDS / 2);
    await remote.page.evaluate(() => {
      (window as unknown as { mayPlay: boolean }).mayPlay = true;
    });
    await remote.press('OK', 'OK');
    await remote.until('video', ({ view }) => view?.picture === 'video', 6000);
    await reachesTheNext('play() refused');
  });

  it.each([2, 6])('has room for %s s of video', async (room) => {
    app.server.cache = 'no-store';
    await start(2, undefined, fullAt(room));
    await remote.until('the next exercise', (now) => now.view?.index === 1, 60_000);
    expect(longestStillness(await samples())).toBeLessThan(LONGEST_STILL_SECONDS);
    expect(oftenAsked(MOST_ASKED)).toEqual([]);
    const all = await samples();
    const ofFirst = all.filter(({ index }) => index === 0);
    const onVideo = ofFirst.filter(({ picture }) => picture === 'video').length / ofFirst.length;
    figures.push(
      `${`room for ${room} s`.padEnd(28)} still ${longestStillness(all).toFixed(2)} s, on video ${(100 * onVideo).toFixed(0)} %, ${app.server.asked.length} requests`,
    );
    expect(onVideo).toBeGreaterThan(0.5);
  });
});

it('a film whose playlist is missing, then there: the clock stands in, and hands over to it', async () => {
  const centre = openCentre();
  const film = centre.file('brug.mp4');
  const { marks, seconds } = bridgeMarks();
  await filmBars(film, { frames: Math.round(seconds * FPS), sound: true });
  const csv = centre.file('marks.csv', csvOf(marks));
  expect(await centre.import([film, '--exercise', 'brug', '--marks', csv])).toMatchObject({
    code: 0,
  });
  const filmLab = await openLab({ folder: centre.static });
  filmLab.catalogue = readFileSync(centre.catalogue, 'utf8');
  filmLab.fault = status(/\.m3u8$/, 404);
  try {
    const own: Routine = { id: 'own-1', title: 'Film', items: [{ exercise: 'brug' }] };
    remote = await holdRemote(app.browser, `${filmLab.address}#routine/own-1`, {
      memory: { routines: [own] },
      day: DAY,
    });
    await watch();
    await remote.press('OK');
    await remote.until('the poster', ({ view }) => view?.picture === 'poster');
    await remote.press('OK');
    await remote.until('the movement', ({ view }) => view?.overlay.phase !== 'prepare');
    await frames(remote.page, 10);
    startedAt = await remote.page.evaluate(() => performance.now() / 1000);
    filmLab.fault = undefined;
    await remote.until(
      'the film',
      ({ view }) => view?.picture === 'video' && view.state === 'playing',
    );
    await isCalm(0);
    const all = await samples();
    expect(all.some(({ hasLine }) => hasLine)).toBe(true);
    expect(all[all.length - 1]).toMatchObject({ hasLine: false, picture: 'video' });
    expect(longestStillness(all)).toBeLessThan(LONGEST_STILL_SECONDS);
    expect(stepsBack(all)).toEqual([]);
    expect(remote.errors.filter((error) => error.startsWith('page:'))).toEqual([]);
  } finally {
    await remote.page.close();
    await filmLab.close();
    centre.remove();
  }
});

it('storage full: the session goes on, is remembered as long as the app runs, and kept once there is room', async () => {
  await start(1, ({ page }) =>
    page.evaluate(() => {
      let piece = 'x'.repeat(1 << 20);
      for (let n = 0; piece; n += 1) {
        try {
          localStorage.setItem(`other-app.${n}`, piece);
        } catch {
          piece = piece.slice(piece.length >> 1).slice(0, piece.length >> 1);
        }
      }
    }),
  );
  await reachesTheNext('storage full', { line: false });
  const kept = () => remote.page.evaluate(() => localStorage.getItem('beweeg-mee.memory') ?? '');
  // The stored document is whole and unchanged.
  expect(JSON.parse(await kept()).checkpoint).toBeUndefined();
  await remote.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('other-app.')) localStorage.removeItem(key);
    }
  });
  await remote.press('Back');
  await remote.until('the question', (now) => now.dialog === 'leave');
  await remote.press('Right', 'OK');
  await remote.until('away', (now) => now.page !== 'player' && !now.navigating);
  expect(JSON.parse(await kept()).checkpoint.at.exercise).toBe('zijplank');
});

it('the clock jumping a year ahead in mid-exercise changes nothing on screen, and loses nothing', async () => {
  await start();
  await remote.until('the movement', ({ view }) => view?.overlay.phase === 'hold');
  await remote.page.evaluate(() => {
    const RealDate = Date;
    const now = () => RealDate.now() + 365 * 86_400_000;
    window.Date = new Proxy(RealDate, {
      construct: (type, args) => (args.length ? Reflect.construct(type, args) : new type(now())),
      get: (type, name) => (name === 'now' ? now : Reflect.get(type, name)),
    });
  });
  await reachesTheNext('a year ahead', { line: false });
  expect((await remote.memory()).history).toHaveLength(1);
});
