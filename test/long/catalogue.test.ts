/** Every exercise that has video, on the real clips, from its page to the end screen. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { type Lab, openLab } from '../browser/lab';
import { holdRemote, type Remote } from '../browser/remote';
import { realExercises, realMedia } from '../support/catalogue';

const SPEED = 8;
const filmed = Object.keys(realMedia().exercises).filter((id) => realExercises().has(id));

let browser: Browser;
let lab: Lab;
let remote: Remote;

beforeAll(async () => {
  lab = await openLab();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

afterEach(async () => {
  await remote.page.close();
  expect(remote.errors).toEqual([]);
});

it.each(
  filmed,
)('%s plays to its end at eight times its speed, on video all the way', async (id) => {
  remote = await holdRemote(browser, `${lab.address}#exercise/${id}`);
  const { page, press, until } = remote;
  await until('its page', (now) => now.page === 'exercise' && !now.navigating);
  await page.evaluate((speed) => {
    const pictures = new Set<string>();
    setInterval(() => {
      const video = document.querySelector('video');
      const handle = (window as unknown as { beweegMee: { state(): never } }).beweegMee;
      const { view } = handle.state() as { view?: { picture: string } };
      if (!view) return;
      if (video) video.playbackRate = speed;
      pictures.add(view.picture);
    }, 100);
    (window as unknown as { pictures: typeof pictures }).pictures = pictures;
  }, SPEED);
  await press('OK');
  const asked = await until(
    'the player or its caution',
    (now) => now.page === 'player' || !!now.dialog,
  );
  if (asked.dialog) await press('Right', 'OK');
  await until('the end screen', (now) => now.page === 'done' && !now.navigating, 150_000);
  const pictures = await page.evaluate(() => [
    ...(window as unknown as { pictures: Set<string> }).pictures,
  ]);
  expect(pictures).toEqual(['video']);
});
