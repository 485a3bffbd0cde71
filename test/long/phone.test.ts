/** Makes a routine on a phone, plays it there, and types its code into the television with six keys. */
import { beforeAll, expect, it } from 'vitest';
import type { Exercise } from '../../src/catalogue/types';
import { CODE_LAYOUT } from '../../src/session/code/codeKeys';
import { tidyCode } from '../../src/session/code/codeSymbols';
import { planRoutine, timelineOf } from '../../src/session/routine/plan';
import { placeOfKey, wayTo } from '../../src/session/typing/keyGrid';
import { overlayAt } from '../../src/timeline/overlay';
import { serve } from '../../tools/serve';
import type { Page } from '../../tools/workbench/index';
import type { Key } from '../browser/remote';
import { appInBrowser } from '../support/appInBrowser';
import { realExercises } from '../support/catalogue';

const exercises = realExercises();
/** In the order of the taps. Then the last one moves up one place. */
const TAPPED = ['superman', 'brug', 'bolletje', 'hamstrings-actief'];
const WANTED = ['superman', 'brug', 'hamstrings-actief', 'bolletje'];

const app = appInBrowser(serve);
let phone: Page;

const nameOf = (id: string) => (exercises.get(id) as Exercise).shortTitle;

beforeAll(async () => {
  phone = await app.openPage({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'nl-BE',
  });
  await phone.goto(`${app.server.address}phone/`);
  await phone.waitForSelector('.rows');
});

const tapNamed = (name: string) => phone.tap(`button[aria-label="${name}"]`);
const codeOnPhone = async () => tidyCode((await phone.textContent('#code')) ?? '');

it('collects exercises by touch, and shows their code', async () => {
  for (const id of TAPPED) await tapNamed(`Voeg ${nameOf(id)} toe`);
  await tapNamed(`${nameOf('hamstrings-actief')} hoger`);
  expect(await codeOnPhone()).toHaveLength(6);
  expect(new URL(phone.url()).hash).toBe(`#${await codeOnPhone()}`);
  const names = await phone.$$eval('ol b', (all) => all.map((one) => one.textContent));
  expect(names).toEqual(WANTED.map(nameOf));
});

it('can be tapped: every button is 44 px or more, and nothing is wider than the phone', async () => {
  const sizes = await phone.$$eval('button, input', (all) =>
    all.map((one) => {
      const { height, width } = one.getBoundingClientRect();
      return Math.min(height, width);
    }),
  );
  expect(sizes.length).toBeGreaterThan(40);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

it('keeps it in the address alone, through a reload', async () => {
  const code = await codeOnPhone();
  await phone.reload();
  await phone.waitForSelector('#code');
  expect(await codeOnPhone()).toBe(code);
  expect(await phone.evaluate(() => localStorage.length)).toBe(0);
});

it('asks nothing of scripts or styles within the page: a strict policy lets it run', async () => {
  const inline = await phone.$$eval('script:not([src]), style, [style], [onclick]', (all) =>
    all.map((one) => one.outerHTML),
  );
  expect(inline).toEqual([]);
});

/** A frame, and the page's text at that moment. */
interface Seen {
  time: number;
  number: string;
}

it('plays the routine with the television’s counter', async () => {
  const items = WANTED.map((exercise) => ({ exercise }));
  const [planned] = planRoutine({ id: 'phone', title: '', items }, exercises);
  if (!planned) throw new Error('nothing planned');
  const timeline = timelineOf(planned, 1);

  await phone.tap('.routine .primary');
  await phone.waitForSelector('.play[data-picture=video]');
  await phone.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
  await phone.tap('.play .primary');
  await phone.waitForFunction(
    () => document.querySelector('.play')?.getAttribute('data-look') !== 'prepare',
    undefined,
    { timeout: 180_000 },
  );
  const seen = await phone.evaluate(
    () =>
      new Promise<Seen[]>((resolve) => {
        const video = document.querySelector('video') as HTMLVideoElement;
        const all: Seen[] = [];
        let last = 0;
        const next = (_: number, { mediaTime }: { mediaTime: number }) => {
          last += 1;
          const mine = last;
          // Waits until all listeners have this frame; skips it when another frame has come.
          setTimeout(() => {
            if (mine === last) {
              all.push({
                time: mediaTime,
                number: document.getElementById('number')?.textContent ?? '',
              });
            }
            if (all.length >= 120) resolve(all);
          }, 0);
          video.requestVideoFrameCallback(next);
        };
        video.requestVideoFrameCallback(next);
      }),
  );
  const wrong = seen.filter(
    ({ number, time }) => number !== String(overlayAt(timeline, time).number),
  );
  expect(wrong).toEqual([]);
  expect(new Set(seen.map(({ number }) => number)).size).toBeGreaterThan(1);

  await phone.tap('.play .primary');
  expect(await phone.textContent('.play .primary')).toBe('Verder');
  await phone.goBack();
  await phone.waitForSelector('#code');
});

/** The arrows from one key of the grid to another. */
function way(from: string, to: string): readonly Key[] {
  const place = placeOfKey(CODE_LAYOUT, from);
  const found = place && wayTo(CODE_LAYOUT, place, to);
  if (!found) throw new Error(`no way from ${from} to ${to}`);
  return found.arrows;
}

it('arrives on the television by typing the code', async () => {
  const code = await codeOnPhone();
  const { memory, press, state, until } = await app.open({ memory: {} });
  const seek = async (focus: string, key: Key) => {
    for (let n = 0; n < 12 && (await state()).focus !== focus; n += 1) await press(key);
    await until(focus, (now) => now.focus === focus);
  };
  await press('Down');
  await seek('routine:code', 'Right');
  await press('OK');
  await until('the grid', (now) => now.page === 'code' && now.focus === 'button:2');
  let at = '2';
  for (const character of code) {
    await press(...way(at, character));
    await until(character, (now) => now.focus === `button:${character}`);
    await press('OK');
    at = character;
  }
  await press(...way(at, 'read'));
  await until('the last key', (now) => now.focus === 'button:read');
  await press('OK');
  await until('the routine', (now) => now.page === 'routine' && now.focus === 'button:start');
  await press('Down', 'OK');
  await until('a name', (now) => now.dialog === 'name');
  await press('OK');
  await until('it is kept', (now) => now.page === 'routine' && now.dialog === undefined);
  const [own] = (await memory()).routines;
  expect(own?.items).toEqual(WANTED.map((exercise) => ({ exercise })));
});

/** Number of pages in a PDF from the browser. */
const pagesOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

// One page each here. The width of the two longest depends on the fonts of the machine.
it.each([
  ['nl-BE', 1],
  ['en-GB', 1],
  ['fr-BE', 2],
  ['de-DE', 2],
])('is printed in %s on %i sheet of A4 at most, each exercise whole, with its picture', async (locale, most) => {
  const paper = await app.openPage({ locale });
  await paper.goto(`${app.server.address}sheet/#${await codeOnPhone()}`);
  await paper.waitForSelector('footer .qr');
  await paper.waitForFunction(() =>
    [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
  );
  expect(await paper.$$eval('li', (all) => all.length)).toBe(WANTED.length);
  if (locale === 'nl-BE') {
    const titles = await paper.$$eval('li h2', (all) => all.map((one) => one.textContent));
    expect(titles).toEqual(WANTED.map((id) => exercises.get(id)?.shortTitle));
  }
  await paper.emulateMedia({ media: 'print' });
  expect(await paper.isVisible('nav')).toBe(false);
  const whole = await paper.$$eval('li', (all) =>
    all.every((one) => getComputedStyle(one).breakInside === 'avoid'),
  );
  expect(whole).toBe(true);
  const pages = pagesOf(await paper.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(most);
});
