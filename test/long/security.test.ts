/** Tests the security policy, the servers that the app contacts, and texts with markup, in the built app. */
import { afterEach, describe, expect, it } from 'vitest';
import { HEADERS } from '../../tools/policy';
import type { Page } from '../../tools/workbench/index';
import { openLab } from '../browser/lab';
import type { SetUp } from '../browser/remote';
import { committedFile, committedText, type Loose } from '../catalogue/files';
import { appInBrowser } from '../support/appInBrowser';
import { DAY, ONLY_THREE } from '../support/today';

const app = appInBrowser(openLab);

afterEach(() => {
  app.server.catalogue = undefined;
});

interface Watched {
  violations?: string[];
  hacked?: number;
}

/**
 * Notes every breach of the policy before the page's first script runs. It is text, since it runs in the
 * page.
 */
const NOTE_BREACHES = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.violations.push(event.effectiveDirective + ': ' + event.blockedURI);
  });
`;

const watched = (page: Page): Promise<Watched> =>
  page.evaluate(() => {
    const { hacked, violations } = window as unknown as Watched;
    return { hacked, violations };
  });

/** Opens the app on a set that notes every request and every breach. */
async function open(how: SetUp = { memory: ONLY_THREE, day: DAY }): Promise<string[]> {
  const asked: string[] = [];
  await app.open({
    ...how,
    script: NOTE_BREACHES,
    watch: (page) => page.on('request', (request) => asked.push(request.url())),
  });
  return asked;
}

describe('the policy', () => {
  it('holds while the app boots, plays and speaks; no request leaves its own place', async () => {
    app.server.asked.length = 0;
    const asked = await open();
    const { page, press, until } = app.remote;
    const answer = await page.request.get(app.server.address);
    for (const [name, value] of Object.entries(HEADERS)) {
      expect(answer.headers()[name.toLowerCase()]).toBe(value);
    }
    await press('OK');
    await until('the player', (now) => now.view?.state === 'playing');
    await press('OK');
    await until(
      'video',
      ({ view }) => view?.picture === 'video' && view.overlay.phase === 'move',
      180_000,
    );
    await press('Left');
    await until('another pace', ({ view }) => view?.state === 'playing' && view.pace !== 1);
    await press('Back');
    await until('a question', ({ dialog }) => dialog !== undefined);

    expect(app.server.asked.some((path) => /\/static\/voice\/nl\/.+\.\w+$/.test(path))).toBe(true);
    expect(app.server.asked.some((path) => path.endsWith('.m4s'))).toBe(true);
    expect(asked.length).toBeGreaterThan(20);
    const own = (url: string) => url.replace(/^blob:/, '').startsWith(app.server.address);
    expect(asked.filter((url) => !own(url))).toEqual([]);
    expect((await watched(page)).violations).toEqual([]);
  });

  it('stops scripts in the page, text turned into code, and other places', async () => {
    await open();
    const { page } = app.remote;
    await page.evaluate(() => {
      const inline = document.createElement('script');
      inline.textContent = 'window.hacked = 1';
      document.body.appendChild(inline);
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.appendChild(style);
      // A timer would run this text as code.
      setTimeout('window.hacked = 5' as never);
      const image = new Image();
      image.src = 'http://localhost:9/x.png';
      fetch('http://localhost:9/x').catch(() => {});
      const link = document.createElement('a');
      link.href = 'javascript:window.hacked = 2';
      document.body.appendChild(link);
      link.click();
      const frame = document.createElement('iframe');
      frame.src = 'http://localhost:9/';
      document.body.appendChild(frame);
    });
    await expect
      .poll(async () => [...new Set((await watched(page)).violations)].sort(), { timeout: 60_000 })
      .toEqual([
        'connect-src: http://localhost:9/x',
        'frame-src: http://localhost:9',
        'img-src: http://localhost:9/x.png',
        'script-src-elem: inline',
        'script-src: eval',
        'style-src-elem: inline',
      ]);
    expect((await watched(page)).hacked).toBeUndefined();
    // The browser reports each of them.
    app.errors.length = 0;
  });
});

describe('a text that would be markup', () => {
  const MARKUP = '<img src=x onerror="window.hacked=3">';
  const OPENED = `</script><script>window.hacked=4</script>${MARKUP}`;

  it('is a text: on the screen, in the page beside it, in a dialog and in what is remembered', async () => {
    const file: Loose = committedFile();
    for (const exercise of file.exercises) {
      exercise.title = MARKUP;
      exercise.shortTitle = '<b onclick=alert(1)>';
      exercise.instruction = [OPENED];
      exercise.caution = OPENED;
    }
    for (const category of file.categories) category.title = MARKUP;
    for (const advice of file.advice) advice.text = OPENED;
    app.server.catalogue = JSON.stringify(file);
    const routines = [{ id: 'own-1', title: MARKUP, items: [{ exercise: 'brug' }] }];
    await open({ memory: { ...ONLY_THREE, routines }, day: DAY });
    const { page, press, until } = app.remote;
    const words = () => page.evaluate(() => document.body.textContent ?? '');
    await expect.poll(words).toContain(MARKUP);
    for (const hash of ['exercise/brug', 'routine/own-1', 'home']) {
      await page.evaluate((to) => {
        window.location.hash = to;
      }, hash);
      const name = hash.split('/')[0];
      await until(hash, (now) => now.page === name && !now.navigating);
    }
    await press('Back');
    await until('a dialog', ({ dialog }) => dialog !== undefined);
    await press('Back');

    const found = await page.evaluate(() => ({
      strange: [...document.querySelectorAll('img, b, iframe, [onerror], [onclick]')].length,
      scripts: [...document.scripts].filter(({ src }) => src === '').length,
    }));
    expect(found).toEqual({ strange: 0, scripts: 0 });
    expect(await watched(page)).toEqual({ hacked: undefined, violations: [] });
  });
});

describe('a hostile catalogue', () => {
  it.each([
    ['__proto__', `{"__proto__": {"polluted": 1}, `, 'is a name that no field may have'],
    ['$schema', `{"$schema": "javascript:alert(1)", `, '$schema: expected a path'],
    ['deep', `{"x": ${'['.repeat(5000)}${']'.repeat(5000)}, `, 'nested deeper than 32'],
  ])('is refused with a sentence, and the app opens: %s', async (_, beginning, sentence) => {
    const text = committedText().replace(/"\$schema": "[^"]*",/, '');
    app.server.catalogue = text.replace('{', beginning);
    await open();
    const { page, state } = app.remote;
    const told = await page.evaluate(() => {
      const handle = (window as unknown as { beweegMee: { services: { problems: Loose[] } } })
        .beweegMee;
      return handle.services.problems.map((problem) => String(problem.sentence));
    });
    expect(told.some((one) => one.includes(sentence))).toBe(true);
    expect((await state()).page).toBe('home');
    expect(await page.evaluate(() => ({}) as Record<string, unknown>)).toEqual({});
    expect(await watched(page)).toEqual({ hacked: undefined, violations: [] });
  });
});
