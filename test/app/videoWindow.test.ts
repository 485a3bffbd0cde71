/** Tests the only `<video>`: the app makes it when a player needs it, and only once. */
import { afterEach, expect, it } from 'vitest';
import { WHOLE_STAGE } from '../../src/app/stage';
import { createVideoWindow } from '../../src/app/videoWindow';

afterEach(() => document.body.replaceChildren());

const laid = () => document.querySelectorAll('video').length;

it('is not made by what has nothing to show', () => {
  const video = createVideoWindow();
  video.hide();
  video.releaseFrame();
  expect(video.isKept).toBe(false);
  expect(laid()).toBe(0);
});

it('is made while nobody waits for it, or when it is wanted; hidden until a page shows it', () => {
  const video = createVideoWindow();
  video.prepare();
  expect(laid()).toBe(1);
  expect(video.element.style.visibility).toBe('hidden');
  video.show(WHOLE_STAGE);
  expect(video.element.style).toMatchObject({ visibility: 'visible', width: '100%' });
  video.hide();
  video.prepare();
  expect(video.element.style.visibility).toBe('hidden');
  expect(laid()).toBe(1);
});
