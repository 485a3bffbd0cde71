/** The phone page and the sheet in a real browser: everything is seen, reached, and within the page. */
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { serve } from '../../tools/serve';
import type { Page } from '../../tools/workbench/index';
import { appInBrowser } from '../support/appInBrowser';

const CODE = 'U6YBFS6';

const UPRIGHT = { width: 390, height: 844 };
const ON_ITS_SIDE = { width: 844, height: 390 };
/** The smallest phone still in use, the iPhone 5s and SE. */
const SMALL = { width: 320, height: 568 };
const COMPUTER = { width: 1440, height: 900 };

const app = appInBrowser(serve);

async function open(
  viewport: typeof UPRIGHT,
  { at = 'phone', code = CODE, locale = 'nl-BE', title = '' } = {},
): Promise<Page> {
  const page = await app.openPage({ viewport, locale });
  if (title) {
    await page.route('**/static/catalogue/*.json', async (route) => {
      const answer = await route.fetch();
      const catalogue = await answer.json();
      const each = (one: object) => ({ ...one, title, shortTitle: title });
      await route.fulfill({
        response: answer,
        json: { ...catalogue, exercises: catalogue.exercises.map(each) },
      });
    });
  }
  await page.goto(`${app.server.address}${at}/${code && `#${code}`}`);
  await page.waitForSelector('main');
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** What reaches beyond the page to the right: as the browser scrolls, and box by box. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const { right, width } = one.getBoundingClientRect();
      return width > 0 && right > clientWidth + 0.5;
    });
    const inner = [...document.querySelectorAll('button, .button, .name, b, h2, p, li')].filter(
      (one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0,
    );
    return [
      ...(scrollWidth > clientWidth ? [`the page: ${scrollWidth} of ${clientWidth}`] : []),
      ...[...wide, ...inner].map((one) => one.outerHTML.slice(0, 120)),
    ];
  });

/** Elements that are not wholly on the screen, or that something covers. */
const offScreen = (page: Page, selectors: readonly string[]) =>
  page.evaluate((all) => {
    const seen = (one: Element) => {
      const { bottom, height, left, right, top } = one.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, bottom - 4);
      return (
        (one.contains(hit) || hit?.contains(one) === true) &&
        height > 0 &&
        top >= 0 &&
        left >= 0 &&
        right <= window.innerWidth + 0.5 &&
        bottom <= window.innerHeight + 0.5
      );
    };
    return all.flatMap((selector) => {
      const found = [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (one) => one.offsetParent !== null,
      );
      return found.length
        ? found.filter((one) => !seen(one)).map((one) => one.outerHTML)
        : [selector];
    });
  }, selectors);

async function play(page: Page) {
  await page.click('[data-key=playAll]');
  await page.waitForSelector('.play .primary');
}

const SEEN = ['.screen', '#number', '#phase', '.controls button'];

it.each([
  ['upright', UPRIGHT],
  ['upright, with an address bar', { width: 390, height: 664 }],
  ['a small one', SMALL],
  ['on its side', ON_ITS_SIDE],
  // With the address bar of its browser.
  ['on its side, with an address bar', { width: 844, height: 330 }],
  ['a computer', COMPUTER],
])('while an exercise plays, film, counter and buttons are all seen: %s', async (_, viewport) => {
  for (const locale of ['nl-BE', 'de-DE']) {
    const page = await open(viewport, { locale });
    await play(page);
    expect(await offScreen(page, SEEN)).toEqual([]);
    await page.click('.play .primary');
    await page.waitForFunction(
      () => document.querySelector('.play')?.getAttribute('data-look') !== 'prepare',
    );
    await page.waitForSelector('.controls .at-Right');
    expect(await offScreen(page, SEEN)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.click('.controls .at-Down');
    expect(await offScreen(page, ['.screen', '#number', '.panel', '.panel button'])).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.close();
  }
});

it.each([
  // 34 characters is the most that a catalogue may have here.
  ['34 letters', 'Abcdefghijklmnopqrstuvwxyzabcdefgh'],
  ['a German word', 'Wirbelsäulenstabilisierungsübungen'],
  ['Chinese', '背部伸展运动与核心稳定性训练第一部分'],
  ['emoji', '🧘🏽‍♀️💪🏿🦵🏻🤸🏼‍♂️💪🏿🦵🏻'],
  ['from right to left', 'تمارينالظهروالبطنالمتقدمةفيالمنزل'],
])('a name without spaces stays in its box: %s', async (_, title) => {
  for (const viewport of [SMALL, UPRIGHT, ON_ITS_SIDE, COMPUTER]) {
    const page = await open(viewport, { title });
    expect(await page.textContent('ol b')).toContain(title.slice(0, 4));
    expect(await tooWide(page)).toEqual([]);
    await page.click('[data-key=item-0]');
    await page.waitForSelector('.exercise');
    expect(await tooWide(page)).toEqual([]);
    await page.goBack();
    await play(page);
    expect(await tooWide(page)).toEqual([]);
    await page.close();
    const sheet = await open(viewport, { at: 'sheet', title });
    expect(await tooWide(sheet)).toEqual([]);
    await sheet.close();
  }
});

/** What axe finds on the page. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

/** Sizes of what is pressed, px: the smaller side of each. */
const smallest = (page: Page) =>
  page.$$eval('button, .button, input', (all) =>
    Math.min(
      ...all
        .filter((one) => (one as HTMLElement).offsetParent !== null)
        .map((one) => {
          const { height, width } = one.getBoundingClientRect();
          return Math.min(height, width);
        }),
    ),
  );

it.each([
  'dark',
  'light',
] as const)('axe-core finds no fault, and all can be tapped: %s', async (scheme) => {
  const page = await open(UPRIGHT);
  await page.emulateMedia({ colorScheme: scheme });
  const check = async () => {
    expect(await faults(page)).toEqual([]);
    expect(await smallest(page)).toBeGreaterThanOrEqual(44);
  };
  await check();
  await page.click('[data-key=item-0]');
  await page.waitForSelector('.exercise');
  await check();
  await page.goBack();
  await play(page);
  await check();
  await page.click('.controls .at-Down');
  await page.click('.panel .primary');
  await page.click('.controls .at-Down');
  await check();
  await page.click('.panel .primary');
  await page.waitForSelector('[role=status] h2');
  await check();
  // What was noted of pain shows on the first view, with the way to erase it.
  await page.goBack();
  await page.waitForSelector('.kept');
  await check();
  await page.click('[data-key=askErase]');
  await check();
  for (const code of [CODE, '', 'U6YBFS7']) {
    const sheet = await open(UPRIGHT, { at: 'sheet', code });
    expect(await faults(sheet)).toEqual([]);
    expect(await smallest(sheet)).toBeGreaterThanOrEqual(44);
    await sheet.close();
  }
});

it('is drawn with the app’s own letters, and no link in the browser’s blue', async () => {
  for (const at of ['phone', 'sheet']) {
    const page = await open(UPRIGHT, { at });
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
    expect(loaded).toContain('Lexend');
    const links = await page.$$eval('a', (all) =>
      all.map((one) => getComputedStyle(one).textDecorationLine),
    );
    expect(links.filter((line) => line !== 'none')).toEqual([]);
    await page.close();
  }
});

it('works by keyboard alone, with the focus seen at each step', async () => {
  const page = await open(COMPUTER, { code: '' });
  const focused = () =>
    page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return {
        key: one.dataset.key ?? '',
        name: one.getAttribute('aria-label') ?? one.textContent ?? '',
        isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    });
  const tabTo = async (key: string) => {
    for (let n = 0; n < 90; n += 1) {
      await page.keyboard.press('Tab');
      const now = await focused();
      if (now.key !== '') expect(now).toMatchObject({ isSeen: true });
      if (now.key === key) return;
    }
    throw new Error(`no ${key} by Tab`);
  };
  await tabTo('add-brug');
  await page.keyboard.press('Enter');
  expect(await focused()).toMatchObject({ key: 'add-brug', isSeen: true });
  await tabTo('playAll');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.play');
  await page.keyboard.press('Tab');
  expect((await focused()).name).toBe('Begin nu');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Pauze');
});

it('is spoken: the voice’s clips are fetched when an exercise plays, and none once it is off', async () => {
  const page = await open(UPRIGHT);
  const clips: string[] = [];
  page.on('request', (request) => {
    if (/\/voice\/nl\/(?!index\.json)/.test(request.url())) clips.push(request.url());
  });
  await play(page);
  await expect.poll(() => clips.length).toBeGreaterThan(0);
  await page.click('.at-voice');
  expect(await page.textContent('.at-voice .word')).toBe('Stem: uit');
  // The next visit keeps the choice.
  await page.reload();
  await page.waitForSelector('[data-key=playAll]');
  clips.length = 0;
  await play(page);
  await page.click('.play .primary');
  await page.waitForFunction(() => Number(document.getElementById('number')?.textContent) > 0);
  expect(await page.textContent('.at-voice .word')).toBe('Stem: uit');
  expect(clips).toEqual([]);
});
