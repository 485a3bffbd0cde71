/** Tests FNV-1a with its own published values: names of files and clips depend on it. */
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/timeline/fingerprint';

it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('of %j is that of the published test vectors', (text, bits) => {
  expect(fingerprint(text)).toBe(bits);
});
