/** Faults between a set and its server, by name, for `Lab.fault`. */
import { boxes } from '../support/barcode';
import type { Asked, Fault } from './lab';

/** Applies a fault to files whose name matches. */
const on =
  (which: RegExp, then: (asked: Asked & { bytes: Buffer }) => void): Fault =>
  (asked) => {
    const { bytes, file } = asked;
    if (!bytes || !which.test(file)) return false;
    then({ ...asked, bytes });
    return true;
  };

/** The server answers with a status and nothing else. */
export const status = (which: RegExp, code: number): Fault =>
  on(which, ({ response }) => {
    response.statusCode = code;
    // Only good answers may be cached.
    response.setHeader('Cache-Control', 'no-store');
    response.end();
  });

/** Cuts the connection, as when no server answers. */
export const unreachable = (which: RegExp): Fault =>
  on(which, ({ request }) => request.socket.destroy());

/** Ends the file in the middle. */
export const truncated = (which: RegExp): Fault =>
  on(which, ({ bytes, response }) => response.end(bytes.subarray(0, bytes.length >> 1)));

/** Random bytes, the same at every run. */
function noise(length: number): Buffer {
  let seed = 7;
  return Buffer.from(
    Array.from({ length }, () => {
      seed = (seed * 1664525 + 1013904223) >>> 0;
      return seed >>> 24;
    }),
  );
}

/** Sends random bytes of the right length. */
export const garbage = (which: RegExp): Fault =>
  on(which, ({ bytes, response }) => response.end(noise(bytes.length)));

/** Start and end of a clip's samples. */
function samples(bytes: Buffer): [number, number] {
  const mdat = boxes(bytes).find((box) => box.type === 'mdat');
  if (!mdat) throw new Error('a clip without mdat');
  return [mdat.start + 8, mdat.end];
}

/** Sends whole boxes, so that the player takes it for video, with random contents. */
export const hollow = (which: RegExp): Fault =>
  on(which, ({ bytes, response }) => {
    const [start, end] = samples(bytes);
    const broken = Buffer.from(bytes);
    noise(end - start).copy(broken, start);
    response.end(broken);
  });

/** Sends whole boxes and whole H.264 units, so that the player buffers them, but the decoder fails. */
export const undecodable = (which: RegExp): Fault =>
  on(which, ({ bytes, response }) => {
    const [start, end] = samples(bytes);
    const broken = Buffer.from(bytes);
    for (let at = start; at + 5 < end; ) {
      const length = bytes.readUInt32BE(at);
      // Keeps the header of the unit.
      noise(length - 1).copy(broken, at + 5);
      at += 4 + length;
    }
    response.end(broken);
  });

/** Delays the first byte. */
export const slowFirstByte = (which: RegExp, ms: number): Fault =>
  on(which, ({ bytes, response }) => {
    setTimeout(() => response.end(bytes), ms);
  });

/** Limits all answers together. @param bytesPerSecond speed of the line */
export function thinLine(which: RegExp, bytesPerSecond: number): Fault {
  const TICK_MS = 100;
  // Pads the small clips with bar codes to the size of real clips, in a box that players skip.
  const CLIP_BYTES = 60_000;
  const full = (bytes: Buffer) => {
    const rest = Math.max(8, CLIP_BYTES - bytes.length);
    const free = Buffer.alloc(rest);
    free.writeUInt32BE(rest);
    free.write('free', 4, 'latin1');
    return Buffer.concat([bytes, free]);
  };
  const waiting: { left: Buffer; asked: Asked }[] = [];
  const send = () => {
    const first = waiting[0];
    if (!first) return;
    const { asked, left } = first;
    const share = Math.ceil((bytesPerSecond * TICK_MS) / 1000);
    if (asked.response.destroyed) waiting.shift();
    else if (left.length > share) {
      asked.response.write(left.subarray(0, share));
      first.left = left.subarray(share);
    } else {
      asked.response.end(left);
      waiting.shift();
    }
    setTimeout(send, TICK_MS);
  };
  return on(which, (asked) => {
    const left = asked.file.endsWith('.m4s') ? full(asked.bytes) : asked.bytes;
    asked.response.setHeader('Content-Length', left.length);
    waiting.push({ left, asked });
    if (waiting.length === 1) setTimeout(send, TICK_MS);
  });
}

/** Script of a set that refuses to play until `window.mayPlay` is set (low power, or no key pressed yet). */
export const REFUSED_PLAY = `{
  const { play } = HTMLMediaElement.prototype;
  window.mayPlay = false;
  HTMLMediaElement.prototype.play = function () {
    if (window.mayPlay) return play.call(this);
    return Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
  };
}`;

/** Script of a set whose source buffers are full at this many seconds. */
export const fullAt = (seconds: number): string => `{
  const { appendBuffer } = SourceBuffer.prototype;
  SourceBuffer.prototype.appendBuffer = function (data) {
    let held = 0;
    for (let n = 0; n < this.buffered.length; n += 1) {
      held += this.buffered.end(n) - this.buffered.start(n);
    }
    if (held >= ${seconds}) throw new DOMException('full', 'QuotaExceededError');
    return appendBuffer.call(this, data);
  };
}`;

/** A network that answers this many requests, and then none until the test restores it. */
export function outageAfter(requests: number, which: RegExp) {
  let left = requests;
  let isBack = false;
  const outage = {
    /** When it stopped, ms; undefined while it answers. */
    since: undefined as number | undefined,
    giveBack: () => {
      isBack = true;
    },
    fault: ((asked) => {
      if (isBack || !which.test(asked.file)) return false;
      left -= 1;
      if (left >= 0) return false;
      outage.since ??= Date.now();
      asked.request.socket.destroy();
      return true;
    }) as Fault,
  };
  return outage;
}
