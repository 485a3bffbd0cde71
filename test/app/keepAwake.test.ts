/** Tests that the screen saver follows playback: each moment says whether the picture moves. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awake } from '../../src/app/keepAwake';
import type { PlaybackMoment } from '../../src/playback/narrator/narrator';
import { LINGER_MS, ScreenSaver } from '../../src/tv/screenSaver';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched() {
  const told: string[] = [];
  const saver = new ScreenSaver({
    hold: () => told.push('hold'),
    release: () => told.push('release'),
  });
  const listener = awake(
    {
      moment: ({ mediaTime }) => told.push(`heard ${mediaTime}`),
      stopped: () => told.push('left'),
    },
    saver,
  );
  const moment = (mediaTime: number, running: boolean) =>
    listener.moment({ mediaTime, running } as PlaybackMoment);
  return { listener, moment, told };
}

it('is held off from the first moving picture, and every moment is passed on', () => {
  const { moment, told } = watched();
  moment(0, false);
  moment(1, true);
  moment(2, true);
  expect(told).toEqual(['heard 0', 'hold', 'heard 1', 'heard 2']);
});

it('comes after a pause that lasts, and not after one that doesn’t', () => {
  const { moment, told } = watched();
  moment(1, true);
  moment(2, false);
  vi.advanceTimersByTime(LINGER_MS - 1);
  moment(2, true);
  vi.advanceTimersByTime(LINGER_MS * 2);
  expect(told).not.toContain('release');
  moment(3, false);
  vi.advanceTimersByTime(LINGER_MS);
  expect(told.at(-1)).toBe('release');
});

it('comes at once when the exercise is left', () => {
  const { listener, moment, told } = watched();
  moment(1, true);
  listener.stopped();
  expect(told).toEqual(['hold', 'heard 1', 'release', 'left']);
});
