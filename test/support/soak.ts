/**
 * Weeks in minutes: sessions one after the other in the built app, and after each what the page holds,
 * once everything was let go that can be.
 */
import type { Dose } from '../../src/catalogue/types';
import { planRoutine, timelineOf } from '../../src/session/plan';
import type { Routine } from '../../src/session/routine';
import type { Browser } from '../../tools/workbench/index';
import { bundlePage, openLab } from '../browser/lab';
import type { Alive } from '../browser/pages/soaker';
import { holdRemote, type Remote } from '../browser/remote';
import { barcodeMedia } from './barcode';
import { realExercises } from './catalogue';
import { DAY } from './today';

/** What a page held after a session. */
export interface Held extends Alive {
  /** Since the first session, seconds. */
  at: number;
  /** Exercises played to their end until then. */
  exercises: number;
  heap: number;
  /** DOM nodes, documents, listeners, nodes of Web Audio: as the browser counts them. */
  nodes: number;
  documents: number;
  listeners: number;
  audioNodes: number;
}

/** Each figure that must stay as it is, and what it is counted in. */
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

/** Each exercise as short as it can be done. */
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

/** Of every category and kind, those first that are soonest done; none that asks for caution. */
const EXERCISES = [
  'brug',
  'schaar',
  'bekken-zit',
  'superman',
  'rotatie-ruglig',
  'zijplank',
  'benen-open-dicht',
  'bolletje',
  'bekken-ruglig',
  'bekken-handen-knieen',
] as const;

/** @param many exercises, at most ten */
function routineOf(many: number): Routine {
  const exercises = realExercises();
  return {
    id: 'own-1',
    title: 'Kort',
    items: EXERCISES.slice(0, many).map((exercise) => ({
      exercise,
      doses: (exercises.get(exercise)?.parts ?? []).map(({ dose }) => shortest(dose)),
    })),
  };
}

export interface Soak {
  sessions: number;
  /** Exercises in a session, at most ten. */
  each: number;
  /** Told after each session. */
  held?(now: Held): void;
}

/**
 * Plays so many sessions: home, an exercise's page with its preview, the routine's page, the player, the
 * end, and home again; other pages in between.
 * @throws when one doesn't come to its end
 */
export async function soak(browser: Browser, { each, held, sessions }: Soak): Promise<Held[]> {
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
    const start = Date.now();
    const all: Held[] = [];
    for (let n = 0; n < sessions; n += 1) {
      await playSession(remote, n);
      // Twice: what the first finds to be finished is let go by the second.
      const alive = await remote.page.evaluate(() => window.soaker.alive());
      for (let turn = 0; turn < 2; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      const of = (name: string): number =>
        metrics.find((one) => one.name === name)?.value ?? Number.NaN;
      const { history } = await remote.memory();
      const now: Held = {
        ...alive,
        at: (Date.now() - start) / 1000,
        exercises: history
          .flatMap(({ exercises }) => exercises)
          .filter(({ ending }) => ending === 'done').length,
        heap: of('JSHeapUsedSize'),
        nodes: of('Nodes'),
        documents: of('Documents'),
        listeners: of('JSEventListeners'),
        audioNodes: of('AudioHandlers'),
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

/** Longest that ten exercises may take at this speed on a busy machine, ms. */
const SESSION_MS = 120_000;

/** Buttons of home that lead to other pages. */
const OTHER = /^button:(history|settings)$/;

async function playSession({ press, state, until }: Remote, n: number): Promise<void> {
  const home = (focus: RegExp) =>
    until(
      `home, ${focus}`,
      (now) => now.page === 'home' && !now.navigating && focus.test(now.focus),
    );
  const downTo = async (focus: RegExp) => {
    for (let row = 0; row < 6 && !focus.test((await state()).focus); row += 1) await press('Down');
    await home(focus);
  };
  await home(/./);
  if (n % 5 === 0) {
    for (let row = 0; row < 9; row += 1) await press('Up');
    for (let along = 0; along < 6 && !OTHER.test((await state()).focus); along += 1)
      await press('Right');
    await home(OTHER);
    await press('OK');
    await until('another page', (now) => now.page !== 'home' && !now.navigating);
    await press('Down', 'Down', 'Up', 'Back');
    await home(/./);
  }
  await downTo(/^tile:/);
  await press('OK');
  await until('the exercise', (now) => now.page === 'exercise' && !now.navigating);
  await press('Back');
  await home(/^tile:/);
  for (let row = 0; row < 8 && (await state()).focus !== 'routine:own-1'; row += 1)
    await press('Up');
  await home(/^routine:own-1/);
  await press('OK');
  await until('the routine', (now) => now.page === 'routine' && now.focus === 'button:start');
  await press('OK');
  await until('the player', (now) => now.view !== undefined);
  await until('the end', (now) => now.page === 'done' && !now.navigating, SESSION_MS);
  await press('OK');
  await home(/./);
}

const mean = (all: readonly number[]): number =>
  all.reduce((sum, one) => sum + one, 0) / all.length;

/** The second fifth and the last fifth of a figure. */
export function fifths(all: readonly Held[], figure: Figure): { early: number; late: number } {
  const size = Math.floor(all.length / 5);
  const of = (part: readonly Held[]) => mean(part.map((one) => one[figure]));
  return { early: of(all.slice(size, size * 2)), late: of(all.slice(-size)) };
}

/** May grow by so much from the second fifth to the last. */
export const MOST_GROWTH = 0.05;

/** Figures that grew, each in a sentence. */
export const grown = (all: readonly Held[]): string[] =>
  (Object.keys(FIGURES) as Figure[]).flatMap((figure) => {
    const { early, late } = fifths(all, figure);
    // Not written "greater": a figure that the browser doesn't give is no figure that stayed.
    if (late <= early * (1 + MOST_GROWTH)) return [];
    return [`${figure} grew from ${early.toFixed(1)} to ${late.toFixed(1)} ${FIGURES[figure]}`];
  });
