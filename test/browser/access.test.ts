/**
 * Tests the accessible page in a real browser: axe-core finds no fault, it follows the focus, and it costs
 * little.
 */
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { appInBrowser } from '../support/appInBrowser';
import { DAY, ONLY_THREE } from '../support/today';
import { openLab } from './lab';
import { frames, timers } from './passing';
import type { Key, Remote } from './remote';

/** Most elements of a screen; `docs/decisions/012-screen-readers.md` has the measured numbers. */
const MOST_ELEMENTS = 120;
/** Longest time of one update while everything moves, ms: far above the measured times. */
const MOST_MS = 25;

const OWN = {
  id: 'own-1',
  title: 'Mijn routine',
  items: [{ exercise: 'brug' }, { exercise: 'zijplank' }],
};

const app = appInBrowser(openLab);
let remote: Remote;

beforeEach(async () => {
  remote = await app.open({ memory: { ...ONLY_THREE, routines: [OWN] }, day: DAY });
});

interface Handle {
  mirror: { size: number; cost: { looks: number; ms: number; worst: number } };
}

/** Number of updates so far. */
const looks = () =>
  remote.page.evaluate(
    () => (window as unknown as { beweegMee: Handle }).beweegMee.mirror.cost.looks,
  );

/** A little longer than the mirror waits between two updates, ms. */
const BETWEEN_LOOKS_MS = 250;

/** Waits until the mirror has taken over what is on screen. */
async function looked() {
  await timers(remote.page, BETWEEN_LOOKS_MS);
  await frames(remote.page);
}

/** Returns the faults that axe finds, the number of elements, and the name of the focused element. */
async function check(screen: string): Promise<string> {
  const { page } = remote;
  await looked();
  // Runs axe through the debugger, since the page's policy forbids foreign scripts.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
  expect(found, screen).toEqual([]);
  const { focused, size } = await page.evaluate(() => ({
    focused:
      document.activeElement?.getAttribute('aria-label') ??
      document.activeElement?.textContent ??
      '',
    size: (window as unknown as { beweegMee: Handle }).beweegMee.mirror.size,
  }));
  expect(size, screen).toBeLessThanOrEqual(MOST_ELEMENTS);
  expect(focused, screen).not.toBe('');
  console.log(`${screen}: ${size} elements, on "${focused.slice(0, 60)}"`);
  return focused;
}

const opened = (name: string) => remote.until(name, (now) => now.page === name && !now.navigating);

const go = async (hash: string, name: string) => {
  await remote.page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await opened(name);
};

it('axe-core finds nothing to complain about on any screen', async () => {
  await check('home');
  await remote.press('Back');
  await check('a dialog');
  await remote.press('Back');
  await go('exercise/brug', 'exercise');
  await check('exercise');
  await go('settings', 'settings');
  await check('settings');
  await go('history', 'history');
  await check('history');
  await go('routine/own-1', 'routine');
  await remote.press('Right');
  await check('routine builder');
  await go('exercise/brug', 'exercise');
  await remote.press('OK');
  await remote.until('the picture', (now) => now.view?.state === 'playing');
  await check('player');
  await remote.press('OK');
  await remote.until('the exercise', (now) => now.view?.overlay.phase === 'move');
  await remote.press('OK');
  await remote.until('the pause', (now) => now.view?.pause === 'paused');
  expect(await check('player, paused')).toBe('Verder');
  await remote.press('Up');
  await check('pause menu');
});

it('a key on what has the page’s focus reaches the app, once', async () => {
  await go('exercise/brug', 'exercise');
  await remote.press('OK');
  await remote.until('the picture', (now) => now.view?.state === 'playing');
  await remote.press('OK');
  await remote.until('the exercise', (now) => now.view?.overlay.phase === 'move');
  // Notes every key that reaches the app twice.
  await remote.page.evaluate(() => {
    const noted: string[] = [];
    const { beweegMee } = window;
    const note = () => {
      const pause = beweegMee?.state().view?.pause ?? '';
      if (pause !== noted[noted.length - 1]) noted.push(pause);
      requestAnimationFrame(note);
    };
    note();
    Object.assign(window, { noted });
  });
  const becomes = (pause: string) =>
    remote.until(`the exercise ${pause}`, ({ view }) => view?.pause === pause);
  for (const pause of ['paused', 'running', 'paused']) {
    await remote.press('OK');
    await becomes(pause);
  }
  // Clicks the element, as a screen reader does.
  await looked();
  await remote.page.evaluate(() => (document.activeElement as HTMLElement).click());
  await becomes('running');
  await looked();
  expect(
    await remote.page.evaluate(() => (window as unknown as { noted: string[] }).noted),
  ).toEqual(['running', 'paused', 'running', 'paused', 'running']);
});

it('costs little while one moves about', async () => {
  // Notes the duration of each update, ms.
  await remote.page.evaluate(() => {
    const taken: number[] = [];
    const { cost } = (window as unknown as { beweegMee: Handle }).beweegMee.mirror;
    let { looks, ms } = cost;
    const note = () => {
      for (; looks < cost.looks; looks += 1) taken.push((cost.ms - ms) / (cost.looks - looks));
      ms = cost.ms;
      requestAnimationFrame(note);
    };
    note();
    Object.assign(window, { taken });
  });
  const walk: Key[] = ['Down', 'Down', 'Right', 'Right', 'Right', 'Down', 'Down', 'Right', 'Up'];
  await remote.press(...walk, ...walk);
  const taken = await remote.page.evaluate(() => (window as unknown as { taken: number[] }).taken);
  const [quickest = Number.NaN] = [...taken].sort((a, b) => a - b).slice(taken.length >> 2);
  console.log(`${taken.length} looks, ${quickest.toFixed(2)} ms for one of the quickest quarter`);
  // Each key moved the focus, and the mirror followed each time.
  expect(taken.length).toBeGreaterThan(10);
  // Other programs slow some updates, so the test judges the quickest ones.
  expect(quickest).toBeLessThan(MOST_MS);
  // When nothing moves, there is no update.
  await looked();
  await looked();
  const still = await looks();
  await looked();
  await looked();
  expect((await looks()) - still).toBeLessThanOrEqual(1);
});
