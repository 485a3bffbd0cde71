/** Tests what the set remembers, in a real browser: power cuts, other days, broken documents. */
import { describe, expect, it } from 'vitest';
import { openLab } from '../browser/lab';
import type { ScreenState, SetUp } from '../browser/remote';
import { appInBrowser } from '../support/appInBrowser';
import { DAY, ONLY_THREE, plannedThree } from '../support/today';

const NEXT_DAY = '2026-11-26';

const app = appInBrowser(openLab);

const start = (how: SetUp = { memory: ONLY_THREE, day: DAY }) => app.open(how);

/** Plays past the first repetition, or past the first side where a set has one repetition for each side. */
async function playAWhile() {
  const { press, until } = app.remote;
  await press('OK');
  await until('the player', (now) => now.view?.state === 'playing');
  await press('OK');
  const isFurther = (now: ScreenState) => {
    const { phase, repetition = 1 } = now.view?.overlay ?? {};
    return repetition > 1 || phase === 'rest' || phase === 'switch';
  };
  await until('further on', isFurther, 60_000);
}

describe('a cut of power in the midst of an exercise', () => {
  it('home offers to go on first, and one OK goes on there', async () => {
    const { press, restart, until, memory } = await start();
    await playAWhile();
    await restart();
    const now = await until('home', ({ page }) => page === 'home');
    expect(now.focus).toBe('button:resume');
    const [checkpoint] = (await memory()).checkpoints;
    expect(checkpoint?.at.exercise).toBe(plannedThree()[0]?.exercise.id);
    await press('OK');
    const { view } = await until('the player', (one) => one.view?.exercise !== undefined);
    expect(view).toMatchObject({ exercise: { id: checkpoint?.at.exercise } });
    const { repetition, side } = checkpoint?.at ?? {};
    expect(view?.overlay).toMatchObject(side ? { repetition, side } : { repetition });
    await until('the film, counted in', (one) => one.view?.state === 'playing');
  });

  it('it can be put away, and stays away', async () => {
    const { press, restart, state } = await start();
    await playAWhile();
    await restart();
    await press('Right', 'Right', 'OK');
    expect((await state()).focus).toBe('button:start');
    await restart();
    expect((await state()).focus).toBe('button:start');
  });

  it('what was done till then is in the history', async () => {
    const { memory, press, restart, until } = await start();
    await playAWhile();
    await restart();
    expect((await memory()).history).toHaveLength(1);
    await press('Up', 'Right', 'OK');
    await until('the history', (now) => now.page === 'history' && now.focus === 'month');
    await press('Down');
    await until('the session', (now) => now.focus === 'session:0');
  });
});

it('pain is not asked about on the same day; once the next day; the shelf is two presses from home', async () => {
  const { memory, press, restart, state, until } = await start();
  await playAWhile();
  await press('Down');
  await until('the question', (now) => now.dialog === 'pain');
  await press('OK');
  const hurt = plannedThree()[0]?.exercise.id ?? '';
  expect((await memory()).pain).toMatchObject([{ exercise: hurt, day: DAY }]);
  await restart();
  expect((await state()).dialog).toBeUndefined();
  await restart(NEXT_DAY);
  await until('the question of the day after', (now) => now.dialog === 'painBack');
  await press('Up', 'Up', 'OK');
  await until('the shelf is offered', (now) => now.dialog === 'leaveOut');
  await press('OK');
  const left = (await memory()).shelf.find(({ exercise }) => exercise === hurt);
  expect(left).toEqual({ exercise: hurt, since: NEXT_DAY, reason: 'pain' });
  await restart();
  expect((await state()).dialog).toBeUndefined();
  // Down to the row of excluded exercises, then along it to the exercise that hurt.
  for (let n = 0; n < 20 && (await state()).focus !== `tile:${hurt}`; n += 1) {
    await press(n < 5 ? 'Down' : 'Right');
  }
  for (let n = 0; n < 30 && (await state()).focus !== `tile:${hurt}`; n += 1) await press('Right');
  await press('OK');
  await until(
    'the way back',
    (now) => now.dialog === 'leftOut' && now.focus === 'button:bringBack',
  );
  await press('OK');
  expect((await memory()).shelf.map(({ exercise }) => exercise)).not.toContain(hurt);
});

it('settings and an own routine are there after a restart', async () => {
  const { memory, press, restart, until } = await start({ memory: {}, day: DAY });
  await press('Up', 'Up', 'Right', 'Right', 'OK');
  await until('the settings', (now) => now.page === 'settings');
  await press('Right', 'Down', 'OK', 'Back');
  await until('home', (now) => now.page === 'home' && !now.navigating);
  await press('Down', 'Down', 'Down', 'OK', 'OK');
  await until('the new routine', (now) => now.focus === 'button:add');
  await press('OK');
  await until('the catalogue', (now) => now.page === 'add' && !now.navigating);
  await press('OK', 'Right', 'OK');
  await restart();
  expect(await memory()).toMatchObject({
    settings: { minutes: 15, waitForMe: true },
    routines: [{ id: 'own-1', items: [{}, {}] }],
  });
});

describe('a document', () => {
  it.each([
    ['corrupted', '{"app":"beweeg-mee","version":1,"seed":7,"settings":{"minutes":"tien"}}'],
    ['truncated', '{"app":"beweeg-mee","version":1,"seed":7,"sett'],
    ['of version 0', '{"mine":["brug"],"left":{}}'],
    ['of something else', '{"theme":"dark"}'],
  ])('%s ends in a working app', async (_, text) => {
    const { page, press, restart, state, until } = await start({ day: DAY });
    await page.evaluate((broken) => {
      // A closing page writes its memory. This removes the listener, so that the next page finds the broken
      // document.
      window.addEventListener('pagehide', () => localStorage.setItem('beweeg-mee.memory', broken));
    }, text);
    await restart();
    expect(await state()).toMatchObject({ page: 'home', focus: 'button:start' });
    await press('OK');
    await until('the player', (now) => now.view !== undefined);
  });
});
