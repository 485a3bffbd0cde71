/**
 * Plays sessions one after another in the built app, and measures the page's memory after each, with
 * everything released that can be.
 */
import type { Dose } from '../../src/catalogue/types';
import { planRoutine, timelineOf } from '../../src/session/routine/plan';
import type { Routine } from '../../src/session/routine/routine';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { bundlePage, openLab } from '../browser/lab';
import type { Alive } from '../browser/pages/soaker';
import { frames, timers } from '../browser/passing';
import { holdRemote, type Remote } from '../browser/remote';
import { barcodeMedia } from './barcode';
import { realExercises } from './catalogue';
import { DAY } from './today';

/** The page's memory after a session. */
export interface Held extends Alive {
  /** Seconds since the first session. */
  at: number;
  /** Exercises finished so far. */
  exercises: number;
  heap: number;
  /** DOM nodes, documents, listeners and audio nodes, as the browser counts them. */
  nodes: number;
  documents: number;
  listeners: number;
  audioNodes: number;
}

/** Each figure that must not grow, with its unit. */
export const FIGURES = {
  heap: 'bytes',
  nodes: '',
  documents: '',
  listeners: '',
  audioNodes: '',
  mediaSources: '',
  openMediaSources: '',
  objectUrls: '',
  audioContexts: '',
  intervals: '',
  elements: '',
  textures: '',
  texturePixels: 'px',
} as const satisfies Partial<Record<keyof Held, string>>;

export type Figure = keyof typeof FIGURES;

/** The shortest dose of an exercise. */
const shortest = (dose: Dose): Dose => ({
  ...dose,
  sets: 1,
  ...(dose.reps === undefined ? {} : { reps: 1 }),
  ...(dose.holdCounts === undefined ? {} : { holdCounts: 1 }),
  ...(dose.holdSeconds === undefined ? {} : { holdSeconds: 1 }),
  ...(dose.durationSeconds === undefined ? {} : { durationSeconds: 5 }),
  ...(dose.switchSeconds === undefined ? {} : { switchSeconds: 1 }),
  restSeconds: 1,
});

/**
 * Exercises of every category and kind, without those that need caution. Their order changes position
 * seldom, since getting into position takes most of such a short exercise.
 */
const EXERCISES = [
  'bekken-zit',
  'brug',
  'rotatie-ruglig',
  'schaar',
  'benen-open-dicht',
  'bolletje',
  'bekken-ruglig',
  'superman',
  'bekken-handen-knieen',
  'zijplank',
] as const;

/** @param many number of exercises; after the tenth they repeat */
function routineOf(many: number): Routine {
  const exercises = realExercises();
  const items = EXERCISES.map((exercise) => ({
    exercise,
    doses: (exercises.get(exercise)?.parts ?? []).map(({ dose }) => shortest(dose)),
  }));
  return {
    id: 'own-1',
    title: 'Kort',
    items: Array.from(
      { length: many },
      (_, n) => items[n % items.length] as (typeof items)[number],
    ),
  };
}

/** Pages outside a session: address and name. */
const OTHER_PAGES = [
  ['settings', 'settings'],
  ['history', 'history'],
  ['about', 'about'],
  ['code', 'code'],
  ['add/own-1', 'add'],
  ['item/own-1/0', 'exercise'],
  ['exercise/brug', 'exercise'],
  ['routine/own-1', 'routine'],
] as const;

/**
 * A browser for a soak. The processor draws texts: without a graphics card, reading them back takes a third
 * of the time.
 */
export const soakBrowser = (): Promise<Browser> =>
  launchBrowser({ args: ['--disable-accelerated-2d-canvas'] });

interface Soak {
  sessions: number;
  /** Exercises in each session. */
  each: number;
  /** Sessions before the first one that counts. */
  warmUp: number;
  /** Receives the figures after each session. */
  held?(now: Held): void;
}

/**
 * Opens every page, then plays sessions: home, another page, an exercise's page with its preview, the
 * routine's page, the player, the end, and home again.
 * @throws Error when a session does not reach its end
 */
export async function soak(
  browser: Browser,
  { each, held, sessions, warmUp }: Soak,
): Promise<Held[]> {
  const routine = routineOf(each);
  const planned = planRoutine(routine, realExercises());
  const lab = await openLab(await barcodeMedia(planned.map((one) => timelineOf(one, 1))));
  try {
    const remote = await holdRemote(browser, lab.address, {
      size: { width: 320, height: 180 },
      memory: { routines: [routine] },
      day: DAY,
      script: await bundlePage('soaker'),
    });
    const cdp = await remote.page.context().newCDPSession(remote.page);
    await cdp.send('Performance.enable');
    for (const [address, name] of OTHER_PAGES) await goTo(remote, address, name);
    for (let n = 0; n < warmUp; n += 1) await playSession(remote, n);
    const before = await exercisesDone(remote);
    const start = Date.now();
    const all: Held[] = [];
    for (let n = 0; n < sessions; n += 1) {
      await playSession(remote, n);
      const now = {
        at: (Date.now() - start) / 1000,
        exercises: (await exercisesDone(remote)) - before,
        ...(await heldNow(remote, cdp, all)),
      };
      all.push(now);
      held?.(now);
    }
    if (remote.errors.length) throw new Error(remote.errors.join('\n'));
    await remote.page.close();
    return all;
  } finally {
    await lab.close();
  }
}

/**
 * Collections of garbage after a session: the usual number, and the largest one while figures are still
 * high.
 */
const ROUNDS = 3;
const MOST_ROUNDS = 24;
/** Time between two collections, ms: a separate thread releases audio bit by bit. */
const BETWEEN_MS = 250;

/** The browser's names of the figures. */
const COUNTED = {
  heap: 'JSHeapUsedSize',
  nodes: 'Nodes',
  documents: 'Documents',
  listeners: 'JSEventListeners',
  audioNodes: 'AudioHandlers',
} as const satisfies Partial<Record<Figure, string>>;

type Counted = Record<keyof typeof COUNTED, number>;
const NAMES = Object.keys(COUNTED) as (keyof typeof COUNTED)[];

type Cdp = Awaited<ReturnType<ReturnType<Remote['page']['context']>['newCDPSession']>>;

async function countNow(cdp: Cdp): Promise<Counted> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const all = new Map(metrics.map(({ name, value }) => [name, value]));
  const count = (name: keyof typeof COUNTED) => [name, all.get(COUNTED[name]) ?? Number.NaN];
  return Object.fromEntries(NAMES.map(count)) as Counted;
}

/**
 * The page's memory after releasing what it can: the lowest of several collections. There are more
 * collections while a figure other than the heap is above its value after every earlier session. A leak
 * stays above each time; a sound that has just ended does not.
 */
async function heldNow(
  { page }: Remote,
  cdp: Cdp,
  before: readonly Held[],
): Promise<Omit<Held, 'at' | 'exercises'>> {
  await cdp.send('HeapProfiler.collectGarbage');
  // Lets Lightning release its textures too.
  await page.evaluate(() => window.soaker.alive());
  const least = await countNow(cdp);
  const above = () =>
    NAMES.some(
      (name) => name !== 'heap' && least[name] > Math.max(...before.map((one) => one[name])),
    );
  for (let round = 1; round < ROUNDS || (round < MOST_ROUNDS && above()); round += 1) {
    await timers(page, BETWEEN_MS);
    const now = await countNow(cdp);
    for (const name of NAMES) least[name] = Math.min(least[name], now[name]);
  }
  return { ...(await page.evaluate(() => window.soaker.alive())), ...least };
}

/** Number of finished exercises in the stored memory. */
const exercisesDone = async (remote: Remote): Promise<number> =>
  (await remote.memory()).history
    .flatMap(({ exercises }) => exercises)
    .filter(({ ending }) => ending === 'done').length;

/** Opens a link, as a phone or a launcher does. */
async function goTo({ page, until }: Remote, address: string, name: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await until(address, (now) => now.page === name && !now.navigating);
  // Rows fill in the frames after a page is first drawn.
  await frames(page, 4);
}

/** Longest wait for an exercise at this speed, ms. An idle machine needs four seconds. */
const EXERCISE_MS = 40_000;

async function playSession(remote: Remote, n: number): Promise<void> {
  const { memory, press, until } = remote;
  const [address, name] = OTHER_PAGES[n % OTHER_PAGES.length] as (typeof OTHER_PAGES)[number];
  await goTo(remote, 'home', 'home');
  await goTo(remote, address, name);
  await goTo(remote, `exercise/${EXERCISES[n % EXERCISES.length]}`, 'exercise');
  await goTo(remote, 'routine/own-1', 'routine');
  await until('the start', (now) => now.focus === 'button:start');
  await press('OK');
  await until('the player', (now) => now.view !== undefined);
  const each = (await memory()).routines[0]?.items.length ?? 1;
  await until('the end', (now) => now.page === 'done' && !now.navigating, each * EXERCISE_MS);
  await press('OK');
  await until('home', (now) => now.page === 'home' && !now.navigating);
}

/** The median, since a session that was measured in the middle of something is an exception. */
const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** The second fifth and the last fifth of a figure. */
export function fifths(all: readonly Held[], figure: Figure): { early: number; late: number } {
  const size = Math.floor(all.length / 5);
  const of = (part: readonly Held[]) => median(part.map((one) => one[figure]));
  return { early: of(all.slice(size, size * 2)), late: of(all.slice(-size)) };
}

/** Largest growth from the second fifth to the last, as a share. */
const MOST_GROWTH = 0.05;

/**
 * Figures that grew, one sentence each.
 * @param most other limits of growth for some figures, as a share
 */
export const grown = (all: readonly Held[], most: Partial<Record<Figure, number>> = {}): string[] =>
  (Object.keys(FIGURES) as Figure[]).flatMap((figure) => {
    const { early, late } = fifths(all, figure);
    const allowed = early * (1 + (most[figure] ?? MOST_GROWTH));
    // Written as "not smaller", so that a missing figure counts as grown. A difference below one object is
    // no growth: the last MediaSource may or may not have been collected.
    if (late <= allowed || late < early + 1) return [];
    return [`${figure} grew from ${early.toFixed(1)} to ${late.toFixed(1)} ${FIGURES[figure]}`];
  });
