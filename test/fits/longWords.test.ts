/**
 * Words that no line holds, and texts that run from right to left, stay in their boxes on every screen:
 * the longest German word, Chinese, Japanese, emoji, Hebrew and Arabic in every field of a catalogue and
 * of a centre.
 */
import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppServices } from '../../src/app/services';
import { readCatalogue } from '../../src/catalogue/load';
import type { SessionSummary } from '../../src/playback/controller/controller';
import { emptyMemory } from '../../src/session/memory/memory';
import { type Served, serve } from '../../tools/serve';
import type { Remote } from '../browser/remote';
import { appInBrowser } from '../support/appInBrowser';
import { Fitting, SIZES_MEASURED } from '../support/fitting';
import { longCatalogue, longCentre } from '../support/longWords';

const FILES: Record<string, () => string> = {
  '/static/catalogue/thuisoefeningen-rug.json': longCatalogue,
  '/centre.json': longCentre,
  // Without video the texts are the same.
  '/static/media/index.json': () => '{"exercises":{}}',
};

const serveLongWords = (): Promise<Served> =>
  serve({
    intercept({ url = '' }, response: ServerResponse) {
      const file = FILES[url.split('?')[0] ?? ''];
      if (!file) return false;
      response.setHeader('Content-Type', 'application/json');
      response.end(file());
      return true;
    },
  });

/** Letters that no font has take other widths in a small window. */
const WHOLE = { width: 1920, height: 1080 };

/** Exercises of one part, of several, with variants, and with a caution. */
const IDS = ['bekken-ruglig', 'bekken-zit', 'brug', 'zijplank', 'rug-buiklig', 'rek-rug-schouders'];
/** The waiting room drifts by so much against burn-in, px. */
const DRIFT = 0.015 * 1920;
const isDrift = (misfit: string): boolean =>
  Number(/: (\d+) px out at the \w+ of the safe area$/.exec(misfit)?.[1] ?? 99) <= DRIFT;

it('the catalogue of long words is one that the app takes', () => {
  const { catalogue, problems } = readCatalogue(longCatalogue(), 'long.json');
  expect(problems).toEqual([]);
  expect(catalogue?.exercises).toHaveLength(23);
});

const app = appInBrowser(serveLongWords);

describe.each(SIZES_MEASURED)('%s', { retry: 0 }, (size) => {
  let fitting: Fitting;
  let remote: Remote;

  beforeAll(async () => {
    const { settings } = emptyMemory(7);
    fitting = await Fitting.open(
      app.browser,
      app.server.address,
      { language: 'nl', size },
      {
        settings,
        history: ['21', '22', '23'].map((day) => ({
          day: `2026-11-${day}`,
          routine: 'today',
          exercises: IDS.map((exercise) => ({
            exercise,
            category: 'kracht',
            ending: 'done',
            seconds: 260,
          })),
        })),
        routines: [{ id: 'own-1', title: 'routine.name.morning', items: [{ exercise: 'brug' }] }],
      },
      WHOLE,
    );
    remote = fitting.remote;
  });

  afterAll(async () => {
    await remote?.page.close();
  });

  beforeEach(() => fitting.begin());

  afterEach(() => {
    expect(remote?.errors).toEqual([]);
    expect(fitting.misfits).toEqual([]);
  });

  it('home, row by row, and its dialogs', async () => {
    const rows = await fitting.inApp(({ library }) => library.categories.length + 2);
    await fitting.measure('home');
    for (let row = 1; row <= rows; row += 1) {
      await remote.press('Down');
      await fitting.measure(`home row ${row}`);
      await remote.press('Right', 'Right', 'Right', 'Right');
      await fitting.measure(`home row ${row}, on`);
    }
    await remote.press('OK');
    await fitting.measure('advice');
    await remote.press('Back');
    await fitting.go('exercise/none', 'home');
    await fitting.measure('home with a notice');
    expect(fitting.measured).toBeGreaterThan(60);
  });

  it('exercises, page by page', async () => {
    for (const id of IDS) {
      await fitting.go(`exercise/${id}`, 'exercise');
      await fitting.measure(id);
      await remote.press('Down');
      await fitting.measure(`${id}, page 2`);
      await remote.press('Up');
    }
    // What one's dose is, in which way, and in which routine.
    await fitting.go('home', 'home');
    await fitting.go('exercise/bekken-zit', 'exercise');
    await remote.until('the start', ({ focus }) => focus === 'button:start');
    for (let n = 0; n < 6 && (await remote.state()).focus !== 'button:add'; n += 1) {
      await remote.press('Right');
    }
    await remote.press('OK');
    expect((await remote.state()).dialog).toBe('which');
    await fitting.measure('in a routine');
    await remote.press('Back', 'Left', 'OK');
    await fitting.measure('adjust');
    await remote.press('Right');
    await fitting.measure('adjust, another way');
    await remote.press('Back');
    expect(fitting.measured).toBeGreaterThan(60);
  });

  it('routines, what is added to them, a code, what was done, the settings', async () => {
    await fitting.go('routine/today', 'routine');
    await fitting.measure('today');
    for (let at = 0; at < 7; at += 1) {
      await fitting.go(`routine/centre-routine-${at}`, 'routine');
      await fitting.measure(`routine ${at}`);
    }
    await fitting.go('add/own-1', 'add');
    await fitting.measure('add');
    await remote.press('Down');
    await fitting.measure('add, row 2');
    await fitting.go('take/U6AH44', 'take');
    await fitting.measure('take');
    await fitting.go('history', 'history');
    await fitting.measure('history');
    await remote.press('Down', 'OK');
    await fitting.measure('a session');
    await remote.press('Back');
    await fitting.go('about', 'about');
    await fitting.measure('about');
    await remote.page.evaluate(() => {
      const handle = window as unknown as { beweegMee: { services: AppServices } };
      const { library, sessions } = handle.beweegMee.services;
      sessions.summary = {
        routine: 'today',
        outcomes: library.exercises.slice(0, 9).map((exercise, at) => ({
          exercise,
          outcome: at % 2 ? 'done' : 'hurt',
          finished: true,
        })),
        seconds: 1500,
      } satisfies SessionSummary;
    });
    await fitting.go('done', 'done');
    await fitting.measure('done');
    expect(fitting.measured).toBeGreaterThan(60);
  });

  it('the player: its steps, its captions, its pause and its questions', async () => {
    for (const id of ['brug', 'bekken-zit']) {
      await fitting.inApp(({ narrator }) =>
        narrator.change({ ...narrator.settings, voice: 'everything', captions: true }),
      );
      await fitting.go(`exercise/${id}`, 'exercise');
      await remote.press('OK');
      await remote.until('the player', (now) => now.view?.overlay.phase === 'prepare');
      await fitting.measure(`${id}, prepare`);
      await remote.press('OK');
      await remote.until(
        'a step',
        ({ view }) => view !== undefined && view.overlay.phase !== 'prepare',
      );
      await fitting.measure(`${id}, a step`);
      await remote.press('OK');
      await fitting.measure(`${id}, pause`);
      for (const key of ['Up', 'Down', 'Back'] as const) {
        await remote.press(key);
        await fitting.measure(`${id}, dialog at ${key}`);
        if (key !== 'Back') await remote.press('Back');
      }
      await remote.press('Right', 'OK');
      await remote.until('the exercise’s page', (now) => now.page === 'exercise');
    }
    expect(fitting.measured).toBeGreaterThan(40);
  });

  it('a group: its phases, its pause and its questions', async () => {
    const { settings } = emptyMemory(7);
    const one = { language: 'nl', size } as const;
    const alone = fitting;
    fitting = await Fitting.open(
      app.browser,
      app.server.address,
      one,
      {
        settings: { ...settings, group: 'waits' },
      },
      WHOLE,
    );
    const group = fitting.remote;
    for (const id of ['bekken-zit', 'zijplank']) {
      await fitting.go(`exercise/${id}`, 'exercise');
      await group.press('OK');
      await group.until('the group', (now) => now.view !== undefined);
      await fitting.measure(`group, ${id}, before`);
      await group.press('OK');
      await group.until(
        'a step',
        ({ view }) => view !== undefined && view.overlay.phase !== 'prepare',
      );
      await fitting.measure(`group, ${id}, a step`);
      await group.press('OK');
      await fitting.measure(`group, ${id}, pause`);
      await group.press('Back', 'Right', 'OK');
      await group.until('the exercise’s page', (now) => now.page === 'exercise');
    }
    const { measured, misfits } = fitting;
    expect(group.errors).toEqual([]);
    await group.page.close();
    fitting = alone;
    expect(misfits).toEqual([]);
    expect(measured).toBeGreaterThan(30);
  });

  it('a waiting room: every exercise and every advice', async () => {
    await fitting.go('waiting-room', 'waiting-room');
    for (let step = 0; step < 24; step += 1) {
      await remote.page.evaluate(() => {
        interface RoomPage {
          pageName?: string;
          room: { next(): void };
        }
        const handle = window as unknown as {
          beweegMee: { app: { tag(name: string): { children: RoomPage[] } } };
        };
        const pages = handle.beweegMee.app.tag('Pages').children;
        pages.find(({ pageName }) => pageName === 'waiting-room')?.room.next();
      });
      await fitting.measure(`waiting room, ${step}`);
    }
    fitting.misfits = fitting.misfits.filter((misfit) => !isDrift(misfit));
    expect(fitting.measured).toBeGreaterThan(100);
  });
});
