/**
 * Tests standby in the middle of an exercise in a real browser: the app frees the decoder, and later goes
 * on.
 */
import { expect, it } from 'vitest';
import { openLab } from '../browser/lab';
import type { ScreenState } from '../browser/remote';
import { appInBrowser } from '../support/appInBrowser';

const app = appInBrowser(openLab);

/** Simulates a set that goes to standby or returns, since a browser in tests is always visible. */
const see = (isSeen: boolean) =>
  app.remote.page.evaluate((seen) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: !seen });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      value: seen ? 'visible' : 'hidden',
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isSeen);

/** The state of the video element, and the stored memory. */
const held = () =>
  app.remote.page.evaluate(() => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const written = localStorage.getItem('beweeg-mee.memory') ?? '{}';
    const { checkpoint } = JSON.parse(written) as { checkpoint?: { at?: unknown } };
    return {
      src: video.getAttribute('src'),
      // 0: the element is empty, without a decoder.
      network: video.networkState,
      buffered: video.buffered.length,
      written: JSON.stringify(checkpoint ?? null),
    };
  });

const isMoving = ({ view }: ScreenState) =>
  view?.overlay.repetition === 2 && view.state === 'playing' && view.picture === 'video';

it('the decoder is freed and the place written; back at the same repetition, paused; OK goes on', async () => {
  const { press, until } = await app.open({}, '#exercise/brug');
  await press('OK');
  await until('the preparation', ({ page, view }) => page === 'player' && view !== undefined);
  await press('OK');
  await until('the second repetition, on video', isMoving, 180_000);
  expect(await held()).toMatchObject({ buffered: 1 });

  await see(false);
  const asleep = await held();
  expect(asleep).toMatchObject({ src: null, network: 0, buffered: 0 });
  expect(asleep.written).toContain('"repetition":2');
  expect(asleep.written).toContain('brug');

  await see(true);
  const back = await until(
    'the picture, standing',
    ({ view }) => view?.state === 'paused' && view.picture === 'video',
    60_000,
  );
  expect(back.view).toMatchObject({ pause: 'paused', overlay: { repetition: 2 } });
  expect(await held()).toMatchObject({ buffered: 1 });

  await press('OK');
  const on = await until(
    'it plays again',
    (now) => isMoving(now) && (now.view?.overlay.segment ?? 0) > (back.view?.overlay.segment ?? 0),
    60_000,
  );
  expect(on.view?.pause).toBe('running');
});

it('a preview is let go too, and plays again when the set is back', async () => {
  await app.open({}, '#exercise/brug');
  await expect.poll(async () => (await held()).buffered).toBe(1);
  await see(false);
  expect(await held()).toMatchObject({ src: null, network: 0, buffered: 0 });
  await see(true);
  await expect.poll(async () => (await held()).buffered).toBe(1);
});
