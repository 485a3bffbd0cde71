/**
 * New content on screens that stay on: two versions behind one web server. A running waiting room
 * changes over between two steps; a broken version it doesn't show.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DebugState } from '../../src/ui/debug';
import { type Served, serve } from '../../tools/serve';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';

const CATALOGUE = 'static/catalogue/thuisoefeningen-rug.json';
/** The room looks every two minutes, and a step takes a minute at most. */
const WITHIN_MS = 190_000;
/** From the last of the old to the first of the new, on a busy machine. */
const MOST_GAP_MS = 20_000;

let folder: string;
let served: Served;
let browser: Browser;
let page: Page;

const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
const original = () => readFileSync(join(import.meta.dirname, '../../build', CATALOGUE), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollout-'));
  cpSync(join(import.meta.dirname, '../../build'), folder, { recursive: true });
  const waitingRoom = { exercises: ['bekken-zit'], repetitions: 1 };
  put('centre.json', JSON.stringify({ version: '1', startIn: 'waiting-room', waitingRoom }));
  served = await serve({ folder });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'nl-BE' });
  await page.goto(served.address);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true });
});

const titleOf = ({ room }: DebugState) =>
  room?.step?.kind === 'exercise' && room.frame?.state === 'playing'
    ? room.step.exercise.title
    : '';

async function until(what: string, passes: (now: DebugState) => boolean, wait = 60_000) {
  const end = Date.now() + wait;
  for (;;) {
    // While the page opens anew there is nobody to ask.
    const now = await page.evaluate(() => window.beweegMee?.state()).catch(() => undefined);
    if (now && passes(now)) return now;
    if (Date.now() > end) throw new Error(`waited for: ${what}; it is ${JSON.stringify(now)}`);
    await page.waitForTimeout(100);
  }
}

const look = () => page.evaluate(() => window.beweegMee?.services.updates.look());

it('keeps the old while the new is broken, and changes over when it is sound', async () => {
  const first = await until('the first version', (now) => titleOf(now) !== '');
  // What stands there now is the measure.
  expect(await look()).toBe('same');
  put(CATALOGUE, original().slice(0, 4000));
  expect(await look()).toBe('broken');
  put(CATALOGUE, original());
  expect(await look()).toBe('same');
  put('appBundle.js', '');
  put('version.json', '{"files": "a broken build"}');
  expect(await look()).toBe('broken');
  const still = await until('the old goes on', (now) => titleOf(now) === titleOf(first));
  expect(still.page).toBe('waiting-room');
  put('appBundle.js', readFileSync(join(import.meta.dirname, '../../build/appBundle.js'), 'utf8'));
  put(CATALOGUE, original().replace('Holle/bolle rug maken vanuit zit', 'Nieuwe titel'));
  let lastOld = 0;
  await until(
    'the new version',
    (now) => {
      if (titleOf(now) === titleOf(first)) lastOld = Date.now();
      return titleOf(now) === 'Nieuwe titel';
    },
    WITHIN_MS,
  );
  expect(Date.now() - lastOld).toBeLessThan(MOST_GAP_MS);
});
