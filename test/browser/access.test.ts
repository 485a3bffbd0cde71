/** What a screen reader is given, in a real browser: sound by axe-core, in step with the focus, cheap. */
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { DAY, ONLY_THREE } from '../support/today';
import { type Lab, openLab } from './lab';
import { holdRemote, type Key, type Remote } from './remote';

/** Elements that a screen may take at most; what is measured is in `docs/decisions/012-screen-readers.md`. */
const MOST_ELEMENTS = 120;
/** A look while everything moves, ms: far above what was measured, for machines that do other things too. */
const MOST_MS = 25;

const OWN = {
  id: 'own-1',
  title: 'Mijn routine',
  items: [{ exercise: 'brug' }, { exercise: 'zijplank' }],
};

let browser: Browser;
let lab: Lab;
let remote: Remote;

beforeAll(async () => {
  lab = await openLab();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

beforeEach(async () => {
  remote = await holdRemote(browser, lab.address, {
    memory: { ...ONLY_THREE, routines: [OWN] },
    day: DAY,
  });
});

afterEach(async () => {
  await remote.page.close();
  expect(remote.errors).toEqual([]);
});

interface Handle {
  mirror: { size: number; cost: { looks: number; ms: number; worst: number } };
}

/** What axe finds, the elements there are, and the name of what has the focus. */
async function check(screen: string): Promise<string> {
  const { page } = remote;
  // Longer than the mirror waits between two looks.
  await page.waitForTimeout(250);
  // Through the debugger's protocol: no policy for scripts stands in its way.
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
  for (const pause of ['paused', 'running', 'paused']) {
    await remote.press('OK');
    await remote.page.waitForTimeout(400);
    expect((await remote.state()).view?.pause).toBe(pause);
  }
  // The reader's own way to press.
  await remote.page.evaluate(() => (document.activeElement as HTMLElement).click());
  await remote.page.waitForTimeout(400);
  expect((await remote.state()).view?.pause).toBe('running');
});

it('costs little while one moves about', async () => {
  const cost = () =>
    remote.page.evaluate(() => ({
      ...(window as unknown as { beweegMee: Handle }).beweegMee.mirror.cost,
    }));
  const before = await cost();
  const walk: Key[] = ['Down', 'Down', 'Right', 'Right', 'Right', 'Down', 'Down', 'Right', 'Up'];
  await remote.press(...walk, ...walk);
  const after = await cost();
  const looks = after.looks - before.looks;
  const mean = (after.ms - before.ms) / looks;
  console.log(`${looks} looks, ${mean.toFixed(2)} ms each, ${after.worst.toFixed(1)} ms at most`);
  expect(looks).toBeGreaterThan(10);
  expect(mean).toBeLessThan(MOST_MS);
  // Nothing moves: nothing is looked at.
  await remote.page.waitForTimeout(600);
  const still = (await cost()).looks;
  await remote.page.waitForTimeout(600);
  expect((await cost()).looks - still).toBeLessThanOrEqual(1);
});
