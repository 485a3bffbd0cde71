/** Opens packages: their files by path. */
import { gunzipSync } from 'node:zlib';

export type Files = Map<string, Buffer>;

const BLOCK = 512;
const text = (bytes: Buffer) => bytes.toString('utf8').replace(/\0.*$/s, '');

/** The files of a tar, without a leading `./`. */
function untar(tar: Buffer): Files {
  const files: Files = new Map();
  let long: string | undefined;
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const header = tar.subarray(at, at + BLOCK);
    const size = Number.parseInt(text(header.subarray(124, 136)).trim() || '0', 8);
    const type = String.fromCharCode(header[156] as number);
    const body = tar.subarray(at + BLOCK, at + BLOCK + size);
    const prefix = text(header.subarray(345, 500));
    const name = long ?? [prefix, text(header.subarray(0, 100))].filter(Boolean).join('/');
    if (type === 'L') long = text(body);
    else {
      long = undefined;
      if (type === '0' || type === '\0') files.set(name.replace(/^\.?\//, ''), Buffer.from(body));
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/** The members of an `ar` archive, which an `.ipk` is. */
function unar(ar: Buffer): Files {
  if (ar.subarray(0, 8).toString() !== '!<arch>\n') throw new Error('not an ar archive');
  const files: Files = new Map();
  for (let at = 8; at + 60 <= ar.length; ) {
    const name = ar
      .subarray(at, at + 16)
      .toString()
      .trim()
      .replace(/\/$/, '');
    const size = Number(
      ar
        .subarray(at + 48, at + 58)
        .toString()
        .trim(),
    );
    files.set(name, ar.subarray(at + 60, at + 60 + size));
    at += 60 + size + (size % 2);
  }
  return files;
}

/** The files that a set unpacks from an `.ipk`. */
export const ipkFiles = (ipk: Buffer): Files =>
  untar(gunzipSync(unar(ipk).get('data.tar.gz') as Buffer));

/** Width and height from a PNG's header, px. @throws Error for any other file */
export function pngSize(png: Buffer): [width: number, height: number] {
  if (png.subarray(1, 4).toString() !== 'PNG') throw new Error('not a PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
