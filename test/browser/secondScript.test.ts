/**
 * Tests that the second script loads when home rests or a page needs it, and that home stays and says so
 * when it fails.
 */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from '../../tools/serve';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { DAY, ONLY_THREE } from '../support/today';
import { type ScreenState, setUp } from './remote';

/** The server's answer to a request for the second script. */
let answer: 'given' | 'refused' | 'ofAnotherBuild' = 'given';
let asked: string[] = [];
let browser: Browser;
let served: Served;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  served = await serve({
    intercept(request, response) {
      const path = (request.url ?? '').slice(1);
      asked.push(path);
      if (path !== 'secondScript.js' || answer === 'given') return false;
      response.statusCode = answer === 'refused' ? 503 : 200;
      response.setHeader('Content-Type', 'text/javascript');
      response.end(answer === 'refused' ? '' : 'throw new Error("of another build")');
      return true;
    },
  });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

afterEach(() => page?.close());

async function open(hash = '') {
  asked = [];
  page = await browser.newPage({ locale: 'nl-BE', serviceWorkers: 'block' });
  await setUp(page, { memory: ONLY_THREE, day: DAY });
  await page.goto(served.address + hash);
}

interface Screen {
  beweegMee?: { state(): ScreenState; app: { tag(name: string): { children: unknown[] } } };
}

const state = () => page.evaluate(() => (window as unknown as Screen).beweegMee?.state());

const isOn = (name: string) =>
  expect
    .poll(
      async () => {
        const now = await state();
        return now && !now.navigating ? now.page : '';
      },
      { timeout: 60_000 },
    )
    .toBe(name);

/** The text for screen readers: everything on the screen. */
const said = () => page.evaluate(() => document.body.textContent ?? '');

it('home stands before it is asked for, and has asked for it once it rests', async () => {
  answer = 'given';
  await open();
  await isOn('home');
  const times = () =>
    page.evaluate(() => ({
      painted: performance.getEntriesByName('first-paint')[0]?.startTime ?? 0,
      asked: performance
        .getEntriesByType('resource')
        .find(({ name }) => name.endsWith('/secondScript.js'))?.startTime,
    }));
  await expect.poll(async () => (await times()).asked, { timeout: 20_000 }).toBeDefined();
  const noted = await times();
  expect(noted.asked).toBeGreaterThan(noted.painted);
  expect(asked.filter((path) => path === 'secondScript.js')).toHaveLength(1);
});

it('another page asks for it at once', async () => {
  answer = 'given';
  await open('#history');
  await isOn('history');
  expect(asked.filter((path) => path === 'secondScript.js')).toHaveLength(1);
});

it('without it home says so, and the next press finds it', async () => {
  answer = 'refused';
  await open();
  await isOn('home');
  await page.keyboard.press('Enter');
  await expect.poll(said, { timeout: 60_000 }).toContain('Probeer het straks nog eens');
  await isOn('home');
  answer = 'given';
  await page.keyboard.press('Enter');
  await isOn('player');
});

it('where another version lies on the server, who wants it gets that version', async () => {
  answer = 'ofAnotherBuild';
  await open();
  await isOn('home');
  await expect.poll(() => asked.includes('secondScript.js'), { timeout: 20_000 }).toBe(true);
  asked = [];
  await page.keyboard.press('Enter');
  await expect.poll(() => asked.includes('appBundle.js'), { timeout: 60_000 }).toBe(true);
});
