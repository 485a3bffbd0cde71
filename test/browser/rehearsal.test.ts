/** The words of a phase are drawn before it begins: not in the frame that shows it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from '../../tools/serve';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { DAY, ONLY_THREE } from '../support/today';
import { holdRemote } from './remote';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  served = await serve();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

interface Noting {
  drawn: { text: string; inFrame: boolean }[];
}

/** Notes each text that is drawn, and whether a frame waited for it. As text: it runs before the app does. */
const NOTE_TEXTS = `
  window.drawn = [];
  let frames = 0;
  const inFrame = (call) => (...about) => {
    frames += 1;
    try { return call(...about); } finally { frames -= 1; }
  };
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = (call) => ask(inFrame(call));
  const video = HTMLVideoElement.prototype;
  const askVideo = video.requestVideoFrameCallback;
  video.requestVideoFrameCallback = function (call) { return askVideo.call(this, inFrame(call)); };
  const pen = CanvasRenderingContext2D.prototype;
  const fill = pen.fillText;
  pen.fillText = function (text, ...place) {
    window.drawn.push({ text, inFrame: frames > 0 });
    return fill.call(this, text, ...place);
  };
`;

it('a change of sides finds all its words drawn', async () => {
  const remote = await holdRemote(browser, served.address, {
    memory: ONLY_THREE,
    day: DAY,
    script: NOTE_TEXTS,
  });
  await remote.press('OK');
  await remote.until('the preparation', ({ view }) => view?.overlay.phase === 'prepare');
  await remote.press('OK');
  await remote.until('a movement', ({ view }) => view?.overlay.phase === 'move');
  await remote.page.evaluate(() => (window as unknown as Noting).drawn.splice(0));
  await remote.until('the change', ({ view }) => view?.overlay.phase === 'switch', 60_000);
  await remote.page.waitForTimeout(500);
  const drawn = await remote.page.evaluate(() => (window as unknown as Noting).drawn);
  const texts = drawn.filter(({ inFrame }) => !inFrame).map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining(['Wissel', 'van kant', 'Hierna', 'Andere kant: rechts']),
  );
  expect(drawn.filter(({ inFrame }) => inFrame)).toEqual([]);
  expect(remote.errors).toEqual([]);
  await remote.page.close();
});
