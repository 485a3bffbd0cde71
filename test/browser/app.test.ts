/** Tests the built app in a real browser, with six keys. */
import { describe, expect, it } from 'vitest';
import { emptyMemory } from '../../src/session/memory/memory';
import { type PlannedExercise, timelineOf } from '../../src/session/routine/plan';
import { CODES } from '../../src/texts/languages';
import type { Page } from '../../tools/workbench';
import { disagreements } from '../support/agreement';
import { appInBrowser } from '../support/appInBrowser';
import { type BarcodeMedia, barcodeMedia } from '../support/barcode';
import { DAY, ONLY_THREE, plannedThree } from '../support/today';
import { bundlePage, openLab } from './lab';
import type { AppRecord } from './pages/recorder';
import type { Key, ScreenState } from './remote';

const planned: PlannedExercise[] = plannedThree();
let media: BarcodeMedia;

const app = appInBrowser(async () => {
  media = await barcodeMedia(planned.map((one) => timelineOf(one, 1)));
  return openLab(media);
});

/** Makes storage fail as a browser does when cookies are blocked. It runs in the page. */
const blockStorage = () =>
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });

interface Noted {
  /** When the app's own script had run, ms. */
  ranAt: number;
  /** Addresses of the files whose text had been read before that. */
  read: string[];
  noted: { canvas: HTMLCanvasElement; kind: string; at: number }[];
  beweegMee?: { state(): ScreenState; app: { stage: { getCanvas(): HTMLCanvasElement } } };
}

/** Notes the time when the app's script has run (it sets a global name), and the files read until then. */
const NOTE_RUN = `
  window.read = [];
  const text = Response.prototype.text;
  Response.prototype.text = function () {
    if (!window.ranAt) window.read.push(this.url);
    return text.call(this);
  };
  Object.defineProperty(window, 'APP_be_beweegmee_app', {
    configurable: true,
    set(app) {
      window.ranAt = performance.now();
      Object.defineProperty(window, 'APP_be_beweegmee_app', { value: app });
    },
  });
`;

/** Notes which canvas is asked for which context, and when, ms. It runs in the page. */
const noteContexts = () => {
  const page = window as unknown as Noted;
  page.noted = [];
  const ask = HTMLCanvasElement.prototype.getContext as (
    this: HTMLCanvasElement,
    kind: string,
    options?: object,
  ) => RenderingContext | null;
  const noting: typeof ask = function (kind, options) {
    page.noted.push({ canvas: this, kind, at: performance.now() });
    return ask.call(this, kind, options);
  };
  HTMLCanvasElement.prototype.getContext = noting as HTMLCanvasElement['getContext'];
};

const start = () => app.open({ memory: ONLY_THREE, day: DAY });

describe('from home', () => {
  it('boots to one focus, on today’s routine', async () => {
    const { state } = await start();
    expect(await state()).toMatchObject({ page: 'home', focus: 'button:start' });
  });

  // The language of the set, the language chosen in the app, and a set whose language the app lacks.
  it.each([
    ...CODES.map((code) => [code, `${code}-BE`, undefined] as const),
    ['de', 'fr-BE', 'de'],
    ['nl', 'pl-PL', undefined],
  ] as const)('asks for what it reads first while its scripts are on their way, and once: %s of %s, chosen %s', async (expected, locale, language) => {
    const settings = { ...emptyMemory(7).settings, ...(language ? { language } : {}) };
    const context = await app.browser.newContext({ locale, serviceWorkers: 'block' });
    // The script waits for the last request, so that the order does not depend on speed.
    const areAsked = new Promise<void>((resolve) => {
      context.on('request', (request) => {
        if (request.url().endsWith(`texts/${expected}.json`)) resolve();
      });
    });
    await context.route('**/appBundle.js', async (route) => {
      await areAsked;
      await route.continue();
    });
    const { page } = await app.open({
      context,
      memory: { ...ONLY_THREE, settings },
      day: DAY,
      script: NOTE_RUN,
    });
    const { ranAt, read } = await page.evaluate(() => {
      const { ranAt, read } = window as unknown as Noted;
      return { ranAt, read };
    });
    const asked = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
        ({ name, startTime }) => ({ name, startTime }),
      ),
    );
    const of = (file: string) => asked.filter(({ name }) => name.endsWith(file));
    const texts = asked.filter(({ name }) => name.includes('/texts/'));
    expect(texts.map(({ name }) => name)).toEqual([
      expect.stringMatching(`texts/${expected}.json$`),
    ]);
    for (const file of [
      '/centre.json',
      'lexend-400.woff2',
      'lexend-600.woff2',
      'catalogue/thuisoefeningen-rug.json',
      'media/index.json',
      `texts/${expected}.json`,
    ]) {
      expect(of(file), file).toHaveLength(1);
      expect(of(file)[0]?.startTime, file).toBeLessThan(ranAt);
      if (file.endsWith('.json') && file !== '/centre.json')
        expect(
          read.filter((address) => address.endsWith(file)),
          file,
        ).toHaveLength(1);
    }
    await context.close();
  });

  it.each([
    ['webgl', '', {}],
    ['2d', '', { canvas2d: true }],
    ['2d', 'delete window.WebGLRenderingContext', {}],
  ] as const)('draws with what the set has, or the settings want, which is asked for while the scripts load: %s %s %o', async (kind, script, stage) => {
    const page = await app.openPage({ serviceWorkers: 'block' });
    await page.route('**/settings.json', async (route) => {
      const settings = await (await route.fetch()).json();
      Object.assign(settings.appSettings.stage, stage);
      await route.fulfill({ json: settings });
    });
    await page.addInitScript(script);
    await page.addInitScript(noteContexts);
    await page.addInitScript(NOTE_RUN);
    // The script waits for the canvas, so that the order does not depend on speed.
    if (kind === 'webgl')
      await page.route('**/appBundle.js', async (route) => {
        await page.waitForFunction(() => (window as unknown as Noted).noted.length > 0);
        await route.continue();
      });
    await page.goto(app.server.address);
    await page.waitForFunction(() => (window as unknown as Noted).beweegMee?.state().focus);
    const seen = await page.evaluate(() => {
      const { beweegMee, noted, ranAt } = window as unknown as Noted;
      const shown = beweegMee?.app.stage.getCanvas();
      const own = noted.filter(({ canvas }) => canvas === shown);
      return {
        kinds: [...new Set(own.map((one) => one.kind))],
        isEarly: (own[0]?.at ?? 0) < ranAt,
        isInPage: shown?.isConnected,
        // Contexts before Lightning checks for a graphics card.
        cards: noted.filter(({ at, kind }) => kind === 'webgl' && at < ranAt).length,
      };
    });
    expect(seen).toEqual({
      kinds: [kind],
      isEarly: kind === 'webgl',
      isInPage: true,
      cards: kind === 'webgl' ? 1 : 0,
    });
  });

  it('boots where the mere mention of storage throws, and says so', async () => {
    const context = await app.browser.newContext();
    await context.addInitScript(blockStorage);
    const page = await context.newPage();
    await page.goto(app.server.address);
    const told = () =>
      page.evaluate(() => {
        const { beweegMee } = window as unknown as {
          beweegMee?: {
            services: { memoryStore: { trouble?: string } };
            state(): { focus: string };
          };
        };
        return beweegMee && [beweegMee.state().focus, beweegMee.services.memoryStore.trouble];
      });
    await expect.poll(told).toEqual(['button:start', 'refused']);
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

/** Least number of pictures at each pace, and of the segments that they show. */
const PICTURES = 75;
const SEGMENTS = 4;
/** Longest wait for a few pictures, ms. */
const PICTURES_MS = 120_000;

/** Waits until this many pictures of the video were recorded at a pace. */
const recorded = (page: Page, pace: number, count: number) =>
  page.waitForFunction(
    ([wanted, many]) =>
      window.recorder.records.filter((one) => one.pace === wanted && one.picture === 'video')
        .length >= many,
    [pace, count] as const,
    { timeout: PICTURES_MS },
  );

it('what is drawn beside each picture is of that picture, at three paces', async () => {
  const { page, press, until } = await start();
  await page.evaluate(await bundlePage('recorder'));
  await press('OK');
  await until('the player', (now) => now.view?.state === 'playing');
  await page.evaluate(() => window.recorder.start());
  await press('OK');
  for (const [pace, key] of [
    [1, undefined],
    [0.75, 'Left'],
    [1, 'Right'],
    [1.25, 'Right'],
  ] as [number, Key | undefined][]) {
    if (key) await press(key);
    const isAtPace = ({ view }: ScreenState) => view?.pace === pace && view.state === 'playing';
    await until(`pace ${pace}, playing`, isAtPace);
    // Skips the pictures of the former pace that are still on their way.
    await recorded(page, pace, 5);
    await page.evaluate(() => window.recorder.records.splice(0));
    const records: AppRecord[] = [];
    const segments = () => new Set(records.map((one) => `${one.exercise} ${one.segment}`)).size;
    while (records.length < PICTURES || segments() < SEGMENTS) {
      await recorded(page, pace, 10);
      const looks = await page.evaluate(() => window.recorder.records.splice(0));
      records.push(...looks.filter(({ picture }) => picture === 'video'));
    }
    expect(new Set(records.map((one) => one.pace))).toEqual(new Set([pace]));
    expect(records.map((one) => one.word)).not.toContain('');
    // On a slow machine the next exercise may have begun.
    const wrong = planned.flatMap((one) => {
      const own = records.filter(({ exercise }) => exercise === one.exercise.id);
      return disagreements(own, timelineOf(one, pace), media.names);
    });
    expect(wrong).toEqual([]);
  }
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
