/**
 * A start always ends in a screen: whatever file is cut, halved or never answered, the app comes, at once or after
 * words that say so, and with no key pressed.
 */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../tools/serve';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { wrongAddresses } from '../support/wrongAddresses';
import { watchErrors } from './lab';

const BUILD = join(import.meta.dirname, '../../build');

type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => void;

/** The connection is cut. */
const cut: Answer = (request) => void request.socket.destroy();
/** Half a file, then the connection is cut. */
const half: Answer = (request, response, path) => {
  const bytes = readFileSync(join(BUILD, path));
  response.setHeader('Content-Length', bytes.length);
  response.write(bytes.subarray(0, bytes.length >> 1), () => request.socket.destroy());
};
/** Half a file, which says that it is whole. */
const halfOfItself: Answer = (_, response, path) => {
  response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/css');
  const bytes = readFileSync(join(BUILD, path));
  response.end(bytes.subarray(0, bytes.length >> 1));
};
/** The server takes the request and never answers. */
const hang: Answer = () => undefined;

let browser: Browser;
let served: Served;
let page: Page;
/** Paths asked for, in order. */
let asked: string[] = [];
/** True: the server calls an SVG plain text. */
let isPlain = false;
/** What goes wrong: with which file, and how often. */
let fault: { path: string; answer: Answer; times: number } | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
  served = await serve({
    intercept(request, response) {
      const path = (request.url ?? '').slice(1).split('?')[0] as string;
      // The page itself looks whether the server answers.
      const isLook = path === '' && request.headers['sec-fetch-dest'] !== 'document';
      if (!isLook) asked.push(path);
      if (isPlain && path.endsWith('.svg')) {
        response.setHeader('Content-Type', 'text/plain');
        response.end(readFileSync(join(BUILD, path)));
        return true;
      }
      if (fault?.path !== path || fault.times <= 0) return false;
      fault.times -= 1;
      fault.answer(request, response, path);
      return true;
    },
  });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

afterEach(async () => {
  fault = undefined;
  isPlain = false;
  await page?.close();
});

interface Handle {
  state(): { page: string; focus: string; navigating: boolean };
  services: { language: string; library: { exercises: unknown[] } };
}

/** What stands on the screen: the page of the app, `words`, or nothing. */
async function screen(): Promise<string> {
  try {
    return await page.evaluate(() => {
      const { beweegMee } = window as unknown as { beweegMee?: Handle };
      const words = document.querySelector('body > main');
      if (words) return words.getBoundingClientRect().height > 200 ? 'words' : 'flat';
      const now = beweegMee?.state();
      if (!now?.focus || now.navigating) return '';
      return `${now.page} ${beweegMee?.services.library.exercises.length}`;
    });
  } catch {
    // The page is being loaded again.
    return '';
  }
}

/** Lets the page's time jump until a fact is there: its patience is no matter of the test's. */
async function jumpUntil(isThere: () => Promise<boolean>) {
  for (const end = Date.now() + 60_000; !(await isThere()); ) {
    if (Date.now() > end) throw new Error(`it does not come; on the screen: "${await screen()}"`);
    await page.clock.fastForward(2000).catch(() => undefined);
    await page.waitForTimeout(20);
  }
}

async function open(hash = '') {
  asked = [];
  const viewport = { width: 640, height: 360 };
  page = await browser.newPage({ locale: 'en', viewport, serviceWorkers: 'block' });
  await page.clock.install();
  await page.goto(served.address + hash, { waitUntil: 'commit' });
}

const timesOpened = () => asked.filter((path) => path === '').length;

/** The files that the start needs to show anything. */
const NEEDED = ['settings.json', 'page.css', 'lib/lightning.js', 'appBundle.js'];
/** The files that make up what it shows. */
const SHOWN = [
  'centre.json',
  'static/catalogue/thuisoefeningen-rug.json',
  'static/texts/en.json',
  'static/media/index.json',
  'static/fonts/lexend-400.woff2',
];

describe('a first answer', () => {
  it.each([...NEEDED, ...SHOWN])('that is cut, of %s: home comes whole', async (path) => {
    fault = { path, answer: cut, times: 1 };
    await open();
    await expect.poll(screen).toBe('home 23');
    expect(fault.times).toBe(0);
    expect(timesOpened()).toBe(1);
    const language = () =>
      page.evaluate(() => (window as unknown as { beweegMee: Handle }).beweegMee.services.language);
    expect(await language()).toBe('en');
  });

  it.each([
    ...NEEDED,
    'static/catalogue/thuisoefeningen-rug.json',
    'static/texts/en.json',
  ])('that ends in its middle, of %s: home comes whole', async (path) => {
    fault = { path, answer: half, times: 1 };
    await open();
    await expect.poll(screen).toBe('home 23');
    expect(fault.times).toBe(0);
    expect(timesOpened()).toBe(1);
  });

  it.each([
    'lib/lightning.js',
    'appBundle.js',
  ])('that is half of %s and says it is whole', async (path) => {
    fault = { path, answer: halfOfItself, times: 1 };
    await open();
    await expect.poll(screen).toBe('home 23');
  });

  it.each(['cut', 'half'] as const)('of the second script, %s: its page comes', async (how) => {
    fault = { path: 'secondScript.js', answer: how === 'cut' ? cut : half, times: 1 };
    await open('#about');
    await expect.poll(screen).toMatch(/^about /);
  });
});

describe('a file that does not come', () => {
  it.each(
    NEEDED.flatMap(
      (path) =>
        [
          [path, 'hangs', hang],
          [path, 'is refused', cut],
        ] as const,
    ),
  )('%s %s: words, then home by itself once it comes', async (path, _, answer) => {
    fault = { path, answer, times: Number.POSITIVE_INFINITY };
    await open();
    await jumpUntil(async () => (await screen()) === 'words');
    const said = await page.textContent('body > main');
    for (const word of ['internetverbinding', 'connection', 'Internet', 'Internetverbindung'])
      expect(said).toContain(word);
    // Still so at the next start, which says it at once.
    await jumpUntil(async () => timesOpened() > 1 && (await screen()) === 'words');
    fault = undefined;
    const before = timesOpened();
    await jumpUntil(async () => timesOpened() > before || (await screen()) === 'home 23');
    await expect.poll(screen).toBe('home 23');
  });

  it.each([
    ['hangs', hang],
    ['is refused', cut],
  ] as const)('the catalogue %s: home, then home with exercises once it comes', async (_, answer) => {
    const path = 'static/catalogue/thuisoefeningen-rug.json';
    fault = { path, answer, times: Number.POSITIVE_INFINITY };
    await open();
    await jumpUntil(async () => (await screen()) === 'home 0');
    fault = undefined;
    await jumpUntil(async () => timesOpened() > 1);
    await expect.poll(screen).toBe('home 23');
  });

  it.each([
    'centre.json',
    'static/texts/en.json',
    'static/media/index.json',
  ])('%s hangs: home comes without it', async (path) => {
    fault = { path, answer: hang, times: Number.POSITIVE_INFINITY };
    await open();
    await jumpUntil(async () => (await screen()) === 'home 23');
  });

  it('the second script hangs: home says so, and its page comes once it does', async () => {
    fault = { path: 'secondScript.js', answer: hang, times: Number.POSITIVE_INFINITY };
    await open('#about');
    await jumpUntil(async () => (await screen()) === 'home 23');
    fault = undefined;
    await page.evaluate(() => {
      window.location.hash = '#about';
    });
    await expect.poll(screen).toBe('about 23');
  });

  it('the start script: the page says so without it, and loads itself again', async () => {
    fault = { path: 'startApp.js', answer: cut, times: 1 };
    asked = [];
    page = await browser.newPage({
      viewport: { width: 640, height: 360 },
      serviceWorkers: 'block',
    });
    // The page itself notes its words when it has loaded: they stand for a second only.
    await page.addInitScript(() =>
      addEventListener('load', () => {
        const words = document.querySelector('body > main')?.textContent;
        if (words && !sessionStorage.getItem('said')) sessionStorage.setItem('said', words);
      }),
    );
    // Only the pause is shorter than what is shipped.
    const shipped = '<meta http-equiv="refresh" content="30; url=./?again" />';
    await page.route(/\/(\?again)?$/, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      expect(text).toContain(shipped);
      await route.fulfill({ response, body: text.replace('"30;', '"1;') });
    });
    await page.goto(`${served.address}#exercise/brug`, { waitUntil: 'commit' });
    // What follows the # is lost with it.
    await expect.poll(screen).toBe('home 23');
    expect(await page.evaluate(() => sessionStorage.getItem('said'))).toContain(
      'internetverbinding',
    );
  });
});

it('an SVG that a server calls plain text is drawn', async () => {
  asked = [];
  isPlain = true;
  page = await browser.newPage({ viewport: { width: 640, height: 360 }, serviceWorkers: 'block' });
  await page.goto(served.address);
  interface Texture {
    isLoaded(): boolean;
    _lookupId?: string;
  }
  interface Node {
    texture?: Texture;
    active: boolean;
    children: Node[];
  }
  const drawn = () =>
    page.evaluate(() => {
      const { beweegMee } = window as unknown as { beweegMee?: { app: Node } };
      const all: boolean[] = [];
      const visit = ({ active, children, texture }: Node) => {
        if (active && /^svg/.test(texture?._lookupId ?? '')) all.push(Boolean(texture?.isLoaded()));
        children.forEach(visit);
      };
      if (beweegMee) visit(beweegMee.app);
      return { some: all.length > 3, missing: all.filter((one) => !one).length };
    });
  await expect.poll(drawn).toEqual({ some: true, missing: 0 });
});

describe('addresses that nobody made on purpose', () => {
  it.each(['', 'phone/', 'sheet/'])('leave /%s working, and its console quiet', async (below) => {
    page = await browser.newPage({
      viewport: { width: 640, height: 360 },
      serviceWorkers: 'block',
    });
    const errors = watchErrors(page);
    await page.goto(`${served.address}${below}#%/x`);
    const isThere = () =>
      below ? page.evaluate(() => document.querySelectorAll('nav a, h1').length) : screen();
    if (below) await expect.poll(isThere).toBeGreaterThan(0);
    else await expect.poll(isThere).toBe('home 23');
    const addresses = wrongAddresses(500, 'pages');
    for (let from = 0; from < addresses.length; from += 50) {
      await page.evaluate(
        async (some) => {
          for (const one of some) {
            location.hash = one;
            await new Promise((done) => setTimeout(done, 5));
          }
        },
        addresses.slice(from, from + 50),
      );
    }
    await page.evaluate(() => {
      location.hash = '#//';
    });
    if (below) await expect.poll(isThere).toBeGreaterThan(0);
    else await expect.poll(isThere).toBe('home 23');
    expect(errors).toEqual([]);
  });
});
