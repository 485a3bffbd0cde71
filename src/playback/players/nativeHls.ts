/** Plays HLS on a set that supports it by itself and has no MediaSource. */
import { FPS } from '../../timeline/types';
import type { PlaybackTrouble } from '../recovery/ladder';
import type { Stream } from './stream';

const HLS = 'application/vnd.apple.mpegurl';

/** A stream whose length differs by more than this, seconds, is another stream: one clip takes at least a second. */
const TOLERANCE_SECONDS = 0.2;

/** `MediaError.MEDIA_ERR_NETWORK`. */
const NETWORK_ERROR = 2;

/** True for a set that has no MediaSource and reports that it plays HLS. */
export const isNativeOnly = (video: HTMLVideoElement): boolean =>
  typeof MediaSource === 'undefined' && video.canPlayType(HLS) !== '';

/**
 * Gives the element a stream to play by itself.
 * @param from seconds into the stream to begin at
 * @param report receives the trouble after which the element can't go on
 */
export function attachNative(
  video: HTMLVideoElement,
  { address, length }: Pick<Stream, 'address' | 'length'>,
  exercise: string,
  from: number,
  report: (trouble: PlaybackTrouble) => void,
  cleanUps: (() => void)[],
): void {
  const begin = () => {
    const { duration } = video;
    if (Math.abs(duration - length) > TOLERANCE_SECONDS) {
      const reason = `${exercise}: the stream lasts ${duration} s, the plan says ${length} s`;
      report({ fault: 'plan', reason });
    } else if (from > 0) video.currentTime = from + 0.25 / FPS;
  };
  const fail = () => {
    const code = video.error?.code;
    const message = video.error?.message ?? '';
    const fault = code === NETWORK_ERROR ? 'network' : 'media';
    report({ fault, reason: `${exercise}: the set can't play it (${code}) ${message}`.trim() });
  };
  video.addEventListener('loadedmetadata', begin);
  video.addEventListener('error', fail);
  cleanUps.push(() => {
    video.removeEventListener('loadedmetadata', begin);
    video.removeEventListener('error', fail);
    video.pause();
    video.removeAttribute('src');
    video.load();
  });
  video.src = address;
}
