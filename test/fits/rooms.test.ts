/**
 * Tests that every text fits its box on the other screens: codes and phones, the page about the app, a
 * group, and a waiting room.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppServices } from '../../src/app/services';
import type { Exercise } from '../../src/catalogue/types';
import { emptyMemory } from '../../src/session/memory/memory';
import type { Log } from '../../src/tv/log';
import type { Remote } from '../browser/remote';
import { appInBrowser } from '../support/appInBrowser';
import { realExercises } from '../support/catalogue';
import { CASES, Fitting, serveWithoutVideo } from '../support/fitting';

/** The code of four exercises at the brochure's doses. */
const CODE = 'U6AH44';
/** Largest shift of the waiting room against burn-in, px. What stands at the edge leaves it by that much. */
const DRIFT = 0.015 * 1920;

const isDrift = (misfit: string): boolean =>
  Number(/: (\d+) px out at the \w+ of the safe area$/.exec(misfit)?.[1] ?? 99) <= DRIFT;

/** A sentence of the greatest length in the log, with words of every length. */
const LONG_SENTENCE =
  'catalogue/thuisoefeningen-rug.json: exercise "brug": parts[0].movement[2].seconds: expected whole or half seconds from 0.5 to 20 with their origin, as {"value": 2, "from": "ours"}; '.repeat(
    2,
  );

/** Steps of the waiting room's loop: all its exercises and all pieces of advice. */
const STEPS = 40;

const app = appInBrowser(serveWithoutVideo);

// No second try: it would begin where the first one ended, and measure other screens.
describe.each(CASES)('$language, $size', { retry: 0 }, (one) => {
  let fitting: Fitting;
  let remote: Remote;

  beforeAll(async () => {
    fitting = await Fitting.open(app.browser, app.server.address, one, {
      settings: { ...emptyMemory(7).settings, group: 'waits' },
    });
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

  it('what the app is, row by row', async () => {
    await fitting.go('about', 'about');
    await fitting.measure('about');
    let before = '';
    for (let row = 0; row < 20 && before !== (await remote.state()).focus; row += 1) {
      before = (await remote.state()).focus;
      await remote.press('Down');
      await fitting.measure(`about, row ${row}`);
    }
    expect(fitting.measured).toBeGreaterThan(10);
  });

  it('the technical panel, from its top to its end', async () => {
    await fitting.go('home', 'home');
    await remote.page.evaluate((sentence) => {
      const { log } = (window as unknown as { beweegMee: { log: Log } }).beweegMee;
      for (let n = 0; n < 20; n += 1) log.add('warning', 'offline', `${n} ${sentence}`);
    }, LONG_SENTENCE);
    await fitting.go('log', 'home');
    await remote.until('the panel', (now) => now.dialog === 'log');
    for (let n = 0; n < 6; n += 1) {
      await fitting.measure(`technical, ${n}`);
      await remote.press('Down');
    }
    await remote.press('Back');
    expect(fitting.measured).toBeGreaterThan(100);
  });

  it('a code: typed, wrong, and what it brings', async () => {
    await fitting.go('code', 'code');
    await fitting.measure('code');
    await remote.press('OK', 'OK', 'OK', 'OK', 'OK', 'OK');
    await fitting.measure('code, typed');
    await fitting.go('home', 'home');
    await fitting.go('code/222222', 'code');
    await fitting.measure('code, wrong');
    await fitting.go(`code/${CODE}`, 'routine');
    await fitting.measure('code, routine');
    await fitting.go(`take/${CODE}`, 'take');
    await fitting.measure('take');
    expect(fitting.measured).toBeGreaterThan(60);
  });

  it('a group: its start, its phases, its menu', async () => {
    await fitting.go('home', 'home');
    await fitting.measure('group, home');
    for (const id of ['brug', 'zijplank', 'bekken-zit']) {
      await fitting.go(`exercise/${id}`, 'exercise');
      await remote.press('OK');
      await remote.until('the group', (now) => now.view !== undefined);
      await fitting.measure(`group, ${id}, before`);
      await remote.press('OK');
      await fitting.measurePhases(`group, ${id}`, realExercises().get(id) as Exercise, ['prepare']);
      await remote.press('OK');
      await fitting.measure(`group, ${id}, pause`);
      await remote.press('Up');
      await fitting.measure(`group, ${id}, menu`);
      await remote.press('Back', 'Back');
      await fitting.measure(`group, ${id}, leave`);
      await remote.press('Right', 'OK');
      await remote.until('the exercise’s page', (now) => now.page === 'exercise');
    }
    expect(fitting.measured).toBeGreaterThan(100);
  });

  it('a waiting room: every exercise, every advice, the desk, and the way out', async () => {
    await fitting.go('waiting-room', 'waiting-room');
    const shown = new Set<string>();
    for (let step = 0; step < STEPS; step += 1) {
      const name = await remote.page.evaluate(() => {
        interface RoomPage {
          pageName?: string;
          room: { next(): void; view: { step?: { exercise?: object; advice?: object } } };
        }
        const handle = window as unknown as {
          beweegMee: { app: { tag(name: string): { children: RoomPage[] } } };
        };
        const pages = handle.beweegMee.app.tag('Pages').children;
        const room = pages.find(({ pageName }) => pageName === 'waiting-room')?.room;
        room?.next();
        const { advice, exercise } = room?.view.step ?? {};
        return ((exercise ?? advice) as { id: string } | undefined)?.id ?? '';
      });
      if (shown.has(name)) continue;
      shown.add(name);
      await fitting.measure(`waiting room, ${name}`);
    }
    expect(shown.size).toBeGreaterThan(18);
    fitting.misfits = fitting.misfits.filter((misfit) => !isDrift(misfit));
    await remote.press('OK');
    await fitting.measure('waiting room, desk');
    fitting.misfits = fitting.misfits.filter((misfit) => !isDrift(misfit));
    await remote.press('Back');
    expect((await remote.state()).dialog).toBe('leave-waiting-room');
    await fitting.measure('waiting room, leave');
    await remote.press('Back');
    // Gives the centre a PIN: the page then asks for it, and says when it is wrong.
    const setPin = (pin?: string) =>
      remote.page.evaluate((kept) => {
        const handle = window as unknown as { beweegMee: { services: AppServices } };
        handle.beweegMee.services.centre.pin = kept;
      }, pin);
    await setPin('none fits');
    await remote.press('OK', 'Back');
    expect((await remote.state()).focus).toBe('pin:5');
    await remote.press('OK', 'OK', 'OK', 'OK');
    await fitting.measure('waiting room, PIN');
    await remote.press('Down', 'Down', 'Right', 'OK');
    await fitting.measure('waiting room, wrong PIN');
    await setPin(undefined);
    await remote.press('Back');
    await remote.press('OK', 'Back', 'Right', 'OK');
    await remote.until('home', (now) => now.page === 'home');
  });
});
