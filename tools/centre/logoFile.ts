/** Looks whether a centre's logo is there, and is a picture of the kind that its name says. */
import { readFileSync } from 'node:fs';
import { type CatalogueProblem, problemOf } from '../../src/catalogue/problems';
import { CENTRE_FILE } from '../../src/session/centre/centre';

/** How each kind of picture begins. */
const BEGINS: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  PNG: (bytes) => bytes.subarray(1, 4).toString('latin1') === 'PNG',
  JPEG: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
  WebP: (bytes) => bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  SVG: (bytes) => /<svg[\s>]/i.test(bytes.toString('utf8')),
};

const KINDS: Readonly<Record<string, string>> = {
  png: 'PNG',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  webp: 'WebP',
  svg: 'SVG',
};

/**
 * @param logo as the file says it
 * @param path where it lies
 * @returns undefined where the picture is sound
 */
export function logoProblem(logo: string, path: string): CatalogueProblem | undefined {
  const say = (complaint: string) => problemOf(CENTRE_FILE, undefined, 'logo', complaint);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return say(`there is no file ${JSON.stringify(logo)} beside the app`);
  }
  const kind = KINDS[logo.split('.').pop()?.toLowerCase() ?? ''] ?? '';
  if (BEGINS[kind]?.(bytes)) return undefined;
  const real = Object.keys(BEGINS).find((one) => BEGINS[one]?.(bytes));
  const article = (one: string) => (one === 'SVG' ? `an ${one}` : `a ${one}`);
  const what = real === undefined ? 'no picture' : `${article(real)} picture`;
  return say(`${JSON.stringify(logo)} should be ${article(kind)} picture, and is ${what}`);
}
