/** The built app in a real browser, with six keys. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PlannedExercise, timelineOf } from '../../src/session/plan';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { disagreements } from '../support/agreement';
import { type BarcodeMedia, barcodeMedia } from '../support/barcode';
import { DAY, ONLY_THREE, plannedThree } from '../support/today';
import { bundlePage, type Lab, openLab } from './lab';
import { holdRemote, type Key, type Remote } from './remote';

let browser: Browser;
let media: BarcodeMedia;
let lab: Lab;
let planned: PlannedExercise[];
let remote: Remote;

beforeAll(async () => {
  planned = plannedThree();
  media = await barcodeMedia(planned.map((one) => timelineOf(one, 1)));
  lab = await openLab(media);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

afterEach(async () => {
  await remote?.page.close();
  expect(remote?.errors ?? []).toEqual([]);
});

/** What a browser does in which cookies are blocked. In the page: it sees nothing of ours. */
const blockStorage = () =>
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });

const start = async () => {
  remote = await holdRemote(browser, lab.address, { memory: ONLY_THREE, day: DAY });
  return remote;
};

describe('from home', () => {
  it('boots to one focus, on today’s routine', async () => {
    const { state } = await start();
    expect(await state()).toMatchObject({ page: 'home', focus: 'button:start' });
  });

  it('asks for what it reads first while its scripts are on their way, and once', async () => {
    const { page } = await start();
    const asked = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
        ({ name, responseEnd, startTime }) => ({ name, responseEnd, startTime }),
      ),
    );
    const of = (file: string) => asked.filter(({ name }) => name.endsWith(file));
    const [bundle] = of('/appBundle.js');
    // What the bundle itself asks for, first of all.
    const [texts] = of('texts/nl.json');
    for (const [file, before] of [
      ['/centre.json', bundle?.responseEnd],
      ['lexend-400.woff2', bundle?.responseEnd],
      ['lexend-600.woff2', bundle?.responseEnd],
      ['catalogue/thuisoefeningen-rug.json', texts?.startTime],
      ['media/index.json', texts?.startTime],
    ] as const) {
      expect(of(file), file).toHaveLength(1);
      expect(of(file)[0]?.startTime, file).toBeLessThan(before ?? 0);
    }
  });

  it('boots where the mere mention of storage throws, and says so', async () => {
    const context = await browser.newContext();
    await context.addInitScript(blockStorage);
    const page = await context.newPage();
    await page.goto(lab.address);
    const told = () =>
      page.evaluate(() => {
        const { beweegMee } = window as unknown as {
          beweegMee?: { services: { keeper: { trouble?: string } }; state(): { focus: string } };
        };
        return beweegMee && [beweegMee.state().focus, beweegMee.services.keeper.trouble];
      });
    await expect.poll(told, { timeout: 30_000 }).toEqual(['button:start', 'refused']);
    await context.close();
  });

  it('six keys lead to a playing exercise, and Back leads to the tile one left', async () => {
    const { press, until, state } = await start();
    await press('Down', 'Down', 'Right', 'Right');
    const tile = (await state()).focus;
    expect(tile).toMatch(/^tile:/);
    await press('OK');
    await until('the exercise’s page', (now) => now.page === 'exercise' && !now.navigating);
    await press('OK');
    await until('the player', (now) => now.view !== undefined);
    await press('OK');
    await until('the first move', (now) => now.view?.overlay.phase === 'move');
    await press('Back');
    await until('the question', (now) => now.dialog === 'leave');
    await press('Right', 'OK');
    await until('the exercise’s page', (now) => now.page === 'exercise' && !now.navigating);
    await press('Back');
    await until('home', (now) => now.page === 'home' && now.focus === tile);
  });
});

it('what is drawn beside each picture is of that picture, at three paces', async () => {
  const { page, press, until } = await start();
  await page.evaluate(await bundlePage('recorder'));
  await press('OK');
  await until('the player', (now) => now.view?.state === 'playing');
  await page.evaluate(() => window.recorder.start());
  await press('OK');
  const [first] = planned;
  const wrong: string[] = [];
  let seen = 0;
  for (const [pace, key] of [
    [1, undefined],
    [0.75, 'Left'],
    [1, 'Right'],
    [1.25, 'Right'],
  ] as [number, Key | undefined][]) {
    if (key) await press(key);
    await until(
      `pace ${pace}, playing`,
      (now) => now.view?.pace === pace && now.view.state === 'playing',
    );
    await page.waitForTimeout(300);
    await page.evaluate(() => window.recorder.records.splice(0));
    await page.waitForTimeout(8000);
    const records = await page.evaluate(() => window.recorder.records.splice(0));
    const id = first?.exercise.id;
    expect(records.every((one) => one.pace === pace && one.exercise === id)).toBe(true);
    expect(records.map((one) => one.word)).not.toContain('');
    seen += records.length;
    wrong.push(...disagreements(records, timelineOf(first as PlannedExercise, pace), media.names));
  }
  expect(seen).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});

it('an exercise without clips runs on its poster and the clock, with the same overlay', async () => {
  const { press, until } = await start();
  await press('Down', 'Down', 'OK');
  await until('the exercise’s page', (now) => now.page === 'exercise' && !now.navigating);
  await press('OK');
  await until('the clock', (now) => now.view?.picture === 'poster');
  await press('OK');
  await until('a repetition', (now) => now.view?.overlay.phase === 'move');
});
