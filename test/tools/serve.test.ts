/** Tests the server's port from the environment. */
import { expect, it } from 'vitest';
import { portOf } from '../../tools/serve';

it.each([
  [undefined, 8080],
  ['9000', 9000],
  ['0', 0],
])('takes %s', (text, port) => {
  expect(portOf(text)).toBe(port);
});

it.each(['abc', '80.5', '-1', '65536'])('says what is wrong with %s', (text) => {
  expect(() => portOf(text)).toThrow(`PORT: expected a number from 0 to 65535, got "${text}"`);
});
