/** Addresses that nobody made on purpose, the same at every run. */
import { seededRandom } from '../../src/session/choosing/seededRandom';

const PIECES = [
  ...'%/#?*!$:;.,+-_~{}[]()<>@&=\'"|\\^ `',
  '//',
  '%/x',
  '%E0%A4%A',
  '%00',
  '%25',
  '%2F',
  '%23',
  '{/a/i}',
  ':id',
  '..',
  'é',
  '\u202e',
  '😀',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  'undefined',
  'null',
  '-1',
  '0',
  'x',
  'home/',
  'code/',
  'code',
  'exercise/',
  'item/own-1/',
  'player/',
  'routine/',
  'take/',
  'add/',
  'group/',
  'done/',
  'logs/',
  'today',
] as const;

/** Fragments, each with its `#`. */
export function wrongAddresses(count: number, seed: string): string[] {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  return Array.from({ length: count }, () => {
    const pieces = Array.from({ length: 1 + below(6) }, () => PIECES[below(PIECES.length)]);
    return `#${pieces.join('')}`;
  });
}
