/** A centre's logo in the built app: each kind of picture is really drawn, and staff see that one is missing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { type Lab, openLab } from './lab';
import { holdRemote } from './remote';

let browser: Browser;
let lab: Lab;
let files: Record<string, Buffer>;

/** Twice as wide as high, of a colour that the app has nowhere. */
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#ff00ff"/></svg>`;

/** A picture of that colour, encoded by the browser. */
async function encoded(page: Page, type: string): Promise<Buffer> {
  const address = await page.evaluate((kind) => {
    const canvas = document.createElement('canvas');
    canvas.width = 200;
    canvas.height = 100;
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    pen.fillStyle = '#ff00ff';
    pen.fillRect(0, 0, 200, 100);
    return canvas.toDataURL(kind);
  }, type);
  expect(address).toContain(`data:${type};base64,`);
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

beforeAll(async () => {
  lab = await openLab();
  browser = await launchBrowser();
  const page = await browser.newPage();
  files = {
    'logo.png': await encoded(page, 'image/png'),
    'logo.jpg': await encoded(page, 'image/jpeg'),
    'logo.webp': await encoded(page, 'image/webp'),
    'logo.svg': Buffer.from(SVG),
    'sizeless.svg': Buffer.from(SVG.replace('width="200" height="100"', 'viewBox="0 0 200 100"')),
    'broken.png': Buffer.from('<html></html>'),
  };
  await page.close();
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

/** Serves a centre whose logo is this file, as a server that knows no kind of picture. */
function serveLogo(name: string, more: object = {}) {
  lab.also = (request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/centre.json') {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ name: 'De Linde', logo: `centre/${name}`, ...more }));
      return true;
    }
    if (!path?.startsWith('/centre/')) return false;
    const bytes = files[path.slice('/centre/'.length)];
    response.statusCode = bytes ? 200 : 404;
    response.setHeader('Content-Type', 'application/octet-stream');
    response.end(bytes);
    return true;
  };
}

/** The box of the logo's colour on the screen, px; undefined where it is nowhere. */
async function logoBox(page: Page) {
  const { data, height, width } = PNG.sync.read(await page.screenshot());
  let box: { left: number; right: number; top: number; bottom: number; n: number } | undefined;
  for (let at = 0; at < width * height; at += 1) {
    const [r = 0, g = 0, b = 0] = data.subarray(at * 4, at * 4 + 3);
    if (r < 235 || g > 25 || b < 235) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    box ??= { left: x, right: x, top: y, bottom: y, n: 0 };
    box = {
      left: Math.min(box.left, x),
      right: Math.max(box.right, x),
      top: Math.min(box.top, y),
      bottom: Math.max(box.bottom, y),
      n: box.n + 1,
    };
  }
  return box;
}

const size = { width: 1920, height: 1080 };

describe.each(['', '#waiting-room'])('at the address "%s"', (hash) => {
  it.each([
    'logo.png',
    'logo.jpg',
    'logo.webp',
    'logo.svg',
    'sizeless.svg',
  ])('%s is drawn, in its own proportions', async (name) => {
    serveLogo(name);
    const { errors, page } = await holdRemote(browser, `${lab.address}${hash}`, { size });
    await expect.poll(async () => (await logoBox(page))?.n, { timeout: 60_000 }).toBeDefined();
    const box = await logoBox(page);
    // 48 px high at the upper left; the edge pixels may be blended.
    expect((box?.right ?? 0) - (box?.left ?? 0)).toBeGreaterThan(90);
    expect((box?.right ?? 0) - (box?.left ?? 0)).toBeLessThan(100);
    expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeGreaterThan(42);
    expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeLessThan(50);
    expect(box?.n).toBeGreaterThan(4000);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

it.each(['none.png', 'broken.png'])('staff see that %s can’t be shown', async (name) => {
  serveLogo(name);
  const { page } = await holdRemote(browser, `${lab.address}#waiting-room`, { size });
  const marks = () =>
    page.evaluate(() => {
      const { log } = (
        window as unknown as { beweegMee: { log: { entries: { sentence: string }[] } } }
      ).beweegMee;
      return log.entries.map(({ sentence }) => sentence).join('\n');
    });
  await expect.poll(marks, { timeout: 60_000 }).toContain(`logo: centre/${name} can't be shown`);
  const word = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../static/texts/nl.json'), 'utf8'),
  )['waitingRoom.mark.files'];
  expect(word).toBe('zie ‘Technisch’');
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const seek = (one: { testId?: string; children: unknown[] }): boolean =>
            one.testId === 'mark:trouble' || one.children.some((child) => seek(child as never));
          const { app } = (window as unknown as { beweegMee: { app: never } }).beweegMee;
          return seek(app);
        }),
      { timeout: 60_000 },
    )
    .toBe(true);
  expect(await logoBox(page)).toBeUndefined();
  await page.context().close();
});
