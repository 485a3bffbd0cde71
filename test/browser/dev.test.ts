/** Tests `npm run dev`: a change shows at once, at the same address, and no stored file hides it. */
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDev } from '../../tools/dev';
import { type Served, serve } from '../../tools/serve';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { DAY, ONLY_THREE } from '../support/today';
import { type ScreenState, setUp } from './remote';

const ROOT = join(import.meta.dirname, '../..');

/** The longest wait. The test prints how long each change took. */
const END = { timeout: 60_000 };

const folder = mkdtempSync(join(tmpdir(), 'dev-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Screen {
  mark?: string;
  beweegMee?: { state(): ScreenState };
}

const on = (page: Page) =>
  page.evaluate(() => {
    const { beweegMee, mark } = window as unknown as Screen;
    const state = beweegMee?.state();
    return { mark, page: state && !state.navigating ? state.page : '' };
  });

describe('npm run dev', () => {
  const project = join(folder, 'project');
  const changed = (path: string) => join(project, path);
  let served: Served;
  let page: Page;

  beforeAll(async () => {
    for (const path of ['src', 'tools/page', 'static/texts', 'static/catalogue'])
      cpSync(join(ROOT, path), changed(path), { recursive: true });
    for (const path of ['settings.json', 'metadata.json', 'tsconfig.json', 'static/icon.png'])
      cpSync(join(ROOT, path), changed(path));
    for (const path of ['node_modules', 'static/media', 'static/voice'])
      symlinkSync(join(ROOT, path), changed(path));
    served = await startDev({ root: project, log: (sentence) => console.log(sentence) });
    page = await browser.newPage({ locale: 'nl-BE' });
    await setUp(page, { day: DAY });
    await page.goto(`${served.address}#history`);
  });

  afterAll(async () => {
    await page?.close();
    await served?.close();
  });

  it.each([
    [
      'a source',
      () =>
        appendFileSync(changed('src/index.ts'), "\nObject.assign(window, { mark: 'source' });\n"),
      async () => (await on(page)).mark === 'source',
    ],
    [
      'a text',
      () => {
        const file = changed('static/texts/nl.json');
        const texts = JSON.parse(readFileSync(file, 'utf8'));
        writeFileSync(file, JSON.stringify({ ...texts, 'history.title': 'Een andere titel' }));
      },
      async () => (await page.textContent('body'))?.includes('Een andere titel') === true,
    ],
    [
      'a style',
      () => appendFileSync(changed('tools/page/page.css'), '\nbody { outline-offset: 7px; }\n'),
      () => page.evaluate(() => getComputedStyle(document.body).outlineOffset === '7px'),
    ],
  ])('shows %s that changed, at the address, with the memory', async (what, change, isShown) => {
    await expect.poll(async () => (await on(page)).page, END).toBe('history');
    const key = 'a-note-of-the-set';
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, what] as const);
    const memory = () => page.evaluate(() => localStorage.getItem('beweeg-mee.memory'));
    const before = await memory();
    expect(before).not.toBeNull();
    const began = performance.now();
    change();
    // Between two pages there is no page to ask.
    await expect.poll(() => isShown().catch(() => false), { ...END, interval: 20 }).toBe(true);
    await expect
      .poll(
        () =>
          on(page)
            .then((now) => now.page)
            .catch(() => ''),
        END,
      )
      .toBe('history');
    console.log(`${what} is shown after ${Math.round(performance.now() - began)} ms`);
    expect(new URL(page.url()).hash).toBe('#history');
    expect(await memory()).toBe(before);
    expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(what);
  });

  it('has a source map, and no worker', async () => {
    const map = await (await fetch(`${served.address}appBundle.js.map`)).json();
    expect(map.sources.some((path: string) => path.endsWith('src/App.ts'))).toBe(true);
    const workers = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    expect(await workers()).toBe(0);
  });
});

it('npm start after a build shows that build, whatever worker an earlier one has left', async () => {
  const build = join(folder, 'build');
  cpSync(join(ROOT, 'build'), build, { recursive: true });
  const context = await browser.newContext({ locale: 'nl-BE' });
  const page = await context.newPage();
  await setUp(page, { memory: ONLY_THREE, day: DAY });
  const first = await serve({ folder: build });
  await page.goto(first.address);
  const isControlled = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
  await expect.poll(isControlled, END).toBe(true);
  await page.goto('about:blank');
  await first.close();

  appendFileSync(join(build, 'appBundle.js'), "\nwindow.mark = 'rebuilt';\n");
  const again = await serve({
    folder: build,
    port: Number(new URL(first.address).port),
    hasWorker: false,
  });
  const began = performance.now();
  await page.goto(`${first.address}#history`);
  const shown = async () => on(page).catch(() => ({ mark: '', page: '' }));
  await expect.poll(shown, END).toEqual({ mark: 'rebuilt', page: 'history' });
  console.log(`the rebuilt app is shown after ${Math.round(performance.now() - began)} ms`);
  const left = () =>
    page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: (await caches.keys()).length,
    }));
  await expect.poll(left, END).toEqual({ workers: 0, caches: 0 });
  await page.reload();
  await expect.poll(shown, END).toEqual({ mark: 'rebuilt', page: 'history' });
  await context.close();
  await again.close();
});
