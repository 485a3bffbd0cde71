/** The numbers of FNV-1a's own test vectors: names of files and clips hang on them. */
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/timeline/fingerprint';

it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('of %j is that of the published test vectors', (text, bits) => {
  expect(fingerprint(text)).toBe(bits);
});
