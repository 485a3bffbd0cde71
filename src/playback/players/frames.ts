/** Which frame is on screen: from the video itself where the set can say so. */

interface FrameMetadata {
  mediaTime: number;
  /** When the frame was handed to the screen, ms since the page began. */
  presentationTime: number;
}

/** Chromium ≥ 85, so webOS ≥ 22 and Tizen ≥ 6.5. */
interface FrameVideo {
  requestVideoFrameCallback?(callback: (now: number, metadata: FrameMetadata) => void): number;
  cancelVideoFrameCallback?(handle: number): void;
}

/** WPE WebKit says 0 of a frame now and then, in the midst of a stream: then the clock is nearer. */
const timeOf = (video: HTMLVideoElement, mediaTime: number): number =>
  mediaTime === 0 && video.currentTime > 1 ? video.currentTime : mediaTime;

/**
 * Calls back with the media time, seconds, of every frame shown, and when it was shown, ms since the
 * page began: a callback on a busy page comes late, and that doesn't tell. Without frame callbacks it reads
 * `currentTime` at each of the stage's frames: one frame off often, two sometimes.
 * @returns stops it
 */
export function watchFrames(
  video: HTMLVideoElement,
  shown: (mediaTime: number, shownAt?: number) => void,
): () => void {
  const framed: FrameVideo = video;
  let stopped = false;
  let handle = 0;
  if (framed.requestVideoFrameCallback) {
    const next = () => {
      handle = framed.requestVideoFrameCallback?.((_, { mediaTime, presentationTime }) => {
        if (stopped) return;
        next();
        shown(timeOf(video, mediaTime), presentationTime);
      }) as number;
    };
    next();
    return () => {
      stopped = true;
      framed.cancelVideoFrameCallback?.(handle);
    };
  }
  let last = -1;
  const poll = () => {
    if (stopped) return;
    handle = requestAnimationFrame(poll);
    if (video.currentTime !== last && video.readyState >= 2) {
      last = video.currentTime;
      shown(last);
    }
  };
  handle = requestAnimationFrame(poll);
  return () => {
    stopped = true;
    cancelAnimationFrame(handle);
  };
}
