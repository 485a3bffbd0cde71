/** Tests the built app with 230 exercises, laid out by a build: first the portion of the day, then all. */
import { afterEach, expect, it } from 'vitest';
import { appInBrowser } from '../support/appInBrowser';
import { largeFiles } from '../support/large';
import { openLab } from './lab';
import type { Remote } from './remote';

const WHOLE = 'static/catalogue/thuisoefeningen-rug.json';
/** While it exists, requests for the whole catalogue wait for it. */
let held: Promise<void> | undefined;

const app = appInBrowser(async () => {
  const files = largeFiles(10);
  const lab = await openLab();
  lab.also = (request, response) => {
    const path = (request.url ?? '').slice(1);
    const text = files[path];
    if (text === undefined) return false;
    response.setHeader('Content-Type', 'application/json');
    const wait = path === WHOLE ? held : undefined;
    void Promise.resolve(wait).then(() => response.end(text));
    return true;
  };
  return lab;
});

afterEach(() => {
  held = undefined;
});

interface Large {
  services: { isWhole: boolean; library: { exercises: unknown[] } };
}

/** Number of exercises when all are loaded, else undefined. */
const whole = ({ page }: Remote) =>
  page.evaluate(() => {
    const { isWhole, library } = (window as unknown as { beweegMee: Large }).beweegMee.services;
    return isWhole ? library.exercises.length : undefined;
  });

const askedFor = () => app.server.asked.filter((path) => path.includes('/catalogue/'));

// On days that the start script counts in another way than the app, the page requests two portions.
it.each([
  '2026-11-29',
  '2026-12-31',
  '2027-01-01',
  '2027-03-28',
  '2028-02-29',
])('asks for one portion on %s, then for all', async (day) => {
  app.server.asked.length = 0;
  const remote = await app.open({ day });
  const portion = (Date.parse(day) / 86_400_000) % 3;
  await expect.poll(() => whole(remote)).toBe(230);
  expect(askedFor()).toEqual([
    `/static/catalogue/thuisoefeningen-rug.portion-${portion}.json`,
    `/${WHOLE}`,
  ]);
  expect((await remote.state()).focus).toBe('button:start');
});

it('plays today’s routine when all is there, though OK came before', async () => {
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  const remote = await app.open({ day: '2026-11-29' });
  await remote.page.keyboard.press('Enter');
  await remote.until('a page on its way', ({ navigating, page }) => navigating && page === 'home');
  release();
  const { view } = await remote.until('the player', ({ page }) => page === 'player');
  expect(view?.index).toBe(0);
});

it('offers those that come later as well, at the end of their row', async () => {
  const remote = await app.open({ day: '2026-11-29' });
  await expect.poll(() => whole(remote)).toBe(230);
  await remote.press('Down', 'Down');
  for (let n = 0; n < 60; n += 1) await remote.page.keyboard.press('ArrowRight');
  const { focus } = await remote.state();
  expect(focus).toMatch(/^tile:.*-\d+$/);
  await remote.press('OK');
  await remote.until('its page', ({ page }) => page === 'exercise');
});
