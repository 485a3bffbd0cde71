/** Tests that a frame of the player never waits for words, signals or the accessible page. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from '../../tools/serve';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { DAY, ONLY_THREE } from '../support/today';
import { frames } from './passing';
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
  /** Whether a frame waited for each signal, and for each update of the accessible page. */
  signals: boolean[];
  looks: boolean[];
}

/**
 * Notes each of them, and whether a frame waited for it. It is text, since it runs in the page before the
 * app.
 */
const NOTE_TEXTS = `
  Object.assign(window, { drawn: [], signals: [], looks: [] });
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
  const note = (type, name, list) => {
    const call = type.prototype[name];
    type.prototype[name] = function (...about) {
      window[list].push(frames > 0);
      return call.apply(this, about);
    };
  };
  note(BaseAudioContext, 'createOscillator', 'signals');
  // By it the twin of the screen is laid out (src/ui/access/accessibleDom.ts).
  note(Node, 'insertBefore', 'looks');
`;

it('a change of sides finds all its words drawn, and the rest waits for it', async () => {
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
  await frames(remote.page, 30);
  const drawn = await remote.page.evaluate(() => (window as unknown as Noting).drawn);
  const texts = drawn.filter(({ inFrame }) => !inFrame).map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining(['Wissel', 'van kant', 'Hierna', 'Andere kant: rechts']),
  );
  expect(drawn.filter(({ inFrame }) => inFrame)).toEqual([]);
  const { looks, signals } = await remote.page.evaluate(() => {
    const { looks, signals } = window as unknown as Noting;
    return { looks, signals };
  });
  for (const noted of [looks, signals]) {
    expect(noted.length).toBeGreaterThan(3);
    expect(noted.filter(Boolean)).toEqual([]);
  }
  expect(remote.errors).toEqual([]);
  await remote.page.close();
});
