import { describe, expect, it } from 'vitest';
import { retimeInit } from '../../../src/playback/players/retime';

/** A box of the MP4 format: size, type, contents. */
function box(type: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + inside.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, inside]);
}

/** A media header of either version, with a timescale. */
function mdhd(version: 0 | 1, timescale: number): Buffer {
  const content = Buffer.alloc(version === 1 ? 36 : 24);
  content.writeUInt8(version);
  content.writeUInt32BE(timescale, version === 1 ? 20 : 12);
  return box('mdhd', content);
}

const init = (header: Buffer): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('iso5')),
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      box('trak', box('tkhd', Buffer.alloc(84)), box('mdia', header)),
    ),
  ]);

const bytesOf = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer;

describe.each([0, 1] as const)('a media header of version %s', (version) => {
  it('declares the timescale under which the clip lasts as long as wanted', () => {
    const original = init(mdhd(version, 90000));
    const slow = retimeInit(bytesOf(original), 60, 80);
    expect(Buffer.from(slow)).toEqual(init(mdhd(version, 67500)));
    const fast = retimeInit(bytesOf(original), 60, 48);
    expect(Buffer.from(fast)).toEqual(init(mdhd(version, 112500)));
  });
});

it('leaves the original as it was', () => {
  const original = bytesOf(init(mdhd(0, 90000)));
  retimeInit(original, 2, 1);
  expect(Buffer.from(original)).toEqual(init(mdhd(0, 90000)));
});

it('refuses bytes that are no init segment', () => {
  const sentence = 'the init segment has no media header (mdhd)';
  expect(() => retimeInit(new ArrayBuffer(0), 1, 1)).toThrow(sentence);
  expect(() => retimeInit(bytesOf(Buffer.from('<html>404 not found</html>')), 1, 1)).toThrow(
    sentence,
  );
  expect(() => retimeInit(bytesOf(init(mdhd(0, 1)).subarray(0, 150)), 1, 1)).toThrow(sentence);
});
