/** Tests that the drawing fits every window, and returns after the graphics card was lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, launchBrowser, type Page } from '../../tools/workbench/index';
import { DAY, ONLY_THREE } from '../support/today';
import { type Lab, openLab } from './lab';
import { holdRemote, type Remote } from './remote';

let browser: Browser;
let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

/** From a small window to 4K, wider and taller than the stage, and upright. */
const WINDOWS = [
  [640, 360],
  [960, 540],
  [1280, 720],
  [1366, 768],
  [1920, 940],
  [1920, 1080],
  [1080, 1920],
  [844, 390],
  [3840, 2160],
] as const;

/** The place of the drawing: the largest box of 16 : 9 in the middle, px of the page. */
function boxIn(width: number, height: number) {
  const w = Math.min(width, (height * 16) / 9);
  const h = (w * 9) / 16;
  return { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h };
}

const boxOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const { height, width, x, y } = (
      document.querySelector(wanted) as Element
    ).getBoundingClientRect();
    return { x, y, width, height };
  }, selector);

/** The picture's place on the stage, as shares of the stage. */
const videoShare = (page: Page) =>
  page.evaluate(() => {
    interface Player {
      places?: { picture: { x: number; y: number; w: number; h: number } };
    }
    const handle = (window as unknown as { beweegMee: { app: { tag(ref: string): never } } })
      .beweegMee;
    const pages = (handle.app.tag('Pages') as { children: (Player & { visible: boolean })[] })
      .children;
    const player = pages.find((one) => one.visible && one.places);
    if (!player?.places) throw new Error('no player is on screen');
    const { h, w, x, y } = player.places.picture;
    return { x: x / 1920, y: y / 1080, w: w / 1920, h: h / 1080 };
  });

async function expectFits({ page }: Remote, width: number, height: number) {
  const stage = boxIn(width, height);
  const canvas = await boxOf(page, '#stage > canvas');
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    expect(canvas[side], `canvas ${side} at ${width} × ${height}`).toBeCloseTo(stage[side], 0);
  }
  const video = await boxOf(page, 'video');
  const share = await videoShare(page);
  expect(video.x).toBeCloseTo(stage.x + share.x * stage.width, 0);
  expect(video.y).toBeCloseTo(stage.y + share.y * stage.height, 0);
  expect(video.width).toBeCloseTo(share.w * stage.width, 0);
  expect(video.height).toBeCloseTo(share.h * stage.height, 0);
  // Nothing scrolls, and nothing lies outside the window.
  expect(
    await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ]),
  ).toEqual([width, height]);
}

describe.each([1, 1.25, 1.5, 2])('at %s device pixels per px', (ratio) => {
  it('canvas and video keep to one box of 16 : 9 while the window changes', async () => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      deviceScaleFactor: ratio,
      locale: 'nl-BE',
      serviceWorkers: 'block',
    });
    const remote = await holdRemote(browser, lab.address, {
      context,
      memory: ONLY_THREE,
      day: DAY,
    });
    await remote.press('OK');
    await remote.until('the player', (now) => now.page === 'player' && !now.navigating);
    for (const [width, height] of WINDOWS) {
      await remote.page.setViewportSize({ width, height });
      await expectFits(remote, width, height);
    }
    expect(remote.errors).toEqual([]);
    await context.close();
  });
});

it('a click hits what is drawn there, in a window of another shape than at the start', async () => {
  const remote = await holdRemote(browser, lab.address, { memory: ONLY_THREE, day: DAY });
  const { page, until } = remote;
  await page.setViewportSize({ width: 900, height: 900 });
  const at = await page.evaluate(() => {
    interface Node {
      testId?: string;
      children: Node[];
      core: { getCornerPoints(): number[] };
    }
    const find = (node: Node): Node | undefined =>
      node.testId === 'button:start' ? node : node.children.map(find).find(Boolean);
    const { app } = (window as unknown as { beweegMee: { app: Node } }).beweegMee;
    const [left = 0, top = 0, , , right = 0, bottom = 0] = find(app)?.core.getCornerPoints() ?? [];
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  const stage = boxIn(900, 900);
  const scale = stage.width / 1920;
  await page.mouse.click(stage.x + at.x * scale, stage.y + at.y * scale);
  await until('the player', (now) => now.page === 'player');
  expect(remote.errors).toEqual([]);
  await page.close();
});

/** Takes the graphics card away, and marks the page, so that the test can recognise a new page. */
const loseCard = (page: Page) =>
  page.evaluate(() => {
    Object.assign(window, { isOld: true });
    const canvas = document.querySelector('#stage > canvas') as HTMLCanvasElement;
    canvas.getContext('webgl')?.getExtension('WEBGL_lose_context')?.loseContext();
  });

const isAnew = (page: Page) =>
  page
    .waitForFunction(() => !('isOld' in window) && 'beweegMee' in window, undefined, {
      timeout: 60_000,
    })
    .then(() => true);

/** The context of the canvas: `webgl` or `2d`. */
const drawsBy = (page: Page) =>
  page.evaluate(() => {
    interface Handle {
      app: { stage: { gl: unknown } };
    }
    return (window as unknown as { beweegMee: Handle }).beweegMee.app.stage.gl ? 'webgl' : '2d';
  });

describe('a graphics card that is taken away', () => {
  it('on home: drawn anew', async () => {
    const remote = await holdRemote(browser, lab.address, { memory: ONLY_THREE, day: DAY });
    await loseCard(remote.page);
    expect(await isAnew(remote.page)).toBe(true);
    await remote.until(
      'home',
      (now) => now.page === 'home' && now.focus === 'button:start',
      60_000,
    );
    await remote.page.close();
  });

  it('in the player: at the same exercise, paused, and OK goes on', async () => {
    const remote = await holdRemote(browser, lab.address, { memory: ONLY_THREE, day: DAY });
    await remote.press('OK');
    await remote.until('the player', ({ view }) => view !== undefined);
    await remote.press('OK');
    const before = await remote.until(
      'the exercise itself',
      ({ view }) => view !== undefined && view.overlay.phase !== 'prepare',
      60_000,
    );
    await loseCard(remote.page);
    expect(await isAnew(remote.page)).toBe(true);
    const after = await remote.until('the player again', ({ view }) => view !== undefined, 60_000);
    expect(after.view?.pause).toBe('paused');
    expect(after.view?.exercise).toEqual(before.view?.exercise);
    expect(after.view?.index).toBe(before.view?.index);
    await remote.press('OK');
    await remote.until('going on', ({ view }) => view?.pause === 'running');
    await remote.page.close();
  });

  it('in the waiting room: it goes on by itself', async () => {
    const remote = await holdRemote(browser, `${lab.address}#waiting-room`, {});
    await loseCard(remote.page);
    expect(await isAnew(remote.page)).toBe(true);
    await remote.until('the waiting room', (now) => now.page === 'waiting-room', 60_000);
    await remote.page.close();
  });

  it('and never given back: drawn without it', async () => {
    const remote = await holdRemote(browser, lab.address, { memory: ONLY_THREE, day: DAY });
    await remote.page.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
        return kind.startsWith('webgl') ? null : get.call(this, kind as never);
      } as never;
    });
    await loseCard(remote.page);
    expect(await isAnew(remote.page)).toBe(true);
    await remote.until(
      'home',
      (now) => now.page === 'home' && now.focus === 'button:start',
      60_000,
    );
    expect(await drawsBy(remote.page)).toBe('2d');
    expect(remote.errors).toEqual([]);
    await remote.page.close();
  });

  it('three times within minutes: drawn without it', async () => {
    const remote = await holdRemote(browser, lab.address, { memory: ONLY_THREE, day: DAY });
    for (const left of [2, 1, 0]) {
      expect(await drawsBy(remote.page)).toBe('webgl');
      await loseCard(remote.page);
      expect(await isAnew(remote.page)).toBe(true);
      await remote.until('home', (now) => now.focus === 'button:start', 60_000);
      if (left === 0) expect(await drawsBy(remote.page)).toBe('2d');
    }
    await remote.page.close();
  });
});
