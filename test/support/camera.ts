/** Simulates a phone's camera before the screen: scales and blurs a screenshot, and decodes it. */
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/**
 * Size of a code on a phone's picture, px, when its side is a tenth of the distance: at 65° the 1920 px of a
 * frame span 1.27 times the distance, so a tenth has 151 px.
 */
export const SEEN_PX = 151;

/** Grey values, 0 to 255. */
export interface Grey {
  w: number;
  h: number;
  at: Float32Array;
}

/** The decoded text, and the length of the code's upper edge, px of that picture. */
interface Scanned {
  text: string;
  side: number;
}

/** A screenshot as grey values. */
export function greyOf(png: Buffer): Grey {
  const { data, height: h, width: w } = PNG.sync.read(png);
  const at = new Float32Array(w * h);
  for (let n = 0; n < at.length; n += 1) {
    const [r, g, b] = [data[4 * n] ?? 0, data[4 * n + 1] ?? 0, data[4 * n + 2] ?? 0];
    at[n] = 0.299 * r + 0.587 * g + 0.114 * b;
  }
  return { w, h, at };
}

/**
 * Scales down: each new pixel is the mean of the pixels that it covers, as on a sensor. @param scale below 1
 */
export function scaled({ at, h, w }: Grey, scale: number): Grey {
  const [newW, newH] = [Math.floor(w * scale), Math.floor(h * scale)];
  const small = new Float32Array(newW * newH);
  for (let y = 0; y < newH; y += 1) {
    for (let x = 0; x < newW; x += 1) {
      let sum = 0;
      let weight = 0;
      for (let py = Math.floor(y / scale); py < (y + 1) / scale; py += 1) {
        const dy = Math.min(py + 1, (y + 1) / scale) - Math.max(py, y / scale);
        for (let px = Math.floor(x / scale); px < (x + 1) / scale; px += 1) {
          const share = dy * (Math.min(px + 1, (x + 1) / scale) - Math.max(px, x / scale));
          sum += share * (at[py * w + px] ?? 0);
          weight += share;
        }
      }
      small[y * newW + x] = sum / weight;
    }
  }
  return { w: newW, h: newH, at: small };
}

/**
 * Blurs twice: each pixel becomes the mean of its neighbours up to `reach` away, as with a lens out of
 * focus.
 */
export function blurred(picture: Grey, reach: number): Grey {
  const { h, w } = picture;
  const along = (from: Float32Array, step: number, steps: number, place: (n: number) => number) => {
    const to = new Float32Array(from.length);
    for (let n = 0; n < from.length; n += 1) {
      let sum = 0;
      let count = 0;
      for (let by = -reach; by <= reach; by += 1) {
        const there = place(n) + by;
        if (there < 0 || there >= steps) continue;
        sum += from[n + by * step] ?? 0;
        count += 1;
      }
      to[n] = sum / count;
    }
    return to;
  };
  const once = (from: Float32Array) =>
    along(
      along(from, 1, w, (n) => n % w),
      w,
      h,
      (n) => Math.floor(n / w),
    );
  return { w, h, at: once(once(picture.at)) };
}

/** Decodes a picture; undefined without a code. */
export function scan({ at, h, w }: Grey): Scanned | undefined {
  const rgba = new Uint8ClampedArray(4 * at.length);
  at.forEach((grey, n) => {
    rgba.fill(grey, 4 * n, 4 * n + 3);
    rgba[4 * n + 3] = 255;
  });
  const found = jsQR(rgba, w, h, { inversionAttempts: 'dontInvert' });
  if (!found) return undefined;
  const { topLeftCorner: left, topRightCorner: right } = found.location;
  return { text: found.data, side: Math.hypot(right.x - left.x, right.y - left.y) };
}
