/** What can go wrong between a set and its server, by name. Each is a fault for `Lab.fault`. */
import { boxes } from '../support/barcode';
import type { Asked, Fault } from './lab';

/** Of the files whose name matches. */
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
    // Only what is there may be kept.
    response.setHeader('Cache-Control', 'no-store');
    response.end();
  });

/** The connection is cut, as it is where nobody answers. */
export const unreachable = (which: RegExp): Fault =>
  on(which, ({ request }) => request.socket.destroy());

/** The file ends in its middle. */
export const truncated = (which: RegExp): Fault =>
  on(which, ({ bytes, response }) => response.end(bytes.subarray(0, bytes.length >> 1)));

/** Bytes that look like nothing, the same at every run. */
function noise(length: number): Buffer {
  let seed = 7;
  return Buffer.from(
    Array.from({ length }, () => {
      seed = (seed * 1664525 + 1013904223) >>> 0;
      return seed >>> 24;
    }),
  );
}

/** The right length, and nothing but noise. */
export const garbage = (which: RegExp): Fault =>
  on(which, ({ bytes, response }) => response.end(noise(bytes.length)));

/** Where a clip's samples are, from and to. */
function samples(bytes: Buffer): [number, number] {
  const mdat = boxes(bytes).find((box) => box.type === 'mdat');
  if (!mdat) throw new Error('a clip without mdat');
  return [mdat.start + 8, mdat.end];
}

/** The boxes are whole, so that it is taken for video; all that is in them is noise. */
export const hollow = (which: RegExp): Fault =>
  on(which, ({ bytes, response }) => {
    const [start, end] = samples(bytes);
    const broken = Buffer.from(bytes);
    noise(end - start).copy(broken, start);
    response.end(broken);
  });

/** Boxes and H.264 units are whole, so that it is buffered; the decoder can make nothing of it. */
export const undecodable = (which: RegExp): Fault =>
  on(which, ({ bytes, response }) => {
    const [start, end] = samples(bytes);
    const broken = Buffer.from(bytes);
    for (let at = start; at + 5 < end; ) {
      const length = bytes.readUInt32BE(at);
      // The unit's own header stays.
      noise(length - 1).copy(broken, at + 5);
      at += 4 + length;
    }
    response.end(broken);
  });

/** The first byte comes late. */
export const slowFirstByte = (which: RegExp, ms: number): Fault =>
  on(which, ({ bytes, response }) => {
    setTimeout(() => response.end(bytes), ms);
  });

/** One thin line for all answers together. @param bytesPerSecond of the line */
export function thinLine(which: RegExp, bytesPerSecond: number): Fault {
  const TICK_MS = 100;
  // Bar-code clips are tiny; a box that players skip makes them as large as clips are.
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

/** Script of a set that lets nothing play until `window.mayPlay` is set (low power, no gesture yet). */
export const REFUSED_PLAY = `{
  const { play } = HTMLMediaElement.prototype;
  window.mayPlay = false;
  HTMLMediaElement.prototype.play = function () {
    if (window.mayPlay) return play.call(this);
    return Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
  };
}`;

/** Script of a set whose source buffers are full when they hold so many seconds. */
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

/** A network that is there for so many requests, then gone until it is given back. */
export function outageAfter(requests: number, which: RegExp) {
  let left = requests;
  let isBack = false;
  const outage = {
    /** When it went, ms; undefined while it is there. */
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
