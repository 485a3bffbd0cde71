/**
 * Tests that every text fits its box, on every screen, in every language, at the usual and the largest size.
 * It measures the running app with the real font.
 *
 * `FITS_LANGUAGE=fr` measures one language, `FITS_SIZE=largest` one size.
 */

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppServices } from '../../src/app/services';
import { phases } from '../../src/catalogue/phases';
import type { Exercise } from '../../src/catalogue/types';
import type { SessionSummary } from '../../src/playback/controller/controller';
import type { Memory, SessionRecord } from '../../src/session/memory/memory';
import { MAX_ITEMS } from '../../src/session/routine/routines';
import type { DrawnWord } from '../browser/pages/boxes';
import type { Remote } from '../browser/remote';
import { appInBrowser } from '../support/appInBrowser';
import { realExercises } from '../support/catalogue';
import { CASES, Fitting, serveWithoutVideo } from '../support/fitting';

/** As many exercises as a routine can hold, in the brochure's order. */
const MOST = [...realExercises().values()].slice(0, MAX_ITEMS).map(({ id }) => ({ exercise: id }));

/** A session on each earlier day, with one exercise of each category. */
const PER_CATEGORY = new Map([...realExercises().values()].map((one) => [one.category, one.id]));
const HISTORY: SessionRecord[] = ['21', '22', '23', '24'].map((day, at) => ({
  day: `2026-11-${day}`,
  routine: at % 2 ? 'today' : 'own-2',
  exercises: [...PER_CATEGORY].map(([category, exercise]) => ({
    exercise,
    category,
    ending: 'done',
    seconds: 260,
  })),
}));

/** An empty and a full routine of the patient. */
const MEMORY: Partial<Memory> = {
  history: HISTORY,
  routines: [
    { id: 'own-1', title: 'routine.name.morning', items: [] },
    { id: 'own-2', title: 'routine.name.evening', items: MOST },
  ],
};

/** A word that is too long for its line becomes smaller, but not smaller than this, px. */
const LEAST_WORD = { normal: 73, large: 73, largest: 106 };

const app = appInBrowser(serveWithoutVideo);

// No second try: it would begin where the first one ended, and measure other screens.
describe.each(CASES)('$language, $size', { retry: 0 }, (one) => {
  const { size } = one;
  let fitting: Fitting;
  let remote: Remote;

  // One app for all screens of a language and a size.
  beforeAll(async () => {
    fitting = await Fitting.open(app.browser, app.server.address, one, MEMORY);
    remote = fitting.remote;
  });

  afterAll(async () => {
    await remote?.page.close();
  });

  beforeEach(() => fitting.begin());

  afterEach(() => {
    expect(remote?.errors).toEqual([]);
  });

  const measure = (screen: string) => fitting.measure(screen);
  const open = (hash: string, page: string) => fitting.go(hash, page);
  const inApp = <T>(look: (services: AppServices) => T): Promise<T> => fitting.inApp(look);

  it('home: every row to its end, its dialogs and its notices', async () => {
    await measure('home');
    const rows = await inApp(({ library }) => library.categories.length + 2);
    for (let row = 1; row <= rows; row += 1) {
      await remote.press('Down');
      await measure(`home row ${row}`);
      for (let screenful = 1; screenful <= 2; screenful += 1) {
        await remote.press('Right', 'Right', 'Right', 'Right', 'Right');
        await measure(`home row ${row}, ${screenful} on`);
      }
    }
    await remote.press('OK');
    await measure('advice');
    await remote.press('Back', 'Back');
    await measure('exit');
    await remote.press('Back');
    // Past the rows, to the hero's buttons and its minutes.
    for (let row = 0; row <= rows + 1; row += 1) await remote.press('Up');
    await remote.press('OK');
    expect((await remote.state()).dialog).toBe('language');
    await measure('languages');
    await remote.press('Back');
    await open('exercise/none', 'home');
    await measure('home with a notice');
    expect(fitting.measured).toBeGreaterThan(100);
    expect(fitting.misfits).toEqual([]);
  });

  it('an exercise: all of them, page by page', async () => {
    const ids = await inApp(({ library }) => library.exercises.map(({ id }) => id));
    expect(ids).toHaveLength(23);
    for (const id of ids) {
      await open(`exercise/${id}`, 'exercise');
      await measure(id);
      await remote.press('Down');
      await measure(`${id}, page 2`);
    }
    await open('exercise/rug-buiklig', 'exercise');
    await remote.press('OK');
    expect((await remote.state()).dialog).toBe('caution');
    await measure('caution');
    await remote.press('Back');
    expect(fitting.measured).toBeGreaterThan(23 * 10);
    expect(fitting.misfits).toEqual([]);
  });

  it('the settings, row by row, and what was done', async () => {
    await open('settings', 'settings');
    let before = '';
    let rows = 0;
    for (; before !== (await remote.state()).focus; rows += 1) {
      before = (await remote.state()).focus;
      await measure(before);
      await remote.press('Down');
    }
    expect(before).toBe('set:back');
    expect(rows).toBeGreaterThan(14);
    await remote.press('Up', 'OK');
    await measure('about');
    await remote.press('Back', 'Up', 'OK');
    for (let staff = ''; staff !== (await remote.state()).focus; ) {
      staff = (await remote.state()).focus;
      await measure(`staff ${staff}`);
      await remote.press('Down');
    }
    await remote.press('Back', 'Up', 'OK');
    await measure('erase');
    await remote.press('Back');
    await open('history', 'history');
    await measure('history');
    await remote.press('Down', 'OK');
    await measure('a session');
    await remote.press('Back');
    expect(fitting.misfits).toEqual([]);
  });

  it('routines, and the end of a session and of the app', async () => {
    await open('routine/own-1', 'routine');
    await measure('empty routine');
    await open('routine/today', 'routine');
    await measure('today');
    await open('routine/own-2', 'routine');
    await remote.press('Right');
    for (let at = 0; at < MOST.length; at += 4) {
      await measure(`routine ${at}`);
      await remote.press('Down', 'Down', 'Down', 'Down');
    }
    for (const [name, from, count] of [
      ['first', 0, 9],
      ['last', 12, 11],
    ] as const) {
      await remote.page.evaluate(
        ([first, many]) => {
          const handle = window as unknown as { beweegMee: { services: AppServices } };
          const { library, sessions } = handle.beweegMee.services;
          const outcomes = ['done', 'skipped', 'hurt', 'hurt'] as const;
          sessions.summary = {
            routine: 'own-2',
            outcomes: library.exercises.slice(first, first + many).map((exercise, at) => ({
              exercise,
              outcome: outcomes[at % 4] ?? 'done',
              finished: at % 4 !== 2,
            })),
            seconds: 1500,
          } satisfies SessionSummary;
        },
        [from, count] as const,
      );
      await open('done', 'done');
      await measure(`done ${name}`);
      await open('routine/today', 'routine');
    }
    await open('add/own-2', 'add');
    await measure('add');
    await open('bye', 'bye');
    await measure('bye');
    expect(fitting.misfits).toEqual([]);
  });

  it('the phase’s word, and every step’s: two lines at most, and large', async () => {
    // Text, since the page cannot use the names of this file.
    const names = JSON.stringify(Object.keys(phases));
    const words = (await remote.page.evaluate(`{
      const { library, t } = window.beweegMee.services;
      const steps = library.exercises.flatMap((one) => one.parts.flatMap((part) => part.movement));
      const own = steps.flatMap(({ word }) => (word ? [word] : []));
      [...new Set([...${names}.map((one) => t('phase.' + one)), ...own])];
    }`)) as string[];
    expect(words.length).toBeGreaterThan(20);
    await open('exercise/brug', 'exercise');
    await remote.press('OK');
    await remote.until('the player', (now) => now.view !== undefined);
    const drawn = (await remote.page.evaluate(
      `window.boxes.drawWords(${JSON.stringify(words)})`,
    )) as DrawnWord[];
    const small = drawn.filter(({ fontSize, lines }) => fontSize < LEAST_WORD[size] || lines > 2);
    expect(small).toEqual([]);
  });

  it('the player: its phases, its pause and its questions', async () => {
    for (const id of ['rek-rug-schouders', 'zijplank', 'superman']) {
      const exercise = realExercises().get(id) as Exercise;
      // Shows the longest captions that can stand on the screen together.
      await inApp(({ narrator }) => narrator.change({ ...narrator.settings, voice: 'everything' }));
      if (id === 'zijplank') {
        await inApp(({ narrator }) => narrator.change({ ...narrator.settings, captions: true }));
      }
      await open(`exercise/${id}`, 'exercise');
      await remote.press('OK');
      await remote.until('the player', (now) => now.view?.overlay.phase === 'prepare');
      await measure(`${id}, prepare`);
      await remote.press('OK');
      await fitting.measurePhases(id, exercise, ['prepare']);
      await remote.press('Left');
      await remote.until('another pace', ({ view }) => view !== undefined && view.pace < 1);
      await measure(`${id}, slower`);
      await remote.press('OK');
      await measure(`${id}, pause`);
      for (const [key, dialog] of [
        ['Up', 'menu'],
        ['Down', 'pain'],
        ['Back', 'leave'],
      ] as const) {
        await remote.press(key);
        expect((await remote.state()).dialog).toBe(dialog);
        await measure(`${id}, ${dialog}`);
        if (dialog !== 'leave') await remote.press('Back');
      }
      await remote.press('Right', 'OK');
      await remote.until('the exercise’s page', (now) => now.page === 'exercise');
      await remote.press('OK');
      if ((await remote.state()).dialog === 'resume') {
        await measure(`${id}, resume`);
        await remote.press('Back');
      }
    }
    expect(fitting.misfits).toEqual([]);
  });
});
