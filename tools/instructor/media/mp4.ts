/** Reads enough of the MP4 box format to split the encoder's output and to check it. */

export interface Box {
  readonly type: string;
  /** The whole box, header included. */
  readonly bytes: Uint8Array;
  /** The contents without the header. */
  readonly body: Uint8Array;
}

const word = (b: Uint8Array, at: number): number =>
  new DataView(b.buffer, b.byteOffset, b.byteLength).getUint32(at);

/** The boxes in some bytes, one after the other. */
export function boxes(bytes: Uint8Array): Box[] {
  const out: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = word(bytes, at);
    if (size < 8 || at + size > bytes.length) throw new Error(`a box of ${size} bytes at ${at}`);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const whole = bytes.subarray(at, at + size);
    out.push({ type, bytes: whole, body: whole.subarray(8) });
    at += size;
  }
  return out;
}

/** Every box found along a path such as `moov`, `trak`, `mdia`. */
function find(bytes: Uint8Array, ...path: string[]): Box[] {
  const [first, ...rest] = path;
  const here = boxes(bytes).filter((box) => box.type === first);
  return rest.length === 0 ? here : here.flatMap((box) => find(box.body, ...rest));
}

function only(bytes: Uint8Array, ...path: string[]): Box {
  const [box, second] = find(bytes, ...path);
  if (!box || second) throw new Error(`expected one ${path.join('/')}`);
  return box;
}

/** Properties of an initialisation segment. */
export interface InitFacts {
  readonly tracks: number;
  /** Handler of the first track: `vide` for a picture. */
  readonly handler: string;
  readonly timescale: number;
  readonly width: number;
  readonly height: number;
  /** H.264 profile: 77 main, 100 high. */
  readonly profile: number;
  /** Whether an edit list shifts the film. */
  readonly edited: boolean;
}

export function initFacts(init: Uint8Array): InitFacts {
  const tracks = find(init, 'moov', 'trak');
  const [track] = tracks;
  const mdhd = only(track.body, 'mdia', 'mdhd').body;
  const hdlr = only(track.body, 'mdia', 'hdlr').body;
  const stsd = only(track.body, 'mdia', 'minf', 'stbl', 'stsd').body;
  // Eight bytes of the list, eight bytes of the entry's header, then the picture's fixed fields.
  const entry = boxes(stsd.subarray(8))[0];
  const view = new DataView(entry.body.buffer, entry.body.byteOffset, entry.body.byteLength);
  const avcC = only(entry.body.subarray(78), 'avcC').body;
  return {
    tracks: tracks.length,
    handler: String.fromCharCode(...hdlr.subarray(8, 12)),
    timescale: word(mdhd, mdhd[0] === 1 ? 20 : 12),
    width: view.getUint16(24),
    height: view.getUint16(26),
    profile: avcC[1],
    edited: find(track.body, 'edts').length > 0,
  };
}

/** Properties of a media segment. */
export interface SegmentFacts {
  readonly fragments: number;
  readonly frames: number;
  /** Decode time of the first frame, in the track's timescale. */
  readonly start: number;
  /** Duration of each frame, in the track's timescale. */
  readonly durations: readonly number[];
  /** Whether any frame is shown at another time than it is decoded (B-frames). */
  readonly reordered: boolean;
  /** Whether each frame's first slice can be decoded by itself (IDR). */
  readonly keyframes: readonly boolean[];
}

export function segmentFacts(segment: Uint8Array): SegmentFacts {
  const moofs = find(segment, 'moof');
  const traf = only(segment, 'moof', 'traf').body;
  const tfdt = only(traf, 'tfdt').body;
  const start = tfdt[0] === 1 ? word(tfdt, 4) * 2 ** 32 + word(tfdt, 8) : word(tfdt, 4);
  const defaults = trackDefaults(only(traf, 'tfhd').body);
  const run = readRun(only(traf, 'trun').body, defaults);
  const mdat = only(segment, 'mdat').body;
  let at = 0;
  const keyframes = run.sizes.map((size) => {
    const key = hasIdr(mdat.subarray(at, at + size));
    at += size;
    return key;
  });
  return {
    fragments: moofs.length,
    frames: run.sizes.length,
    start,
    durations: run.durations,
    reordered: run.shifts.some((shift) => shift !== 0),
    keyframes,
  };
}

interface Defaults {
  readonly duration: number;
  readonly size: number;
}

function trackDefaults(tfhd: Uint8Array): Defaults {
  const flags = word(tfhd, 0) & 0xffffff;
  let at = 8;
  if (flags & 0x1) at += 8;
  if (flags & 0x2) at += 4;
  const duration = flags & 0x8 ? word(tfhd, at) : 0;
  if (flags & 0x8) at += 4;
  const size = flags & 0x10 ? word(tfhd, at) : 0;
  return { duration, size };
}

function readRun(trun: Uint8Array, defaults: Defaults) {
  const flags = word(trun, 0) & 0xffffff;
  const count = word(trun, 4);
  let at = 8;
  if (flags & 0x1) at += 4;
  if (flags & 0x4) at += 4;
  const next = (bit: number, otherwise: number): number => {
    if (!(flags & bit)) return otherwise;
    at += 4;
    return word(trun, at - 4);
  };
  const durations: number[] = [];
  const sizes: number[] = [];
  const shifts: number[] = [];
  for (let i = 0; i < count; i++) {
    durations.push(next(0x100, defaults.duration));
    sizes.push(next(0x200, defaults.size));
    next(0x400, 0);
    shifts.push(next(0x800, 0));
  }
  return { durations, sizes, shifts };
}

/** Whether a frame's length-prefixed units hold an IDR slice (type 5). */
function hasIdr(frame: Uint8Array): boolean {
  for (let at = 0; at + 5 <= frame.length; at += 4 + word(frame, at))
    if ((frame[at + 4] & 0x1f) === 5) return true;
  return false;
}
