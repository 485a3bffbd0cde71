/**
 * Changes pace without `playbackRate`: the timescale in the init segment makes a clip slower or faster
 * (`docs/decisions/001`). This works on sets that play at normal speed only.
 */

const HEADER_BYTES = 8;
const CONTAINERS = ['moov', 'trak', 'mdia'];

/** Offset of the content of the only `mdhd` box, bytes; -1 where there is none. */
function findMediaHeader(view: DataView, start: number, end: number): number {
  let at = start;
  while (at + HEADER_BYTES <= end) {
    const size = view.getUint32(at);
    if (size < HEADER_BYTES || at + size > end) return -1;
    const type = String.fromCharCode(
      view.getUint8(at + 4),
      view.getUint8(at + 5),
      view.getUint8(at + 6),
      view.getUint8(at + 7),
    );
    if (type === 'mdhd') return at + HEADER_BYTES;
    if (CONTAINERS.includes(type)) {
      const inside = findMediaHeader(view, at + HEADER_BYTES, at + size);
      if (inside >= 0) return inside;
    }
    at += size;
  }
  return -1;
}

/**
 * A copy of an init segment that makes a clip of `clipFrames` frames last as long as `frames` frames.
 * @throws Error, one sentence, when the bytes are not an init segment
 */
export function retimeInit(init: ArrayBuffer, clipFrames: number, frames: number): ArrayBuffer {
  const copy = init.slice(0);
  const view = new DataView(copy);
  const header = findMediaHeader(view, 0, copy.byteLength);
  if (header < 0) throw new Error('the init segment has no media header (mdhd)');
  // Version 1 has 64-bit times before the timescale, version 0 has 32-bit ones.
  const timescaleAt = header + (view.getUint8(header) === 1 ? 20 : 12);
  const timescale = view.getUint32(timescaleAt);
  view.setUint32(timescaleAt, Math.round((timescale * clipFrames) / frames));
  return copy;
}
