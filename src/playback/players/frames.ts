/** Reports which frame is on screen, from the video element itself where the set can tell. */

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

/** WPE WebKit sometimes reports media time 0 in the middle of a stream: then `currentTime` is closer. */
const timeOf = (video: HTMLVideoElement, mediaTime: number): number =>
  mediaTime === 0 && video.currentTime > 1 ? video.currentTime : mediaTime;

/**
 * Calls back for every shown frame with its media time, seconds, and when it was shown, ms since the page began
 * (the callback itself is late on a busy page). Without frame callbacks, it reads `currentTime` at each frame
 * of the stage: that is often one frame off, sometimes two.
 * @returns a function that stops the calls
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
