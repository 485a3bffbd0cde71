import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Packs an RGB picture (8 bits, row by row) as a PNG file. */
export function png(rgb: Uint8Array, width: number, height: number): Buffer {
  const stride = width * 3;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    const from = y * stride;
    const to = y * (stride + 1);
    rows[to] = y === 0 ? 0 : UP;
    for (let x = 0; x < stride; x++)
      rows[to + 1 + x] = rgb[from + x] - (y === 0 ? 0 : rgb[from - stride + x]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 2 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The row filter "up": each byte is the difference to the byte above. */
const UP = 2;

/** Reads the picture of a PNG file that `png` wrote. */
export function readPng(file: Buffer): Uint8Array {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const stride = width * 3;
  const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
  const rgb = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    const to = y * stride;
    const up = rows[from] === UP;
    for (let x = 0; x < stride; x++)
      rgb[to + x] = rows[from + 1 + x] + (up ? rgb[to - stride + x] : 0);
  }
  return rgb;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
