/** Tests the media time of a frame, with an element that has frame callbacks. */
import { expect, it } from 'vitest';
import { watchFrames } from '../../../src/playback/players/frames';

/** An element at a clock time, and a way to show a frame. */
function made(currentTime: number) {
  let callback: ((now: number, metadata: object) => void) | undefined;
  const video = {
    currentTime,
    requestVideoFrameCallback(next: typeof callback) {
      callback = next;
      return 1;
    },
    cancelVideoFrameCallback: () => undefined,
  } as unknown as HTMLVideoElement;
  const show = (mediaTime: number) => callback?.(0, { mediaTime, presentationTime: 7 });
  return { video, show };
}

it.each([
  ['what the frame says', 24.6, 24.5, 24.5],
  ['0 at the start of a stream', 0.02, 0, 0],
  ['the clock, where a frame in the midst says 0', 24.6, 0, 24.6],
])('tells %s', (_, clock, mediaTime, expected) => {
  const { video, show } = made(clock);
  const told: unknown[] = [];
  const stop = watchFrames(video, (...shown) => told.push(shown));
  show(mediaTime);
  expect(told).toEqual([[expected, 7]]);
  stop();
  show(mediaTime);
  expect(told).toHaveLength(1);
});
