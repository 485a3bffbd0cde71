/** Reads the bars in a test clip's frame from a video element. It runs in the browser. */

/** The same numbers as in `barcode.ts`, since this half runs in a page. */
const CLIP_BITS = 8;
const FRAME_BITS = 8;
const CHECK_BITS = 4;
const COUNT = CLIP_BITS + FRAME_BITS + CHECK_BITS;

export interface Bars {
  clip: number;
  frame: number;
}

const canvas = document.createElement('canvas');
canvas.width = COUNT;
canvas.height = 1;
const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
context.imageSmoothingEnabled = false;

/** The clip and frame in the picture; undefined when the bars cannot be read. */
export function readBars(video: HTMLVideoElement): Bars | undefined {
  if (!video.videoWidth) return undefined;
  context.drawImage(video, 0, video.videoHeight / 2, video.videoWidth, 1, 0, 0, COUNT, 1);
  const { data } = context.getImageData(0, 0, COUNT, 1);
  let bits = 0;
  for (let bar = 0; bar < COUNT; bar += 1) bits = bits * 2 + ((data[bar * 4] ?? 0) > 127 ? 1 : 0);
  const check = bits & 15;
  const frame = (bits >> CHECK_BITS) & 255;
  const clip = bits >> (CHECK_BITS + FRAME_BITS);
  return check === (clip * 7 + frame * 13 + 5) % 16 ? { clip, frame } : undefined;
}
